/** How is a fingerprint written as text? Base64url of variable-length numbers, so that a lure costs about 200 characters. */

/** Bits of a gram hash. With 20, a mail of 5,000 grams hits 0.5 % of foreign ones by chance; more would only cost bytes. */
export const GRAM_BITS = 20
/** Weight classes of a gram: 1 rather common in ordinary mail, 4 practically never there. */
export const WEIGHT_CLASSES = 4
/** Most grams of one fingerprint. */
export const MAX_GRAMS = 400

/** A fingerprint: sorted gram hashes, and for each its weight, 1 to 4. */
export interface Fingerprint {
  grams: Int32Array
  weights: Uint8Array
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

let values: Int8Array | undefined

function digitValues(): Int8Array {
  if (values) return values
  values = new Int8Array(128).fill(-1)
  for (let i = 0; i < 64; i++) values[ALPHABET.charCodeAt(i)] = i
  return values
}

/**
 * Writes a fingerprint: for each gram `(distance to the one before) * 4 + weight - 1`, five bits a digit, lowest first,
 * 32 added to all digits but the last.
 *
 * @param fingerprint grams sorted and unique, from 0 to 2^20 - 1, weights 1 to 4
 */
export function encodeFingerprint({ grams, weights }: Fingerprint): string {
  let out = ''
  let last = -1
  for (let i = 0; i < grams.length; i++) {
    let n = (grams[i]! - last - 1) * WEIGHT_CLASSES + (weights[i]! - 1)
    last = grams[i]!
    for (; n >= 32; n >>>= 5) out += ALPHABET[(n & 31) | 32]
    out += ALPHABET[n]
  }
  return out
}

/**
 * Reads what `encodeFingerprint` wrote.
 *
 * @returns undefined when the text is no fingerprint
 */
export function decodeFingerprint(text: string): Fingerprint | undefined {
  const entries = new Int32Array(MAX_GRAMS)
  const count = readFingerprint(text, entries, 0)
  if (count < 1) return undefined
  const read = entries.subarray(0, count)
  return { grams: read.map((entry) => entry >>> 2), weights: Uint8Array.from(read, (entry) => (entry & 3) + 1) }
}

/**
 * Reads a fingerprint into an array that has room for `MAX_GRAMS` from `at` on, so that 100,000 lures load without
 * garbage: `gram * 4 + weight - 1` each.
 *
 * @returns how many grams were read, or -1 when the text is no fingerprint
 */
export function readFingerprint(text: string, entries: Int32Array, at: number): number {
  const digits = digitValues()
  const length = text.length
  let count = 0
  let gram = -1
  for (let i = 0; i < length; ) {
    let n = 0
    let shift = 0
    for (; ; shift += 5) {
      const c = i < length ? text.charCodeAt(i++) : 128
      const digit = c < 128 ? digits[c]! : -1
      if (digit < 0 || shift > 20) return -1
      n |= (digit & 31) << shift
      if (digit < 32) break
    }
    gram += (n >>> 2) + 1
    if (count >= MAX_GRAMS || gram >= 1 << GRAM_BITS) return -1
    entries[at + count++] = (gram << 2) | (n & 3)
  }
  return count
}
