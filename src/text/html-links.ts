/** Which links does HTML hold, and which piece of the visible text belongs to each? */
import { resolveBase, resolveHref } from './href.ts'
import type { Hiding, HtmlLink } from './html-model.ts'

/** Pictures whose address is kept, for mail that is nothing but pictures. */
const PICTURES = 20

/** A link whose address is not resolved and whose end may be open yet. */
interface WrittenLink {
  kind: HtmlLink['kind']
  href: string
  start: number
  /** -1 while it is open. */
  end: number
  title: string | undefined
  hidden: Hiding | undefined
  text: string | undefined
}

/** Gathers links while the markup is read; places are UTF-16 offsets in the visible text. */
export class HtmlLinks {
  private readonly links: WrittenLink[] = []
  private readonly pictures: WrittenLink[] = []
  /** The `<a>` that is open. */
  private anchor: WrittenLink | undefined
  private base = ''
  private hiddenCount = 0
  private lastWritten = ''
  private lastResolved = ''
  /** Whether the cap was reached. */
  capped = false

  constructor(private readonly cap: number) {}

  /** Reads the address of a `<base>`; the first one counts (HTML, 4.2.3). */
  setBase(href: string | undefined): void {
    if (this.base === '' && href) this.base = resolveBase(href)
  }

  /**
   * Notes a link that begins at a place.
   *
   * @param href - as written
   * @param hidden - why it cannot be seen
   * @param text - for links whose text is not in the visible text
   * @returns its number for `end`, or 0 when the cap is reached
   */
  begin(
    kind: HtmlLink['kind'],
    href: string,
    at: number,
    hidden: Hiding | undefined,
    title?: string,
    text?: string,
  ): number {
    // hidden links have a share of their own: a thousand that nobody sees must not crowd out the one to click
    const count = hidden ? this.hiddenCount : this.links.length - this.hiddenCount
    if (count >= this.cap) {
      this.capped = true
      return 0
    }
    if (hidden) this.hiddenCount++
    const open = kind === 'a' || kind === 'button'
    const link: WrittenLink = { kind, href, start: at, end: open ? -1 : at, title: title || undefined, hidden, text }
    this.links.push(link)
    if (kind === 'a') this.anchor = link
    return this.links.length
  }

  /** Ends a link; one that has ended already stays. */
  end(number: number, at: number): void {
    const link = number > 0 ? this.links[number - 1] : undefined
    if (link && link.end < 0) link.end = at
  }

  /** Ends the `<a>` that is open: by its end tag, or because the next one begins. */
  endAnchor(at: number): void {
    if (this.anchor && this.anchor.end < 0) this.anchor.end = at
    this.anchor = undefined
  }

  /** Shows what the open `<a>` holds: letters of size 0, or of the ground's colour, hide no picture. */
  showPicture(): void {
    if (this.anchor?.hidden === undefined) return
    this.anchor.hidden = undefined
    this.hiddenCount--
  }

  /** Whether there is room for one more picture. */
  get takesPictures(): boolean {
    return this.pictures.length < PICTURES
  }

  addPicture(src: string | undefined, at: number): void {
    if (!src) return
    this.pictures.push({
      kind: 'img',
      href: src,
      start: at,
      end: at,
      title: undefined,
      hidden: undefined,
      text: undefined,
    })
  }

  /**
   * Gives all links.
   *
   * @param text - the whole visible text
   * @param pictures - whether pictures are all there is to see
   */
  list(text: string, pictures: boolean): HtmlLink[] {
    const all = pictures ? [...this.links, ...this.pictures] : this.links
    return all.map((link) => this.finished(link, text))
  }

  /** A picture, a headline and a button in a row lead to one address. */
  private resolved(href: string): string {
    if (href !== this.lastWritten) {
      this.lastWritten = href
      this.lastResolved = resolveHref(href, this.base)
    }
    return this.lastResolved
  }

  private finished(link: WrittenLink, text: string): HtmlLink {
    const { start, end } = trimSpan(text, link.start, link.end < 0 ? text.length : link.end)
    const done: HtmlLink = {
      kind: link.kind,
      href: this.resolved(link.href),
      text: link.text ?? text.slice(start, end),
      start,
      end,
    }
    if (link.title !== undefined) done.title = link.title
    if (link.hidden !== undefined) done.hidden = link.hidden
    return done
  }
}

/** Leaves out blanks at both ends of a place in the text. */
export function trimSpan(text: string, from: number, to: number): { start: number; end: number } {
  let start = Math.min(from, text.length)
  let end = Math.min(to, text.length)
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  return { start, end }
}

function isBlank(c: number): boolean {
  return c <= 0x20 || c === 0xa0 || c === 0x3000
}
