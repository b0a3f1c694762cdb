/** What does each tag and each text of HTML add to the page? */
import type { Limits } from '../limits.ts'
import { ATTRIBUTE, type Attributes } from './attributes.ts'
import { Elements } from './elements.ts'
import { decodeText } from './entity.ts'
import { type Frame, PLAIN, PLAIN_WITH_DOUBTS } from './frame.ts'
import { HiddenTexts } from './hidden.ts'
import { refreshTarget } from './href.ts'
import { HtmlLinks } from './html-links.ts'
import type { HtmlLink } from './html-model.ts'
import { type HtmlEvents, MARKUP, readHtml, TEXT_ONLY, TEXT_TO_END } from './html-reader.ts'
import { mediaHold } from './media.ts'
import { classesOf, idOf, Presentation } from './presentation.ts'
import { DISPLAY_BLOCK, DISPLAY_INLINE, DISPLAY_SHOWN, type Style } from './style.ts'
import { StyleSheet } from './style-sheet.ts'
import { BLOCK, breaksOut, CELL, CONCEALED, ENDS_P, LITERAL, RAW, type Tag, Tags, VOID } from './tags.ts'
import { TextSink } from './text-sink.ts'

/** Quotations that are kept. */
const QUOTES = 200
/** UTF-16 code units of a `<title>` that are read. */
const TITLE_UNITS = 1_000

/** Pages inside of pages that are read, and such pages in all. */
const FRAMES_INSIDE = 2
const FRAMES = 1_000

const NOTHING: readonly Tag[] = []

/** Marks of an open element: what has to be done when it ends. The number of a link stands above them. */
const QUOTE = 1
const LINE = 2
const LINK_SHIFT = 2

/** What is known already when markup is read once more. */
export interface Pass {
  /** The sheet is complete. */
  sheetDone: boolean
  /** What may be seen is seen. */
  doubts: boolean
  /** Comments for Outlook are read. */
  conditional: boolean
}

/** What stands for a link in the sum of what may be seen. */
const LINK_UNITS = 1_000

/** The page of one mail, while its markup is read. */
export class Page implements HtmlEvents {
  readonly visible: TextSink
  readonly hidden = new HiddenTexts()
  readonly links: HtmlLinks
  readonly quotes: Array<{ start: number; end: number }> = []
  readonly elements: Elements
  private presentation: Presentation
  title = ''
  images = 0
  passwordField = false
  /** Whether rules came after text that they may hide or show. */
  lateRules = false
  /** Code units of markup whose text is hidden in some programs alone. */
  doubtfulUnits = 0
  /** Code units of the visible text that are no alternative texts. */
  wordUnits = 0
  private readonly tags = new Tags()
  /** The element whose raw text is being read. */
  private raw: Tag | undefined
  /** Whether the sheet that is being read applies; undefined where that depends on the screen. */
  private sheetHolds: boolean | undefined
  private titled = false
  /** Frames that are being read, one in the other, and all that were. */
  private inside = 0
  private framesRead = 0
  private quoteDepth = 0
  private quoteStart = 0

  constructor(
    private html: string,
    limits: Limits,
    sheet: StyleSheet,
    readonly fonts: Set<string>,
    private readonly pass: Pass,
  ) {
    this.visible = new TextSink()
    this.links = new HtmlLinks(limits.links)
    this.presentation = new Presentation(sheet, fonts)
    this.elements = new Elements(limits.openTags, (frame) => this.ended(frame), pass.doubts ? PLAIN_WITH_DOUBTS : PLAIN)
  }

  open(from: number, to: number, attributes: Attributes): number {
    const tag = this.tags.at(this.html, from, to)
    if (!tag) return MARKUP
    const { elements, tags } = this
    const foreign = elements.isOpen(tags.svg) || elements.isOpen(tags.math) ? this.foreign() : undefined
    if (foreign && breaksOut(tag)) this.elements.endOpen(foreign, NOTHING)
    if (tag.flags & ENDS_P) this.elements.endOpen(this.tags.paragraph, NOTHING)
    for (const ended of tag.ends) this.elements.endOpen(ended, tag.within)
    if (tag.flags & RAW) {
      // most browsers pass over such a tag in a list to choose from, and read on
      if (tag.name !== 'script' && this.elements.isOpen(this.tags.select)) return MARKUP
      this.openRaw(tag, attributes)
      if (!foreign) return TEXT_ONLY
      // markup to an SVG, and text that it does not show
      this.raw = undefined
      this.elements.push(tag, undefined, false, true, '', '')
      return MARKUP
    }
    const style = this.presentation.of(tag, attributes, this.elements.current)
    if (tag.flags & VOID) this.openVoid(tag, style, attributes)
    else this.openElement(tag, style, attributes)
    return (tag.flags & LITERAL) === 0 ? MARKUP : tag.name === 'plaintext' ? TEXT_TO_END : TEXT_ONLY
  }

  /** Text of these elements arrives as it is, up to their end tag. */
  private openRaw(tag: Tag, attributes: Attributes): void {
    this.raw = tag
    if (tag.name === 'style') {
      const type = attributes.get(ATTRIBUTE.type)?.trim().toLowerCase() ?? ''
      this.sheetHolds =
        (type === '' || type === 'text/css') && !this.elements.isOpen(this.tags.template)
          ? mediaHold(attributes.get(ATTRIBUTE.media) ?? '')
          : false
    } else if (tag.name === 'iframe') {
      this.link('iframe', attributes.get(ATTRIBUTE.src), attributes)
      const inside = attributes.get(ATTRIBUTE.srcdoc)
      if (inside && !isSmall(attributes)) this.readInside(tag, inside, attributes)
    }
  }

  /** Reads the page that an `<iframe srcdoc>` carries: it has its own rules, and inherits nothing. */
  private readInside(tag: Tag, inside: string, attributes: Attributes): void {
    if (this.inside >= FRAMES_INSIDE || this.framesRead >= FRAMES) return
    this.framesRead++
    const { html, presentation, elements } = this
    const style = presentation.of(tag, attributes, elements.current)
    const depth = elements.pushPage(tag, style, attributes.has(ATTRIBUTE.hidden))
    if (depth === 0) return
    const { fixed } = elements.current.look
    if (!fixed) this.startLine()
    this.html = inside
    this.presentation = new Presentation(new StyleSheet(), this.fonts)
    this.raw = undefined
    this.inside++
    readHtml(inside, this)
    this.inside--
    this.html = html
    this.presentation = presentation
    this.raw = tag
    elements.closePage(depth)
    this.links.endAnchor(this.visible.length)
    if (!fixed) this.startLine()
  }

  /** The SVG or formula that is open. */
  private foreign(): Tag | undefined {
    const { elements, tags } = this
    if (elements.isOpenHere(tags.svg, tags.islands)) return tags.svg
    return elements.isOpenHere(tags.math, tags.islands) ? tags.math : undefined
  }

  private openElement(tag: Tag, style: Style | undefined, attributes: Attributes): void {
    const href =
      tag.name === 'a' ? (attributes.get(ATTRIBUTE.href) ?? attributes.get(ATTRIBUTE['xlink:href'])) : undefined
    const concealed = (tag.flags & CONCEALED) !== 0 || attributes.has(ATTRIBUTE.hidden)
    // what rules ask for; those that come late are read on a page of their own
    const named = !this.presentation.sheet.empty
    const classes = named ? classesOf(attributes) : ''
    const frame = this.elements.push(tag, style, href !== undefined, concealed, classes, named ? idOf(attributes) : '')
    const said = style && style.display !== DISPLAY_SHOWN ? style.display : 0
    const isBlock = said !== 0 ? said === DISPLAY_BLOCK : (tag.flags & BLOCK) !== 0
    if (frame && takesNoRoom(frame)) {
      // Text around what is not displayed runs on.
    } else if (isBlock) {
      this.startLine()
      if (frame) frame.mark |= LINE
    } else if (tag.flags & CELL && said !== DISPLAY_INLINE) this.sink().startCell()
    const link =
      tag.name === 'a'
        ? this.link('a', href, attributes)
        : tag.name === 'form'
          ? this.link('form', attributes.get(ATTRIBUTE.action), attributes)
          : tag.name === 'button'
            ? this.link('button', attributes.get(ATTRIBUTE.formaction), attributes)
            : 0
    if (!frame) return
    if (tag.name !== 'form') frame.mark |= link << LINK_SHIFT
    if (isQuote(tag, attributes)) {
      frame.mark |= QUOTE
      if (this.quoteDepth++ === 0) this.quoteStart = this.visible.length
    }
  }

  private openVoid(tag: Tag, style: Style | undefined, attributes: Attributes): void {
    switch (tag.name) {
      case 'br':
        this.breakLine()
        break
      case 'hr':
        this.startLine()
        break
      case 'img':
        this.picture(tag, style, attributes)
        break
      case 'input':
        this.input(tag, style, attributes)
        break
      case 'base':
        if (this.inside === 0) this.links.setBase(attributes.get(ATTRIBUTE.href))
        break
      case 'meta':
        if (attributes.get(ATTRIBUTE['http-equiv'])?.trim().toLowerCase() === 'refresh') {
          this.link('refresh', refreshTarget(attributes.get(ATTRIBUTE.content) ?? '') || undefined, attributes)
        }
        break
      case 'area':
        this.link('area', attributes.get(ATTRIBUTE.href), attributes)
        break
      case 'frame':
        this.link('iframe', attributes.get(ATTRIBUTE.src), attributes)
        break
    }
  }

  private picture(tag: Tag, style: Style | undefined, attributes: Attributes): void {
    this.images++
    if (this.links.takesPictures) this.links.addPicture(attributes.get(ATTRIBUTE.src), this.visible.length)
    const alt = attributes.get(ATTRIBUTE.alt)
    // A pixel that counts readers shows nobody its text.
    if (isSmall(attributes)) return
    const { hiding } = this.elements.current.look
    if (hiding === 'font-size' || hiding === 'colour') this.links.showPicture()
    if (!alt) return
    const before = this.visible.length
    this.words(alt, tag, style)
    this.wordUnits -= this.visible.length - before
  }

  private input(tag: Tag, style: Style | undefined, attributes: Attributes): void {
    const type = attributes.get(ATTRIBUTE.type)?.trim().toLowerCase() ?? 'text'
    if (type === 'password') this.passwordField = true
    const action = this.link('button', attributes.get(ATTRIBUTE.formaction), attributes)
    if (type === 'hidden' || type === 'checkbox' || type === 'radio') return
    const words =
      (type === 'password' ? '' : attributes.get(ATTRIBUTE.value)) ||
      attributes.get(ATTRIBUTE.placeholder) ||
      attributes.get(ATTRIBUTE.alt) ||
      ''
    this.sink().startWord()
    this.words(words, tag, style)
    this.links.end(action, this.visible.length)
    this.sink().startWord()
  }

  /** Writes text that an attribute gave. */
  private words(text: string, tag: Tag, style: Style | undefined): void {
    const { current } = this.elements
    const how = style ? this.elements.hidingOf(tag, style) : current.look.hiding
    if (how) this.hidden.add(how, this.visible.length, (sink) => sink.add(text, 0, text.length, false, false))
    else this.visible.add(text, 0, text.length, false, false)
  }

  close(from: number, to: number): void {
    const tag = this.tags.at(this.html, from, to)
    if (!tag) return
    if (tag.flags & RAW) {
      if (tag.name === 'title' && this.raw && this.inside === 0) this.titled = true
      this.raw = undefined
      if (tag.name !== 'iframe' && this.elements.isOpen(tag)) this.elements.close(tag)
    } else if (tag.name === 'br') this.breakLine()
    else if (tag.name !== 'body' && tag.name !== 'html' && !(tag.flags & VOID)) {
      // What stands after </body> is shown in the body's colours (HTML, 13.2.6.4.19).
      if (tag.name === 'a') this.links.endAnchor(this.visible.length)
      this.elements.close(tag)
    }
  }

  text(from: number, to: number): void {
    const { raw } = this
    if (raw) {
      this.rawText(raw, from, to)
      return
    }
    const { look, tag } = this.elements.current
    if (tag.name === 'style') this.rawText(tag, from, to)
    const { hiding, pre } = look
    if (look.doubtful) this.doubtfulUnits += to - from
    const references = tag.name !== 'xmp' && tag.name !== 'plaintext'
    if (hiding) this.hidden.add(hiding, this.visible.length, (sink) => sink.add(this.html, from, to, pre, references))
    else this.visible.add(this.html, from, to, pre, references)
  }

  private rawText(raw: Tag, from: number, to: number): void {
    if (raw.name === 'title' && !this.titled && this.inside === 0) {
      if (this.title.length < TITLE_UNITS)
        this.title += decodeText(this.html.slice(from, Math.min(to, from + TITLE_UNITS)))
    } else if (raw.name === 'style' && (!this.pass.sheetDone || this.inside > 0) && this.sheetHolds !== false) {
      const { sheet, addFont } = this.presentation
      sheet.changed = false
      sheet.add(this.html.slice(from, to), addFont, !this.sheetHolds)
      if (sheet.changed && this.inside === 0 && this.visible.length + this.hidden.sink.length > 0) this.lateRules = true
    }
  }

  end(): void {
    this.elements.closeAll()
    this.wordUnits += this.visible.length
  }

  private ended(frame: Frame): void {
    const { mark } = frame
    const link = mark >> LINK_SHIFT
    if (link > 0) this.links.end(link, this.visible.length)
    if (mark & QUOTE && --this.quoteDepth === 0 && this.quotes.length < QUOTES) {
      this.quotes.push({ start: this.quoteStart, end: this.visible.length })
    }
    if (mark & LINE) {
      this.visible.startLine()
      if (frame.look.hiding) this.hidden.sink.startLine()
    }
  }

  private breakLine(): void {
    this.sink().breakLine()
    if (this.elements.current.look.indented) this.elements.breakLine()
  }

  private startLine(): void {
    this.visible.startLine()
    if (this.elements.current.look.hiding) this.hidden.sink.startLine()
  }

  private sink(): TextSink {
    return this.elements.current.look.hiding ? this.hidden.sink : this.visible
  }

  private link(kind: HtmlLink['kind'], href: string | undefined, attributes: Attributes): number {
    const at = this.visible.length
    if (kind === 'a') this.links.endAnchor(at)
    if (!href) return 0
    if (this.elements.current.look.doubtful) this.doubtfulUnits += LINK_UNITS
    const text = kind === 'area' ? (attributes.get(ATTRIBUTE.alt) ?? '') : undefined
    return this.links.begin(kind, href, at, this.elements.current.look.hiding, attributes.get(ATTRIBUTE.title), text)
  }
}

/** Not displayed at all, or taken out of the flow. */
function takesNoRoom(frame: Frame): boolean {
  const { fixed } = frame.look
  return fixed === 'display' || fixed === 'hidden' || fixed === 'off-screen'
}

function isSmall(attributes: Attributes): boolean {
  return isPixel(attributes.get(ATTRIBUTE.width)) || isPixel(attributes.get(ATTRIBUTE.height))
}

function isPixel(size: string | undefined): boolean {
  return size === '0' || size === '1' || size === '0px' || size === '1px'
}

/** Class names of Gmail, Thunderbird, Yahoo, ProtonMail, Outlook.com and Apple's `cite`. */
function isQuote(tag: Tag, attributes: Attributes): boolean {
  if (tag.name === 'blockquote') return true
  if (tag.name !== 'div' || !attributes.has(ATTRIBUTE.class)) return false
  const classes = attributes.get(ATTRIBUTE.class)!
  return (
    classes.includes('gmail_quote') ||
    classes.includes('moz-cite') ||
    classes.includes('yahoo_quoted') ||
    classes.includes('protonmail_quote')
  )
}
