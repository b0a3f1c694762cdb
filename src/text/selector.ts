/** Which elements does a CSS selector mean? */
import { findSign, isNameUnit } from './css-syntax.ts'
import type { Tag } from './tags.ts'

/** A part of a selector without a combinator: `p.a.b#c`. */
export interface Compound {
  /** In lower case; empty for any. */
  tag: string
  classes: string[]
  ids: string[]
}

/** Means the elements that `last` and `ancestors` say. */
export const EXACT = 0
/** Means some of the elements of `last`: it asks for what is not known, as an attribute or the place among siblings. */
export const UNSURE = 1
/** Says nothing about text as it stands: `:hover`, `::before`. */
export const NEVER = 2
/** A browser may not know it either, and then drops the whole rule (Selectors 4, 3.9). */
export const INVALID = 3

export interface Selector {
  kind: number
  last: Compound
  /** The nearest one first. */
  ancestors: Compound[]
  /** Whether each is the parent of the next (`>`), not any ancestor. */
  child: boolean
  /** Selectors 4, 17. */
  specificity: number
}

/** An element that is open, as far as selectors ask for it. */
export interface Element {
  readonly tag: Tag
  readonly classes: string
  readonly id: string
  readonly parent: Element | undefined
}

/** Code units of a selector that are read, and its compounds. */
const UNITS = 300
const COMPOUNDS = 8

const STATES = ' hover active focus focus-within focus-visible visited before after first-line first-letter '
const UNKNOWN_PLACES =
  ' link any-link root empty not is where has lang first-child last-child only-child nth-child nth-last-child nth-of-type first-of-type last-of-type '
const PSEUDO_ELEMENTS = ' before after first-line first-letter selection placeholder marker '

/** Reads one selector, without blanks around. */
export function parseSelector(text: string): Selector {
  let current = compound()
  const before: Compound[] = []
  let kind = text.length > UNITS ? UNSURE : EXACT
  let children = 0
  let descendants = 0
  let at = 0
  /** The compound has something in it; `> p`, `p >` and `*p` are no selectors, and a browser drops their rules. */
  let isBegun = false
  const end = Math.min(text.length, UNITS)
  const name = (): string => {
    const start = at
    while (at < end && isNameUnit(text.charCodeAt(at))) at++
    return text.slice(start, at)
  }
  while (at < end && kind < INVALID) {
    const c = text.charCodeAt(at)
    if (isNameUnit(c)) {
      current.tag = name().toLowerCase()
      if (isBegun || !isName(current.tag)) kind = INVALID
      isBegun = true
    } else if (c === 0x2e || c === 0x23) {
      at++
      const one = name()
      isBegun = true
      if (!isName(one)) kind = INVALID
      else if (c === 0x2e) current.classes.push(one)
      else current.ids.push(one)
    } else if (c === 0x3a) {
      const double = text.charCodeAt(at + 1) === 0x3a
      at += double ? 2 : 1
      isBegun = true
      kind = Math.max(kind, pseudoKind(name().toLowerCase(), double))
      if (text.charCodeAt(at) === 0x28) at = findSign(text, at + 1, ')') + 1
    } else if (c === 0x5b) {
      isBegun = true
      at = findSign(text, at + 1, ']') + 1
      kind = Math.max(kind, UNSURE)
    } else if (isCombinator(c)) {
      const start = at
      while (at < end && isCombinator(text.charCodeAt(at))) at++
      const sign = text.slice(start, at).trim()
      if (sign === '') descendants++
      else if (sign === '>') children++
      else kind = Math.max(kind, sign.length === 1 ? UNSURE : INVALID)
      if (!isBegun) kind = INVALID
      isBegun = false
      before.unshift(current)
      current = compound()
      if (before.length >= COMPOUNDS) kind = Math.max(kind, UNSURE)
    } else if (c === 0x2a && !isBegun) {
      isBegun = true
      at++
    } else kind = INVALID
  }
  if (!isBegun) kind = INVALID
  const weight = specificity([current, ...before])
  // which ancestor is meant would take trying, where both kinds of combinators stand
  if (children > 0 && (descendants > 0 || before.some(({ tag }) => IMPLIED.includes(` ${tag} `))))
    kind = Math.max(kind, UNSURE)
  // all that is read stands in <html> and <body>, whether these are written or not
  while (before.length > 0 && isPage(before[before.length - 1]!)) before.pop()
  return { kind, last: current, ancestors: before, child: children > 0, specificity: weight }
}

/** Elements that a browser adds where they are not written. */
const IMPLIED = ' html head body table thead tbody tr '

function isPage({ tag, classes, ids }: Compound): boolean {
  return (tag === 'html' || tag === 'body') && classes.length === 0 && ids.length === 0
}

function compound(): Compound {
  return { tag: '', classes: [], ids: [] }
}

/** No name begins with a digit (CSS Syntax 3, 4.3.9). */
function isName(text: string): boolean {
  return /^-?[^\d-]|^--/.test(text)
}

function isCombinator(c: number): boolean {
  return c <= 0x20 || c === 0x3e || c === 0x2b || c === 0x7e
}

function pseudoKind(name: string, double: boolean): number {
  const asked = ` ${name} `
  if ((double ? PSEUDO_ELEMENTS : STATES).includes(asked)) return NEVER
  return !double && UNKNOWN_PLACES.includes(asked) ? UNSURE : INVALID
}

function specificity(compounds: Compound[]): number {
  let sum = 0
  for (const { tag, classes, ids } of compounds)
    sum += ids.length * 10_000 + classes.length * 100 + (tag === '' ? 0 : 1)
  return sum
}

/** The key that a selector is found by: that of its last compound. */
export function keyOf({ tag, classes, ids }: Compound): string {
  if (ids.length > 0) return `#${ids[0]}`
  if (classes.length > 0) return `.${classes[0]}`
  return tag === '' ? '*' : tag
}

/** Whether an element is one that a compound means. */
export function isMeant({ tag, classes, ids }: Compound, name: string, has: string, id: string): boolean {
  return (tag === '' || tag === name) && ids.every((one) => one === id) && classes.every((one) => hasClass(has, one))
}

function hasClass(list: string, name: string): boolean {
  for (let at = list.indexOf(name); at >= 0; at = list.indexOf(name, at + 1)) {
    const end = at + name.length
    if ((at === 0 || list.charCodeAt(at - 1) <= 0x20) && (end === list.length || list.charCodeAt(end) <= 0x20))
      return true
  }
  return false
}

/**
 * Whether the ancestors of an element are those that a selector asks for.
 *
 * @param parent - of the element
 * @param steps - how many may be taken, one for an ancestor and one for each 16 code units of its classes
 * @returns how many were taken; negative where they are not those, or the steps ran out
 */
export function ancestorSteps(selector: Selector, parent: Element, steps: number): number {
  let n = 0
  let wanted = 0
  for (let one: Element | undefined = parent; one && n < steps; one = one.parent) {
    n += 1 + (one.classes.length >> 4) // a long list of classes takes its time
    if (isMeant(selector.ancestors[wanted]!, one.tag.name, one.classes, one.id)) {
      if (++wanted === selector.ancestors.length) return n
    } else if (selector.child) return -n
  }
  return -n
}
