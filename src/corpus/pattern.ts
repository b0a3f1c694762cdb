/** Does a whole phrase stand around the one literal of it that was found? For phrases with slots, and for `near`. */

import type { Slot } from './phrase.ts'
import { slotEnd } from './slot.ts'

/** A phrase of more than one literal. */
export interface Pattern {
  term: number
  /** Folded literals, and slots between, before or after them. */
  elements: Array<Uint16Array | Slot>
  /** Index in `elements` of the literal the automaton looks for: the longest. */
  anchor: number
  /** Pairs of units, as `pairOf` numbers them, that stand in every text with this phrase. */
  needs: number[]
  /** For `near`: most units between two literals; 0 for a phrase with slots. */
  within: number
}

/** Brand names found in the text, for `{brand}`. */
export interface BrandSpans {
  /** Ends of the names that begin at a place, or beginnings of those that end there. */
  endsFrom(start: number): readonly number[]
  startsTo(end: number): readonly number[]
}

/**
 * Checks a pattern around one place of its anchor, in time bounded by the pattern alone.
 *
 * @returns where the whole phrase stands, or undefined
 */
export function verify(
  pattern: Pattern,
  units: Uint16Array,
  length: number,
  start: number,
  end: number,
  brands: BrandSpans,
): { start: number; end: number } | undefined {
  if (pattern.within > 0) return verifyNear(pattern, units, length, start, end)
  const to = follow(pattern, units, length, end, pattern.anchor + 1, 1, brands)
  if (to < 0) return undefined
  const from = follow(pattern, units, length, start, pattern.anchor - 1, -1, brands)
  return from < 0 ? undefined : { start: from, end: to }
}

/** Walks the elements from the anchor to one side; -1 when one is missing. */
function follow(
  pattern: Pattern,
  units: Uint16Array,
  length: number,
  at: number,
  index: number,
  step: 1 | -1,
  brands: BrandSpans,
): number {
  const element = pattern.elements[index]
  if (element === undefined) return at
  if (typeof element !== 'string') {
    const from = skipBlank(units, length, at, step)
    const begin = step === 1 ? from : from - element.length
    return standsAt(units, length, begin, element)
      ? follow(pattern, units, length, from + step * element.length, index + step, step, brands)
      : -1
  }
  const from = skipBlank(units, length, at, step)
  if (element !== 'brand') {
    const reached = slotEnd(element, units, length, from, step)
    return reached < 0 ? -1 : follow(pattern, units, length, reached, index + step, step, brands)
  }
  for (const reached of step === 1 ? brands.endsFrom(from) : brands.startsTo(from)) {
    const to = follow(pattern, units, length, reached, index + step, step, brands)
    if (to >= 0) return to
  }
  return -1
}

/** A blank may stand between a literal and a slot: Folding drops it only beside Japanese. */
function skipBlank(units: Uint16Array, length: number, at: number, step: 1 | -1): number {
  const next = step === 1 ? at : at - 1
  return next >= 0 && next < length && units[next] === 0x20 ? at + step : at
}

function verifyNear(
  pattern: Pattern,
  units: Uint16Array,
  length: number,
  start: number,
  end: number,
): { start: number; end: number } | undefined {
  let to = [end]
  for (let i = pattern.anchor + 1; i < pattern.elements.length && to.length > 0; i++) {
    to = nextEnds(pattern.elements[i] as Uint16Array, pattern.within, units, length, to)
  }
  if (to.length === 0) return undefined
  let from = [start]
  for (let i = pattern.anchor - 1; i >= 0 && from.length > 0; i--) {
    from = nextStarts(pattern.elements[i] as Uint16Array, pattern.within, units, length, from)
  }
  return from.length === 0 ? undefined : { start: from[0]!, end: to[0]! }
}

/** Ends of a literal that begins at most `within` units after one of `ends` (ascending); ascending. */
function nextEnds(literal: Uint16Array, within: number, units: Uint16Array, length: number, ends: number[]): number[] {
  const found: number[] = []
  let e = 0
  const stop = Math.min(length - literal.length, ends[ends.length - 1]! + within)
  for (let at = ends[0]!; at <= stop; at++) {
    while (e + 1 < ends.length && ends[e + 1]! <= at) e++
    if (at - ends[e]! <= within && standsAt(units, length, at, literal)) found.push(at + literal.length)
  }
  return found
}

/** Beginnings of a literal that ends at most `within` units before one of `starts` (descending); descending. */
function nextStarts(
  literal: Uint16Array,
  within: number,
  units: Uint16Array,
  length: number,
  starts: number[],
): number[] {
  const found: number[] = []
  let s = 0
  const stop = Math.max(literal.length, starts[starts.length - 1]! - within)
  for (let at = starts[0]!; at >= stop; at--) {
    while (s + 1 < starts.length && starts[s + 1]! >= at) s++
    if (starts[s]! - at <= within && standsAt(units, length, at - literal.length, literal))
      found.push(at - literal.length)
  }
  return found
}

function standsAt(units: Uint16Array, length: number, at: number, literal: Uint16Array): boolean {
  if (at < 0 || at + literal.length > length) return false
  for (let i = 0; i < literal.length; i++) if (units[at + i] !== literal[i]) return false
  return true
}
