/** What may declarations say about whether text can be seen? */
import { ANIMATED, MAY_HIDE } from './box.ts'
import { TRANSPARENT, UNKNOWN_COLOUR, UNSURE_COLOUR } from './colour.ts'
import { ORDINARY_PX } from './css-font.ts'

export const DISPLAY_NONE = 1
export const DISPLAY_BLOCK = 2
export const DISPLAY_INLINE = 3
/** Displayed, in a way that is not known. */
export const DISPLAY_SHOWN = 4

/** Text of this size in px or less is a line, not letters. */
export const UNREADABLE_PX = 2
export const UNREADABLE_OPACITY = 0.06

/** What declarations say; a field that nothing was said about has the value it is born with. */
export class Style {
  display = 0
  /** `hidden`, `visible`, as the parent, or nothing. */
  visibility: '' | 'hidden' | 'visible' | 'inherit' = ''
  /** 0 to 1, or -1. */
  opacity = -1
  /** In px, or -1. */
  fontPx = -1
  /** As a multiple of the parent's, or -1. */
  fontEm = -1
  /** 0xRRGGBB, `TRANSPARENT`, `INHERITED_COLOUR`, `UNSURE_COLOUR`, or `UNKNOWN_COLOUR` where nothing is said. */
  colour = UNKNOWN_COLOUR
  /** The same, of `-webkit-text-fill-color`, which goes before `color`. */
  fill = UNKNOWN_COLOUR
  /** 0xRRGGBB, `TRANSPARENT`, or `UNKNOWN_COLOUR`. */
  ground = UNKNOWN_COLOUR
  /** A picture or gradient lies behind, or a colour that is not known. */
  picture = false
  /** The bits of box.ts that something was said about, and those of them that hold. */
  said = 0
  on = 0
  /** Blanks are kept. */
  pre: boolean | undefined
  /** What is said with `!important`. */
  important: Style | undefined
}

/** Puts what stands later over what stands earlier. */
export function mergeStyles(first: Style, over: Style): Style {
  const style = new Style()
  style.display = over.display || first.display
  style.visibility = over.visibility || first.visibility
  style.opacity = over.opacity < 0 ? first.opacity : over.opacity
  const font = over.fontPx >= 0 || over.fontEm >= 0 ? over : first
  style.fontPx = font.fontPx
  style.fontEm = font.fontEm
  style.colour = over.colour === UNKNOWN_COLOUR ? first.colour : over.colour
  style.fill = over.fill === UNKNOWN_COLOUR ? first.fill : over.fill
  style.ground = over.ground === UNKNOWN_COLOUR ? first.ground : over.ground
  style.picture = over.picture || (first.picture && over.ground === UNKNOWN_COLOUR)
  style.said = first.said | over.said
  style.on = (first.on & ~over.said) | over.on
  style.pre = over.pre ?? first.pre
  style.important = overlay(first.important, over.important)
  return style
}

/** Puts one over the other where there are two. */
export function overlay(first: Style | undefined, second: Style | undefined): Style | undefined {
  return first && second ? mergeStyles(first, second) : (second ?? first)
}

/** What is left of declarations that may or may not hold: text that they would show counts as seen, and they hide none. */
export function showing(style: Style): Style | undefined {
  const shown = new Style()
  if (style.display > DISPLAY_NONE) shown.display = DISPLAY_SHOWN
  if (style.visibility !== 'hidden') shown.visibility = style.visibility
  if (style.opacity > UNREADABLE_OPACITY) shown.opacity = 1
  if (style.fontPx > UNREADABLE_PX || style.fontEm >= 0) shown.fontPx = ORDINARY_PX
  if (style.colour !== UNKNOWN_COLOUR && style.colour !== TRANSPARENT) shown.colour = UNSURE_COLOUR
  if (style.fill !== UNKNOWN_COLOUR && style.fill !== TRANSPARENT) shown.fill = UNSURE_COLOUR
  shown.picture = style.picture || style.ground !== UNKNOWN_COLOUR
  shown.on = style.on & ~MAY_HIDE & ~ANIMATED
  shown.said = (style.said & ~style.on) | shown.on
  if (style.important) shown.important = showing(style.important)
  return saysAnything(shown) ? shown : undefined
}

/** Whether it says anything that bears on the text. */
export function saysAnything(style: Style): boolean {
  return (
    style.display !== 0 ||
    style.said !== 0 ||
    style.fontPx >= 0 ||
    style.fontEm >= 0 ||
    style.colour !== UNKNOWN_COLOUR ||
    style.ground !== UNKNOWN_COLOUR ||
    style.opacity >= 0 ||
    style.visibility !== '' ||
    style.picture ||
    style.fill !== UNKNOWN_COLOUR ||
    style.pre !== undefined ||
    style.important !== undefined
  )
}

/** Whether all it says is that some bits of box.ts do not hold. */
export function undoesOnly(style: Style): boolean {
  return style.on === 0 && style.said !== 0 && saysAnything({ ...style, said: 0 }) === false
}
