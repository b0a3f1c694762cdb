/** Which known name does a Latin word imitate (`Arnazon`, `Aamzon`, `rakuteen`)? Asked for hosts, display names and addresses. */
import { firstShape, type Likeness, likeness, shapeKey, shapeOf } from './lookalike.ts'
import { nearKey, type TokenIndex, type TokenRef } from './tokens.ts'

/** Shorter words lie near too many others. */
const MIN_LETTERS = 5
const MAX_LETTERS = 24

/** A name and how a word is like it. */
export interface Imitation {
  ref: TokenRef
  like: Likeness
}

/**
 * Finds the first name that a word is drawn like, else the first that is near it letter by letter.
 *
 * @param index token index of the corpus
 * @param word lower-case ASCII
 * @param isImitable which names count
 * @param counts which likeness counts for names that are near
 * @returns undefined when there is none
 */
export function findImitated(
  index: TokenIndex,
  word: string,
  isImitable: (ref: TokenRef) => boolean,
  counts: (like: Likeness) => boolean,
): Imitation | undefined {
  for (const ref of index.shapes.get(shapeKey(word)) ?? [])
    if (ref.text !== word && ref.text.length >= 4 && isImitable(ref) && shapeOf(ref.text) === shapeOf(word))
      return { ref, like: 'shape' }
  const first = firstShape(word)
  for (let length = word.length - 1; length <= word.length + 1; length++) {
    for (const ref of index.near.get(nearKey(first, length)) ?? []) {
      if (!isImitable(ref)) continue
      const like = likeness(word, ref.text)
      if (like !== undefined && counts(like)) return { ref, like }
    }
  }
  return undefined
}

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
  return findImitated(index, word, isDistinctive, (like) => like === 'shape')?.ref
}

/** Tokens of the other rules are words; near a word lie other words. */
function isDistinctive(ref: TokenRef): boolean {
  return ref.rule === 'substring' && ref.text.length >= MIN_LETTERS
}
