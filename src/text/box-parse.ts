/** What do declarations about place and size say about whether text can be seen? */
import {
  ABSOLUTE,
  ANIMATED,
  BOTTOM,
  CLIP,
  CLIP_PATH,
  CLIPPED_X,
  CLIPPED_Y,
  FILTERED,
  FLOATED,
  INDENT,
  LEFT,
  MARGIN,
  MIN_HEIGHT,
  MIN_WIDTH,
  MSO_HIDDEN,
  NO_HEIGHT,
  NO_MAX_HEIGHT,
  NO_MAX_WIDTH,
  NO_WIDTH,
  PADDING_X,
  PADDING_Y,
  PAINTED,
  POSITIONED,
  PUSHED,
  RIGHT,
  SCALED_AWAY,
  TOP,
  TRANSFORMED,
  WIDE,
} from './box.ts'
import { isEmptyClip, numberEnd, pixels, ratio, sidesOf } from './css-length.ts'
import { type Style, UNREADABLE_OPACITY } from './style.ts'

/** Pixels to the left or above from where on a line of text cannot be scrolled to. */
const OFF_SCREEN = -1000
/** The first line alone is indented, and what is longer than this shows: image replacement uses -9999px. */
const INDENTED = -5000
/** Pixels to the right or below that may bring back what was moved away. */
const PUSHING = 300
/** Height and width in px that show no line of text, and a padding that shows none beside them. */
const NO_ROOM = 1
const NO_PADDING = 4

/** Says of some bits whether they hold. */
export function say(style: Style, bits: number, holds: boolean): void {
  style.said |= bits
  style.on = holds ? style.on | bits : style.on & ~bits
}

/** Says that a bit holds, and never that it does not: several declarations can set it. */
function add(style: Style, bit: number, holds: boolean): void {
  if (holds) say(style, bit, true)
}

/** Reads a declaration; the name is one of `BOX_PROPERTIES`. */
export function boxDeclaration(style: Style, name: string, value: string): void {
  switch (name) {
    case 'position':
      position(style, value)
      break
    case 'left':
      offset(style, LEFT, value)
      break
    case 'right':
      offset(style, RIGHT, value)
      break
    case 'top':
      offset(style, TOP, value)
      break
    case 'bottom':
      offset(style, BOTTOM, value)
      break
    case 'inset':
    case 'inset-inline':
    case 'inset-block':
    case 'inset-inline-start':
    case 'inset-inline-end':
      say(style, LEFT | RIGHT | TOP | BOTTOM, false)
      break
    case 'margin-left':
    case 'margin-inline':
    case 'margin-inline-start':
      offset(style, MARGIN, value)
      break
    case 'margin':
      if (isPlain(value)) style.on &= ~MARGIN
      else {
        const sides = sidesOf(value)
        if (!sides) break
        const { top, left } = sides
        offset(style, MARGIN, left)
        add(style, PUSHED, isPushing(top))
      }
      style.said |= MARGIN
      break
    case 'text-indent':
      say(style, INDENT, pixels(value) <= INDENTED)
      add(style, PUSHED, isPushing(value))
      break
    case 'padding':
      padding(style, value)
      break
    case 'padding-left':
    case 'padding-right':
    case 'padding-inline':
    case 'padding-inline-start':
    case 'padding-inline-end':
      add(style, PADDING_X, isRoom(value))
      add(style, PUSHED, isPushing(value))
      break
    case 'margin-top':
    case 'margin-block':
    case 'margin-block-start':
      add(style, PUSHED, isPushing(value))
      break
    case 'padding-top':
    case 'padding-bottom':
    case 'padding-block':
    case 'padding-block-start':
    case 'padding-block-end':
      add(style, PADDING_Y, isRoom(value))
      add(style, PUSHED, isPushing(value))
      break
    case 'overflow':
      overflow(style, CLIPPED_X | CLIPPED_Y, value)
      break
    case 'overflow-x':
      overflow(style, CLIPPED_X, value)
      break
    case 'overflow-y':
      overflow(style, CLIPPED_Y, value)
      break
    case 'width':
    case 'inline-size':
      size(style, NO_WIDTH, value)
      say(style, WIDE, isWide(value))
      break
    case 'height':
    case 'block-size':
      size(style, NO_HEIGHT, value)
      break
    case 'max-width':
    case 'max-inline-size':
      size(style, NO_MAX_WIDTH, value)
      break
    case 'max-height':
    case 'max-block-size':
      size(style, NO_MAX_HEIGHT, value)
      break
    case 'min-width':
    case 'min-inline-size':
      say(style, MIN_WIDTH, isMinimum(value))
      add(style, WIDE, isWide(value))
      break
    case 'min-height':
    case 'min-block-size':
      say(style, MIN_HEIGHT, isMinimum(value))
      break
    case 'clip':
      say(style, CLIP, isEmptyClip(value))
      break
    case 'clip-path':
      say(style, CLIP_PATH, isEmptyPath(value))
      break
    case 'filter':
      filter(style, value)
      break
    case 'transform':
    case 'scale':
    case 'rotate':
    case 'translate':
    case 'zoom':
      transform(style, name, value)
      break
    case 'animation':
    case 'animation-name':
      say(style, ANIMATED, value !== 'none' && value !== 'initial')
      break
    case 'mso-hide':
      say(style, MSO_HIDDEN, value === 'all')
      break
    case 'float':
      say(style, FLOATED, value === 'left' || value === 'right')
      break
    case 'text-shadow':
    case '-webkit-text-stroke':
      add(style, PAINTED, value !== 'none' && value !== 'initial')
      break
    case 'box-shadow':
      if (value.includes('inset')) style.picture = true
      break
    case 'mix-blend-mode':
    case 'backdrop-filter':
      if (value !== 'normal' && value !== 'none') style.picture = true
  }
}

function position(style: Style, value: string): void {
  if (value === 'absolute' || value === 'fixed') say(style, ABSOLUTE | POSITIONED, true)
  else if (OTHER_POSITIONS.includes(` ${value} `)) {
    say(style, ABSOLUTE, false)
    say(style, POSITIONED, value === 'relative')
  }
}

const OTHER_POSITIONS = ' static relative sticky -webkit-sticky initial inherit unset revert revert-layer '

function offset(style: Style, bit: number, value: string): void {
  const away = value.endsWith('vw') ? Number.parseFloat(value) <= -100 : pixels(value) <= OFF_SCREEN
  say(style, bit, away)
  add(style, PUSHED, isPushing(value))
}

/** A percentage or function may be any length. */
function isPushing(value: string): boolean {
  const px = pixels(value)
  return Number.isNaN(px) ? (numberEnd(value) > 0 ? isLarge(value) : value.includes('(')) : px >= PUSHING
}

/** Of a number with a unit that is none in px: a percentage, a unit that is not known, or none at all. */
function isLarge(value: string): boolean {
  return Number.parseFloat(value) >= (value.endsWith('%') ? 30 : PUSHING)
}

function padding(style: Style, value: string): void {
  if (isPlain(value)) {
    say(style, PADDING_X | PADDING_Y, value !== '0' && isRoom(value))
    return
  }
  const sides = sidesOf(value)
  if (!sides) return
  const { top, right, bottom, left } = sides
  say(style, PADDING_X, isRoom(right) || isRoom(left))
  say(style, PADDING_Y, isRoom(top) || isRoom(bottom))
  add(style, PUSHED, isPushing(left) || isPushing(right) || isPushing(top))
}

/** What most margins and paddings are: one value below 100 px. */
function isPlain(value: string): boolean {
  return (
    value === '0' || value === 'auto' || (value.length <= 4 && value.endsWith('px') && value.charCodeAt(0) !== 0x2d)
  )
}

function isRoom(value: string): boolean {
  const px = pixels(value)
  return Number.isNaN(px) ? value !== '' && value !== 'initial' && value !== 'inherit' : px > NO_PADDING
}

function overflow(style: Style, bits: number, value: string): void {
  say(style, bits, value === 'hidden' || value === 'clip')
}

function size(style: Style, bit: number, value: string): void {
  const px = pixels(value)
  if (px >= 0 || Number.isNaN(px)) say(style, bit, px <= NO_ROOM)
}

function isMinimum(value: string): boolean {
  const px = pixels(value)
  return Number.isNaN(px) ? value !== 'auto' && value !== 'initial' && value !== 'inherit' : px > NO_ROOM
}

function isWide(value: string): boolean {
  const px = pixels(value)
  return Number.isNaN(px)
    ? value.includes('(') || (value.endsWith('%') && Number.parseFloat(value) > 100)
    : px >= -OFF_SCREEN / 2
}

/** Arguments of a function that are read; of one with more, none. */
const ARGUMENTS = 20

/** The arguments of a value that is one function and nothing else: what holds for two of them is not worked out. */
function argumentsOf(value: string): string[] {
  const open = value.indexOf('(')
  if (open < 0 || value.indexOf(')') !== value.length - 1) return []
  const parts = value.slice(open + 1, -1).split(',', ARGUMENTS + 1)
  return parts.length > ARGUMENTS ? [] : parts.map((part) => part.trim())
}

/** CSS Shapes 1, 3.1: an inset of half or more from all sides, a circle without a radius, a polygon of one point. */
function isEmptyPath(value: string): boolean {
  const parts = argumentsOf(value)
  const first = parts[0]
  if (first === undefined) return false
  if (value.startsWith('inset(')) return first.endsWith('%') && ratio(first) >= 0.5
  if (value.startsWith('circle(')) return pixels(first) === 0
  return value.startsWith('polygon(') && parts.length > 1 && parts.every((part) => part === '0 0' || part === '0px 0px')
}

/** Any other filter may turn white into black. */
function filter(style: Style, value: string): void {
  const transparent = value.startsWith('opacity(') && ratio(argumentsOf(value)[0] ?? '') <= UNREADABLE_OPACITY
  say(style, FILTERED, transparent)
  if (!transparent && value !== 'none' && value !== 'initial') style.picture = true
}

/** CSS Transforms 1, 14: a scale of zero in one direction leaves nothing. */
function transform(style: Style, name: string, value: string): void {
  const none = value === 'none' || value === 'initial' || value === 'normal' || value === '1'
  if (name === 'scale') say(style, SCALED_AWAY, isZero(value))
  if (name === 'transform') say(style, SCALED_AWAY, SCALES.test(value) && argumentsOf(value).slice(0, 2).some(isZero))
  add(style, TRANSFORMED, !none)
  add(style, PUSHED, name === 'translate' || value.includes('translate') || value.includes('matrix'))
}

const SCALES = /^scale(?:[xy]|3d)?\(/

function isZero(value: string): boolean {
  return numberEnd(value) === value.length && Number(value) === 0
}

/** The properties of which declarations are read here. */
export const BOX_PROPERTIES =
  'position left right top bottom inset inset-inline inset-block inset-inline-start inset-inline-end margin margin-left margin-top margin-block margin-block-start margin-inline margin-inline-start text-indent padding padding-left padding-right padding-top padding-bottom padding-inline padding-inline-start padding-inline-end padding-block padding-block-start padding-block-end overflow overflow-x overflow-y width height max-width max-height min-width min-height inline-size block-size max-inline-size max-block-size min-inline-size min-block-size clip clip-path filter transform scale rotate translate zoom animation animation-name mso-hide float text-shadow -webkit-text-stroke box-shadow mix-blend-mode backdrop-filter'
