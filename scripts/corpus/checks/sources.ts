/** Does each fact say where it comes from and when that was looked at? */
import type { YamlSource } from '../types.ts'
import { isInCalendar } from './calendar.ts'
import type { Check, Finding, Path } from './check.ts'
import type { CorpusInput } from './corpus-input.ts'

export const sources: Check<Pick<CorpusInput, 'chosen' | 'today'>> = {
  id: 'sources',
  title: { ja: '出典がありません', en: 'no source is given' },
  run: ({ chosen, today }) =>
    chosen.flatMap((source): Finding[] => {
      const list = (source.data.sources ?? []) as YamlSource[]
      if (list.length === 0) {
        // phrases are counted, not quoted
        if (source.kind === 'pretext' || source.kind === 'phrases') return []
        return [
          {
            source,
            path: ['sources'],
            expected: { ja: '一つ以上', en: 'one or more' },
            example: "sources: [{ url: 'https://www.example.com/', publisher: its owner, accessed: 2026-11-24 }]",
          },
        ]
      }
      return list.flatMap((entry, i): Finding[] => {
        const key = source.kind === 'lure' ? 'accessed' : 'checked'
        const path: Path = ['sources', i, key]
        const date = entry[key]
        if (date === undefined || !isInCalendar(date)) {
          return [
            {
              source,
              path,
              message: { ja: '出典を見た日がありません', en: 'the source does not say when it was looked at' },
              expected: { ja: '暦にある日付(YYYY-MM-DD)', en: 'a day of the calendar, YYYY-MM-DD' },
              example: `${key}: ${today}`,
              ...(date !== undefined && { found: date }),
            },
          ]
        }
        if (date <= today) return []
        return [
          {
            source,
            path,
            message: { ja: '日付が未来です', en: 'the day is still to come' },
            expected: { ja: `${today} まで`, en: `${today} or earlier` },
            found: date,
          },
        ]
      })
    }),
}
