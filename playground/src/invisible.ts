/** Which characters of a text would a reader not see, or see reordered? They are shown by their numbers. */

/** Stretches of text; `invisible` ones hold the same character or several in a row. */
export interface Stretch {
  text: string
  isInvisible: boolean
}

/** Most stretches of one field that are set apart; a mail may hold a million. */
const MOST = 300

/** What Unicode calls ignorable (format characters, variation selectors, fillers), and controls; tab and line ends are layout. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\t\r\n])\p{Cc}/u
/** Where they are ordinary: an emoji's selector and joiner, and the variants of ideographs that names are written with. */
const ORDINARY =
  /^(?:\p{Emoji}\ufe0f|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\p{Unified_Ideograph}\p{Variation_Selector})$/u

/**
 * Parts a text where characters without a shape of their own stand.
 *
 * @param text any text
 * @param most stretches that are set apart; after them such characters are left out, so that none reorders the line
 * @returns stretches that join to the text, as long as fewer than `most` are invisible
 */
export function partInvisible(text: string, most = MOST): Stretch[] {
  if (!INVISIBLE.test(text)) return text === '' ? [] : [{ text, isInvisible: false }]
  const stretches: Stretch[] = []
  let found = 0
  let before = ''
  for (const character of text) {
    const isInvisible = INVISIBLE.test(character) && !ORDINARY.test(before + character)
    before = character
    const last = stretches.at(-1)
    if (last?.isInvisible === isInvisible) last.text += character
    else if (!isInvisible) stretches.push({ text: character, isInvisible })
    else if (found < most) {
      found++
      stretches.push({ text: character, isInvisible })
    }
  }
  return stretches
}

/** `U+200B ×3`, or the first few of a mixed run. */
export function nameInvisible(run: string): string {
  const points = [...run]
  const [first = ''] = points
  const code = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  if (points.every((point) => point === first))
    return points.length > 1 ? `${code(first)} ×${points.length}` : code(first)
  return points.length > 4 ? `${code(first)} … ×${points.length}` : points.map(code).join(' ')
}
