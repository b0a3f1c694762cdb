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
/** An open element. */
export interface Frame {
  tag: Tag
  own: Style | undefined
  /** Whether it has the colour of a link. */
  link: boolean
  /** The `hidden` attribute. */
  concealed: boolean
  /** The walker's mark for what ends with this element. */
  mark: number
  /** Index of the next open element of the same tag below, or -1. */
  below: number
  /** Index of the nearest element, this one or below, that stops ordinary end tags, and all end tags. */
  special: number
  scope: number
  colour: number
  ground: number
  fontPx: number
  opacity: number
  invisible: boolean
  pre: boolean
  /** Why no child can show text again. */
  fixed: Hiding | undefined
  /** Why text directly in it is not seen. */
  hiding: Hiding | undefined
}

/** An element that is not placed yet. */
export function newFrame(tag: Tag, own: Style | undefined, link: boolean, concealed: boolean): Frame {
  return {
    tag,
    own,
    link,
    concealed,
    mark: 0,
    below: -1,
    special: 0,
    scope: 0,
    colour: 0,
    ground: 0,
    fontPx: 16,
    opacity: 1,
    invisible: false,
    pre: false,
    fixed: undefined,
    hiding: undefined,
  }
}

/** Works out what an element looks like inside its parent. */
export function inherit(frame: Frame, parent: Frame): void {
  const { own } = frame
  frame.colour = frame.link ? LINK_COLOUR : parent.colour
  frame.ground = parent.ground
  frame.fontPx = parent.fontPx
  frame.opacity = parent.opacity
  frame.invisible = parent.invisible
  frame.pre = parent.pre
  frame.fixed = parent.fixed
  if (own) {
    if (own.colour !== UNKNOWN_COLOUR) frame.colour = own.colour
    if (own.picture) frame.ground = UNKNOWN_COLOUR
    else if (own.ground !== UNKNOWN_COLOUR && own.ground !== TRANSPARENT) frame.ground = own.ground
    if (own.fontPx >= 0) frame.fontPx = own.fontPx
    else if (own.fontEm >= 0) frame.fontPx *= own.fontEm
    frame.opacity *= own.opacity
    if (own.visibility !== '') frame.invisible = own.visibility === 'hidden'
    frame.pre = own.pre ?? frame.pre
    frame.fixed ??= fixedHiding(own)
  }
  if (frame.concealed && (own?.display ?? 0) <= DISPLAY_NONE) frame.fixed ??= 'hidden'
  if (frame.opacity <= UNREADABLE_OPACITY) frame.fixed ??= 'opacity'
  frame.hiding = frame.fixed ?? passingHiding(frame)
}

function fixedHiding(own: Style): Hiding | undefined {
  if (own.display === DISPLAY_NONE) return 'display'
  if (own.offScreen) return 'off-screen'
  if (own.zeroSize) return 'zero-size'
  return own.msoHide ? 'mso-hide' : undefined
}

/** What a child can undo with a size, a colour or a visibility of its own. */
function passingHiding(frame: Frame): Hiding | undefined {
  if (frame.invisible) return 'visibility'
  if (frame.fontPx <= UNREADABLE_PX) return 'font-size'
  return isHiddenOn(frame.colour, frame.ground) ? 'colour' : undefined
}
