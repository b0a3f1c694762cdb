/** How does an element look by its own attributes and the rules for it? */
import { ATTRIBUTE, type Attributes } from './attributes.ts'
import { parseColour, UNKNOWN_COLOUR } from './colour.ts'
import { overlay, Style } from './style.ts'
import { parseStyle } from './style-parse.ts'
import type { StyleSheet } from './style-sheet.ts'
import { PRE, type Tag } from './tags.ts'

/** Different `style` attributes of one mail that are kept parsed. */
const STYLES = 500
/** UTF-16 code units of one `style` attribute that are read. */
const STYLE_UNITS = 10_000
/** Font names that are kept, and the code units of one. */
const FONTS = 50
const FONT_UNITS = 64

/** The attributes that say how an element looks. */
const PRESENTATIONAL =
  (1 << ATTRIBUTE.bgcolor) |
  (1 << ATTRIBUTE.background) |
  (1 << ATTRIBUTE.color) |
  (1 << ATTRIBUTE.text) |
  (1 << ATTRIBUTE.face)

/** The attributes that selectors ask for. */
const SELECTED = (1 << ATTRIBUTE.class) | (1 << ATTRIBUTE.id)

/** Works out styles, and keeps the font names it meets. */
export class Presentation {
  private readonly parsed = new Map<string, Style>()
  private readonly pre = new Style()

  /**
   * @param sheet - the rules of the mail, as far as they were read
   * @param fonts - takes the names of fonts
   */
  constructor(
    readonly sheet: StyleSheet,
    readonly fonts: Set<string>,
  ) {
    this.pre.pre = true
  }

  readonly addFont = (name: string): void => {
    if (this.fonts.size < FONTS) this.fonts.add(name.slice(0, FONT_UNITS))
  }

  /** The style of an element, without what it inherits; undefined when nothing is said about it. */
  of(tag: Tag, attributes: Attributes): Style | undefined {
    let style = tag.flags & PRE ? this.pre : undefined
    if (attributes.present & PRESENTATIONAL) style = overlay(style, this.byAttributes(tag, attributes))
    if (!this.sheet.empty)
      style = overlay(
        style,
        attributes.present & SELECTED
          ? this.sheet.match(tag, attributes.get(ATTRIBUTE.class) ?? '', attributes.get(ATTRIBUTE.id) ?? '')
          : this.sheet.ofTag(tag),
      )
    const css = attributes.get(ATTRIBUTE.style)
    return css ? overlay(style, this.inline(css)) : style
  }

  private inline(css: string): Style {
    let style = this.parsed.get(css)
    if (!style) {
      style = parseStyle(css.length > STYLE_UNITS ? css.slice(0, STYLE_UNITS) : css, this.addFont)
      if (this.parsed.size < STYLES) this.parsed.set(css, style)
    }
    return style
  }

  /** HTML, 15.3: bgcolor, background, the colour of body and font. */
  private byAttributes(tag: Tag, attributes: Attributes): Style | undefined {
    const ground = attributes.get(ATTRIBUTE.bgcolor)
    const picture = attributes.get(ATTRIBUTE.background)
    const colour =
      tag.name === 'font'
        ? attributes.get(ATTRIBUTE.color)
        : tag.name === 'body'
          ? attributes.get(ATTRIBUTE.text)
          : undefined
    const face = tag.name === 'font' ? attributes.get(ATTRIBUTE.face) : undefined
    if (face) parseStyle(`font-family:${face.replaceAll(';', ',')}`, this.addFont)
    if (!ground && !picture && !colour) return undefined
    const style = new Style()
    if (ground) style.ground = parseColour(ground.trim().toLowerCase())
    if (colour) style.colour = parseColour(colour.trim().toLowerCase())
    style.picture = !!picture && style.ground === UNKNOWN_COLOUR
    return style
  }
}
