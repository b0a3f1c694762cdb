/** Which blanks stand inside a Latin word that is written letter by letter (`S M B C`, `A m a z o n`)? */

const BLANK = 0x20
/** Fewer single letters in a row are initials (`J. R.`, `a b`), not a word. */
const MIN_LETTERS = 3

/** Whether a folded unit is a Latin letter. */
function isLetter(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x61 && unit <= 0x7a
}

/**
 * Whether the blank about to be written follows two single letters: `s m` and now ` `. Only then is it worth a pass.
 *
 * @param units folded units written so far
 * @param length how many
 */
export function isSpacedOut(units: Uint16Array, length: number): boolean {
  return (
    length >= 3 &&
    units[length - 2] === BLANK &&
    isLetter(units[length - 1]) &&
    isLetter(units[length - 3]) &&
    !isLetter(units[length - 4])
  )
}

/**
 * Drops the blanks of words written letter by letter, in place and in one pass: `いつもs m b cカード` becomes
 * `いつもsmbcカード`. At the blank the fold keeps only one, so every second unit is a letter; a letter that begins or ends
 * a longer word (`a b cd`) stays apart.
 *
 * @param units folded units
 * @param map offset of each in the original, moved along
 * @param length how many
 * @returns how many are left
 */
export function joinSpacedLetters(units: Uint16Array, map: Uint32Array, length: number): number {
  let out = 0
  let i = 0
  while (i < length) {
    if (isLetter(units[i]) && units[i + 1] === BLANK && (i === 0 || !isLetter(units[i - 1]))) {
      let last = i
      while (last + 2 < length && units[last + 1] === BLANK && isLetter(units[last + 2]) && !isLetter(units[last + 3]))
        last += 2
      if ((last - i) / 2 + 1 >= MIN_LETTERS && last < length) {
        for (let at = i; at <= last; at += 2) {
          units[out] = units[at]!
          map[out++] = map[at]!
        }
        i = last + 1
        continue
      }
    }
    units[out] = units[i]!
    map[out++] = map[i++]!
  }
  return out
}
