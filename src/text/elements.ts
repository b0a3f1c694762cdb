/** Which elements are open? */
import { type Frame, type Look, lookOf, nextLine, PLAIN } from './frame.ts'
import type { Hiding } from './html-model.ts'
import type { Style } from './style.ts'
import { FORMATTING, SCOPE, SPECIAL, TABLE_PART, TAG_IDS, type Tag } from './tags.ts'

/** Formatting elements that outlive the end of their block, the innermost ones. HTML keeps 3 alike (13.2.4.3). */
const CARRIED = 4
/** Elements between a formatting element and its end tag that are taken out of it (HTML, 13.2.6.4.7: 8 rounds). */
const ADOPTED = 8

const ROOT: Tag = { id: TAG_IDS - 1, name: '', flags: SPECIAL | SCOPE, ends: [], within: [] }

/** The stack of open elements. Every method takes constant time but for elements that end, each of which ends once. */
export class Elements {
  private readonly frames: Frame[] = []
  /** Index of the innermost open element of each tag, or -1. */
  private readonly last: number[] = new Array(TAG_IDS).fill(-1)
  /** Elements that were opened beyond the cap. */
  private excess = 0
  /** Whether the cap was reached. */
  capped = false
  current: Frame

  /**
   * @param cap - elements open at once
   * @param ended - is told of each marked element that ends
   * @param page - how text looks before anything is said about it
   */
  constructor(
    private readonly cap: number,
    private readonly ended: (frame: Frame) => void,
    page: Look = PLAIN,
  ) {
    this.current = frameOf(ROOT, undefined, false, false, '', '')
    this.current.look = page
    this.frames.push(this.current)
  }

  /** Opens an element; undefined when too many are open already. */
  push(
    tag: Tag,
    own: Style | undefined,
    link: boolean,
    concealed: boolean,
    classes: string,
    id: string,
  ): Frame | undefined {
    if (this.frames.length >= this.cap) {
      this.excess++
      this.capped = true
      return undefined
    }
    const frame = frameOf(tag, own, link, concealed, classes, id)
    this.place(frame)
    return frame
  }

  private place(frame: Frame): void {
    const index = this.frames.length
    frame.below = this.last[frame.tag.id]!
    frame.special = frame.tag.flags & SPECIAL ? index : this.current.special
    frame.scope = frame.tag.flags & SCOPE ? index : this.current.scope
    frame.parent = this.current
    frame.look = lookOf(frame.tag, frame.own, frame.link, frame.concealed, this.current.look)
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
  hidingOf(tag: Tag, style: Style): Hiding | undefined {
    return lookOf(tag, style, false, false, this.current.look).hiding
  }

  /** Ends a line: what was moved away as the first line of its block is not so on the next one. */
  breakLine(): void {
    for (let i = this.frames.length - 1; i > 0 && this.frames[i]!.look.indented; i--) {
      const frame = this.frames[i]!
      frame.look = nextLine(frame.look)
    }
  }

  /** Whether an element of a tag is open, without one of `within` in it. */
  isOpenHere(tag: Tag, within: readonly Tag[]): boolean {
    const index = this.last[tag.id]!
    return index > 0 && within.every((one) => this.last[one.id]! < index)
  }

  /** Opens an element that holds a page of its own; `closePage` ends it with all that it holds. */
  pushPage(tag: Tag, own: Style | undefined, concealed: boolean): number {
    const depth = this.frames.length
    const frame = this.push(tag, own, false, concealed, '', '')
    if (!frame) return 0
    // nothing is inherited, and rules do not reach in
    frame.parent = undefined
    if (!frame.look.fixed) frame.look = this.frames[0]!.look
    return depth
  }

  closePage(depth: number): void {
    while (this.frames.length > depth) this.pop()
    this.excess = 0
  }

  /** Whether an element of a tag is open. */
  isOpen(tag: Tag): boolean {
    return this.last[tag.id]! > 0
  }

  /** Reads an end tag. */
  close(tag: Tag): void {
    if (this.excess > 0) this.excess--
    else if (this.current.tag === tag) this.pop()
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
        for (const lost of carried) if (lost.mark !== 0) this.ended(lost)
        carried = undefined
      }
      if (frame.mark !== 0) this.ended(frame)
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
    if (frame.mark !== 0) this.ended(frame)
    return frame
  }

  private remove(): Frame {
    const frame = this.frames.pop()!
    this.last[frame.tag.id] = frame.below
    this.current = this.frames[this.frames.length - 1]!
    return frame
  }
}

/** An element that is not placed yet. */
function frameOf(
  tag: Tag,
  own: Style | undefined,
  link: boolean,
  concealed: boolean,
  classes: string,
  id: string,
): Frame {
  return {
    tag,
    own,
    link,
    concealed,
    classes,
    id,
    parent: undefined,
    look: PLAIN,
    mark: 0,
    below: -1,
    special: 0,
    scope: 0,
  }
}
