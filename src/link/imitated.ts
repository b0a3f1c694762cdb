/** Which brand's name does a Latin word imitate (`Arnazon`, `Aamzon`, `rakuteen`)? */
import { firstShape, likeness, shapeKey, shapeOf } from './lookalike.ts'
import { nearKey, type TokenIndex, type TokenRef } from './tokens.ts'

/** Shorter words lie near too many others. */
const MIN_LETTERS = 5
const MAX_LETTERS = 24

/**
 * Finds the name that a reader takes a word for: drawn alike, one confusable letter, a swap, a doubled letter. A name that
 * is only one edit away is none, as honest words are.
 *
 * @param index token index of the corpus
 * @param word lower-case ASCII; the name itself imitates nobody
 * @returns undefined when there is none
 * @example imitated(index, 'arnazon')?.text // 'amazon'
 */
export function imitated(index: TokenIndex, word: string): TokenRef | undefined {
  if (word.length < MIN_LETTERS || word.length > MAX_LETTERS || index.exact.has(word)) return undefined
  for (const ref of index.shapes.get(shapeKey(word)) ?? [])
    if (isImitable(ref) && shapeOf(ref.text) === shapeOf(word)) return ref
  const first = firstShape(word)
  for (let length = word.length - 1; length <= word.length + 1; length++)
    for (const ref of index.near.get(nearKey(first, length)) ?? [])
      if (isImitable(ref) && likeness(word, ref.text) === 'shape') return ref
  return undefined
}

/** Tokens of the other rules are words; near a word lie other words. */
function isImitable(ref: TokenRef): boolean {
  return ref.rule === 'substring' && ref.text.length >= MIN_LETTERS
}
