/** Which short phrases of a mail tell its lure from ordinary mail and say nothing of its recipient? */
import { type CompiledCorpus, matchTerms } from '../../../src/corpus/compile.ts'
import { gramsOf } from '../../../src/corpus/fingerprint.ts'
import type { Rarity } from '../../../src/corpus/fingerprint-make.ts'
import { fold, foldedString, originalSpan } from '../../../src/text/fold.ts'
import type { Span } from '../personal/spans.ts'
import { runsOf, type Vocabulary } from './vocabulary.ts'

/** Phrases of one lure; more would be its text. */
const MOST = 4
/** Characters of a phrase. Shorter ones stand in other mail by chance; longer ones would be other people's text. */
const SHORTEST = 9
const LONGEST = 30
/** Mean rarity of a phrase's pieces, from 1 (in every mail) to 5 (in none that was counted). */
const RARE = 3.4

/** What phrases are chosen by. */
export interface PhraseInput {
  text: string
  /** Stretches that could say who received the mail. */
  personal: readonly Span[]
  vocabulary: Vocabulary
  corpus: CompiledCorpus
  rarity: Rarity
  /** Texts of ordinary mail, folded: no phrase may stand in one. */
  ordinary: readonly string[]
}

/**
 * Chooses them, those that say most first.
 *
 * @returns at most four; numbers, dates and names of brands are slots, every other word is one that the corpus knows
 */
export function choosePhrases(input: PhraseInput): string[] {
  const { text, personal, ordinary, rarity } = input
  const folded = fold(text)
  const brands = matchTerms(input.corpus, folded)
    .filter(({ term }) => input.corpus.terms[term]!.kind === 'brand')
    .map(({ start, end }) => originalSpan(folded, text, start, end))
  // what warns of phishing stands in warnings, not only in lures that copy them
  const warnings = matchTerms(input.corpus, folded)
    .filter(({ term }) => input.corpus.termIds[term] === 'warnings')
    .map(({ start, end }) => originalSpan(folded, text, start, end))
  const hidden = [...personal, ...warnings]
  const candidates = new Map<string, number>()
  for (const piece of piecesOf(text)) {
    if (hidden.some(({ start, end }) => start < piece.end && end > piece.start)) continue
    const within = brands.filter(({ start, end }) => start >= piece.start && end <= piece.end)
    const phrase = withSlots(text, piece, within)
    const letters = phrase.replaceAll(/\{\w+\}/g, '')
    if (letters.length < SHORTEST || letters.length > LONGEST || !isKnown(letters, input.vocabulary)) continue
    const seen = foldedString(fold(letters))
    if (seen.length < SHORTEST || ordinary.some((other) => other.includes(seen))) continue
    const grams = gramsOf(fold(letters))
    const sum = grams.reduce((total, gram) => total + rarity(gram), 0)
    // of two that are equally rare, the longer says more
    if (sum / Math.max(1, grams.length) >= RARE && !candidates.has(phrase)) candidates.set(phrase, sum)
  }
  return [...candidates]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([phrase]) => phrase)
}

/** Stretches between marks and line ends. */
function piecesOf(text: string): Array<{ start: number; end: number }> {
  const pieces: Array<{ start: number; end: number }> = []
  for (const { 0: piece, index } of text.matchAll(
    /[^\n\r。．！？!?、,，:：;；【】「」『』()（）<>＜＞[\]{}|*※→▼■●・…"'/\\]+/g,
  )) {
    const start = index + piece.length - piece.trimStart().length
    const end = index + piece.trimEnd().length
    if (end > start) pieces.push({ start, end })
  }
  return pieces
}

/** The piece with slots; two side by side become one. */
function withSlots(
  text: string,
  { start, end }: { start: number; end: number },
  brands: ReadonlyArray<{ start: number; end: number }>,
): string {
  let out = ''
  let at = start
  for (const brand of brands) {
    if (brand.start < at) continue
    out += `${numbered(text.slice(at, brand.start))}{brand}`
    at = brand.end
  }
  out += numbered(text.slice(at, end))
  return (
    out
      .replaceAll(/\{(\w+)\}(?:\s*\{\w+\})+/g, '{$1}')
      // the number of a list's entry
      .replace(/^\{num\}\s+|\s+\{num\}$/g, '')
      .trim()
  )
}

const numbered = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{1,2}:\d{2}/g, '{date}')
    .replace(/\d[\d,.]*/g, '{num}')

/** Japanese of known words only: every run of kanji and of katakana stands in the corpus; letters of other scripts are none. */
function isKnown(letters: string, vocabulary: Vocabulary): boolean {
  if (!/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々 %円]+$/u.test(letters)) return false
  return runsOf(letters).every(
    ({ start, end, script }) => script === 'other' || vocabulary.has(letters.slice(start, end)),
  )
}
