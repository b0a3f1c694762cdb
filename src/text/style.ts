/** What may declarations say about whether text can be seen? */
import { UNKNOWN_COLOUR } from './colour.ts'

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
  style.picture = over.picture || (first.picture && over.ground === UNKNOWN_COLOUR)
  style.offScreen = over.offScreen || first.offScreen
  style.zeroSize = over.zeroSize || first.zeroSize
  style.msoHide = over.msoHide || first.msoHide
  style.pre = over.pre ?? first.pre
  return style
}

/** Puts one over the other where there are two. */
export function overlay(first: Style | undefined, second: Style | undefined): Style | undefined {
  return first && second ? mergeStyles(first, second) : (second ?? first)
}
