/** How does text of a mail get onto a terminal: how wide is it, where is it cut, and what must never reach it? */

/**
 * Characters that move the cursor, recolour, hide or reorder text. A mail's words are printed, so an ESC in a subject must
 * not drive the terminal, and U+202E must not turn a file name round.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu

/** One line that is safe to print: control and format characters become one blank. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ')
}

/** First and last code points that take two columns: UAX #11 W and F, by block, as terminals draw them. */
const WIDE: ReadonlyArray<readonly [number, number]> = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

function widthOf(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x1100) return /\p{M}/u.test(char) ? 0 : 1
  if (/\p{M}/u.test(char)) return 0
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}

/** Columns that the text takes; kanji, kana and full-width forms take two, combining marks none. */
export function columns(text: string): number {
  let width = 0
  for (const char of text) width += widthOf(char)
  return width
}

/** The text cut to at most `width` columns, with `…` where something was left out. */
export function truncate(text: string, width: number): string {
  if (columns(text) <= width) return text
  let kept = ''
  let used = 1
  for (const char of text) {
    used += widthOf(char)
    if (used > width) break
    kept += char
  }
  return `${kept}…`
}

/**
 * Wraps the text to lines of at most `width` columns. Latin text breaks at blanks, Japanese between any two characters
 * except before closing punctuation (JIS X 4051 line-start prohibition).
 */
export function wrap(text: string, width: number): string[] {
  const pieces = text.match(/[\p{sc=Latin}\p{N}!-/:-@[-`{-~]+ ?|.[、。，．）」』】〉》］｝：；？！・ー々…]*| /gu) ?? []
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces) {
    const wide = columns(piece)
    if (used > 0 && used + columns(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    line += piece
    used += wide
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** Colours a word; the plain one returns it as it is. */
export type Paint = (text: string, colour: 'red' | 'yellow' | 'green' | 'bold' | 'dim') => string

const CODES = { red: 31, yellow: 33, green: 32, bold: 1, dim: 2 } as const

/** Whether there are colours: only on a terminal, and never where NO_COLOR is set and not empty (no-color.org). */
export function hasColours(isTerminal: boolean, env: Record<string, string | undefined>): boolean {
  return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb'
}

/** A painter, with colours where there are any. */
export function painter(isTerminal: boolean, env: Record<string, string | undefined>): Paint {
  if (!hasColours(isTerminal, env)) return (text) => text
  return (text, colour) => `\u001b[${CODES[colour]}m${text}\u001b[0m`
}
