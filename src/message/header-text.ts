/** What does a header field say to a reader? */
import { bytesOf, isBlank, kindOf, trimmed, withoutControls } from './bytes.ts'
import { decodeBytes } from './charset.ts'
import type { DecodeNote } from './model.ts'
import { looseUtf8 } from './utf8.ts'
import { decodeWords, joinNotes } from './words.ts'

/**
 * Decodes the raw bytes of a field, and leaves encoded-words and syntax for later. Raw Japanese has to come first: in
 * ISO-2022-JP and Shift_JIS the second byte of a character may be `"`, `<`, `,` or `\`.
 *
 * @param raw A binary string; one that holds units above 0xFF is text already.
 * @param label The charset of the message's body: what raw 8-bit headers are written in, when anything is known.
 */
export function decodeRaw(raw: string, label: string | undefined, where: string, notes: DecodeNote[]): string {
  const kind = kindOf(raw)
  if (kind === 'unicode') return raw
  if (kind === 'ascii' && !raw.includes('\x1b') && !hasLostEscape(raw)) return raw
  const decoded = decodeBytes(bytesOf(raw), label, where)
  if (decoded.notes[0]?.why !== 'ascii') joinNotes(notes, decoded.notes)
  return decoded.text
}

/** Whether 7-bit text may be ISO-2022-JP whose ESC bytes a gateway took out: `$B%a!<%k(B`. */
export function hasLostEscape(raw: string): boolean {
  return raw.includes('$B') || raw.includes('$@')
}

/** What a reader sees of a field: raw bytes and encoded-words decoded, control characters as blanks. */
export function decodeValue(raw: string, label: string | undefined, where: string, notes: DecodeNote[]): string {
  const text = decodeRaw(raw, label, where, notes)
  const words = text.includes('=?') ? decodeWords(text, where, notes) : text
  return readable(words)
}

/**
 * A field that a mail server wrote: ASCII, or UTF-8 (RFC 8616), whatever the body is in. In a charset that the mail names
 * or looks like, a byte of the envelope sender could take a quote or a backslash with it.
 */
export function serverValue(raw: string): string {
  return readable(kindOf(raw) === 'binary' ? looseUtf8(bytesOf(raw)).text : raw)
}

/** Text without control characters, and without blanks around it. */
export function readable(text: string): string {
  const plain = withoutControls(text)
  const last = plain.length - 1
  return last < 0 || (!isBlank(plain.charCodeAt(0)) && !isBlank(plain.charCodeAt(last))) ? plain : trimmed(plain)
}
