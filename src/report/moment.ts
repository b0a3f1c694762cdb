/** When? The caller says; the core has no clock. */

/** A point in time: a Date, or what `Date.parse` reads with a zone (`2026-11-25T04:10:00Z`). */
export type Moment = Date | string

/**
 * The moment in RFC 3339, UTC, with milliseconds.
 *
 * @throws TypeError when it is no moment
 */
export function isoOf(at: Moment, caller: string): string {
  const time = at instanceof Date ? at.getTime() : typeof at === 'string' ? Date.parse(at) : Number.NaN
  // Beyond these years neither STIX nor RFC 5322 can write it.
  if (!(time >= 0 && time < Date.UTC(10_000, 0))) {
    throw new TypeError(`${caller}: at must be a Date or an RFC 3339 text from 1970 to 9999, received ${String(at)}`)
  }
  return new Date(time).toISOString()
}

/** Throws unless `verdict` looks like one. */
export function assertVerdict(verdict: unknown, caller: string): void {
  const v = verdict as { label?: unknown; links?: unknown; evidence?: unknown; inner?: unknown } | null | undefined
  if (
    typeof v !== 'object' ||
    v === null ||
    !Array.isArray(v.links) ||
    !Array.isArray(v.evidence) ||
    !Array.isArray(v.inner)
  )
    throw new TypeError(`${caller}: expected a verdict of classify(), received ${v === null ? 'null' : typeof v}`)
}
