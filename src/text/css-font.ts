/** How large is text by a CSS font size, and which fonts are named? */
import { numberEnd, pixels } from './css-length.ts'

/** Takes the font names that declarations give, as written. */
export type FontSink = (name: string) => void

/** A size: in px, or as a multiple of the parent's; the other one is -1. */
export interface FontSize {
  fontPx: number
  fontEm: number
}

/** What is taken for a size that cannot be known: such text may be seen. */
export const ORDINARY_PX = 16

/** CSS Fonts 4, 2.5: the keywords, for a medium of 16 px. */
function pixelsOfWord(word: string): number {
  switch (word) {
    case 'xx-small':
      return 9
    case 'x-small':
      return 10
    case 'small':
      return 13
    case 'medium':
    case 'initial':
    case 'revert':
    case 'revert-layer':
      return ORDINARY_PX
    case 'large':
      return 18
    case 'x-large':
      return 24
    case 'xx-large':
      return 32
    case 'xxx-large':
      return 48
  }
  return -1
}

/** The keywords that mean a multiple of the parent's. */
function multipleOfWord(word: string): number {
  switch (word) {
    case 'inherit':
    case 'unset':
    case 'math':
      return 1
    case 'smaller':
      return 5 / 6
    case 'larger':
      return 6 / 5
  }
  return -1
}

/** Reads `font-size`; what is no size leaves the style as it was, as in a browser. */
export function fontSize(style: FontSize, value: string): void {
  const end = numberEnd(value)
  let px = -1
  let em = -1
  if (end > 0) {
    const n = Number(value.slice(0, end))
    if (n < 0) return
    const unit = value.slice(end)
    if (unit === 'em') em = n
    else if (unit === '%') em = n / 100
    else if (unit === 'ex' || unit === 'ch') em = n / 2
    else {
      px = pixels(value)
      // a number without a unit is px in quirks mode alone, and which mode a mail program uses is not known
      if (Number.isNaN(px)) px = ORDINARY_PX
    }
  } else if (value.includes('(')) px = ORDINARY_PX
  else {
    px = pixelsOfWord(value)
    em = multipleOfWord(value)
    if (px < 0 && em < 0) return
  }
  style.fontPx = px
  style.fontEm = em
}

/** Parts of a `font` value before its family: style, variant, weight, stretch, size. */
const FONT_PARTS = 8

/** `bold 12px/1.5 "MS Gothic", serif`: the size stands before the slash or the family, the family is the rest. */
export function fontShorthand(style: FontSize, value: string, written: string, fonts: FontSink): void {
  let at = 0
  for (let n = 0; n < FONT_PARTS && at < value.length; n++) {
    let end = at
    while (end < value.length && value.charCodeAt(end) !== 0x20 && value.charCodeAt(end) !== 0x2f) end++
    const part = value.slice(at, end)
    if (isSize(part)) {
      const family = value.indexOf(' ', end)
      if (family < 0) break
      fontSize(style, part)
      fontNames(written.slice(family + 1), fonts)
      return
    }
    at = end + 1
  }
  // one word: the font of menus, or of the parent; a function may mean anything
  const em = value === 'inherit' || value === 'unset' ? 1 : -1
  if (em < 0 && !value.includes('(') && !SYSTEM_FONTS.includes(` ${value} `)) return
  style.fontEm = em
  style.fontPx = em < 0 ? ORDINARY_PX : -1
}

const SYSTEM_FONTS = ' initial revert revert-layer caption icon menu message-box small-caption status-bar '

/** A weight (700) is none. */
function isSize(part: string): boolean {
  const end = numberEnd(part)
  if (end === 0) return pixelsOfWord(part) >= 0 || part === 'smaller' || part === 'larger'
  return end < part.length || Number(part) === 0
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
