/** How much of a long field is shown? Every finding with its surroundings; of the rest only as much as a page can hold. */
import type { Segment } from '../../src/explain/index.ts'

/** A stretch of text with the findings on it, or a number of code units that are left out. */
export type Shown = { text: string; evidence: number[] } | { omitted: number }

/** UTF-16 code units of one field that are shown; laying out a million takes a browser seconds. */
export const FIELD_UNITS = 20_000
/** What is kept beside a finding once that is used up. */
const CONTEXT_UNITS = 200
/** Longest stretch of one finding. */
const MARK_UNITS = 4_000

/**
 * Leaves out the middle of long stretches.
 *
 * @param segments the segments of one field, as `highlight` gives them
 * @param cap code units after which plain text is shown only beside findings
 * @returns the same text in the same order, with numbers where some was left out
 */
export function elide(segments: readonly Segment[], cap = FIELD_UNITS): Shown[] {
  const shown: Shown[] = []
  let left = cap
  segments.forEach(({ text, evidence }, i) => {
    const isMark = evidence.length > 0
    const room = Math.max(left, CONTEXT_UNITS)
    const head = isMark ? Math.min(MARK_UNITS, room) : room
    const tail = isMark || i === segments.length - 1 ? 0 : CONTEXT_UNITS
    if (text.length <= head + tail) {
      shown.push({ text, evidence })
      left -= text.length
      return
    }
    const end = wholeUntil(text, head)
    const start = wholeUntil(text, text.length - tail)
    if (end > 0) shown.push({ text: text.slice(0, end), evidence })
    shown.push({ omitted: start - end })
    if (start < text.length) shown.push({ text: text.slice(start), evidence })
    left = 0
  })
  return shown
}

/** A place to cut that does not stand inside a surrogate pair. */
export function wholeUntil(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1)
  return at < text.length && unit >= 0xd800 && unit < 0xdc00 ? at - 1 : at
}
