/** Which pairs of neighbouring units stand in a text? Where a pair of a phrase is missing, the phrase is. */

/** Bits for hashes of pairs: 1 KB, emptied for each text; in a long text most are set, and nothing is left out. */
const BITS = 8192

/** Hash of two units, all 32 bits of it. */
export function hashOfPair(a: number, b: number): number {
  const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  return hash ^ (hash >>> 16)
}

/** Room for the pairs of a text: none stands in it yet. */
export function newPairs(): Uint32Array {
  return new Uint32Array(BITS >>> 5)
}

/** The number of a pair, for `mayHold`. */
export function pairOf(a: number, b: number): number {
  return hashOfPair(a, b) & (BITS - 1)
}

/** Adds a pair by its hash. */
export function addPair(pairs: Uint32Array, hash: number): void {
  const pair = hash & (BITS - 1)
  pairs[pair >>> 5]! |= 1 << (pair & 31)
}

/** False when one of these pairs surely does not stand in the text. */
export function mayHold(pairs: Uint32Array, needs: number[]): boolean {
  for (let i = 0; i < needs.length; i++) if ((pairs[needs[i]! >>> 5]! & (1 << (needs[i]! & 31))) === 0) return false
  return true
}
