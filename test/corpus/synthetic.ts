/** Makes corpora of many lures for tests and benches: words drawn unevenly, as real lures share theirs. */
import { encodeFingerprint, GRAM_BITS } from '../../src/corpus/fingerprint-format.ts'
import type { Corpus, LureEntry } from '../../src/corpus/model.ts'
import { corpusOf, lureOf } from './corpus-of.ts'

/** A small generator with a fixed start, so that every run makes the same corpus. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Grams that lures share; small numbers are drawn far more often. */
const VOCABULARY = 60_000
/** A gram of the shared vocabulary. */
export const gramOf = (word: number): number => Math.imul(word, 0x9e3779b1) >>> (32 - GRAM_BITS)

/** A lure of 40 grams: 34 that other lures have too, 6 of its own; one phrase and a subject. */
function syntheticLure(number: number, random: () => number): LureEntry {
  const grams = new Set<number>()
  while (grams.size < 34) grams.add(gramOf(Math.floor(VOCABULARY * random() ** 3)))
  while (grams.size < 40) grams.add(Math.floor(random() * (1 << GRAM_BITS)))
  const sorted = Int32Array.from(grams).sort()
  const letters = Array.from({ length: 8 }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 3000))).join('')
  return lureOf(`brand/lure-${number}`, {
    subjects: [`【重要】お知らせ ${number}`],
    phrases: [{ text: letters, strength: 2 }],
    fingerprints: [encodeFingerprint({ grams: sorted, weights: new Uint8Array(40).fill(4) })],
  })
}

/** A corpus of so many lures. */
export function syntheticCorpus(lures: number): Corpus {
  const random = randomOf(1)
  return corpusOf({ lures: Array.from({ length: lures }, (_, i) => syntheticLure(i, random)) })
}
