/** Which characters may no corpus file hold, because a reviewer cannot see them? */

/** First and last code point, and what to call them. */
const RANGES: Array<[number, number, string]> = [
  [0x00, 0x08, 'control character'],
  [0x09, 0x09, 'tab'],
  [0x0b, 0x1f, 'control character'],
  [0x7f, 0x9f, 'control character'],
  [0xa0, 0xa0, 'no-break blank'],
  [0xad, 0xad, 'soft hyphen'],
  [0x034f, 0x034f, 'grapheme joiner'],
  [0x061c, 0x061c, 'bidi mark'],
  [0x115f, 0x1160, 'filler'],
  [0x17b4, 0x17b5, 'invisible vowel'],
  [0x180b, 0x180f, 'variation selector'],
  [0x2000, 0x200a, 'blank of special width'],
  [0x200b, 0x200f, 'zero-width or bidi mark'],
  [0x2028, 0x202f, 'line separator or bidi mark'],
  [0x205f, 0x206f, 'invisible operator or bidi mark'],
  [0x3164, 0x3164, 'filler'],
  [0xd800, 0xdfff, 'lone surrogate'],
  [0xfe00, 0xfe0f, 'variation selector'],
  [0xfeff, 0xfeff, 'byte order mark'],
  [0xffa0, 0xffa0, 'filler'],
  [0xfff0, 0xffff, 'replacement or special character'],
  [0x1bca0, 0x1bca3, 'shorthand control'],
  [0x1d173, 0x1d17a, 'music control'],
  [0xe0000, 0xe0fff, 'tag or variation selector'],
]

/** A forbidden character. */
export interface Forbidden {
  /** From 1. */
  line: number
  column: number
  /** `U+200B zero-width or bidi mark`. */
  what: string
}

/** Finds the first character of a file that a reviewer cannot see; undefined when there is none. */
export function findForbidden(text: string): Forbidden | undefined {
  let line = 1
  let lineStart = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.codePointAt(i)!
    if (c === 0x0a) {
      line++
      lineStart = i + 1
    } else if (c < 0x20 || c > 0x7e) {
      const range = RANGES.find(([from, to]) => c >= from && c <= to)
      const crlf = c === 0x0d && text[i + 1] === '\n'
      if (range && !crlf) {
        return {
          line,
          column: i - lineStart + 1,
          what: `U+${c.toString(16).toUpperCase().padStart(4, '0')} ${range[2]}`,
        }
      }
      if (c > 0xffff) i++
    }
  }
  return undefined
}
