/** Which facts has nobody looked at for so long that they may be wrong? A warning: data does not break by itself. */
import { STALE_MONTHS, staleEntries } from '../stale.ts'
import type { Check, Finding } from './check.ts'
import type { CorpusInput } from './corpus-input.ts'

export const stale: Check<Pick<CorpusInput, 'chosen' | 'today'>> = {
  id: 'stale',
  title: { ja: '長く確かめられていません', en: 'nobody has looked at this for long' },
  isWarning: true,
  run: ({ chosen, today }) =>
    chosen.flatMap((source): Finding[] =>
      staleEntries([source], today).map(({ kind, checked }) => ({
        source,
        path: ['sources'],
        expected: {
          ja: `${STALE_MONTHS} か月以内に確かめた出典`,
          en: `a source that was looked at within ${STALE_MONTHS} months`,
        },
        example: `${kind === 'lure' ? 'accessed' : 'checked'}: ${today}`,
        found: checked ?? '-',
      })),
    ),
}
