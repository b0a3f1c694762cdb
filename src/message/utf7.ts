/** What text do bytes in UTF-7 (RFC 2152) stand for? */
import { Units } from './units.ts'

/** The value of a base64 digit, or -1. */
function sextet(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x47
  if (byte >= 0x30 && byte <= 0x39) return byte + 4
  if (byte === 0x2b) return 62
  return byte === 0x2f ? 63 : -1
}

/** Writes a unit, a high surrogate only once its other half is there; returns the high surrogate that waits, or 0. */
function pushUnit(out: Units, unit: number, high: number): number {
  const isLow = unit >= 0xdc00 && unit < 0xe000
  if (high !== 0 && isLow) {
    out.push(high)
    out.push(unit)
    return 0
  }
  if (high !== 0) out.pushReplacement()
  if (unit >= 0xd800 && unit < 0xdc00) return unit
  if (isLow) out.pushReplacement()
  else out.push(unit)
  return 0
}

/**
 * Decodes UTF-7.
 *
 * @param bytes Any bytes; those >= 0x80 and incomplete code units become U+FFFD.
 * @returns The text, and how many U+FFFD were written for bytes that could not be decoded.
 * @example decodeUtf7(new TextEncoder().encode('+MOEw/DDr-')).text // 'メール'
 */
export function decodeUtf7(bytes: Uint8Array): { text: string; replaced: number } {
  const out = new Units(bytes.length)
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i++] as number
    if (byte >= 0x80) {
      out.pushReplacement()
      continue
    }
    if (byte !== 0x2b) {
      out.push(byte)
      continue
    }
    if (bytes[i] === 0x2d) {
      out.push(0x2b)
      i++
      continue
    }
    let bits = 0
    let value = 0
    let digits = 0
    let high = 0
    for (let digit = sextet(bytes[i]); digit >= 0; digit = sextet(bytes[++i])) {
      value = ((value << 6) | digit) & 0x3fffff
      bits += 6
      digits++
      if (bits >= 16) {
        bits -= 16
        high = pushUnit(out, (value >> bits) & 0xffff, high)
      }
    }
    // A plus sign that opens nothing is one a writer forgot to write as `+-`.
    if (digits === 0) out.push(0x2b)
    else if (high !== 0 || bits >= 6) out.pushReplacement()
    if (digits > 0 && bytes[i] === 0x2d) i++
  }
  return { text: out.toText(), replaced: out.replaced }
}
