/** What bytes does base64 stand for, junk, cut ends and text after its end put up with? */
import { newBytes } from './bytes.ts'

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

/**
 * Decodes base64. Bytes outside the alphabet are skipped (RFC 2045 §6.8); a lost end yields what is whole. Padding ends a
 * quantum, not the text: some mailers join separately encoded chunks. But a line after padding that is no base64 is a
 * footer of list software, and decoding stops before it.
 *
 * @example decodeBase64(new TextEncoder().encode('44Oh')) // the three bytes of 'メ'
 */
export function decodeBase64(bytes: Uint8Array, most = Infinity): Uint8Array {
  const end = bytes.length
  const out = newBytes(Math.min(Math.ceil(end / 4) * 3, most + 3))
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
