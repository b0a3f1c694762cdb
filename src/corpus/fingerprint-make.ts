/** Which pieces of a lure's text tell it from ordinary mail? Makes fingerprints; used when lures are written, not when mail is read. */
import type { Folded } from '../text/fold.ts'
import { forEachGram } from './fingerprint.ts'
import { type Fingerprint, GRAM_BITS, MAX_GRAMS, readFingerprint, WEIGHT_CLASSES } from './fingerprint-format.ts'

/** How common grams are in ordinary mail, frozen between minor releases so that one new lure does not move others. */
export interface Frequencies {
  /** How many texts were counted. */
  documents: number
  /**
   * Grams that stand in more than a few of them, written like fingerprints of at most 400 grams each; "weights" 1 to 4
   * say how common: 1 so common that it says nothing, 2 to 4 ever rarer. A gram that is not here is the rarest.
   */
  grams: string[]
}

/**
 * Grams of one fingerprint, about 90 bytes. Measured with one mail of each of 98 campaigns: other mails of the same
 * campaign reach 0.55 in 93 % (of all grams, 94 %); the highest of 115 legitimate mails is 0.19.
 */
export const FINGERPRINT_GRAMS = 40
/** A text with fewer telling grams has no fingerprint: chance would find it. */
export const FEWEST_GRAMS = 12

/** A piece of folded text to leave out: a brand's name. */
export interface Mask {
  start: number
  end: number
}

/** How common a gram is: 1 very common to 5 never seen. */
export type Rarity = (gram: number) => number

/** Unpacks frequencies. */
export function rarityOf(frequencies: Frequencies): Rarity {
  const levels = new Uint8Array(1 << GRAM_BITS)
  const entries = new Int32Array(MAX_GRAMS)
  for (const text of frequencies.grams) {
    const count = readFingerprint(text, entries, 0)
    for (let i = 0; i < count; i++) levels[entries[i]! >>> 2] = (entries[i]! & 3) + 1
  }
  return (gram) => levels[gram]! || WEIGHT_CLASSES + 1
}

/**
 * Makes a lure's fingerprint: the hashes of its rarest grams, without brand names, links, addresses, hosts and numbers,
 * so that a copy under another brand with other links is still the same lure.
 *
 * @param folded folded text of the lure
 * @param masks brand names in it, from `matchTerms`
 * @param rarity from `rarityOf`
 * @returns undefined for a text with fewer than 12 telling grams
 */
export function makeFingerprint(folded: Folded, masks: Mask[], rarity: Rarity): Fingerprint | undefined {
  const hidden = new Uint8Array(folded.length)
  for (const { start, end } of masks) hidden.fill(1, start, end)
  hideAddresses(folded, hidden)
  const weights = new Map<number, number>()
  forEachGram(folded, (gram, first, last) => {
    for (let i = first; i <= last; i++) if (hidden[i] === 1) return
    const weight = rarity(gram) - 1
    if (weight > 0) weights.set(gram, weight)
  })
  if (weights.size < FEWEST_GRAMS) return undefined
  // among equals the hash decides, which spreads the choice over the whole text
  const chosen = [...weights]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, FINGERPRINT_GRAMS)
    .sort((a, b) => a[0] - b[0])
  return { grams: Int32Array.from(chosen, ([gram]) => gram), weights: Uint8Array.from(chosen, ([, weight]) => weight) }
}

/** Hides runs of ASCII that hold a slash, an at sign or a full stop inside: URLs, addresses, hosts. */
function hideAddresses({ units, length }: Folded, hidden: Uint8Array): void {
  for (let i = 0; i < length; i++) {
    const start = i
    let marks = 0
    while (i < length && units[i]! > 0x20 && units[i]! < 0x7f) {
      const c = units[i++]!
      if (c === 0x2f || c === 0x40 || (c === 0x2e && i < length && units[i]! > 0x20 && units[i]! < 0x7f)) marks++
    }
    if (marks > 0 && i - start >= 4) hidden.fill(1, start, i)
  }
}
