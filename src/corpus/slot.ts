/** How far does a number, a date or a host name reach from a place in folded text? */
import type { Slot } from './phrase.ts'

/** Longest number, date and host that a slot takes, in units: what is longer is none, and a walk stays short. */
const REACH = { num: 20, date: 24, host: 80 } as const

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39
const isLetter = (c: number): boolean => c >= 0x61 && c <= 0x7a
/** , . */
const isNumberMark = (c: number): boolean => c === 0x2c || c === 0x2e
/** - . / : and 年月日時分秒 */
function isDateMark(c: number): boolean {
  if (c < 0x80) return c === 0x2d || c === 0x2e || c === 0x2f || c === 0x3a
  return c === 0x5e74 || c === 0x6708 || c === 0x65e5 || c === 0x6642 || c === 0x5206 || c === 0x79d2
}

function isPart(slot: keyof typeof REACH, c: number): boolean {
  if (isDigit(c)) return true
  if (slot === 'num') return isNumberMark(c)
  return slot === 'date' ? isDateMark(c) : isLetter(c) || c === 0x2d || c === 0x2e
}

/** Marks that may not stand at either end of a slot's text. */
function isMark(slot: keyof typeof REACH, c: number): boolean {
  if (slot === 'num') return isNumberMark(c)
  return c === 0x2e || c === 0x2d || c === 0x2f || c === 0x3a
}

/**
 * Gives the other end of a slot's text.
 *
 * @param slot `num`, `date` or `host`
 * @param units folded units, `length` of them
 * @param at where the slot's text begins (`step` 1), or the unit after its last (`step` -1)
 * @param step 1 to read on, -1 to read back
 * @returns the end (or the beginning), or -1 when no such text stands there
 */
export function slotEnd(
  slot: Exclude<Slot, 'brand'>,
  units: Uint16Array,
  length: number,
  at: number,
  step: 1 | -1,
): number {
  const first = step === 1 ? at : at - 1
  let i = first
  const stop = first + step * REACH[slot]
  let digits = 0
  let marks = 0
  while (i >= 0 && i < length && i !== stop && isPart(slot, units[i]!)) {
    if (isDigit(units[i]!)) digits++
    else marks++
    i += step
  }
  // a comma or a full stop behind a number ends the clause, not the number
  let last = i - step
  while (last !== first - step && isMark(slot, units[last]!)) {
    last -= step
    marks--
  }
  if (last === first - step || isMark(slot, units[first]!)) return -1
  if (slot === 'host') {
    if (!hasDot(units, Math.min(first, last), Math.max(first, last))) return -1
  } else if (digits === 0 || (slot === 'date' && marks === 0)) return -1
  return step === 1 ? last + 1 : last
}

function hasDot(units: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (units[i] === 0x2e) return true
  return false
}
