/** Does one ASCII name look like another? Same drawn shape, one confusable letter, a swap, a doubled letter; or any one edit, which is weaker. */

/** `shape`: a reader takes one for the other. `edit`: one letter more, less or other, which happens to honest names too. */
export type Likeness = 'shape' | 'edit'

/** Letters drawn alike. Pairs follow the ASCII part of Unicode UTS #39 confusables, and the swaps that confirmed phishing hosts make (smdc-carb, mnfg, uccord). */
const ALIKE = ['1lij|', '0oqc', 'mn', 'nuv', 'vwy', 'bd', 'bh', 'gq9', 'sz5', '3e', '4a', 'ce', 'ao', 'pq', 'ft', 'kx']

const PAIRS = new Set<number>()
for (const group of ALIKE) {
  for (const a of group) for (const b of group) if (a !== b) PAIRS.add(a.charCodeAt(0) * 128 + b.charCodeAt(0))
}

/** The shortest name that one confusable letter may stand for; and one that any edit may. */
const MIN_SHAPE = 4
const MIN_EDIT = 6
/** From this length on, two confusable letters are still read as the same name. */
const TWO_LETTERS = 8

/** What a digit or letter is drawn like. */
const SHAPES = new Uint8Array(128)
for (let c = 0; c < 128; c++) SHAPES[c] = c
for (const [from, to] of ['0o', '1l', 'il', '|l', '5s', '3e', '4a', '9g'].map((p) => [
  p.charCodeAt(0),
  p.charCodeAt(1),
])) {
  SHAPES[from ?? 0] = to ?? 0
}

const M = 0x6d
const N = 0x6e
const R = 0x72
const V = 0x76
const W = 0x77

/** Calls nothing and allocates nothing: the shape at a place, and in the sign bit whether two letters make it. */
function shapeAt(name: string, at: number): number {
  const c = name.charCodeAt(at)
  const next = name.charCodeAt(at + 1)
  if (next === N && (c === R || c === N)) return ~M
  if (c === V && next === V) return ~W
  return SHAPES[c] ?? c
}

/**
 * Reduces a name to the shapes of its letters: digits to the letters they stand for, `rn` and `nn` to `m`, `vv` to `w`.
 *
 * @param name lower-case ASCII
 * @example shapeOf('arnaz0n') // 'amazon'
 */
export function shapeOf(name: string): string {
  let out = ''
  for (let i = 0; i < name.length; i++) {
    const shape = shapeAt(name, i)
    out += String.fromCharCode(shape < 0 ? ~shape : shape)
    if (shape < 0) i++
  }
  return out
}

/**
 * A number for the shape of a name, for look-ups: names drawn alike have the same.
 *
 * @param name lower-case ASCII
 */
export function shapeKey(name: string): number {
  let key = 0
  for (let i = 0; i < name.length; i++) {
    const shape = shapeAt(name, i)
    key = (Math.imul(key, 31) + (shape < 0 ? ~shape : shape)) | 0
    if (shape < 0) i++
  }
  return key
}

/** The shape of the first letter. */
export function firstShape(name: string): number {
  const shape = shapeAt(name, 0)
  return shape < 0 ? ~shape : shape
}

/**
 * Compares a name with a known one, in time linear in their length. The first letter must be the same or drawn alike:
 * readers notice it, and without this rule Nagoya would imitate KAGOYA and finance would imitate Binance.
 *
 * @param name lower-case ASCII
 * @param known lower-case ASCII; an equal name is no likeness
 * @returns undefined when they differ by more
 * @example likeness('amzaon', 'amazon') // 'shape'
 */
export function likeness(name: string, known: string): Likeness | undefined {
  const n = name.length
  const k = known.length
  if (name === known || k < MIN_SHAPE || n > k + 1 || n < k - 1) return undefined
  if (n === k) return sameLength(name, known)
  const longer = n > k ? name : known
  const shorter = n > k ? known : name
  let i = 0
  while (i < shorter.length && longer[i] === shorter[i]) i++
  if (longer.slice(i + 1) !== shorter.slice(i)) return undefined
  // amazzon: a letter written twice
  if (n > k && k >= 5 && (longer[i] === longer[i - 1] || longer[i] === longer[i + 1])) return 'shape'
  const inside = i > 0 && (n > k || i < longer.length - 1)
  return k >= MIN_EDIT && inside ? 'edit' : undefined
}

function sameLength(name: string, known: string): Likeness | undefined {
  const length = known.length
  let differ = 0
  let first = -1
  let alike = true
  for (let i = 0; i < length; i++) {
    if (name[i] === known[i]) continue
    if (first < 0) first = i
    if (++differ > 2) return undefined
    alike &&= PAIRS.has(name.charCodeAt(i) * 128 + known.charCodeAt(i))
  }
  if (alike && (differ === 1 || (differ === 2 && length >= TWO_LETTERS))) return 'shape'
  if (differ === 2 && first > 0 && length >= 5 && name[first] === known[first + 1] && name[first + 1] === known[first])
    return 'shape'
  return differ === 1 && first > 0 && length >= MIN_EDIT ? 'edit' : undefined
}
