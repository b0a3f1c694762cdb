/** What do CSS declarations say about whether text can be seen? */
import { FAINT_GROUND, parseColour, TRANSPARENT, UNKNOWN_COLOUR } from './colour.ts'

export const DISPLAY_NONE = 1
export const DISPLAY_BLOCK = 2
export const DISPLAY_INLINE = 3

/** What declarations say; a field that nothing was said about has the value it is born with. */
export class Style {
  display = 0
  /** `hidden`, `visible`, or nothing. */
  visibility: '' | 'hidden' | 'visible' = ''
  /** 0 to 1. */
  opacity = 1
  /** In px, or -1. */
  fontPx = -1
  /** As a multiple of the parent's, or -1. */
  fontEm = -1
  /** 0xRRGGBB, `TRANSPARENT`, or `UNKNOWN_COLOUR`. */
  colour = UNKNOWN_COLOUR
  /** The same. */
  ground = UNKNOWN_COLOUR
  /** A picture or gradient lies behind. */
  picture = false
  offScreen = false
  zeroSize = false
  msoHide = false
  /** Blanks are kept. */
  pre: boolean | undefined
}

/** Pixels to the left or above from where on text cannot be scrolled to. */
const OFF_SCREEN = -500
/** Height and width in px that show no line of text. */
const NO_ROOM = 1
/** Declarations of one style that are read; the longest in real mail have 40. */
const DECLARATIONS = 200
/** Code units of one value that are read; data: URLs are longer, colours and sizes are not. */
const VALUE_UNITS = 1000

/** Takes the font names that declarations give, as written. */
export type FontSink = (name: string) => void

/**
 * Reads declarations.
 *
 * @param css - the inside of a `style` attribute or of a rule's braces, its references decoded
 * @param fonts - is told every font family
 * @returns what they say; declarations it does not know are passed over
 */
export function parseStyle(css: string, fonts: FontSink): Style {
  const style = new Style()
  const text = css.includes('\\') || css.includes('/*') ? plainCss(css) : css
  const box = new Box()
  const plain = !text.includes('(') && !text.includes('"') && !text.includes("'")
  let at = 0
  for (let n = 0; at < text.length && n < DECLARATIONS; n++) {
    let start = at
    while (start < text.length && text.charCodeAt(start) <= 0x20) start++
    let colon = start
    for (let c = text.charCodeAt(colon); colon < text.length && c !== 0x3a && c !== 0x3b; c = text.charCodeAt(++colon));
    at = (plain ? plainEnd(text, colon) : declarationEnd(text, colon)) + 1
    if (text.charCodeAt(colon) === 0x3a) declaration(style, box, text, start, colon, at - 1, fonts)
  }
  style.offScreen ||= box.isOffScreen()
  style.zeroSize ||= box.isZeroSize()
  return style
}

/** Properties that say whether text can be seen, in the order of `apply`. */
const PROPERTIES =
  'display visibility opacity font-size font color -webkit-text-fill-color background background-color background-image position left top right bottom text-indent margin-left margin-top overflow overflow-x overflow-y width height max-width max-height clip clip-path transform mso-hide white-space font-family'

let properties: Set<string> | undefined

function declaration(
  style: Style,
  box: Box,
  text: string,
  start: number,
  colon: number,
  end: number,
  fonts: FontSink,
): void {
  properties ??= new Set(PROPERTIES.split(' '))
  let nameEnd = colon
  while (nameEnd > start && text.charCodeAt(nameEnd - 1) <= 0x20) nameEnd--
  let name = text.slice(start, Math.min(nameEnd, start + 32))
  // Most declarations are about borders and margins: nothing more is made of them.
  if (!properties.has(name)) {
    name = name.toLowerCase()
    if (!properties.has(name)) return
  }
  let value = text.slice(colon + 1, Math.min(end, colon + VALUE_UNITS)).trim()
  if (value.endsWith('important')) value = value.slice(0, Math.max(0, value.lastIndexOf('!'))).trimEnd()
  if (name === 'font-family') fontNames(value, fonts)
  else apply(style, box, name, value.toLowerCase(), value, fonts)
}

/** Sizes and places, which say something only together. */
class Box {
  positioned = false
  clipped = false
  away = false
  small = false

  isOffScreen(): boolean {
    return this.positioned && this.away
  }

  isZeroSize(): boolean {
    return this.clipped && this.small
  }
}

/** Puts what stands later over what stands earlier. */
export function mergeStyles(first: Style, over: Style): Style {
  const style = new Style()
  style.display = over.display || first.display
  style.visibility = over.visibility || first.visibility
  style.opacity = Math.min(over.opacity, first.opacity)
  const font = over.fontPx >= 0 || over.fontEm >= 0 ? over : first
  style.fontPx = font.fontPx
  style.fontEm = font.fontEm
  style.colour = over.colour === UNKNOWN_COLOUR ? first.colour : over.colour
  style.ground = over.ground === UNKNOWN_COLOUR ? first.ground : over.ground
  style.picture = over.picture || first.picture
  style.offScreen = over.offScreen || first.offScreen
  style.zeroSize = over.zeroSize || first.zeroSize
  style.msoHide = over.msoHide || first.msoHide
  style.pre = over.pre ?? first.pre
  return style
}

/** Takes comments out and puts escapes in (CSS Syntax 3, 4.3.7): `d\69splay` is display. */
export function plainCss(css: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < css.length; ) {
    const c = css.charCodeAt(i)
    if (c === 0x2f && css.charCodeAt(i + 1) === 0x2a) {
      out += css.slice(from, i)
      const end = css.indexOf('*/', i + 2)
      i = from = end < 0 ? css.length : end + 2
    } else if (c === 0x5c && i + 1 < css.length) {
      out += css.slice(from, i)
      let end = i + 1
      let code = 0
      for (; end < i + 7 && isHex(css.charCodeAt(end)); end++) code = code * 16 + Number.parseInt(css.charAt(end), 16)
      if (end === i + 1) {
        from = i + 1
        i += 2
      } else {
        out += code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
        i = from = css.charCodeAt(end) === 0x20 ? end + 1 : end
      }
    } else i++
  }
  return out + css.slice(from)
}

function isHex(c: number): boolean {
  return (c >= 0x30 && c <= 0x39) || ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x66)
}

/** The `;` that ends a declaration: not one inside quotes or url(data:...;base64,...). */
function declarationEnd(css: string, from: number): number {
  let quote = 0
  let depth = 0
  for (let i = from; i < css.length; i++) {
    const c = css.charCodeAt(i)
    if (quote !== 0) {
      if (c === quote) quote = 0
    } else if (c === 0x22 || c === 0x27) quote = c
    else if (c === 0x28) depth++
    else if (c === 0x29) depth--
    else if (c === 0x3b && depth <= 0) return i
  }
  return css.length
}

/** The same where there are neither quotes nor parentheses. */
function plainEnd(css: string, from: number): number {
  const end = css.indexOf(';', from)
  return end < 0 ? css.length : end
}

function apply(style: Style, box: Box, name: string, value: string, written: string, fonts: FontSink): void {
  switch (name) {
    case 'display':
      style.display =
        value === 'none'
          ? DISPLAY_NONE
          : value.startsWith('inline') || value === 'contents'
            ? DISPLAY_INLINE
            : DISPLAY_BLOCK
      break
    case 'visibility':
      style.visibility = value === 'hidden' || value === 'collapse' ? 'hidden' : 'visible'
      break
    case 'opacity':
      style.opacity = ratio(value)
      break
    case 'font-size':
      fontSize(style, value)
      break
    case 'font':
      fontShorthand(style, value, written, fonts)
      break
    case 'color':
    case '-webkit-text-fill-color':
      style.colour = parseColour(value)
      break
    case 'background':
    case 'background-color':
    case 'background-image':
      ground(style, value)
      break
    case 'position':
      box.positioned = value !== 'static'
      break
    case 'left':
    case 'top':
    case 'right':
    case 'bottom':
      if (pixels(value) <= OFF_SCREEN) box.away = true
      break
    case 'text-indent':
    case 'margin-left':
    case 'margin-top':
      if (pixels(value) <= OFF_SCREEN) style.offScreen = true
      break
    case 'overflow':
    case 'overflow-x':
    case 'overflow-y':
      if (value.startsWith('hidden') || value.startsWith('clip')) box.clipped = true
      break
    case 'width':
    case 'height':
    case 'max-width':
    case 'max-height':
      if (pixels(value) <= NO_ROOM) box.small = true
      break
    case 'clip':
      if (isEmptyClip(value)) style.zeroSize = true
      break
    case 'clip-path':
      if (value.startsWith('inset(50%') || value.startsWith('inset(100%') || value.startsWith('circle(0'))
        style.zeroSize = true
      break
    case 'transform':
      if (value.startsWith('scale(0)') || value.startsWith('scale(0,')) style.zeroSize = true
      break
    case 'mso-hide':
      if (value === 'all') style.msoHide = true
      break
    case 'white-space':
      style.pre = value.startsWith('pre') || value === 'break-spaces'
      break
  }
}

function ratio(value: string): number {
  const n = Number.parseFloat(value)
  if (Number.isNaN(n)) return 1
  return Math.max(0, Math.min(1, value.endsWith('%') ? n / 100 : n))
}

const PX_OF_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  vw: 12,
  vh: 8,
}

/** A length in px (em taken as 16), or NaN: for percentages, keywords and what is no length. */
function pixels(value: string): number {
  const n = Number.parseFloat(value)
  if (Number.isNaN(n) || n === 0) return n
  return n * (PX_OF_UNIT[unitOf(value)] ?? Number.NaN)
}

/** The letters or % after a number. */
function unitOf(value: string): string {
  let i = 0
  while (i < value.length && value.charCodeAt(i) < 0x3a && value.charCodeAt(i) !== 0x25) i++
  return value.slice(i).trim()
}

const FONT_WORDS: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  smaller: 13,
  larger: 19,
}

function fontSize(style: Style, value: string): void {
  const word = FONT_WORDS[value]
  const unit = unitOf(value)
  const n = word ?? Number.parseFloat(value)
  if (Number.isNaN(n)) return
  const multiple = word === undefined && (unit === 'em' || unit === '%' || unit === 'ex')
  style.fontEm = multiple ? (unit === 'em' ? n : unit === '%' ? n / 100 : n / 2) : -1
  style.fontPx = multiple ? -1 : (word ?? pixels(value))
  if (Number.isNaN(style.fontPx)) style.fontPx = -1
}

/** `bold 12px/1.5 "MS Gothic", serif`: the size stands before the slash or the family, the family is the rest. */
function fontShorthand(style: Style, value: string, written: string, fonts: FontSink): void {
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

function ground(style: Style, value: string): void {
  if (value.includes('url(') || value.includes('gradient(')) {
    style.picture = true
    return
  }
  const whole = parseColour(value, FAINT_GROUND)
  if (whole !== UNKNOWN_COLOUR) style.ground = whole
  else if (value === 'none') style.ground = TRANSPARENT
  else {
    for (const part of value.split(' ', 8)) {
      const colour = parseColour(part, FAINT_GROUND)
      if (colour !== UNKNOWN_COLOUR) style.ground = colour
    }
  }
}

/** `rect(0 0 0 0)` and `rect(1px, 1px, 1px, 1px)`: the usual way to keep text for screen readers alone. */
function isEmptyClip(value: string): boolean {
  if (!value.startsWith('rect(')) return false
  const sides = value
    .slice(5)
    .split(/[\s,]+/, 4)
    .map((side) => Number.parseFloat(side))
  return sides.length === 4 && Math.abs(sides[1]! - sides[3]!) <= NO_ROOM && Math.abs(sides[0]! - sides[2]!) <= NO_ROOM
}

/** Names of a family list, without their quotes. */
function fontNames(list: string, fonts: FontSink): void {
  for (const part of list.split(',', 20)) {
    let name = part.trim()
    const quote = name.charCodeAt(0)
    if (quote === 0x22 || quote === 0x27)
      name = name.slice(1, name.charCodeAt(name.length - 1) === quote ? -1 : undefined).trim()
    if (name !== '') fonts(name)
  }
}
