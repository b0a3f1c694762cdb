/** What bytes does a Content-Transfer-Encoding stand for? Tolerant of junk, of cut ends, and of text after the end. */

/** The encodings that change bytes; 7bit, 8bit, binary and unknown ones leave them alone. */
export type TransferEncoding = 'base64' | 'quoted-printable' | 'identity'

const SKIP = 64
/** Class of `=` in `sextetOf`. */
export const PAD = 65
const JUNK = 66

/** Value of each byte in base64 (RFC 4648 §4), or one of the classes above. */
const SEXTET = makeSextets()

function makeSextets(): Uint8Array {
  const table = new Uint8Array(256).fill(JUNK)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  for (let i = 0; i < 64; i++) table[letters.charCodeAt(i)] = i
  for (const blank of [9, 10, 13, 32]) table[blank] = SKIP
  table[61] = PAD
  return table
}

/** Value of a base64 digit, `PAD`, or something larger or equal to 64 for what is skipped. */
export function sextetOf(unit: number): number {
  return unit < 256 ? SEXTET[unit]! : JUNK
}

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

/**
 * Decodes base64. Bytes outside the alphabet are skipped (RFC 2045 §6.8); a lost end yields what is whole. Padding ends a
 * quantum, not the text: some mailers join separately encoded chunks. But a line after padding that is no base64 is a
 * footer of list software, and decoding stops before it.
 *
 * @example decodeBase64(new TextEncoder().encode('44Oh')) // the three bytes of 'メ'
 */
export function decodeBase64(bytes: Uint8Array, most = Infinity): Uint8Array {
  const end = bytes.length
  const out = new Uint8Array(Math.min(Math.ceil(end / 4) * 3, most + 3))
  let at = 0
  let size = 0
  let bits = 0
  let count = 0
  let clean = 0
  while (at < end && size < most) {
    if (count === 0) {
      while (at + 3 < end && size < most) {
        const a = SEXTET[bytes[at]!]!
        const b = SEXTET[bytes[at + 1]!]!
        const c = SEXTET[bytes[at + 2]!]!
        const d = SEXTET[bytes[at + 3]!]!
        if ((a | b | c | d) > 63) break
        out[size++] = (a << 2) | (b >> 4)
        out[size++] = (b << 4) | (c >> 2)
        out[size++] = (c << 6) | d
        at += 4
      }
      if (at >= end) break
    }
    const value = SEXTET[bytes[at++]!]!
    if (value < SKIP) {
      bits = (bits << 6) | value
      if (++count < 4) continue
      out[size++] = bits >> 16
      out[size++] = bits >> 8
      out[size++] = bits
      bits = 0
      count = 0
    } else if (value === PAD) {
      size = flushBase64(out, size, bits, count)
      bits = 0
      count = 0
      if (at > clean) {
        clean = endOfBase64Line(bytes, at)
        if (clean < 0) break
      }
    }
  }
  size = flushBase64(out, size, bits, count)
  return out.subarray(0, Math.min(size, most))
}

/** Writes the whole bytes of an unfinished quantum. */
function flushBase64(out: Uint8Array, size: number, bits: number, count: number): number {
  if (count === 2) out[size++] = bits >> 4
  else if (count === 3) {
    out[size++] = bits >> 10
    out[size++] = bits >> 2
  }
  return size
}

/** The end of the next line that has text, when all of it is base64; -1 when it is something else. */
function endOfBase64Line(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && SEXTET[bytes[at]!]! >= SKIP && SEXTET[bytes[at]!]! !== JUNK) at++
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) {
    const value = SEXTET[bytes[at]!]!
    if (value === JUNK || value === SKIP) return -1
    at++
  }
  return at
}

/**
 * Decodes quoted-printable. `=` before anything but two hex digits or a line end stays; blanks at a line end are
 * transport padding and go (RFC 2045 §6.7).
 */
export function decodeQuotedPrintable(bytes: Uint8Array, most = Infinity): Uint8Array {
  const end = bytes.length
  const out = new Uint8Array(Math.min(end, most))
  let size = 0
  /** Output length without the blanks since the last visible byte. */
  let solid = 0
  for (let at = 0; at < end && size < out.length; at++) {
    const byte = bytes[at]!
    if (byte === 61) {
      const high = hexValue(bytes[at + 1])
      const low = hexValue(bytes[at + 2])
      if (high >= 0 && low >= 0) {
        out[size++] = (high << 4) | low
        at += 2
      } else {
        const next = afterSoftBreak(bytes, at + 1)
        if (next > 0) at = next - 1
        else out[size++] = 61
      }
      solid = size
    } else if (byte === 10 || byte === 13) {
      size = solid
      out[size++] = byte
      solid = size
    } else {
      out[size++] = byte
      if (byte !== 32 && byte !== 9) solid = size
    }
  }
  return out.subarray(0, size)
}

/** Where the next line begins when only blanks stand before the line end, else 0. The end of the text ends a line too. */
function afterSoftBreak(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 32 || bytes[at] === 9) at++
  if (at >= bytes.length) return at
  if (bytes[at] === 10) return at + 1
  if (bytes[at] === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1
  return 0
}

/** 0 to 15, or -1. */
export function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 48 && byte <= 57) return byte - 48
  const lower = byte | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}
