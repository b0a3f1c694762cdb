/** What do bytes >= 0x80 stand for in the midst of ISO-2022 text, where the standard has none? */
import { eucJpInto, shiftJisInto } from './japanese.ts'
import type { Units } from './units.ts'

/**
 * Decodes one run: 8-bit katakana by the practice of CP50221, else UTF-8, EUC-JP or Shift_JIS, whichever it strictly is.
 *
 * @param bytes All bytes.
 * @param from Where the run begins, with a byte >= 0x80.
 * @param inDoubleByte Whether double-byte text goes on after the run, so that bytes < 0x80 end it.
 * @param out Where the text goes.
 * @returns Where the run ends.
 */
export function eightBitRun(bytes: Uint8Array, from: number, inDoubleByte: boolean, out: Units): number {
  let end = from
  let kana = true
  for (; end < bytes.length; end++) {
    const byte = bytes[end] as number
    if (byte < 0x20 || (inDoubleByte && byte < 0x80)) break
    if (byte >= 0x80 && (byte < 0xa1 || byte > 0xdf)) kana = false
  }
  if (kana) {
    for (let i = from; i < end; i++) {
      const byte = bytes[i] as number
      out.push(byte < 0x80 ? byte : byte + 0xfec0)
    }
    return end
  }
  if (utf8Into(bytes, from, end, out)) return end
  const length = out.length
  const replaced = out.replaced
  shiftJisInto(bytes, from, end, out)
  const missed = out.replaced - replaced
  if (missed === 0) return end
  out.rewind(length, replaced)
  eucJpInto(bytes, from, end, out)
  if (out.replaced - replaced <= missed) return end
  out.rewind(length, replaced)
  shiftJisInto(bytes, from, end, out)
  return end
}

/** Writes strictly valid UTF-8; writes nothing and returns false for anything else. No exceptions: a body may have a million runs. */
function utf8Into(bytes: Uint8Array, from: number, end: number, out: Units): boolean {
  const length = out.length
  for (let i = from; i < end; ) {
    const byte = bytes[i++] as number
    if (byte < 0x80) {
      out.push(byte)
      continue
    }
    const more = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0
    let point = byte & (0x3f >> more)
    let valid = more > 0 && i + more <= end
    for (let j = 0; j < more && valid; j++) {
      const next = bytes[i++] as number
      valid = next >= 0x80 && next < 0xc0
      point = (point << 6) | (next & 0x3f)
    }
    valid &&=
      point >= (more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000) && point <= 0x10ffff && (point & ~0x7ff) !== 0xd800
    if (!valid) {
      out.rewind(length, out.replaced)
      return false
    }
    out.pushPoint(point)
  }
  return true
}
