/** What do CSS declarations say about whether text can be seen? */
import { FAINT_GROUND, parseColour, TRANSPARENT, UNKNOWN_COLOUR } from './colour.ts'
import { type FontSink, fontNames, fontShorthand, fontSize } from './css-font.ts'
import { isEmptyClip, pixels, ratio } from './css-length.ts'
import { declarationEnd, plainCss, plainEnd } from './css-syntax.ts'
import { DISPLAY_BLOCK, DISPLAY_INLINE, DISPLAY_NONE, Style } from './style.ts'

/** Pixels to the left or above from where on text cannot be scrolled to. */
const OFF_SCREEN = -500
/** Height and width in px that show no line of text. */
const NO_ROOM = 1
/** Declarations of one style that are read; the longest in real mail have 40. */
const DECLARATIONS = 200
/** Code units of one value that are read; data: URLs are longer, colours and sizes are not. */
const VALUE_UNITS = 1000

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

function apply(style: Style, box: Box, name: string, value: string, written: string, fonts: FontSink): void {
  switch (name) {
    case 'display':
      style.display = displayOf(value) || style.display
      break
    case 'visibility':
      if (value === 'hidden' || value === 'collapse') style.visibility = 'hidden'
      else if (value === 'visible') style.visibility = 'visible'
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

/** 0 for a value that browsers do not know either: they keep what was said before. */
function displayOf(value: string): number {
  if (value === 'none') return DISPLAY_NONE
  if (value.startsWith('inline') || value === 'contents' || value.startsWith('ruby')) return DISPLAY_INLINE
  const block =
    value === 'block' ||
    value === 'flex' ||
    value === 'grid' ||
    value === 'list-item' ||
    value === 'flow-root' ||
    value.startsWith('table')
  return block ? DISPLAY_BLOCK : 0
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
