/** Where in a text does something stand that could say who received it? */
import { greetedNames, labelledValues } from './greeting.ts'
import { honorificNames } from './honorific.ts'
import { isLatin } from './letters.ts'
import { numberSpans, tokenSpans } from './numbers.ts'

/** What is hidden, and why. */
export type SpanKind = 'address' | 'name' | 'value' | 'telephone' | 'postal' | 'ip' | 'number' | 'token'

/** A stretch of text in UTF-16 code units. */
export interface Span {
  start: number
  end: number
  kind: SpanKind
}

/** Characters from which a run of letters and digits is called a token in a mail; in the corpus only long ones are. */
export const SHORT_TOKEN = 6
export const LONG_TOKEN = 16

/**
 * Finds all of them.
 *
 * @param text any text
 * @param words names and parts of addresses that are known to be the recipient's
 * @param token characters from which a run is a token
 * @returns spans in order; they may overlap
 */
export function personalSpans(text: string, words: readonly string[], token = SHORT_TOKEN): Span[] {
  const spans = [
    ...honorificNames(text),
    ...greetedNames(text),
    ...labelledValues(text),
    ...numberSpans(text),
    ...tokenSpans(text, token),
  ]
  // a name that is told once stands elsewhere without its honorific
  const told = spans.filter(({ kind }) => kind === 'name').map(({ start, end }) => text.slice(start, end))
  for (const word of new Set([...words, ...told.flatMap(partsOfName)])) spans.push(...occurrences(text, word))
  return spans.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A name as it stands, and its parts. */
export function partsOfName(name: string): string[] {
  const parts = name.split(/[\s\u3000・.,_-]+/)
  return [...new Set([name.trim(), ...parts])].filter((part) => part.length >= (isLatin(part.charAt(0)) ? 3 : 2))
}

/** All places of a word, whatever its case; one of letters inside another word is another word. */
function occurrences(text: string, word: string): Span[] {
  const spans: Span[] = []
  const lower = lowerCase(text)
  const wanted = lowerCase(word)
  if (wanted === '') return spans
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length
    const isInside =
      (isLatin(wanted.charAt(0)) && isLatin(lower.charAt(at - 1))) ||
      (isLatin(wanted.charAt(wanted.length - 1)) && isLatin(lower.charAt(end)))
    if (!isInside) spans.push({ start: at, end, kind: 'name' })
  }
  return spans
}

/** Lower case of the same length, so that offsets stay right: İ would become two code units. */
const lowerCase = (text: string): string =>
  text.replace(/\p{Lu}/gu, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c))
