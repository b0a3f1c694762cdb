/** Can text be seen in an open element? */
import { isHiddenOn, TRANSPARENT, UNKNOWN_COLOUR } from './colour.ts'
import type { Hiding } from './html-model.ts'
import { DISPLAY_NONE, type Style } from './style.ts'
import type { Tag } from './tags.ts'

/** Text of this size in px or less is a line, not letters. */
const UNREADABLE_PX = 2
const UNREADABLE_OPACITY = 0.06
/** What links are by default, whatever the colour around them. */
const LINK_COLOUR = 0x0000ee

/** How text looks that stands directly in an element; shared by all elements that change nothing. */
export interface Look {
  readonly colour: number
  readonly ground: number
  readonly fontPx: number
  readonly opacity: number
  readonly invisible: boolean
  readonly pre: boolean
  /** Why no child can show text again. */
  readonly fixed: Hiding | undefined
  /** Why it is not seen. */
  readonly hiding: Hiding | undefined
}

/** Black on white, as a page is before anything is said about it. */
export const PLAIN: Look = {
  colour: 0,
  ground: 0xffffff,
  fontPx: 16,
  opacity: 1,
  invisible: false,
  pre: false,
  fixed: undefined,
  hiding: undefined,
}

/** An open element. */
export interface Frame {
  readonly tag: Tag
  /** What is said about its style. */
  readonly own: Style | undefined
  /** Whether it has the colour of a link. */
  readonly link: boolean
  /** The `hidden` attribute. */
  readonly concealed: boolean
  /** With what it inherits. */
  look: Look
  /** The walker's mark for what ends with this element. */
  mark: number
  /** Index of the next open element of the same tag below, or -1. */
  below: number
  /** Index of the nearest element, this one or below, that stops ordinary end tags, and all end tags. */
  special: number
  scope: number
}

/**
 * Works out how text looks in an element.
 *
 * @param around - how it looks in the parent
 */
export function lookOf(own: Style | undefined, link: boolean, concealed: boolean, around: Look): Look {
  if (!own && !link && !concealed) return around
  let { colour, ground, fontPx, opacity, invisible, pre, fixed } = around
  if (link) colour = LINK_COLOUR
  if (own) {
    if (own.colour !== UNKNOWN_COLOUR) colour = own.colour
    if (own.picture) ground = UNKNOWN_COLOUR
    else if (own.ground !== UNKNOWN_COLOUR && own.ground !== TRANSPARENT) ground = own.ground
    if (own.fontPx >= 0) fontPx = own.fontPx
    else if (own.fontEm >= 0) fontPx *= own.fontEm
    opacity *= own.opacity
    if (own.visibility !== '') invisible = own.visibility === 'hidden'
    pre = own.pre ?? pre
    fixed ??= fixedHiding(own)
  }
  if (concealed && (own?.display ?? 0) <= DISPLAY_NONE) fixed ??= 'hidden'
  if (opacity <= UNREADABLE_OPACITY) fixed ??= 'opacity'
  const hiding = fixed ?? passingHiding(invisible, fontPx, colour, ground)
  return { colour, ground, fontPx, opacity, invisible, pre, fixed, hiding }
}

function fixedHiding(own: Style): Hiding | undefined {
  if (own.display === DISPLAY_NONE) return 'display'
  if (own.offScreen) return 'off-screen'
  if (own.zeroSize) return 'zero-size'
  return own.msoHide ? 'mso-hide' : undefined
}

/** What a child can undo with a size, a colour or a visibility of its own. */
function passingHiding(invisible: boolean, fontPx: number, colour: number, ground: number): Hiding | undefined {
  if (invisible) return 'visibility'
  if (fontPx <= UNREADABLE_PX) return 'font-size'
  return isHiddenOn(colour, ground) ? 'colour' : undefined
}
