/** What text are broken bytes in GBK, GB18030, Big5 or EUC-KR, on every host the same? */
import { REPLACEMENT } from './jis.ts'
import { Units } from './units.ts'

/** Lead bytes 0x81 to 0xFE, trail bytes 0x40 to 0xFE. */
const LEADS = 126
const TRAILS = 191

const cache = new Map<string, Uint16Array>()

/** Reads the host's table once, pair by pair, so that broken bytes never reach the host. */
function tableOf(charset: string): Uint16Array {
  const known = cache.get(charset)
  if (known !== undefined) return known
  const table = new Uint16Array(LEADS * TRAILS).fill(REPLACEMENT)
  const bytes = new Uint8Array(LEADS * TRAILS * 3)
  for (let i = 0; i < table.length; i++) {
    bytes[i * 3] = 0x81 + Math.floor(i / TRAILS)
    bytes[i * 3 + 1] = 0x40 + (i % TRAILS)
    bytes[i * 3 + 2] = 0x0a
  }
  let from = 0
  const text = new TextDecoder(charset).decode(bytes)
  for (let i = 0; i < table.length; i++) {
    const end = text.indexOf('\n', from)
    if (end < 0) break
    if (end - from === 1) table[i] = text.charCodeAt(from)
    from = end + 1
  }
  cache.set(charset, table)
  return table
}

/** GB18030's four-byte form: the linear number by WHATWG, from which planes 1 to 16 are counted. */
const SUPPLEMENTARY = 189000

function fourByte(bytes: Uint8Array, at: number): number {
  const b2 = bytes[at + 1] as number
  const b3 = bytes[at + 2]
  const b4 = bytes[at + 3]
  if (
    b2 < 0x30 ||
    b2 > 0x39 ||
    b3 === undefined ||
    b3 < 0x81 ||
    b3 > 0xfe ||
    b4 === undefined ||
    b4 < 0x30 ||
    b4 > 0x39
  ) {
    return -1
  }
  return (((bytes[at] as number) - 0x81) * 10 + b2 - 0x30) * 1260 + (b3 - 0x81) * 10 + b4 - 0x30
}

/**
 * Decodes bytes that are not strictly valid.
 *
 * @param charset `gbk`, `gb18030`, `big5` or `euc-kr`.
 * @returns The text, with one U+FFFD for each byte or pair that stands for nothing; ASCII bytes always stand for themselves.
 */
export function decodeDoubleByte(bytes: Uint8Array, charset: string): { text: string; replaced: number } {
  const table = tableOf(charset)
  const out = new Units(bytes.length)
  const four = charset.startsWith('gb')
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number
    const trail = bytes[i + 1]
    if (lead < 0x80) {
      out.push(lead)
    } else if (lead === 0x80 || lead === 0xff || trail === undefined || trail < 0x30) {
      if (lead === 0x80 && four) out.push(0x20ac)
      else out.pushReplacement()
    } else if (trail < 0x40) {
      const number = four ? fourByte(bytes, i) : -1
      const point = number - SUPPLEMENTARY + 0x10000
      if (number >= SUPPLEMENTARY && point <= 0x10ffff) out.pushPoint(point)
      else out.pushReplacement()
      if (number >= 0) i += 3
    } else {
      const unit = trail === 0xff ? REPLACEMENT : (table[(lead - 0x81) * TRAILS + trail - 0x40] as number)
      if (unit !== REPLACEMENT) out.push(unit)
      else out.pushReplacement()
      // An ASCII byte after a broken lead byte is kept: it may close a tag.
      if (unit !== REPLACEMENT || trail >= 0x80) i++
    }
  }
  return { text: out.toText(), replaced: out.replaced }
}
