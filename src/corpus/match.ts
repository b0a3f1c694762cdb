/** Which names and phrases of the corpus stand in this text? */
import type { Folded } from '../text/fold.ts'
import { type Scan, scan } from './automaton.ts'
import { isGluedAfter, isGluedBefore, isLatin } from './boundary.ts'
import type { CompiledCorpus, Term } from './compile.ts'
import type { Matcher } from './matcher.ts'
import { mayHold } from './pairs.ts'
import { type BrandSpans, verify } from './pattern.ts'

/** One term found. */
export interface Hit {
  /** Index into `CompiledCorpus.terms`. */
  term: number
  /** Folded offsets; `Folded.map` leads back to the text. */
  start: number
  end: number
  /** Not glued to more letters of the same script: Latin in Latin, katakana in katakana, kanji in kanji. */
  bounded: boolean
}

/** Most places reported of one literal. */
const HITS_PER_LITERAL = 256
/** A Latin name shorter than this says nothing inside a longer word (`au` in `because`). */
const GLUED_LATIN = 5

/**
 * Finds all names and phrases of a corpus in a text, in linear time.
 *
 * A brand name inside a longer hit of any brand is left out (アイフル in アイフルホーム), and so are short Latin names
 * and phrases that begin or end inside a Latin word.
 *
 * @param corpus from `compileCorpus`
 * @param folded from `fold`
 * @returns hits by place, longest first at the same place; at most 256 of one literal
 * @example
 * matchTerms(corpus, fold('カゴヤのメール')).map((hit) => corpus.terms[hit.term].text) // ['カゴヤ']
 */
export function matchTerms(corpus: CompiledCorpus, folded: Folded): Hit[] {
  const { matcher, terms } = corpus
  const { automaton, literalTerms } = matcher
  const { units, length } = folded
  const found = scan(automaton, units, length, matcher.counts, HITS_PER_LITERAL, matcher.pairs)
  const brands: Hit[] = []
  const hits: Hit[] = []
  for (let i = 0; i < found.literals.length; i++) {
    const start = found.starts[i]!
    for (let literal = found.literals[i]!; literal >= 0; literal = automaton.same[literal]!) {
      const index = literalTerms[literal]!
      if (index < 0) continue
      const term = terms[index]!
      const end = start + automaton.ends[literal]! - automaton.starts[literal]!
      const hit = hitOf(term, index, units, length, start, end)
      if (hit) (term.kind === 'brand' ? brands : hits).push(hit)
    }
  }
  const outer = withoutInner(brands)
  addPatterns(matcher, found, terms, folded, brands, hits)
  for (const hit of outer) hits.push(hit)
  return inOrder(hits)
}

const byPlace = (a: Hit, b: Hit): number => a.start - b.start || b.end - a.end || a.term - b.term

/** Up to so many hits, most of them in order already, a few moves are cheaper than the copy that the host's sort makes. */
const FEW = 32

function inOrder(hits: Hit[]): Hit[] {
  if (hits.length > FEW) return hits.sort(byPlace)
  for (let i = 1; i < hits.length; i++) {
    const hit = hits[i]!
    let at = i
    for (; at > 0 && byPlace(hits[at - 1]!, hit) > 0; at--) hits[at] = hits[at - 1]!
    hits[at] = hit
  }
  return hits
}

function hitOf(
  term: Term,
  index: number,
  units: Uint16Array,
  length: number,
  start: number,
  end: number,
): Hit | undefined {
  const before = isGluedBefore(units, start)
  const after = isGluedAfter(units, length, end)
  if ((before && isLatin(units[start]!)) || (after && isLatin(units[end - 1]!))) {
    if (term.kind !== 'brand' || end - start < GLUED_LATIN) return undefined
  }
  return { term: index, start, end, bounded: !before && !after }
}

/** Drops names inside longer ones. A longer one that is glued itself covers only what is glued as well. */
function withoutInner(hits: Hit[]): Hit[] {
  let free: Hit | undefined
  let glued: Hit | undefined
  const covers = (outer: Hit | undefined, hit: Hit): boolean =>
    outer !== undefined && hit.end <= outer.end && (hit.start > outer.start || hit.end < outer.end)
  return hits.filter((hit) => {
    const inner = covers(free, hit) || (!hit.bounded && covers(glued, hit))
    if (hit.bounded) {
      if (!free || hit.end > free.end) free = hit
    } else if (!glued || hit.end > glued.end) glued = hit
    return !inner
  })
}

function addPatterns(matcher: Matcher, found: Scan, terms: Term[], folded: Folded, brands: Hit[], hits: Hit[]): void {
  const { automaton, literalPatterns, patterns, pairs } = matcher
  const { units, length } = folded
  const spans = brandSpans(brands)
  for (let i = 0; i < found.literals.length; i++) {
    const start = found.starts[i]!
    for (let literal = found.literals[i]!; literal >= 0; literal = automaton.same[literal]!) {
      const number = literalPatterns[literal]!
      if (number < 0) continue
      const pattern = patterns[number]!
      if (!mayHold(pairs, pattern.needs)) continue
      const end = start + automaton.ends[literal]! - automaton.starts[literal]!
      const whole = verify(pattern, units, length, start, end, spans)
      const hit = whole && hitOf(terms[pattern.term]!, pattern.term, units, length, whole.start, whole.end)
      if (hit) hits.push(hit)
    }
  }
}

/** The brand names of a text by beginning and by end, made when the first `{brand}` asks. */
function brandSpans(hits: Hit[]): BrandSpans {
  let ends: Map<number, number[]> | undefined
  let starts: Map<number, number[]> | undefined
  const group = (key: (hit: Hit) => number, value: (hit: Hit) => number): Map<number, number[]> => {
    const groups = new Map<number, number[]>()
    for (const hit of hits) {
      const values = groups.get(key(hit))
      if (values) values.push(value(hit))
      else groups.set(key(hit), [value(hit)])
    }
    return groups
  }
  return {
    endsFrom(start) {
      ends ??= group(
        (hit) => hit.start,
        (hit) => hit.end,
      )
      return ends.get(start) ?? []
    },
    startsTo(end) {
      starts ??= group(
        (hit) => hit.end,
        (hit) => hit.start,
      )
      return starts.get(end) ?? []
    },
  }
}
