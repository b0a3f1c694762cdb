/** What text do bytes in HZ (RFC 1843) stand for? */
import { gb2312, REPLACEMENT } from './jis.ts'
import { Units } from './units.ts'

/**
 * Decodes HZ: `~{` opens GB 2312, `~}` closes it, `~~` is a tilde, a tilde at a line's end joins lines.
 *
 * @param bytes 7-bit bytes.
 * @returns The text, and how many U+FFFD were written for bytes that could not be decoded. A line end closes what is open.
 */
export function decodeHz(bytes: Uint8Array): { text: string; replaced: number } {
  const grid = gb2312()
  const out = new Units(bytes.length)
  let chinese = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    const next = bytes[i + 1]
    if (byte === 0x7e && (next === 0x7b || next === 0x7d || next === 0x7e || next === 0x0a)) {
      if (next === 0x7e) out.push(0x7e)
      else chinese = next === 0x7b
      i++
    } else if (!chinese || byte <= 0x20 || byte >= 0x7f) {
      out.push(byte)
      if (byte === 0x0a) chinese = false
    } else if (next === undefined || next <= 0x20 || next >= 0x7f) {
      out.pushReplacement()
    } else {
      const unit = grid[(byte - 0x21) * 94 + next - 0x21] ?? REPLACEMENT
      if (unit === REPLACEMENT) out.pushReplacement()
      else out.push(unit)
      i++
    }
  }
  return { text: out.toText(), replaced: out.replaced }
}
