/** How does an element look by its own attributes and the rules for it? */
import { ATTRIBUTE, type Attributes } from './attributes.ts'
import { parseColour, UNKNOWN_COLOUR, UNSURE_COLOUR } from './colour.ts'
import { ORDINARY_PX } from './css-font.ts'
import type { Element } from './selector.ts'
import { mergeStyles, overlay, Style, showing } from './style.ts'
import { parseStyle } from './style-parse.ts'
import type { StyleSheet } from './style-sheet.ts'
import { CONTROL, PRE, type Tag } from './tags.ts'

/** Different `style` attributes of one mail that are kept parsed. */
const STYLES = 500
/** UTF-16 code units of one `style` attribute that are read. */
const STYLE_UNITS = 10_000
/** UTF-16 code units of a `class` attribute that are read. */
const CLASS_UNITS = 1_000
/** Font names that are kept, and the code units of one. */
const FONTS = 50
const FONT_UNITS = 64

/** The attributes that say how an element looks. */
const PRESENTATIONAL =
  (1 << ATTRIBUTE.bgcolor) |
  (1 << ATTRIBUTE.background) |
  (1 << ATTRIBUTE.color) |
  (1 << ATTRIBUTE.text) |
  (1 << ATTRIBUTE.face) |
  (1 << ATTRIBUTE.size)

/** Works out styles, and keeps the font names it meets. */
export class Presentation {
  private readonly parsed = new Map<string, Style>()
  private readonly pre = new Style()
  private readonly control = new Style()

  /**
   * @param sheet - the rules of the mail, as far as they were read
   * @param fonts - takes the names of fonts
   */
  constructor(
    readonly sheet: StyleSheet,
    readonly fonts: Set<string>,
  ) {
    this.pre.pre = true
    this.control.fontPx = ORDINARY_PX
    this.control.colour = UNSURE_COLOUR
  }

  readonly addFont = (name: string): void => {
    if (this.fonts.size < FONTS) this.fonts.add(name.slice(0, FONT_UNITS))
  }

  /**
   * The style of an element, without what it inherits; undefined when nothing is said about it.
   *
   * @param parent - the element it stands in
   */
  of(tag: Tag, attributes: Attributes, parent: Element): Style | undefined {
    let style = tag.flags & (PRE | CONTROL) ? this.byTag(tag) : undefined
    if (attributes.present & PRESENTATIONAL) style = overlay(style, this.byAttributes(tag, attributes))
    if (!this.sheet.empty)
      style = overlay(style, this.sheet.match(tag, classesOf(attributes), idOf(attributes), parent))
    const css = attributes.get(ATTRIBUTE.style)
    if (css) style = overlay(style, this.inline(css))
    return style?.important ? mergeStyles(style, style.important) : style
  }

  private byTag(tag: Tag): Style | undefined {
    const control = tag.flags & CONTROL ? this.control : undefined
    return tag.flags & PRE ? overlay(control, this.pre) : control
  }

  private inline(css: string): Style {
    let style = this.parsed.get(css)
    if (!style) {
      style =
        css.length > STYLE_UNITS
          ? (showing(parseStyle(css.slice(0, STYLE_UNITS), this.addFont)) ?? new Style())
          : parseStyle(css, this.addFont)
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
    const size = tag.name === 'font' ? attributes.get(ATTRIBUTE.size) : undefined
    if (!ground && !picture && !colour && !size) return undefined
    const style = new Style()
    if (size && Number.isFinite(Number.parseInt(size, 10))) style.fontPx = ORDINARY_PX // of 7 sizes the least is 10 px
    if (ground) style.ground = attributeColour(ground)
    if (colour) style.colour = attributeColour(colour)
    style.picture = !!picture || style.ground === UNSURE_COLOUR
    if (style.picture) style.ground = UNKNOWN_COLOUR
    return style
  }
}

/** As HTML has it (2.3.6), any word is a colour; one that is not known here is not known to hide. */
function attributeColour(value: string): number {
  const word = value.trim().toLowerCase()
  if (word === '' || word === 'transparent') return UNKNOWN_COLOUR
  const colour = word.includes('(') || (word.length > 7 && word.startsWith('#')) ? UNKNOWN_COLOUR : parseColour(word)
  return colour < 0 ? UNSURE_COLOUR : colour
}

export function classesOf(attributes: Attributes): string {
  return attributes.present & (1 << ATTRIBUTE.class) ? attributes.get(ATTRIBUTE.class)!.slice(0, CLASS_UNITS) : ''
}

export function idOf(attributes: Attributes): string {
  return attributes.present & (1 << ATTRIBUTE.id) ? attributes.get(ATTRIBUTE.id)! : ''
}
