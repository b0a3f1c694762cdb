/** Are these bytes UTF-16 or UTF-32, in which byte order, and what text are they? */
import { type Answer, answer } from './answer.ts'
import { Units } from './units.ts'

/** A charset named by a byte order mark, and how many bytes the mark takes. */
export interface ByteOrderMark {
  charset: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'
  length: number
}

/** The byte order mark that opens the bytes. */
export function byteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  // by index: taking a typed array apart asks its iterator
  const a = bytes[0]
  const b = bytes[1]
  const c = bytes[2]
  const d = bytes[3]
  if (a === 0xef) return b === 0xbb && c === 0xbf ? { charset: 'utf-8', length: 3 } : undefined
  if (a === 0xfe) return b === 0xff ? { charset: 'utf-16be', length: 2 } : undefined
  if (a === 0xff && b === 0xfe) {
    return c === 0 && d === 0 ? { charset: 'utf-32le', length: 4 } : { charset: 'utf-16le', length: 2 }
  }
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? { charset: 'utf-32be', length: 4 } : undefined
}

/** Bytes looked at to tell the byte order. */
const SAMPLE = 1024

/** Whether a byte is the high one of a common UTF-16 unit: ASCII, kana and CJK punctuation, kanji, full-width forms. */
function isHigh(byte: number): boolean {
  return byte === 0 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f)
}

/**
 * The byte order of UTF-16 without a mark. RFC 2781 makes it big-endian, senders on Windows mean the other.
 *
 * @returns Undefined when the bytes are too unlike UTF-16 to be it: a label `utf-16` on ASCII or UTF-8 is a common mistake.
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const end = Math.min(bytes.length, SAMPLE) & ~1
  let big = 0
  let little = 0
  let zeros = 0
  for (let i = 0; i < end; i += 2) {
    const first = bytes[i] as number
    const second = bytes[i + 1] as number
    if (first === 0 || second === 0) zeros++
    // A pair of two letters says nothing about the order.
    if (isHigh(first) && !isHigh(second)) big++
    else if (isHigh(second) && !isHigh(first)) little++
    else if (first === 0 || first === 0x30) big++
    else if (second === 0 || second === 0x30) little++
  }
  if (end === 0 || (zeros === 0 && Math.max(big, little) * 10 < (end / 2) * 6)) return undefined
  return little > big ? 'utf-16le' : 'utf-16be'
}

/** Whether an eighth of the bytes are zero, all of them high bytes: text that is UTF-16 though no label says so. */
function isZeroPadded(bytes: Uint8Array, order: 'utf-16le' | 'utf-16be'): boolean {
  const high = order === 'utf-16le' ? 1 : 0
  let zeros = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue
    if ((i & 1) !== high) return false
    zeros++
  }
  return zeros * 8 >= bytes.length
}

/**
 * Decodes UTF-16 or UTF-32 of a known byte order, without a mark.
 *
 * @returns The text, and how many U+FFFD stand for lone surrogates, impossible code points and a cut last unit.
 */
export function decodeWide(bytes: Uint8Array, charset: ByteOrderMark['charset']): { text: string; replaced: number } {
  const wide = charset.startsWith('utf-32')
  const little = charset.endsWith('le')
  const step = wide ? 4 : 2
  const out = new Units(bytes.length >> 1)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - (bytes.length % step)
  for (let i = 0; i < end; i += step) {
    const point = wide ? view.getUint32(i, little) : view.getUint16(i, little)
    if (point > 0x10ffff) out.pushReplacement()
    else if (point < 0xd800 || point > 0xdfff) out.pushPoint(point)
    else if (wide || point > 0xdbff || i + 2 >= end) out.pushReplacement()
    else {
      const low = view.getUint16(i + 2, little)
      if (low < 0xdc00 || low > 0xdfff) out.pushReplacement()
      else {
        out.push(point)
        out.push(low)
        i += 2
      }
    }
  }
  if (end < bytes.length) out.pushReplacement()
  return { text: out.toText(), replaced: out.replaced }
}

/**
 * UTF-16 and UTF-32 by their label, unless the bytes are nothing like it; UTF-16 without one by its zero bytes.
 *
 * @param declared What the label means.
 * @param asUtf8 The bytes as UTF-8, where they strictly are: then a label may be mistaken.
 */
export function wideUnits(bytes: Uint8Array, declared: string, asUtf8: string | undefined): Answer | undefined {
  if (declared.startsWith('utf-32') && bytes.length % 4 === 0 && bytes.includes(0)) {
    const charset = declared === 'utf-32le' || (declared === 'utf-32' && bytes[0] !== 0) ? 'utf-32le' : 'utf-32be'
    const { text, replaced } = decodeWide(bytes, charset)
    return answer(text, charset, 'label', replaced)
  }
  const labelled = declared.startsWith('utf-16')
  if (!labelled && asUtf8?.includes('\0') !== true) return undefined
  const order = utf16Order(bytes) ?? (asUtf8 === undefined ? 'utf-16be' : undefined)
  if (order === undefined || (!labelled && !isZeroPadded(bytes, order))) return undefined
  const charset = declared === 'utf-16le' || declared === 'utf-16be' ? declared : order
  const { text, replaced } = decodeWide(bytes, charset)
  return answer(text, charset, labelled ? 'label' : 'detected', replaced)
}
