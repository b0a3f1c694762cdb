/** What bytes does quoted-printable stand for? */
import { newBytes } from './bytes.ts'

/**
 * Decodes quoted-printable. `=` before anything but two hex digits or a line end stays; blanks at a line end are
 * transport padding and go (RFC 2045 §6.7).
 */
export function decodeQuotedPrintable(bytes: Uint8Array, most = Infinity): Uint8Array {
  const end = bytes.length
  const out = newBytes(Math.min(end, most))
  let size = 0
  /** Output length without the blanks since the last visible byte. */
  let solid = 0
  const room = out.length
  for (let at = 0; at < end && size < room; at++) {
    const byte = bytes[at]!
    if (byte > 32 && byte !== 61) {
      // nearly all of it: runs of visible bytes
      out[size++] = byte
      solid = size
    } else if (byte === 61) {
      const high = at + 2 < end ? HEX[bytes[at + 1]!]! : -1
      const low = high < 0 ? -1 : HEX[bytes[at + 2]!]!
      if (low >= 0) {
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

/** Value of each byte as a hex digit, or -1. */
const HEX = new Int8Array(256).fill(-1)
for (let byte = 0; byte < 256; byte++) HEX[byte] = hexValue(byte)

/** 0 to 15, or -1. */
export function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 48 && byte <= 57) return byte - 48
  const lower = byte | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}
