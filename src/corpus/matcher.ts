/** Which literals must be looked for so that all names and phrases of a corpus are found? */

import { fold } from '../text/fold.ts'
import { activeLures } from './active.ts'
import { type Automaton, buildAutomaton, type Literals } from './automaton.ts'
import type { Term } from './compile.ts'
import { CorpusError } from './errors.ts'
import { packFolds, readFolds } from './folds.ts'
import type { BrandEntry, Corpus, Phrase } from './model.ts'
import { newPairs, pairOf } from './pairs.ts'
import type { Pattern } from './pattern.ts'
import { type Slot, splitPhrase } from './phrase.ts'

/** What `matchTerms` works with. */
export interface Matcher {
  automaton: Automaton
  /** For each literal: the term it is, or -1 when it is the anchor of a pattern. */
  literalTerms: Int32Array
  /** For each literal that is an anchor: its pattern, else -1. */
  literalPatterns: Int32Array
  patterns: Pattern[]
  /** Scratch of `scan`: all 0 between calls. */
  counts: Uint16Array
  /** Scratch of `scan`: what stands in the text that was looked at last. */
  pairs: Uint32Array
}

/** Neighbours of a `near` phrase stand at most this many folded units apart unless it says otherwise. */
export const NEAR = 20

/** Stands between literals that are folded together; folding keeps it and no literal holds it. */
const SEPARATOR = '\ufffd'

/** Texts to be folded together, and the terms that are one text each. */
interface Drafts {
  texts: string[]
  /** The term that a text is; undefined for pieces of patterns and for names that are only compared. */
  terms: Array<Term | undefined>
  patterns: PatternDraft[]
}

/** A phrase of several pieces: indexes into `texts`, or slots. */
interface PatternDraft {
  term: Term
  elements: Array<number | Slot>
  within: number
}

function draftsOf(corpus: Corpus): { drafts: Drafts; names: Names[] } {
  const drafts: Drafts = { texts: [], terms: [], patterns: [] }
  const names = addNames(corpus.brands, drafts)
  addPhrases('pretext', corpus.pretexts, drafts)
  addPhrases('list', corpus.phrases, drafts)
  addPhrases('lure', activeLures(corpus.lures), drafts)
  return { drafts, names }
}

/** The folded forms of all that is looked for, packed for `compileTerms`. */
export function foldsOf(corpus: Corpus): string {
  const { texts } = draftsOf(corpus).drafts
  return packFolds(texts, foldAll(texts))
}

/**
 * Makes the terms and the matcher of a corpus.
 *
 * @param folds from `foldsOf`, of the same corpus
 */
export function compileTerms(corpus: Corpus, folds?: string): { terms: Term[]; matcher: Matcher } {
  const { drafts, names } = draftsOf(corpus)
  const literals = folds === undefined ? foldAll(drafts.texts) : readFolds(drafts.texts, folds)
  tellNamesApart(names, literals, drafts)
  const size = drafts.texts.length
  const literalTerms = new Int32Array(size).fill(-1)
  const literalPatterns = new Int32Array(size).fill(-1)
  const terms: Term[] = []
  const chosen: number[] = []
  for (let literal = 0; literal < size; literal++) {
    const term = drafts.terms[literal]
    if (!term) continue
    assertLength(literals, literal, term)
    literalTerms[literal] = terms.push(term) - 1
    chosen.push(literal)
  }
  const patterns = drafts.patterns.map(({ term, elements, within }, i): Pattern => {
    const anchor = longest(elements, literals)
    const literal = elements[anchor] as number
    assertLength(literals, literal, term)
    literalPatterns[literal] = i
    chosen.push(literal)
    const pieces = elements.map((e) =>
      typeof e === 'number' ? literals.units.subarray(literals.starts[e]!, literals.ends[e]!) : e,
    )
    return { term: terms.push(term) - 1, elements: pieces, anchor, needs: needsOf(pieces, anchor), within }
  })
  const automaton = buildAutomaton(literals, chosen)
  return {
    terms,
    matcher: { automaton, literalTerms, literalPatterns, patterns, counts: new Uint16Array(size), pairs: newPairs() },
  }
}

/** The texts of one brand's names, and of its ambiguous names, which are only compared. */
interface Names {
  from: number
  ambiguous: number
  to: number
}

function addNames(brands: BrandEntry[], { texts, terms }: Drafts): Names[] {
  return brands.map(({ names, ambiguous }, ref) => {
    const from = texts.length
    for (const list of [names.ja, names.en, names.aliases]) {
      for (const text of list) terms[texts.push(text) - 1] = { kind: 'brand', ref, strength: 2, text, ambiguous: false }
    }
    const middle = texts.length
    for (const text of ambiguous) texts.push(text)
    return { from, ambiguous: middle, to: texts.length }
  })
}

function addPhrases(
  kind: Term['kind'],
  entries: Array<{ phrases: Phrase[] }>,
  { texts, terms, patterns }: Drafts,
): void {
  for (let ref = 0; ref < entries.length; ref++) {
    for (const { text, strength, within } of entries[ref]!.phrases) {
      if (typeof text !== 'string') {
        const term: Term = { kind, ref, strength, text: text.join(' … '), ambiguous: false }
        patterns.push({ term, elements: text.map((piece) => texts.push(piece) - 1), within: within ?? NEAR })
        continue
      }
      const term: Term = { kind, ref, strength, text, ambiguous: false }
      if (!text.includes('{')) {
        terms[texts.push(text) - 1] = term
        continue
      }
      const elements = splitPhrase(text).map((piece) => ('slot' in piece ? piece.slot : texts.push(piece.literal) - 1))
      patterns.push({ term, elements, within: 0 })
    }
  }
}

/**
 * Folds many texts at once: one call is ten times faster than thousands.
 *
 * @throws CorpusError when a text holds U+FFFD or half a surrogate pair
 */
export function foldAll(texts: string[]): Literals {
  const folded = fold(texts.join(SEPARATOR))
  const units = folded.units.subarray(0, folded.length)
  const starts = new Uint32Array(texts.length)
  const ends = new Uint32Array(texts.length)
  let at = 0
  for (let i = 0; i < texts.length; i++) {
    // a blank at either end, which folding drops at the ends of a text, is one beside the separator
    if (units[at] === 0x20) at++
    starts[i] = at
    // a native search: nothing is compiled yet when the first mail waits for this
    const separator = units.indexOf(0xfffd, at)
    at = separator < 0 ? Math.max(at, units.length) : separator
    ends[i] = at > starts[i]! && units[at - 1] === 0x20 ? at - 1 : at
    at++
  }
  if (texts.length > 0 && at <= units.length) {
    const wrong = texts.find((text) => /[\ufffd\p{Cs}]/u.test(text)) ?? ''
    throw new CorpusError('invisible', 'corpus', `a character that is none in "${wrong.slice(0, 40)}"`)
  }
  return { units, starts, ends }
}

/** Marks ambiguous names, and drops the terms of names that are spelled like an earlier one of the same brand. */
function tellNamesApart(brands: Names[], literals: Literals, { terms }: Drafts): void {
  for (const { from, ambiguous, to } of brands) {
    for (let i = from; i < ambiguous; i++) {
      const term = terms[i]!
      for (let k = ambiguous; k < to; k++) {
        if (!isSame(literals, i, k)) continue
        term.ambiguous = true
        term.strength = 1
      }
      for (let k = from; k < i; k++) if (isSame(literals, i, k)) terms[i] = undefined
    }
  }
}

function isSame({ units, starts, ends }: Literals, a: number, b: number): boolean {
  const from = starts[a]!
  const other = starts[b]!
  const size = ends[a]! - from
  if (size !== ends[b]! - other) return false
  for (let i = 0; i < size; i++) if (units[from + i] !== units[other + i]) return false
  return true
}

/** The longest literal of a pattern; the rest is only checked where that one stands. */
function longest(elements: Array<number | Slot>, { starts, ends }: Literals): number {
  let best = 0
  let length = -1
  elements.forEach((element, i) => {
    if (typeof element !== 'number' || ends[element]! - starts[element]! <= length) return
    length = ends[element]! - starts[element]!
    best = i
  })
  return best
}

/** The first pair of units of each other piece: a text without one of them need not be looked at. */
function needsOf(pieces: Array<Uint16Array | Slot>, anchor: number): number[] {
  const needs: number[] = []
  pieces.forEach((piece, i) => {
    if (i !== anchor && typeof piece !== 'string' && piece.length > 1) needs.push(pairOf(piece[0]!, piece[1]!))
  })
  return needs
}

/** Folding may leave nothing of a text that looked long enough. */
function assertLength({ starts, ends }: Literals, literal: number, { kind, ref, text }: Term): void {
  if (ends[literal]! - starts[literal]! >= 2) return
  const part = { brand: 'brands', pretext: 'pretexts', list: 'phrases', lure: 'lures' }[kind]
  throw new CorpusError('length', `${part}[${ref}]`, `too little is left of "${text.slice(0, 40)}" to look for`)
}
