/** How large is text by a CSS font size, and which fonts are named? */
import { pixels, unitOf } from './css-length.ts'

/** Takes the font names that declarations give, as written. */
export type FontSink = (name: string) => void

/** A size: in px, or as a multiple of the parent's; the other one is -1. */
export interface FontSize {
  fontPx: number
  fontEm: number
}

/** CSS Fonts 4, 2.5: the keywords, for a medium of 16 px. */
function pixelsOfWord(word: string): number | undefined {
  switch (word) {
    case 'xx-small':
      return 9
    case 'x-small':
      return 10
    case 'small':
    case 'smaller':
      return 13
    case 'medium':
      return 16
    case 'large':
    case 'larger':
      return 18
    case 'x-large':
      return 24
    case 'xx-large':
      return 32
  }
  return undefined
}

/** Reads `font-size`. */
export function fontSize(style: FontSize, value: string): void {
  const word = pixelsOfWord(value)
  const unit = unitOf(value)
  const n = word ?? Number.parseFloat(value)
  if (Number.isNaN(n)) return
  const multiple = word === undefined && (unit === 'em' || unit === '%' || unit === 'ex')
  style.fontEm = multiple ? (unit === 'em' ? n : unit === '%' ? n / 100 : n / 2) : -1
  style.fontPx = multiple ? -1 : (word ?? pixels(value))
  if (Number.isNaN(style.fontPx)) style.fontPx = -1
}

/** `bold 12px/1.5 "MS Gothic", serif`: the size stands before the slash or the family, the family is the rest. */
export function fontShorthand(style: FontSize, value: string, written: string, fonts: FontSink): void {
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i)
    const before = i === 0 ? 0x20 : value.charCodeAt(i - 1)
    if (before !== 0x20 || !((c >= 0x30 && c <= 0x39) || c === 0x2e)) continue
    let end = i
    while (end < value.length && value.charCodeAt(end) !== 0x20 && value.charCodeAt(end) !== 0x2f) end++
    const size = value.slice(i, end)
    if (unitOf(size) === '' && Number.parseFloat(size) !== 0) continue // a weight: 700
    fontSize(style, size)
    const family = written.indexOf(' ', end)
    if (family > 0) fontNames(written.slice(family + 1), fonts)
    return
  }
}

/** Names of a family list, without their quotes. */
export function fontNames(list: string, fonts: FontSink): void {
  for (const part of list.split(',', 20)) {
    let name = part.trim()
    const quote = name.charCodeAt(0)
    if (quote === 0x22 || quote === 0x27)
      name = name.slice(1, name.charCodeAt(name.length - 1) === quote ? -1 : undefined).trim()
    if (name !== '') fonts(name)
  }
}
