/** Which characters do character references stand for? The only file that imports `entities`. */
import { decodeHTML, decodeHTMLAttribute } from 'entities'

/** Decodes the references of running text once, without semicolons too (HTML, 13.2.5.72: legacy names). */
export const decodeText: (text: string) => string = decodeHTML

/** Decodes the references of an attribute once: `&copy=2` in a query stays as it is. */
export function decodeAttribute(value: string): string {
  return value.includes('&') ? decodeHTMLAttribute(value) : value
}
