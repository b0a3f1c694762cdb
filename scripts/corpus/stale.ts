/** Which entries has nobody looked up for a long time? By the newest day on which one of their sources was read. */
import type { SourceFile } from './source.ts'
import type { Kind } from './types.ts'

/** Months after which an entry should be looked up again. */
export const STALE_MONTHS = 12

/** An entry that was not looked up for too long. */
export interface StaleEntry {
  kind: Kind
  id: string
  /** `YYYY-MM-DD`, or undefined when no source has a day. */
  checked: string | undefined
}

/** The day that lies some months before another: `2026-03-31` less one month is `2026-02-28`. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/**
 * Finds stale entries, the oldest first. Left out are retired lures, which are kept as they are, and entries without
 * sources: lists of words that were not looked up anywhere.
 *
 * @param files the corpus
 * @param today `YYYY-MM-DD`
 */
export function staleEntries(files: SourceFile[], today: string, months = STALE_MONTHS): StaleEntry[] {
  const limit = monthsBefore(today, months)
  return files
    .filter(({ data }) => data.status !== 'retired' && Array.isArray(data.sources))
    .map(({ kind, id, data }) => ({ kind, id, checked: newestOf(data.sources) }))
    .filter(({ checked }) => checked === undefined || checked < limit)
    .sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
}

/** Days as numbers; entries without one come first. */
const order = ({ checked = '0' }: StaleEntry): number => Number(checked.replaceAll('-', ''))

function newestOf(sources: unknown): string | undefined {
  const dated = sources as Array<{ checked?: string; accessed?: string }>
  return dated
    .flatMap(({ checked, accessed }) => checked ?? accessed ?? [])
    .sort()
    .at(-1)
}
