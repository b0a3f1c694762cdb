/** Does a corpus file hold characters that a reviewer cannot see? */
import { hex, type Text } from '../problem.ts'
import { type Check, fileFinding } from './check.ts'

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

/** A file as text. */
export interface TextInput {
  file: string
  text: string
}

const NO_TAB: Text = { ja: 'タブの代わりに半角の空白2個', en: 'two blanks instead of the tab' }

export const invisible: Check<TextInput> = {
  id: 'invisible',
  title: { ja: '見えない文字があります', en: 'a character that cannot be seen' },
  run({ file, text }) {
    const at = findForbidden(text)
    if (at < 0) return []
    const before = text.slice(0, at)
    return [
      fileFinding(file, {
        place: { line: before.split('\n').length, column: at - before.lastIndexOf('\n') },
        expected:
          text[at] === '\t'
            ? NO_TAB
            : { ja: '見える文字、空白、改行だけ', en: 'only visible characters, blanks and line ends' },
        found: `U+${hex(text.codePointAt(at)!)} ${rangeOf(text.codePointAt(at)!)![2]}`,
      }),
    ]
  },
}

const rangeOf = (c: number): (typeof RANGES)[number] | undefined => RANGES.find(([from, to]) => c >= from && c <= to)

/** The offset of the first character that cannot be seen; -1 when there is none. A line may end in CR LF. */
function findForbidden(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const c = text.codePointAt(i)!
    if (c === 0x0a || (c >= 0x20 && c <= 0x7e)) continue
    if (rangeOf(c) && !(c === 0x0d && text[i + 1] === '\n')) return i
    if (c > 0xffff) i++
  }
  return -1
}
