/** How do bytes and strings turn into each other where no charset is meant? */
import { slabs } from '../text/slab.ts'

/** Arguments that one call of `String.fromCharCode` takes on every host. */
const CHUNK = 8192

/** Short arrays of bytes that stay inside the library. */
export const newBytes = slabs((length) => new Uint8Array(length))

const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const utf8Encoder = new TextEncoder()

/**
 * Bytes as a binary string: one code unit a byte.
 *
 * @param bytes The bytes.
 * @param start First byte.
 * @param end Byte after the last.
 * @param ascii Whether the caller knows that no byte is >= 0x80: then the host's fast decoder does it.
 */
export function binaryString(bytes: Uint8Array, start: number, end: number, ascii: boolean): string {
  if (ascii) return utf8Decoder.decode(bytes.subarray(start, end))
  let text = ''
  for (let at = start; at < end; at += CHUNK) {
    // fromCharCode takes any array-like; TypeScript's signature for apply asks for number[].
    text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(at + CHUNK, end)) as unknown as number[])
  }
  return text
}

/** The bytes of a binary string; units above 0xFF lose their high half, so ask `isBinary` first. */
export function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** The UTF-8 bytes of a string; lone surrogates become U+FFFD. */
export function utf8Of(text: string): Uint8Array {
  return utf8Encoder.encode(text)
}

/** What the code units of a string say about it: 7-bit, a binary string (all <= 0xFF, some >= 0x80), or decoded text. */
export function kindOf(text: string): 'ascii' | 'binary' | 'unicode' {
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    seen |= text.charCodeAt(i)
    if (seen > 0xff) return 'unicode'
  }
  return seen > 0x7f ? 'binary' : 'ascii'
}

/** `text` from `start` to `end` without the blanks, tabs and line ends around it. Not `trim()`, which takes byte 0xA0, half of `あ` in Shift_JIS. */
export function trimmed(text: string, start = 0, end = text.length): string {
  let from = start
  let to = end
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}

/** Space, tab, line feed or carriage return. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13
}

/** `text` with every control character (C0, DEL, C1) replaced by a blank. */
export function withoutControls(text: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x9f || (unit > 0x1f && unit < 0x7f)) continue
    out += `${text.slice(from, i)} `
    from = i + 1
  }
  return from === 0 ? text : out + text.slice(from)
}
