/** What bytes does a Content-Transfer-Encoding stand for? */
import { decodeBase64 } from './base64.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'

/** The encodings that change bytes; 7bit, 8bit, binary and unknown ones leave them alone. */
export type TransferEncoding = 'base64' | 'quoted-printable' | 'identity'

/** Which encoding a Content-Transfer-Encoding value names, comments, quotes and odd spellings aside. */
export function transferEncodingOf(value: string): TransferEncoding {
  const lower = value.slice(0, 200).toLowerCase()
  if (lower.includes('base64') || lower.trim() === 'b') return 'base64'
  if (lower.includes('quoted') && lower.includes('printable')) return 'quoted-printable'
  return 'identity'
}

/**
 * Decodes a part's body.
 *
 * @param most Bytes of output after which decoding stops.
 * @returns The decoded bytes; for `identity` a view, not a copy.
 */
export function decodeTransfer(bytes: Uint8Array, encoding: TransferEncoding, most: number): Uint8Array {
  if (encoding === 'base64') return decodeBase64(bytes, most)
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(bytes, most)
  return bytes.length > most ? bytes.subarray(0, most) : bytes
}
