/** Is a box cut away, without room for its text, or out of the page? */
import {
  ABSOLUTE,
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
  POSITIONED,
  PUSHED,
  RIGHT,
  SCALED_AWAY,
  SIZED,
  TABLED,
  TOP,
  WIDE,
} from './box.ts'
import type { Hiding } from './html-model.ts'
import { DISPLAY_BLOCK, DISPLAY_INLINE, type Style } from './style.ts'
import { BLOCK, CONTROL, TABLE, TABLE_PART, type Tag, VOID } from './tags.ts'

/** Whether it is a box of its own: sizes, indents and transforms do not apply to a piece of a line (CSS 2, 10.2). */
function isBox(style: Style, tag: Tag): boolean {
  if (style.on & (ABSOLUTE | FLOATED | SIZED)) return true
  if (style.display === DISPLAY_BLOCK) return true
  return style.display !== DISPLAY_INLINE && (tag.flags & (BLOCK | VOID | CONTROL | TABLE_PART)) !== 0
}

/** Whether it grows with its text whatever size is said (CSS 2, 17.5). */
function grows(style: Style, tag: Tag): boolean {
  if (style.on & (ABSOLUTE | FLOATED)) return (style.on & TABLED) !== 0 || (tag.flags & TABLE) !== 0
  if (style.on & TABLED) return true
  return (tag.flags & (TABLE | TABLE_PART)) !== 0 && style.display !== DISPLAY_BLOCK
}

/** Why neither it nor anything in it is painted. */
export function isCutAway(style: Style, tag: Tag): Hiding | undefined {
  const { on } = style
  if (on & FILTERED) return 'opacity'
  if (on & CLIP_PATH || (on & CLIP && on & ABSOLUTE)) return 'zero-size'
  return on & SCALED_AWAY && isBox(style, tag) ? 'zero-size' : undefined
}

/** Whether it has no room in one direction, and what overflows is cut off. */
export function isWithoutRoom(style: Style, tag: Tag): boolean {
  return isBox(style, tag) && !grows(style, tag) && hasNoRoom(style)
}

/** Why it is hidden in some programs alone, or is meant to be: a piece of a line takes no size. */
export function doubtfulHiding(style: Style, tag: Tag): Hiding | undefined {
  if (style.on & MSO_HIDDEN) return 'mso-hide'
  return !isBox(style, tag) && hasNoRoom(style) ? 'zero-size' : undefined
}

function hasNoRoom({ on }: Style): boolean {
  if (!(on & (CLIPPED_X | CLIPPED_Y))) return false
  if (on & (NO_HEIGHT | NO_MAX_HEIGHT) && !(on & (MIN_HEIGHT | PADDING_Y))) return true
  return (on & (NO_WIDTH | NO_MAX_WIDTH)) !== 0 && !(on & (MIN_WIDTH | PADDING_X))
}

/**
 * Whether it lies where a page cannot be scrolled to.
 *
 * @param traits - the bits that hold of what it stands in
 */
export function isMovedAway(style: Style, tag: Tag, traits: number): Hiding | undefined {
  const { on, said } = style
  if ((on | traits) & PUSHED || on & WIDE) return undefined
  return isMovedSideways(on, said, tag) || isMovedUp(on, said, traits) || ((on & INDENT) !== 0 && isBox(style, tag))
    ? 'off-screen'
    : undefined
}

/** Parts of tables have no margin; a box that is held at both sides may reach into the page. */
function isMovedSideways(on: number, said: number, tag: Tag): boolean {
  if (on & MARGIN && !(tag.flags & TABLE_PART) && !(on & TABLED)) return true
  if (!(on & POSITIONED)) return false
  return ((on & LEFT) !== 0 && !(said & RIGHT)) || ((on & RIGHT) !== 0 && !(said & LEFT))
}

/** How far down it would stand is known only where nothing stands before it. */
function isMovedUp(on: number, said: number, traits: number): boolean {
  if (!(on & ABSOLUTE) || traits & POSITIONED) return false
  return (on & TOP) !== 0 || ((on & BOTTOM) !== 0 && !(said & TOP))
}
