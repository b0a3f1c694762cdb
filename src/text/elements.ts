/** Which elements are open, and can text be seen in the innermost one? */
import { isHiddenOn, TRANSPARENT, UNKNOWN_COLOUR } from './colour.ts'
import type { Hiding } from './html-model.ts'
import { DISPLAY_NONE, type Style } from './style.ts'
import { FORMATTING, SCOPE, SPECIAL, TABLE_PART, TAG_IDS, type Tag } from './tags.ts'

/** Text of this size in px or less is a line, not letters. */
const UNREADABLE_PX = 2
const UNREADABLE_OPACITY = 0.06
/** What links are by default, whatever the colour around them. */
const LINK_COLOUR = 0x0000ee
/** Formatting elements that outlive the end of their block, the innermost ones. HTML keeps 3 alike (13.2.4.3). */
const CARRIED = 4
/** Elements between a formatting element and its end tag that are taken out of it (HTML, 13.2.6.4.7: 8 rounds). */
const ADOPTED = 8

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

const ROOT: Tag = { id: TAG_IDS - 1, name: '', flags: SPECIAL | SCOPE, ends: [], within: [] }

/** The stack of open elements. Every method takes constant time but for elements that end, each of which ends once. */
export class Elements {
  private readonly frames: Frame[] = []
  /** Index of the innermost open element of each tag, or -1. */
  private readonly last = new Int16Array(TAG_IDS).fill(-1)
  /** Elements that were opened beyond the cap. */
  private excess = 0
  /** Whether the cap was reached. */
  capped = false
  current: Frame

  /**
   * @param cap - elements open at once
   * @param ended - is told of each element that ends
   */
  constructor(
    private readonly cap: number,
    private readonly ended: (frame: Frame) => void,
  ) {
    this.current = this.frame(ROOT, undefined, false, false)
    this.current.special = this.current.scope = 0
    this.current.ground = 0xffffff
    this.frames.push(this.current)
  }

  /** Opens an element; undefined when too many are open already. */
  push(tag: Tag, own: Style | undefined, link: boolean, concealed: boolean): Frame | undefined {
    if (this.frames.length >= this.cap) {
      this.excess++
      this.capped = true
      return undefined
    }
    const frame = this.frame(tag, own, link, concealed)
    this.place(frame)
    return frame
  }

  private frame(tag: Tag, own: Style | undefined, link: boolean, concealed: boolean): Frame {
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

  private place(frame: Frame): void {
    const index = this.frames.length
    frame.below = this.last[frame.tag.id]!
    frame.special = frame.tag.flags & SPECIAL ? index : this.current.special
    frame.scope = frame.tag.flags & SCOPE ? index : this.current.scope
    inherit(frame, this.current)
    this.last[frame.tag.id] = index
    this.frames.push(frame)
    this.current = frame
  }

  /**
   * Ends the innermost open element of a tag because another one opens.
   *
   * @param within - tags that it does not reach out of
   */
  endOpen(tag: Tag, within: readonly Tag[]): void {
    const index = this.last[tag.id]!
    if (index > 0 && within.every((list) => this.last[list.id]! < index)) this.end(tag, index)
  }

  /** Why text of a void element with a style of its own would not be seen here. */
  hidingOf(style: Style): Hiding | undefined {
    const frame = this.frame(ROOT, style, false, false)
    inherit(frame, this.current)
    return frame.hiding
  }

  /** Reads an end tag. */
  close(tag: Tag): void {
    if (this.excess > 0) this.excess--
    else {
      const index = this.last[tag.id]!
      if (index > 0) this.end(tag, index)
    }
  }

  private end(tag: Tag, index: number): void {
    if (tag.flags & SPECIAL) {
      if (index > this.scopeFor(tag)) this.popTo(index)
    } else if (index > this.current.special || index === this.frames.length - 1) this.popTo(index)
    else if (tag.flags & FORMATTING && index > this.current.scope) this.adopt(index)
  }

  /** Ends everything. */
  closeAll(): void {
    while (this.frames.length > 1) this.pop()
  }

  /** Index at or below which an end tag does not reach. */
  private scopeFor(tag: Tag): number {
    const { current } = this
    if ((tag.flags & (TABLE_PART | SCOPE)) === 0) return current.scope
    // Parts of a table reach through the cells and captions of the table, not through the table itself.
    const table = this.tableIndex()
    return tag.flags & TABLE_PART ? table : table - 1
  }

  /** Index of the innermost table or other outer bound. */
  private tableIndex(): number {
    let index = this.current.scope
    while (index > 0 && this.frames[index]!.tag.flags & TABLE_PART) index = this.frames[index - 1]!.scope
    return index
  }

  /** Ends the element at an index and all in it; formatting that was left open in a block goes on after it, but not out of a cell. */
  private popTo(index: number): void {
    const { flags } = this.frames[index]!.tag
    const carries = (flags & (SPECIAL | SCOPE | TABLE_PART)) === SPECIAL
    let carried: Frame[] | undefined
    while (this.frames.length > index) {
      const frame = this.remove()
      if (carries && frame.tag.flags & FORMATTING && (carried?.length ?? 0) < CARRIED) {
        carried ??= []
        carried.push(frame)
        continue
      }
      if (carried && frame.tag.flags & SCOPE) {
        for (const lost of carried) this.ended(lost)
        carried = undefined
      }
      this.ended(frame)
    }
    if (carried) for (let i = carried.length - 1; i >= 0; i--) this.place(carried[i]!)
  }

  /** Takes a formatting element out from under the blocks that were opened in it. */
  private adopt(index: number): void {
    if (this.frames.length - index > ADOPTED) return
    const above: Frame[] = []
    while (this.frames.length > index + 1) above.push(this.remove())
    this.pop()
    for (let i = above.length - 1; i >= 0; i--) this.place(above[i]!)
  }

  private pop(): Frame {
    const frame = this.remove()
    this.ended(frame)
    return frame
  }

  private remove(): Frame {
    const frame = this.frames.pop()!
    this.last[frame.tag.id] = frame.below
    this.current = this.frames[this.frames.length - 1]!
    return frame
  }
}

/** Works out what an element looks like inside its parent. */
function inherit(frame: Frame, parent: Frame): void {
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
