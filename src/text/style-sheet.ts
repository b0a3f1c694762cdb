/** What do the rules of `<style>` elements say about an element? Only selectors that need no other element are known. */
import { UNKNOWN_COLOUR } from './colour.ts'
import type { FontSink } from './css-font.ts'
import { plainCss } from './css-syntax.ts'
import { DISPLAY_NONE, mergeStyles, overlay, Style } from './style.ts'
import { parseStyle } from './style-parse.ts'
import type { Tag } from './tags.ts'

/** Selectors kept in all. Newsletters have up to 400. */
const SELECTORS = 2_000
/** UTF-16 code units of style sheets that are read in all. */
const SHEET_UNITS = 500_000
/** Classes of one element that are looked up. */
const CLASSES = 20
/** Combinations of tag, classes and id whose rules are kept at hand. */
const MATCHES = 500

/** The rules of one mail. */
export class StyleSheet {
  private readonly rules = new Map<string, Style>()
  private readonly matched = new Map<string, Style | undefined>()
  /** What is said about tags without class and id, by their numbers; null where nothing is. */
  private byTag: Array<Style | null | undefined> = []
  private units = 0
  /** Whether a rule that was read since this was last set can hide text. */
  hides = false

  get empty(): boolean {
    return this.rules.size === 0
  }

  /** Reads the text of a `<style>` element. */
  add(css: string, fonts: FontSink): void {
    this.matched.clear()
    this.byTag = []
    const room = Math.max(0, SHEET_UNITS - this.units)
    const read = css.length > room ? css.slice(0, room) : css
    this.units += read.length
    const text = plainCss(read)
    let at = 0
    while (at < text.length) {
      const open = text.indexOf('{', at)
      if (open < 0) return
      const selector = selectorText(text, at, open)
      if (selector.startsWith('@')) {
        at = this.atRule(selector, text, open, fonts)
        continue
      }
      const close = text.indexOf('}', open)
      const end = close < 0 ? text.length : close
      this.rule(selector, parseStyle(text.slice(open + 1, end), fonts))
      at = end + 1
    }
  }

  /** Conditions (@media) may not hold, so their rules are passed over, but for the two that always do. */
  private atRule(selector: string, text: string, open: number, fonts: FontSink): number {
    const name = selector.toLowerCase()
    if (name === '@media all' || name === '@media screen') return open + 1 // its own closing brace ends up in a selector
    let depth = 1
    let end = open + 1
    for (; end < text.length && depth > 0; end++) {
      const c = text.charCodeAt(end)
      if (c === 0x7b) depth++
      else if (c === 0x7d) depth--
    }
    if (name.startsWith('@font-face')) parseStyle(text.slice(open + 1, end - 1), fonts)
    return end
  }

  private rule(selectors: string, style: Style): void {
    for (const part of selectors.split(',', 100)) {
      const selector = part.trim()
      const key = keyOf(selector)
      if (key !== '') this.put(key, style)
      else if (style.ground !== UNKNOWN_COLOUR || style.picture) {
        // Which elements it means is unknown, so on those it may mean no colour can be said to hide.
        const last = keyOf(selector.slice(selector.lastIndexOf(' ') + 1))
        const unsure = new Style()
        unsure.picture = true
        if (last !== '') this.put(last, unsure)
      }
    }
  }

  private put(key: string, style: Style): void {
    const before = this.rules.get(key)
    if (!before && this.rules.size >= SELECTORS) return
    this.rules.set(key, before ? mergeStyles(before, style) : style)
    this.hides ||=
      style.display === DISPLAY_NONE ||
      style.visibility === 'hidden' ||
      style.fontPx >= 0 ||
      style.colour !== UNKNOWN_COLOUR
    this.hides ||= style.opacity < 1 || style.zeroSize || style.offScreen || style.msoHide
  }

  /** What the rules say about an element, the more exact selector over the less exact one. */
  match(tag: Tag, classes: string, id: string): Style | undefined {
    if (classes === '' && id === '') return this.ofTag(tag)
    const key = `${tag.name} ${classes}#${id}`
    if (this.matched.has(key)) return this.matched.get(key)
    const style = this.find(tag, classes, id)
    if (this.matched.size < MATCHES) this.matched.set(key, style)
    return style
  }

  /** What they say about an element without class and id. */
  ofTag(tag: Tag): Style | undefined {
    const known = this.byTag[tag.id]
    if (known !== undefined) return known ?? undefined
    const style = overlay(this.rules.get('*'), this.rules.get(tag.name))
    this.byTag[tag.id] = style ?? null
    return style
  }

  private find(tag: Tag, classes: string, id: string): Style | undefined {
    const { name } = tag
    let style = this.ofTag(tag)
    if (classes !== '') {
      const names = classes.split(/\s+/, CLASSES)
      for (const one of names) style = overlay(style, this.rules.get(`.${one}`))
      for (const one of names) style = overlay(style, this.rules.get(`${name}.${one}`))
    }
    if (id !== '') style = overlay(overlay(style, this.rules.get(`#${id}`)), this.rules.get(`${name}#${id}`))
    return style
  }
}

/** The text before a brace, without the marks that hide a sheet from old readers, and braces left over. */
function selectorText(text: string, from: number, to: number): string {
  let out = text.slice(from, to)
  const statement = out.lastIndexOf(';') + 1 // @import url(x); .a { ... }
  out = out.slice(statement).replace('<!--', ' ').replace('-->', ' ').trim()
  let start = 0
  while (start < out.length && (out.charCodeAt(start) === 0x7d || out.charCodeAt(start) <= 0x20)) start++
  return out.slice(start)
}

/** `tag`, `.class`, `#id`, `tag.class`, `tag#id` or `*` as the key they are kept by; empty for any other selector. */
function keyOf(selector: string): string {
  if (selector === '' || selector.length > 100) return ''
  let marks = 0
  for (let i = 0; i < selector.length; i++) {
    const c = selector.charCodeAt(i)
    if (c === 0x2e || c === 0x23) marks++
    else if (
      !(
        c > 0x7f ||
        c === 0x2d ||
        c === 0x5f ||
        (c >= 0x30 && c <= 0x39) ||
        ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a) ||
        (c === 0x2a && selector.length === 1)
      )
    )
      return ''
  }
  if (marks > 1) return ''
  const mark = Math.max(selector.indexOf('.'), selector.indexOf('#'))
  return mark < 0 ? selector.toLowerCase() : selector.slice(0, mark).toLowerCase() + selector.slice(mark)
}
