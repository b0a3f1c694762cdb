/** Which decoder is there for labels that `TextDecoder` rejects? In Node, Bun and Deno: iconv-lite. */
import { createRequire } from 'node:module'
import type * as Iconv from 'iconv-lite'

/** Undefined until the first label that needs it (loading costs 12 ms, and one mail in thousands does); null when it is not installed. */
let iconv: typeof Iconv | null | undefined

/** Loads iconv-lite at once, as `decodeBytes` is synchronous; a bundle without node_modules has none. */
function load(): typeof Iconv | null {
  try {
    // The CommonJS build has no import.meta, the ESM build no __filename.
    return createRequire(typeof __filename === 'string' ? __filename : import.meta.url)('iconv-lite')
  } catch {
    return null
  }
}

/**
 * Decodes bytes in a charset that only iconv-lite knows.
 *
 * @param bytes The bytes.
 * @param label A label that `TextDecoder` rejects.
 * @returns The text, or undefined when iconv-lite does not know the label either or is not there.
 */
export function decodeWithCodec(bytes: Uint8Array, label: string): string | undefined {
  // iconv-lite's forms of Unicode let lone surrogates through.
  if (/^(?:utf|ucs|cesu)/.test(label)) return undefined
  if (iconv === undefined) iconv = load()
  if (iconv === null || !iconv.encodingExists(label)) return undefined
  return iconv.decode(bytes, label, { stripBOM: false })
}
