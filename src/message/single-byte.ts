/** What text are bytes in a charset of one byte a character? */
import { Units } from './units.ts'

/**
 * The 0x80 to 0x9F of windows-1252 (WHATWG index; the five free places are C1 controls). Some releases of Node decode
 * that label as plain Latin-1, so the host is not asked.
 */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'

/** Decodes windows-1252, which has a character for every byte. */
export function decodeLatin(bytes: Uint8Array): string {
  const out = new Units(bytes.length)
  const units = out.reserve(bytes.length)
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    units[i] = byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte
  }
  out.length = bytes.length
  return out.toText()
}
