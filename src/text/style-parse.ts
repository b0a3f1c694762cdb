/** What do CSS declarations say about whether text can be seen? */
import { SIZED, TABLED } from './box.ts'
import { BOX_PROPERTIES, boxDeclaration, say } from './box-parse.ts'
import {
  FAINT_GROUND,
  isBareHex,
  parseColour,
  TRANSPARENT,
  textColour,
  UNKNOWN_COLOUR,
  UNSURE_COLOUR,
} from './colour.ts'
import { type FontSink, fontNames, fontShorthand, fontSize, ORDINARY_PX } from './css-font.ts'
import { ratio } from './css-length.ts'
import { findSign, plainCss, plainEnd } from './css-syntax.ts'
import { DISPLAY_BLOCK, DISPLAY_INLINE, DISPLAY_NONE, DISPLAY_SHOWN, Style, showing } from './style.ts'

/** Declarations of one style that are read; the longest in real mail have 40. */
const DECLARATIONS = 200
/** Code units of one value that are read; data: URLs are longer, colours and sizes are not. */
const VALUE_UNITS = 1000

/**
 * Reads declarations, the later over the earlier, as CSS Cascade 4 (6.1) has it. What a browser would pass over is passed
 * over; where declarations are cut off at a cap, or hold rules of their own, none of them hides.
 *
 * @param css - the inside of a `style` attribute or of a rule's braces, its references decoded
 * @param fonts - is told every font family
 * @returns what they say, with what is `!important` apart; declarations it does not know are passed over
 */
export function parseStyle(css: string, fonts: FontSink): Style {
  const style = new Style()
  const text = css.includes('\\') || css.includes('/*') ? plainCss(css) : css
  const plain = !NESTING.test(text)
  let at = 0
  for (let n = 0; at < text.length; n++) {
    if (n === DECLARATIONS) return showing(style) ?? new Style()
    let start = at
    while (start < text.length && text.charCodeAt(start) <= 0x20) start++
    let colon = start
    for (let c = text.charCodeAt(colon); colon < text.length && c !== 0x3a && c !== 0x3b; c = text.charCodeAt(++colon));
    // what stands before a colon can nest as well
    at = (plain ? plainEnd(text, colon) : findSign(text, start, ';')) + 1
    if (text.charCodeAt(colon) === 0x3a && colon < at) declaration(style, text, start, colon, at - 1, fonts)
  }
  return style
}

/** What can hide a `;`. */
const NESTING = /[("'{[]/

/** Properties that are read here, but for those of boxes. */
const PROPERTIES =
  'all display visibility opacity font-size font color -webkit-text-fill-color background background-color background-image white-space font-family'

/** Names that browsers know with `-webkit-` before them as well. */
const PREFIXED = ' animation animation-name backdrop-filter box-shadow clip-path filter opacity transform '
/** Properties with long values in honest mail: pictures and lists of fonts. */
const LONG = ' background background-image font font-family '

let properties: Set<string> | undefined

function declaration(style: Style, text: string, start: number, colon: number, end: number, fonts: FontSink): void {
  properties ??= new Set(`${PROPERTIES} ${BOX_PROPERTIES}`.split(' '))
  let nameEnd = colon
  while (nameEnd > start && text.charCodeAt(nameEnd - 1) <= 0x20) nameEnd--
  let name = text.slice(start, Math.min(nameEnd, start + 32))
  // Most declarations are about borders and line heights: nothing more is made of them.
  if (!properties.has(name)) {
    name = name.toLowerCase()
    // `-webkit-display` is nothing to a browser
    if (name.startsWith('-webkit-') && PREFIXED.includes(` ${name.slice(8)} `)) name = name.slice(8)
    if (!properties.has(name)) return
  }
  let value = text.slice(colon + 1, end).trim()
  let target = style
  if (value.length > 10 && value.slice(-9).toLowerCase() === 'important') {
    const mark = value.lastIndexOf('!')
    if (mark < 0 || value.slice(mark + 1, -9).trim() !== '') return
    value = value.slice(0, mark).trimEnd()
    style.important ??= new Style()
    target = style.important
  }
  if (value.length > VALUE_UNITS) {
    // what stands behind the cap may make another value of it, or none
    if (!LONG.includes(` ${name} `)) {
      all(target, 'initial')
      return
    }
    value = value.slice(0, VALUE_UNITS)
  }
  if (name === 'font-family') fontNames(value, fonts)
  else apply(target, name, value.toLowerCase(), value, fonts)
}

function apply(style: Style, name: string, value: string, written: string, fonts: FontSink): void {
  switch (name) {
    case 'all':
      all(style, value)
      break
    case 'display':
      display(style, value)
      break
    case 'visibility':
      style.visibility = visibilityOf(value) || style.visibility
      break
    case 'opacity':
      opacity(style, value)
      break
    case 'font-size':
      fontSize(style, value)
      break
    case 'font':
      fontShorthand(style, value, written, fonts)
      break
    case 'color': {
      const colour = textColour(value)
      if (colour !== UNKNOWN_COLOUR) style.colour = colour
      break
    }
    case '-webkit-text-fill-color': {
      const fill = textColour(value)
      if (fill !== UNKNOWN_COLOUR) style.fill = fill >= 0 || fill === TRANSPARENT ? fill : UNSURE_COLOUR
      break
    }
    case 'background':
    case 'background-color':
    case 'background-image':
      ground(style, name, value)
      break
    case 'white-space':
      style.pre = value.startsWith('pre') || value === 'break-spaces'
      break
    default:
      boxDeclaration(style, name, value)
  }
}

/** Undoes everything that was said before, whatever the keyword (CSS Cascade 4, 3.2). */
function all(style: Style, value: string): void {
  if (!CSS_WIDE.includes(` ${value} `)) return
  style.display = DISPLAY_SHOWN
  style.visibility = 'visible'
  style.opacity = 1
  style.fontPx = ORDINARY_PX
  style.fontEm = -1
  style.colour = style.fill = UNSURE_COLOUR
  style.picture = true
  style.said = -1
  style.on = 0
}

const CSS_WIDE = ' initial inherit unset revert revert-layer '

/** CSS Display 3, 2, and older keywords; a value that browsers do not know either leaves what was said before. */
function display(style: Style, value: string): void {
  const said = displayOf(value)
  if (said === 0) return
  style.display = said
  say(style, SIZED, value.startsWith('inline-'))
  say(style, TABLED, value.startsWith('table'))
}

function displayOf(value: string): number {
  switch (value) {
    case 'none':
      return DISPLAY_NONE
    case 'block':
    case 'flex':
    case 'grid':
    case 'list-item':
    case 'flow-root':
    case 'table':
    case 'table-row':
    case 'table-cell':
    case 'table-caption':
    case 'table-row-group':
    case 'table-header-group':
    case 'table-footer-group':
    case 'table-column':
    case 'table-column-group':
      return DISPLAY_BLOCK
    case 'inline':
    case 'inline-block':
    case 'inline-flex':
    case 'inline-grid':
    case 'inline-table':
    case 'contents':
    case 'ruby':
    case 'ruby-base':
    case 'ruby-text':
    case 'ruby-base-container':
    case 'ruby-text-container':
    case 'initial':
      return DISPLAY_INLINE
    case 'math':
    case 'run-in':
    case 'flow':
    case 'inherit':
    case 'unset':
    case 'revert':
    case 'revert-layer':
      return DISPLAY_SHOWN
  }
  // -webkit-box, var(--x, block), `block flow`
  return value.charCodeAt(0) === 0x2d || value.includes('(') || value.includes(' ') ? DISPLAY_SHOWN : 0
}

function visibilityOf(value: string): Style['visibility'] {
  if (value === 'hidden' || value === 'collapse') return 'hidden'
  if (value === 'inherit' || value === 'unset') return 'inherit'
  return value === 'visible' || value.includes('(') || CSS_WIDE.includes(` ${value} `) ? 'visible' : ''
}

function opacity(style: Style, value: string): void {
  const n = ratio(value)
  if (!Number.isNaN(n)) style.opacity = n
  else if (value.includes('(') || CSS_WIDE.includes(` ${value} `)) style.opacity = 1
}

function ground(style: Style, name: string, value: string): void {
  if (value.includes('url(') || value.includes('gradient(')) style.picture = true
  else if (name === 'background-image') style.picture ||= value.includes('(')
  else {
    const whole = groundColour(value)
    if (whole !== UNSURE_COLOUR) style.ground = whole
    else for (const part of value.split(' ', 8)) groundPart(style, part)
  }
}

function groundPart(style: Style, part: string): void {
  const colour = groundColour(part)
  if (colour === UNSURE_COLOUR) style.picture ||= !isPlacing(part)
  else if (colour >= 0 || style.ground < 0) style.ground = colour
}

/** Unsure for what is no colour, and for `fff`, which is one in quirks mode alone. */
function groundColour(value: string): number {
  if (value === 'none' || CSS_WIDE.includes(` ${value} `)) return TRANSPARENT
  const colour = isBareHex(value) ? UNKNOWN_COLOUR : parseColour(value, FAINT_GROUND)
  return colour === UNKNOWN_COLOUR ? UNSURE_COLOUR : colour
}

/** What else than colours stands in `background`; any other word may name a colour (`windowtext`). */
function isPlacing(part: string): boolean {
  const c = part.charCodeAt(0)
  return !(c >= 0x61 && c <= 0x7a) ? !isBareHex(part) : PLACING.includes(` ${part} `)
}

const PLACING =
  ' repeat no-repeat repeat-x repeat-y space round scroll fixed local top left right bottom center auto cover contain border-box padding-box content-box text '
