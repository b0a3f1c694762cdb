/** Which lines of a text are the head of a mail that a person or a mail program wrote out: `件名:`, `差出人:`, `From:`? */

import { fieldOfLabel } from '../text/head-names.ts'
import type { RawField } from './draft.ts'

/** No label is longer, with the blanks people put into it (`件　名`). */
const LABEL = 24

/** A head line: which field, and where its value begins. */
export interface HeadLine {
  name: string
  value: number
}

/**
 * Reads one line as a head line.
 *
 * @param start Where the line begins; quote marks (`> `), bullets and `*` of bold text may come first.
 * @param stop Where it ends.
 */
export function headLine(text: string, start: number, stop: number): HeadLine | undefined {
  let at = start
  while (at < stop && at - start < LABEL && ' \t\u3000>*■□●○◆◇・▼▽※【[＜〈'.includes(text.charAt(at))) at++
  const isBracketed = at > start && '【[＜〈'.includes(text.charAt(at - 1))
  let label = ''
  const most = Math.min(stop, at + LABEL)
  for (; at < most; at++) {
    const unit = text.charAt(at)
    if (unit === ':' || unit === '：') {
      const name = fieldOfLabel(label)
      return name === undefined ? undefined : { name, value: at + 1 }
    }
    if (isBracketed && '】]＞〉'.includes(unit)) {
      const name = fieldOfLabel(label)
      if (name === undefined) return undefined
      const next = text.charAt(at + 1)
      return { name, value: next === ':' || next === '：' ? at + 2 : at + 1 }
    }
    if (unit === ' ' || unit === '\u3000' || unit === '\t') {
      // `差出人 Kagoya<x@y>`: Japanese labels do without a colon, but `件 名:` goes on.
      const name = label.length > 1 && label.charCodeAt(0) > 0x2fff ? fieldOfLabel(label) : undefined
      if (name !== undefined && !colonFollows(text, at, stop)) return { name, value: at }
    } else if (unit !== '*') label += unit.toLowerCase()
  }
  return undefined
}

function colonFollows(text: string, from: number, stop: number): boolean {
  let at = from
  while (at < stop && ' \t\u3000*'.includes(text.charAt(at))) at++
  return text.charAt(at) === ':' || text.charAt(at) === '：'
}

/** The head of a mail inside a text. */
export interface Heads {
  fields: RawField[]
  /** Where the text after it begins. */
  end: number
  /** Its lines are quoted (`> From: ...`), as Apple Mail forwards. */
  isQuoted: boolean
  /** A value was longer than its cap. */
  isCut: boolean
}

const MOST_HEADS = 16
const BLANK_LINES = 3

/**
 * Reads the head lines that begin at `from`, after at most three blank lines.
 *
 * A name that comes a second time ends the head: it belongs to another mail. An indented line, and a line that holds nothing
 * but `<address>`, go on with the field before.
 *
 * @param most Code units of each value that are kept.
 */
export function readHeads(text: string, from: number, most: number): Heads {
  const heads: Heads = { fields: [], end: from, isQuoted: false, isCut: false }
  const seen = new Set<string>()
  let blanks = 0
  let gap = -1
  let at = from
  while (at < text.length && seen.size < MOST_HEADS) {
    const line = lineAt(text, at)
    const head = headLine(text, line.start, line.stop)
    const last = heads.fields[heads.fields.length - 1]
    if (line.start >= line.stop) {
      // The blank line that ends a head is no part of the text.
      if (at === heads.end && last !== undefined) gap = line.next
      if (++blanks > BLANK_LINES || (last !== undefined && blanks > 1)) break
    } else if (head !== undefined && !seen.has(head.name)) {
      if (head.name === 'body') {
        if (heads.fields.length > 0) heads.end = afterBlanks(text, head.value, line.stop, line.next)
        gap = -1
        break
      }
      if (last === undefined) heads.isQuoted = line.start > at
      seen.add(head.name)
      if (line.stop - head.value > most) heads.isCut = true
      const value = text.slice(head.value, Math.min(line.stop, head.value + most))
      heads.fields.push({ name: head.name, raw: withoutStars(value), isText: true })
      heads.end = line.next
      blanks = 0
      gap = -1
    } else if (head === undefined && last !== undefined && blanks === 0 && continues(text, line.start, line.stop)) {
      if (last.raw.length < most)
        last.raw += ` ${text.slice(line.start, Math.min(line.stop, line.start + most)).trim()}`
      heads.end = line.next
    } else break
    at = line.next
  }
  if (gap >= 0) heads.end = gap
  return heads
}

interface Line {
  /** After a quote mark. */
  start: number
  /** Before the line end and the blanks in front of it. */
  stop: number
  next: number
}

function lineAt(text: string, at: number): Line {
  const newline = text.indexOf('\n', at)
  const next = newline < 0 ? text.length : newline + 1
  let stop = newline < 0 ? text.length : newline
  let start = at
  if (text.charCodeAt(start) === 62) {
    start++
    if (text.charCodeAt(start) === 32) start++
  }
  while (stop > start && ' \t\r\u3000'.includes(text.charAt(stop - 1))) stop--
  return { start: Math.min(start, stop), stop, next }
}

function continues(text: string, start: number, stop: number): boolean {
  const unit = text.charCodeAt(start)
  if (unit === 32 || unit === 9) return true
  if (unit !== 60) return false
  const close = text.indexOf('>', start)
  return close === stop - 1 && stop - start < 320
}

function afterBlanks(text: string, from: number, stop: number, next: number): number {
  let at = from
  while (at < stop && ' \t\u3000'.includes(text.charAt(at))) at++
  return at < stop ? at : next
}

function withoutStars(value: string): string {
  const plain = value.trim()
  return plain.startsWith('*') ? plain.slice(1).trim() : plain
}
