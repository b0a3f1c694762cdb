/** How is text put in lower case so that offsets stay? */

/**
 * Lower case, unit by unit. `toLowerCase` makes two units of İ (U+0130), after which every offset is off by one: places
 * found in such a copy point past their words, or past the end of the text.
 *
 * @param text - any string
 * @returns a string of the same length
 * @example
 * lowerCase('İ KAGOYA').indexOf('kagoya') // 2
 */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replaceAll('İ', 'i').toLowerCase()
}
