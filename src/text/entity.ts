/** Which characters do character references stand for? The only file that imports `entities`. */
import { decodeHTML, decodeHTMLAttribute } from 'entities'

/** Units of the longest reference, &CounterClockwiseContourIntegral;. */
const LONGEST = 33
/** Different references that are kept decoded, and the units of one: an engine keeps the whole mail for a longer piece of it. */
const KEPT = 500
const KEPT_UNITS = 12

const kept = new Map<string, string>()

/** Decodes the references of running text once, without semicolons too (HTML, 13.2.5.72: legacy names). */
export const decodeText: (text: string) => string = decodeHTML

/**
 * Where a reference ends that ends with a semicolon.
 *
 * @param at - where its & stands
 * @returns the place after the semicolon, or -1 when there is none
 */
export function referenceEnd(text: string, at: number, to: number): number {
  const last = Math.min(to, at + LONGEST)
  for (let i = at + 1; i < last; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3b) return i + 1
    if (!(((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a) || (c >= 0x30 && c <= 0x39) || c === 0x23)) break
  }
  return -1
}

/** Decodes one reference; a mail says &nbsp; a thousand times. */
export function decodeReference(reference: string): string {
  if (reference.length > KEPT_UNITS) return decodeHTML(reference)
  let text = kept.get(reference)
  if (text === undefined) {
    if (kept.size >= KEPT) kept.clear()
    text = decodeHTML(reference)
    kept.set(reference, text)
  }
  return text
}

/** Decodes the references of an attribute once: `&copy=2` in a query stays as it is. */
export function decodeAttribute(value: string): string {
  return value.includes('&') ? decodeHTMLAttribute(value) : value
}
