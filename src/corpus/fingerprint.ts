/** How much of a documented lure's text stands in a mail? */
import type { Folded } from '../text/fold.ts'
import type { CompiledCorpus } from './compile.ts'
import { GRAM_BITS } from './fingerprint-format.ts'
import { candidates } from './fingerprint-index.ts'

/** A lure whose text stands in the mail. */
export interface SimilarLure {
  /** Index into `CompiledCorpus.lures`. */
  lure: number
  /** Which of its fingerprints. */
  sample: number
  /** Weighted share of the lure's grams that stand in the mail, 0 to 1. */
  similarity: number
}

/** Shares below this are chance and ordinary politeness; they are not reported. */
export const FLOOR = 0.25

const GRAM_MASK = (1 << GRAM_BITS) - 1

/** One bit a gram hash: all 0 between calls. 128 KB, made at first use. */
let bits: Uint32Array | undefined

function scratch(): Uint32Array {
  bits ??= new Uint32Array((GRAM_MASK + 1) >>> 5)
  return bits
}

/** Grams of one text while they are collected; a longer text gets room of its own, so that none is kept for it. */
let room: Int32Array | undefined
const ROOM = 32_768

function gramRoom(length: number): Int32Array {
  if (length > ROOM) return new Int32Array(length)
  room ??= new Int32Array(ROOM)
  return room
}

/** Hash of three folded units. */
export function gramHash(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) & GRAM_MASK
}

/**
 * Calls `visit` with each gram and the places of its first and last unit. Blanks are skipped and a run of digits is one
 * `0`, so that wrapped lines, dates and amounts change nothing.
 */
export function forEachGram(folded: Folded, visit: (gram: number, first: number, last: number) => void): void {
  const { units, length } = folded
  let a = 0
  let b = 0
  let aAt = 0
  let bAt = 0
  for (let i = 0; i < length; i++) {
    let c = units[i]!
    if (c === 0x20) continue
    if (c <= 0x39 && c >= 0x30) {
      if (b === 0x30) continue
      c = 0x30
    }
    if (a !== 0) visit(gramHash(a, b, c), aAt, i)
    a = b
    aAt = bAt
    b = c
    bAt = i
  }
}

/**
 * Gives the hashes of all runs of three characters in a text.
 *
 * @param folded from `fold`
 * @returns hashes from 0 to 2^20 - 1, each once, in the order of the text; empty for a text of fewer than three characters
 */
export function gramsOf(folded: Folded): Int32Array {
  return collectGrams(folded, EVERY, 0).slice()
}

/** A filter that lets all grams pass. */
const EVERY = Uint32Array.of(0xffffffff)

/**
 * Finds the documented lures whose text stands in a mail, as `similarLures` of `gramsOf` does. While all grams of all
 * lures are in the index, those of the mail that are not need not be kept.
 *
 * @param corpus from `compileCorpus`
 * @param folded from `fold`
 */
export function luresIn(corpus: CompiledCorpus, folded: Folded): SimilarLure[] {
  const { known, knownMask, isWhole } = corpus.fingerprints
  return similarLures(corpus, isWhole ? collectGrams(folded, known, knownMask) : gramsOf(folded))
}

/** The grams of a text that a filter lets pass, each once; they stand there until the next text is asked about. */
function collectGrams(folded: Folded, known: Uint32Array, knownMask: number): Int32Array {
  const seen = scratch()
  const { units, length } = folded
  const found = gramRoom(length)
  let count = 0
  let a = 0
  let b = 0
  for (let i = 0; i < length; i++) {
    let c = units[i]!
    if (c === 0x20) continue
    if (c <= 0x39 && c >= 0x30) {
      if (b === 0x30) continue
      c = 0x30
    }
    if (a !== 0) {
      const hash = gramHash(a, b, c)
      const bit = 1 << (hash & 31)
      if ((known[(hash & knownMask) >>> 5]! & bit) !== 0 && (seen[hash >>> 5]! & bit) === 0) {
        seen[hash >>> 5]! |= bit
        found[count++] = hash
      }
    }
    a = b
    b = c
  }
  for (let i = 0; i < count; i++) seen[found[i]! >>> 5] = 0
  return found.subarray(0, count)
}

/**
 * Finds the documented lures whose text stands in a mail. The measure is containment: a lure keeps its similarity inside
 * a longer mail. The cost does not grow with the number of lures: beyond 10,000 samples only the rarest grams of each
 * are looked up.
 *
 * @param corpus from `compileCorpus`
 * @param grams from `gramsOf`
 * @returns lures of 0.25 and more with the best of their samples, most similar first; at most 64
 */
export function similarLures(corpus: CompiledCorpus, grams: Int32Array): SimilarLure[] {
  const index = corpus.fingerprints
  if (index.samples === 0 || grams.length === 0) return []
  const present = scratch()
  for (let i = 0; i < grams.length; i++) present[grams[i]! >>> 5]! |= 1 << (grams[i]! & 31)
  const best = new Map<number, SimilarLure>()
  for (const candidate of candidates(index, grams)) {
    let held = 0
    let all = 0
    for (let i = index.offsets[candidate]!; i < index.offsets[candidate + 1]!; i++) {
      const entry = index.entries[i]!
      const gram = entry >>> 2
      const weight = (entry & 3) + 1
      all += weight
      if ((present[gram >>> 5]! & (1 << (gram & 31))) !== 0) held += weight
    }
    const similarity = held / all
    const lure = index.lureOf[candidate]!
    if (similarity < FLOOR || similarity <= (best.get(lure)?.similarity ?? 0)) continue
    best.set(lure, { lure, sample: candidate - index.firstOf[lure]!, similarity })
  }
  for (let i = 0; i < grams.length; i++) present[grams[i]! >>> 5] = 0
  return [...best.values()].sort((a, b) => b.similarity - a.similarity || a.lure - b.lure)
}

/** Grams of one passage lie at most this many folded units apart, and a passage holds at least so many of them. */
const GAP = 24
const PASSAGE_GRAMS = 3

/** Where the grams of a text stand that are in a corpus' index: each with its first and last folded unit. */
interface GramPlaces {
  grams: number[]
  firsts: number[]
  lasts: number[]
}

function placesOfGrams(corpus: CompiledCorpus, folded: Folded): GramPlaces {
  const { known, knownMask, isWhole } = corpus.fingerprints
  const places: GramPlaces = { grams: [], firsts: [], lasts: [] }
  forEachGram(folded, (gram, first, last) => {
    if (isWhole && (known[(gram & knownMask) >>> 5]! & (1 << (gram & 31))) === 0) return
    places.grams.push(gram)
    places.firsts.push(first)
    places.lasts.push(last)
  })
  return places
}

/**
 * Shows where in a text the words of one lure or several stand.
 *
 * @param corpus from `compileCorpus`
 * @param folded the text that `similarLures` was asked about
 * @param found some of its results
 * @returns for each of them the folded ranges in order, without overlap
 */
export function lurePassages(
  corpus: CompiledCorpus,
  folded: Folded,
  found: Array<{ lure: number; sample: number }>,
): Array<Array<{ start: number; end: number }>> {
  const places = placesOfGrams(corpus, folded)
  return found.map((one) => passagesOf(corpus, places, one))
}

function passagesOf(
  corpus: CompiledCorpus,
  { grams, firsts, lasts }: GramPlaces,
  found: { lure: number; sample: number },
): Array<{ start: number; end: number }> {
  const { firstOf, offsets, entries } = corpus.fingerprints
  const sample = firstOf[found.lure]! + found.sample
  const held = scratch()
  const first = offsets[sample]!
  const last = offsets[sample + 1]!
  for (let i = first; i < last; i++) held[entries[i]! >>> 7]! |= 1 << ((entries[i]! >>> 2) & 31)
  const passages: Array<{ start: number; end: number }> = []
  let start = -1
  let end = -1
  let count = 0
  const close = (): void => {
    if (count >= PASSAGE_GRAMS) passages.push({ start, end })
  }
  for (let i = 0; i < grams.length; i++) {
    const gram = grams[i]!
    if ((held[gram >>> 5]! & (1 << (gram & 31))) === 0) continue
    const from = firsts[i]!
    if (start < 0 || from - end > GAP) {
      close()
      start = from
      count = 0
    }
    count++
    end = lasts[i]! + 1
  }
  close()
  for (let i = first; i < last; i++) held[entries[i]! >>> 7] = 0
  return passages
}
