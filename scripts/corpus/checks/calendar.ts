/** Are a lure's months and the days of a brand's facts in the calendar, and not to come? Sources have a check of their own. */
import { type Check, type Finding, linesOf } from './check.ts'
import type { CorpusInput } from './corpus-input.ts'

export const calendar: Check<Pick<CorpusInput, 'chosen' | 'today'>> = {
  id: 'calendar',
  title: { ja: '暦にない日付です', en: 'the calendar has no such day' },
  run: ({ chosen, today }) =>
    chosen.flatMap((source): Finding[] =>
      linesOf(source.data, ['firstSeen', 'lastSeen', 'domains'])
        .filter(({ path }) => path.length === 1 || path.at(-1) === 'checked')
        .flatMap(({ path, text }): Finding[] => {
          const example = `${path.at(-1)}: ${today}`
          if (!isInCalendar(text)) {
            return [
              {
                source,
                path,
                expected: { ja: '暦にある日付(YYYY-MM-DD)', en: 'a day of the calendar, YYYY-MM-DD' },
                example,
                found: text,
              },
            ]
          }
          // `2026-11` of this year is no later than the day in it
          if (text <= today.slice(0, text.length)) return []
          return [
            {
              source,
              path,
              message: { ja: '日付が未来です', en: 'the day is still to come' },
              expected: { ja: `${today} まで`, en: `${today} or earlier` },
              example,
              found: text,
            },
          ]
        }),
    ),
}

/**
 * Whether a year, month or day is in the calendar: 2026-02-30 has the form of one.
 *
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 */
export function isInCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`.replace(/^(\d{4}(?:-\d{2})?)T.*$/, '$1'))
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}
