/** What do the rules of `<style>` elements say about an element? */
import type { FontSink } from './css-font.ts'
import { findSign, plainCss } from './css-syntax.ts'
import { mediaHold } from './media.ts'
import {
  ancestorSteps,
  type Element,
  EXACT,
  INVALID,
  isMeant,
  keyOf,
  NEVER,
  parseSelector,
  type Selector,
} from './selector.ts'
import { DISPLAY_SHOWN, overlay, type Style, saysAnything, showing, undoesOnly } from './style.ts'
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
/** Rules inside of conditions inside of conditions. */
const CONDITIONS = 4
/** Rules and ancestors that are looked at in all; in newsletters, some thousands. */
const STEPS = 1_000_000
/** Above every specificity: where a rule that may hold stands. */
const LAST = 1e9

/** At-rules whose rules hold under a condition. */
const CONDITIONAL = ' @layer @container @scope @document @-moz-document '

interface Rule {
  selector: Selector
  style: Style
  /** Specificity, or `LAST`. */
  weight: number
  order: number
  /** Whether it does no more than undo what others may say. */
  undoes: boolean
}

/** What is said about all elements of one tag, classes and id. */
interface Match {
  /** Where all rules hold whatever the ancestors. */
  style: Style | undefined
  /** Where some do not, in the order of the cascade. */
  rules: Rule[] | undefined
}

const NO_MATCH: Match = { style: undefined, rules: undefined }

/** The rules of one mail. */
export class StyleSheet {
  private readonly rules = new Map<string, Rule[]>()
  private readonly matched = new Map<string, Match>()
  /** What is said about tags without class and id, by their numbers. */
  private byTag: Array<Match | undefined> = []
  private units = 0
  private count = 0
  private steps = STEPS
  /** The bits of box.ts that some rule sets. */
  private on = 0
  /** Whether rules were left out at a cap: what is left may hide what they show. */
  private cut = false
  /** Whether rules were added since this was last set. */
  changed = false

  get empty(): boolean {
    return this.count === 0
  }

  /**
   * Reads the text of a `<style>` element.
   *
   * @param unsure - whether it may not apply
   */
  add(css: string, fonts: FontSink, unsure: boolean): void {
    this.matched.clear()
    this.byTag = []
    const room = Math.max(0, SHEET_UNITS - this.units)
    if (css.length > room) this.cut = true
    const read = css.length > room ? css.slice(0, room) : css
    this.units += read.length
    this.read(plainCss(read), fonts, unsure, 0)
  }

  private read(text: string, fonts: FontSink, unsure: boolean, depth: number): void {
    let at = 0
    while (at < text.length) {
      at = afterMarks(text, at)
      const isAt = text.charCodeAt(at) === 0x40
      const open = findSign(text, at, isAt ? '{;' : '{')
      if (open >= text.length) return
      const head = text.slice(at, open)
      if (text.charCodeAt(open) === 0x3b) {
        // names of tags may mean those of another language then
        if (/^@namespace\b/i.test(head)) this.cut = true
        at = open + 1
        continue
      }
      const close = findSign(text, open + 1, '}')
      const block = text.slice(open + 1, close)
      if (isAt) this.atRule(head, block, fonts, unsure, depth)
      else this.rule(head, block, fonts, unsure, depth)
      at = close + 1
    }
  }

  /** A condition that may not hold leaves its rules what they show, and takes from them what they hide. */
  private atRule(head: string, block: string, fonts: FontSink, unsure: boolean, depth: number): void {
    const blank = head.search(/[\s(]/)
    const name = (blank < 0 ? head : head.slice(0, blank)).trim().toLowerCase()
    if (name === '@font-face') parseStyle(block, fonts)
    const holds = conditionHolds(name, head.slice(name.length))
    if (holds === false) return
    if (depth < CONDITIONS) this.read(block, fonts, unsure || !holds, depth + 1)
    else this.cut = true
  }

  private rule(head: string, block: string, fonts: FontSink, unsure: boolean, depth: number): void {
    const nested = block.includes('{')
    const style = parseStyle(block, fonts)
    if (nested && depth < CONDITIONS) this.read(block, fonts, true, depth + 1)
    else if (nested) this.cut = true
    if (!saysAnything(style)) return
    const selectors = selectorsOf(nested || unsure ? head.slice(head.lastIndexOf(';') + 1) : head)
    const invalid = nested || unsure || selectors.some(({ kind }) => kind === INVALID)
    const shown = showing(style)
    for (const selector of selectors) {
      if (selector.kind === NEVER) continue
      if (selector.kind === EXACT && !invalid) this.put(selector, style, selector.specificity)
      else if (shown) this.put({ ...selector, ancestors: [] }, shown, LAST)
    }
  }

  private put(selector: Selector, style: Style, weight: number): void {
    if (this.count >= SELECTORS) {
      this.cut = true
      return
    }
    const key = selector.kind === INVALID ? '*' : keyOf(selector.last)
    const rule = { selector, style, weight, order: this.count++, undoes: undoesOnly(style) }
    const list = this.rules.get(key)
    if (list) list.push(rule)
    else this.rules.set(key, [rule])
    this.on |= style.on
    if (style.important) this.on |= style.important.on
    this.changed = true
  }

  /** What the rules say about an element, as CSS Cascade 4 (6.1) has it: by specificity, then by order. */
  match(tag: Tag, classes: string, id: string, parent: Element): Style | undefined {
    const match = this.matchOf(tag, classes, id)
    return match.rules ? this.inContext(match.rules, parent) : match.style
  }

  private matchOf(tag: Tag, classes: string, id: string): Match {
    if (classes === '' && id === '') {
      this.byTag[tag.id] ??= this.find(tag, '', '')
      return this.byTag[tag.id]!
    }
    const key = `${tag.name} ${classes}#${id}`
    let match = this.matched.get(key)
    if (!match) {
      match = this.find(tag, classes, id)
      if (this.matched.size < MATCHES) this.matched.set(key, match)
    }
    return match
  }

  private find(tag: Tag, classes: string, id: string): Match {
    const keys = ['*', tag.name]
    if (classes !== '') for (const one of new Set(classes.split(/\s+/, CLASSES))) keys.push(`.${one}`)
    if (id !== '') keys.push(`#${id}`)
    const found: Rule[] = []
    for (const key of keys) {
      const rules = this.rules.get(key)
      if (!rules || this.steps <= 0) continue
      this.steps -= rules.length
      for (const rule of rules) {
        const { selector, style, undoes } = rule
        if (undoes && (style.said & this.on) === 0) continue
        if (selector.kind === INVALID || isMeant(selector.last, tag.name, classes, id)) found.push(rule)
      }
    }
    if (found.length === 0) return NO_MATCH
    found.sort((a, b) => a.weight - b.weight || a.order - b.order)
    if (found.some(({ selector }) => selector.ancestors.length > 0)) return { style: undefined, rules: found }
    return { style: this.whole(found), rules: undefined }
  }

  private inContext(rules: Rule[], parent: Element): Style | undefined {
    if (this.steps <= 0) return undefined
    const held: Rule[] = []
    for (const rule of rules) {
      if (rule.selector.ancestors.length === 0) held.push(rule)
      else if (this.steps > 0) {
        const steps = ancestorSteps(rule.selector, parent, this.steps)
        this.steps -= Math.abs(steps)
        if (steps > 0) held.push(rule)
      }
    }
    return this.whole(held)
  }

  private whole(rules: Rule[]): Style | undefined {
    let style: Style | undefined
    for (const rule of rules) style = overlay(style, rule.style)
    this.steps -= rules.length
    return style && (this.cut || this.steps <= 0) ? showing(style) : style
  }
}

/** Whether the rules of an at-rule hold; undefined where that is not certain, false too where it has no rules. */
function conditionHolds(name: string, condition: string): boolean | undefined {
  if (name === '@media') return mediaHold(condition)
  if (name === '@supports') return isSupported(condition.trim()) || undefined
  return CONDITIONAL.includes(` ${name} `) ? undefined : false
}

/** `(display: block)` and the like hold everywhere. */
function isSupported(condition: string): boolean {
  if (!condition.startsWith('(') || condition.indexOf(')') !== condition.length - 1 || condition.includes(';'))
    return false
  const { display } = parseStyle(condition.slice(1, -1), () => {})
  return display !== 0 && display !== DISPLAY_SHOWN
}

/** The place after blanks and the marks that hide a sheet from old readers (CSS Syntax 3, 5.4.1). */
function afterMarks(text: string, from: number): number {
  let at = from
  for (;;) {
    if (text.charCodeAt(at) <= 0x20) at++
    else if (text.startsWith('<!--', at)) at += 4
    else if (text.startsWith('-->', at)) at += 3
    else return at
  }
}

/** Selectors of one rule that are read; one that is none stands for the rest. */
const LISTED = 100

function selectorsOf(head: string): Selector[] {
  const selectors: Selector[] = []
  for (let at = 0; at <= head.length; ) {
    if (selectors.length === LISTED) return [...selectors, parseSelector('')]
    const end = head.includes('(') || head.includes('[') ? findSign(head, at, ',') : indexOrEnd(head, at)
    selectors.push(parseSelector(head.slice(at, end).trim()))
    at = end + 1
  }
  return selectors
}

function indexOrEnd(text: string, from: number): number {
  const end = text.indexOf(',', from)
  return end < 0 ? text.length : end
}
