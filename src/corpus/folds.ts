/**
 * How does the package carry the folded forms of its own names and phrases? Folding some thousand texts is a third of
 * what the first verdict waits for; nearly all of them fold to themselves or to small letters, which one digit says.
 */
import type { Literals } from './automaton.ts'

/** What folding makes of a text. */
const SAME = '0'
const SMALL = '1'
const OTHER = '2'
/** Between the digits and the texts of `OTHER`; no folded text holds it. */
const LINE = '\n'

/** Capitals of ASCII alone: what other letters become depends on the host's version of Unicode. */
const small = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/**
 * Packs the folded forms of texts.
 *
 * @param folded what `foldAll` gave for `texts`
 * @returns text for `readFolds`
 */
export function packFolds(texts: string[], { units, starts, ends }: Literals): string {
  let digits = ''
  const others: string[] = []
  texts.forEach((text, i) => {
    const folded = String.fromCharCode(...units.subarray(starts[i], ends[i]))
    const kind = folded === text ? SAME : folded === small(text) ? SMALL : OTHER
    digits += kind
    if (kind === OTHER) others.push(folded)
  })
  return [digits, ...others].join(LINE)
}

/**
 * Gives the folded forms again, as `foldAll` would.
 *
 * @param texts those that were packed, in their order; nothing is checked
 * @param packed from `packFolds`
 */
export function readFolds(texts: string[], packed: string): Literals {
  const [digits = '', ...others] = packed.split(LINE)
  const starts = new Uint32Array(texts.length)
  const ends = new Uint32Array(texts.length)
  let length = 0
  let other = 0
  const folded = texts.map((text, i) => {
    const kind = digits[i]
    const own = kind === SAME ? text : kind === SMALL ? small(text) : others[other++]!
    starts[i] = length
    length += own.length
    ends[i] = length
    return own
  })
  const all = folded.join('')
  const units = new Uint16Array(length)
  for (let i = 0; i < length; i++) units[i] = all.charCodeAt(i)
  return { units, starts, ends }
}
