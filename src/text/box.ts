/** What can a style say about the place and size of a box? One bit each, so that a cascade is two operations. */

/** `position: absolute` or `fixed`. */
export const ABSOLUTE = 1 << 0
/** `relative` too: moved by `left`, `top`, `right`, `bottom`. */
export const POSITIONED = 1 << 1
/** Moved out of a page that cannot be scrolled there. */
export const LEFT = 1 << 2
export const RIGHT = 1 << 3
export const TOP = 1 << 4
export const BOTTOM = 1 << 5
export const MARGIN = 1 << 6
export const INDENT = 1 << 7
/** What overflows is cut off. */
export const CLIPPED_X = 1 << 8
export const CLIPPED_Y = 1 << 9
/** No room for a line of text. */
export const NO_WIDTH = 1 << 10
export const NO_HEIGHT = 1 << 11
export const NO_MAX_WIDTH = 1 << 12
export const NO_MAX_HEIGHT = 1 << 13
/** Room for text whatever else is said. */
export const MIN_WIDTH = 1 << 14
export const MIN_HEIGHT = 1 << 15
/** Room in a padding, which shows what overflows. */
export const PADDING_X = 1 << 16
export const PADDING_Y = 1 << 17
/** Cut to nothing: `clip` needs an absolute position, `clip-path` does not. */
export const CLIP = 1 << 18
export const CLIP_PATH = 1 << 19
/** Scaled to nothing. */
export const SCALED_AWAY = 1 << 20
/** Made transparent by a filter. */
export const FILTERED = 1 << 21
/** Scaled or turned, so that no size in px holds. */
export const TRANSFORMED = 1 << 22
/** Said values may change by themselves. */
export const ANIMATED = 1 << 23
export const FLOATED = 1 << 24
/** `inline-block` and the like: a size applies. */
export const SIZED = 1 << 25
/** `table`, `table-cell` and the like, which grow with their text. */
export const TABLED = 1 << 26
/** Moved far to the right or down, which can bring back what was moved away. */
export const PUSHED = 1 << 27
/** So wide that a part of it may reach into the page. */
export const WIDE = 1 << 28
/** Letters have a shadow or an outline of their own. */
export const PAINTED = 1 << 29

/** Hidden in Outlook for Windows alone. */
export const MSO_HIDDEN = 1 << 30
/** Of what an element stands in: what hides only in some programs, or by a common error, hides nothing. */
export const DOUBTS_SHOWN = 1 << 31

/** The bits that can hide. */
const HIDING =
  LEFT |
  RIGHT |
  TOP |
  BOTTOM |
  MARGIN |
  INDENT |
  NO_WIDTH |
  NO_HEIGHT |
  NO_MAX_WIDTH |
  NO_MAX_HEIGHT |
  CLIP |
  CLIP_PATH |
  SCALED_AWAY |
  FILTERED
/** The bits without which others cannot hide. */
const ENABLING = ABSOLUTE | POSITIONED | CLIPPED_X | CLIPPED_Y | FLOATED | SIZED
/** All that may hide. */
export const MAY_HIDE = HIDING | ENABLING | MSO_HIDDEN
