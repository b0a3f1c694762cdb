/** Which facts has nobody looked at for so long that they may be wrong? A warning: data does not break by itself. */
import type { YamlLure, YamlSource } from '../types.ts'
import type { Check, Finding } from './check.ts'
import type { CorpusInput } from './corpus-input.ts'

/** Years after which somebody should look at the sources of brands and hosts again. */
const FACTS = 2
/** Years without a sighting after which an experimental lure should be retired or proven. */
const SEEN = 5

export const stale: Check<Pick<CorpusInput, 'chosen' | 'today'>> = {
  id: 'stale',
  title: { ja: '長く確かめられていません', en: 'nobody has looked at this for long' },
  isWarning: true,
  run: ({ chosen, today }) =>
    chosen.flatMap((source): Finding[] => {
      if (source.kind === 'lure') {
        const { status, lastSeen } = source.data as unknown as YamlLure
        if (status !== 'experimental' || lastSeen >= yearsBefore(today, SEEN)) return []
        return [
          {
            source,
            path: ['lastSeen'],
            message: { ja: '試験中のまま長く見られていません', en: 'experimental, and not seen for long' },
            expected: { ja: 'stable か retired', en: 'stable or retired' },
            example: 'status: retired',
            found: lastSeen,
          },
        ]
      }
      const list = (source.data.sources ?? []) as YamlSource[]
      const latest = list
        .map(({ checked = '' }) => checked)
        .sort()
        .at(-1)
      if (latest === undefined || latest >= yearsBefore(today, FACTS)) return []
      return [
        {
          source,
          path: ['sources'],
          expected: { ja: `${FACTS} 年以内に確かめた出典`, en: `a source that was looked at within ${FACTS} years` },
          example: `checked: ${today}`,
          found: latest,
        },
      ]
    }),
}

const yearsBefore = (date: string, years: number): string => `${Number(date.slice(0, 4)) - years}${date.slice(4)}`
