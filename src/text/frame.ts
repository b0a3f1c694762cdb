/** Can text be seen in an open element? */
import { ABSOLUTE, ANIMATED, DOUBTS_SHOWN, INDENT, PAINTED, POSITIONED, PUSHED, TRANSFORMED, WIDE } from './box.ts'
import { doubtfulHiding, isCutAway, isMovedAway, isWithoutRoom } from './box-hiding.ts'
import { INHERITED_COLOUR, isHiddenOn, TRANSPARENT, UNKNOWN_COLOUR } from './colour.ts'
import { ORDINARY_PX } from './css-font.ts'
import type { Hiding } from './html-model.ts'
import type { Element } from './selector.ts'
import { DISPLAY_NONE, type Style, showing, UNREADABLE_OPACITY, UNREADABLE_PX } from './style.ts'
import { TABLE, type Tag } from './tags.ts'

/** What links are by default, whatever the colour around them. */
const LINK_COLOUR = 0x0000ee

/** How text looks that stands directly in an element; shared by all elements that change nothing. */
export interface Look {
  readonly colour: number
  /** The colour of letters that goes before `colour`, or `UNKNOWN_COLOUR`. */
  readonly fill: number
  readonly ground: number
  readonly fontPx: number
  readonly opacity: number
  readonly invisible: boolean
  readonly pre: boolean
  /** The bits of box.ts that matter to what is inside. */
  readonly traits: number
  /** Why no child can show text again, but for one that moves itself where that is `loose`. */
  readonly fixed: Hiding | undefined
  readonly loose: boolean
  /** Whether it is hidden in some programs alone. */
  readonly doubtful: boolean
  /** Only a line is moved away: the next one is seen. */
  readonly indented: boolean
  /** Why it is not seen. */
  readonly hiding: Hiding | undefined
}

/** Black on white, as a page is before anything is said about it. */
export const PLAIN: Look = {
  colour: 0,
  fill: UNKNOWN_COLOUR,
  ground: 0xffffff,
  fontPx: 16,
  opacity: 1,
  invisible: false,
  pre: false,
  traits: 0,
  fixed: undefined,
  loose: false,
  doubtful: false,
  indented: false,
  hiding: undefined,
}

/** The same where nothing hides that hides only in some programs. */
export const PLAIN_WITH_DOUBTS: Look = { ...PLAIN, traits: DOUBTS_SHOWN }

/** An open element. */
export interface Frame extends Element {
  readonly tag: Tag
  parent: Frame | undefined
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

/** The bits of a box that matter to what is inside. */
const TRAITS = PUSHED | POSITIONED | TRANSFORMED | PAINTED
/** The bits by which a child leaves a box that has no room or lies elsewhere. */
const LEAVES = ABSOLUTE | PUSHED | WIDE

/**
 * Works out how text looks in an element.
 *
 * @param own - what is said about it
 * @param link - whether it has the colour of a link
 * @param concealed - whether it is hidden unless its display is said to be another
 * @param around - how it looks in the parent
 */
export function lookOf(tag: Tag, own: Style | undefined, link: boolean, concealed: boolean, around: Look): Look {
  const style = own && own.on & ANIMATED ? showing(own) : own
  // in quirks mode a table does not inherit the size of letters (HTML, 15.3.10)
  const resized = (tag.flags & TABLE) !== 0 && around.fontPx <= UNREADABLE_PX
  if (!link && !concealed && !resized && !(style && bears(style, around))) return around
  let { colour, fill, ground, fontPx, opacity, invisible, pre, traits, fixed, loose, doubtful, indented } = around
  if (link) colour = LINK_COLOUR
  if (resized) fontPx = ORDINARY_PX
  if (style) {
    if (style.colour === INHERITED_COLOUR) colour = around.colour
    else if (style.colour !== UNKNOWN_COLOUR) colour = style.colour
    if (style.fill !== UNKNOWN_COLOUR) fill = style.fill
    if (style.picture) ground = UNKNOWN_COLOUR
    else if (style.ground !== UNKNOWN_COLOUR && style.ground !== TRANSPARENT) ground = style.ground
    if (style.fontPx >= 0) fontPx = style.fontPx
    else if (style.fontEm >= 0) fontPx *= style.fontEm
    if (style.opacity >= 0) opacity *= style.opacity
    if (style.visibility === 'inherit') invisible = around.invisible
    else if (style.visibility !== '') invisible = style.visibility === 'hidden'
    pre = style.pre ?? pre
    if (loose && (style.on & LEAVES || (indented && style.said & INDENT))) {
      fixed = undefined
      loose = indented = false
    }
    if (doubtful && style.display === DISPLAY_NONE) {
      fixed = 'display'
      doubtful = false
    } else if (!fixed) {
      if (style.display === DISPLAY_NONE) fixed = 'display'
      else if (style.on !== 0) {
        fixed = isCutAway(style, tag)
        if (!fixed) {
          fixed = isWithoutRoom(style, tag) ? 'zero-size' : isMovedAway(style, tag, traits)
          loose = fixed !== undefined
          indented = fixed === 'off-screen' && (style.on & INDENT) !== 0
          if (!fixed && !(traits & DOUBTS_SHOWN)) {
            fixed = doubtfulHiding(style, tag)
            doubtful = fixed !== undefined
          }
        }
      }
    }
    traits |= style.on & TRAITS
  }
  if (concealed && (style?.display ?? 0) <= DISPLAY_NONE) fixed ??= 'hidden'
  if (opacity <= UNREADABLE_OPACITY) fixed ??= 'opacity'
  const hiding = fixed ?? passingHiding(invisible, fontPx, fill === UNKNOWN_COLOUR ? colour : fill, ground, traits)
  return { colour, fill, ground, fontPx, opacity, invisible, pre, traits, fixed, loose, doubtful, indented, hiding }
}

/** Whether anything is said that can change how text looks here. */
function bears(style: Style, around: Look): boolean {
  return (
    style.display === DISPLAY_NONE ||
    style.colour !== UNKNOWN_COLOUR ||
    style.fontPx >= 0 ||
    style.fontEm >= 0 ||
    style.on !== 0 ||
    style.ground !== UNKNOWN_COLOUR ||
    style.picture ||
    style.visibility !== '' ||
    style.opacity >= 0 ||
    style.pre !== undefined ||
    style.fill !== UNKNOWN_COLOUR ||
    (around.indented && (style.said & INDENT) !== 0)
  )
}

/** How text looks on the next line where only a line was moved away. */
export function nextLine(look: Look): Look {
  const { invisible, fontPx, fill, colour, ground, traits } = look
  const hiding = passingHiding(invisible, fontPx, fill === UNKNOWN_COLOUR ? colour : fill, ground, traits)
  return { ...look, fixed: undefined, loose: false, indented: false, hiding }
}

/** What a child can undo with a size, a colour or a visibility of its own. */
function passingHiding(
  invisible: boolean,
  fontPx: number,
  colour: number,
  ground: number,
  traits: number,
): Hiding | undefined {
  if (invisible) return 'visibility'
  // what is scaled up can be read at any size but none
  if (fontPx <= (traits & TRANSFORMED ? 0 : UNREADABLE_PX)) return 'font-size'
  return !(traits & PAINTED) && isHiddenOn(colour, ground) ? 'colour' : undefined
}
