/** What text are bytes in GBK, GB18030, Big5 or EUC-KR, on every host the same? */
import { hostText, ksX1001, REPLACEMENT } from './jis.ts'
import { Units } from './units.ts'

/** Lead bytes 0x81 to 0xFE, trail bytes 0x40 to 0xFE. */
const LEADS = 126
const TRAILS = 191

const placeOf = (pair: number): number => ((pair >> 8) - 0x81) * TRAILS + (pair & 0xff) - 0x40

/**
 * Cells where Node, Deno, Bun and workerd differ, by WHATWG's index. Compared on 2025-11: Node 20, 22 and 24, Bun 1,
 * Deno 2, workerd 2026-11. Left out: Hong Kong's supplement to Big5, which Node lacks; it reads as U+FFFD everywhere.
 */
const SAME_EVERYWHERE: Record<string, string> = {
  gb18030:
    'a6d9:fe10 a6da:fe12 a6db:fe11 a6dc:fe13 a6dd:fe14 a6de:fe15 a6df:fe16 a6ec:fe17 a6ed:fe18 a6f3:fe19 ' +
    'fe59:9fb4 fe61:9fb5 fe66:9fb6 fe67:9fb7 fe6d:9fb8 fe7e:9fb9 fe90:9fba fea0:9fbb',
  big5: 'f9fe:ffed',
}

const tables = new Map<string, Uint16Array>()

function tableOf(charset: string): Uint16Array {
  // GBK is GB18030 without four-byte forms (WHATWG decodes both alike); Node 20 has a GBK of its own.
  const name = charset === 'gbk' ? 'gb18030' : charset
  let table = tables.get(name)
  if (table === undefined) {
    table = name === 'euc-kr' ? koreanTable() : hostTable(name)
    tables.set(name, table)
  }
  return table
}

/** Whether a pair belongs to Big5 proper, with the seven characters and the box drawing of ETEN. */
const isPlainBig5 = (pair: number): boolean =>
  (pair >= 0xa140 && pair <= 0xa3bf) || (pair >= 0xa440 && pair <= 0xc67e) || (pair >= 0xc940 && pair <= 0xf9fe)

/** Reads the host's table once, clean pair by clean pair: what hosts make of broken bytes differs. */
function hostTable(charset: string): Uint16Array {
  const table = new Uint16Array(LEADS * TRAILS).fill(REPLACEMENT)
  const bytes = new Uint8Array(table.length * 3)
  for (let i = 0; i < table.length; i++) {
    bytes[i * 3] = 0x81 + Math.floor(i / TRAILS)
    bytes[i * 3 + 1] = 0x40 + (i % TRAILS)
    bytes[i * 3 + 2] = 0x0a
  }
  const text = hostText(charset, bytes)
  let from = 0
  for (let i = 0; i < table.length; i++) {
    const end = text.indexOf('\n', from)
    if (end < 0) break
    const pair = ((bytes[i * 3] as number) << 8) | (bytes[i * 3 + 1] as number)
    if (end - from === 1 && (charset !== 'big5' || isPlainBig5(pair))) table[i] = text.charCodeAt(from)
    from = end + 1
  }
  for (const fix of SAME_EVERYWHERE[charset]?.split(' ') ?? []) {
    table[placeOf(Number.parseInt(fix.slice(0, 4), 16))] = Number.parseInt(fix.slice(5), 16)
  }
  return table
}

/**
 * KS X 1001 and the 8,822 Hangul syllables that Microsoft added (CP949, WHATWG's EUC-KR). Node's EUC-KR lacks those;
 * they fill the free pairs in the order of Unicode, so they are counted out.
 */
function koreanTable(): Uint16Array {
  const table = new Uint16Array(LEADS * TRAILS).fill(REPLACEMENT)
  const grid = ksX1001()
  const has = new Uint8Array(0x10000)
  for (let i = 0; i < grid.length; i++) {
    const unit = grid[i] as number
    table[placeOf(((0xa1 + Math.floor(i / 94)) << 8) | (0xa1 + (i % 94)))] = unit
    has[unit] = 1
  }
  let pair = 0x8141
  for (let syllable = 0xac00; syllable <= 0xd7a3; syllable++) {
    if (has[syllable] === 1) continue
    table[placeOf(pair)] = syllable
    pair = nextFree(pair)
  }
  return table
}

/** The pair after `pair` among those that CP949 fills: trail bytes A-Z, a-z, and from 0x81 to where KS X 1001 begins. */
function nextFree(pair: number): number {
  const lead = pair >> 8
  const trail = pair & 0xff
  if (trail === 0x5a || trail === 0x7a) return pair + 7
  return trail === (lead < 0xa1 ? 0xfe : 0xa0) ? ((lead + 1) << 8) | 0x41 : pair + 1
}

/** Linear number (WHATWG) of GB18030's four-byte form for U+10000. */
const SUPPLEMENTARY = 189_000

/** The linear number of a four-byte form; -1 when the bytes are none. */
function fourByte(bytes: Uint8Array, at: number): number {
  const b1 = bytes[at] as number
  const b2 = bytes[at + 1] as number
  const b3 = bytes[at + 2] ?? 0
  const b4 = bytes[at + 3] ?? 0
  if (b2 < 0x30 || b2 > 0x39 || b3 < 0x81 || b3 > 0xfe || b4 < 0x30 || b4 > 0x39) return -1
  return ((b1 - 0x81) * 10 + b2 - 0x30) * 1260 + (b3 - 0x81) * 10 + b4 - 0x30
}

/** Characters of the four-byte form below U+10000, asked of the host one by one and kept: 39,420 at most. */
const basicPlane = new Map<number, number>()

function basicCharacter(number: number, bytes: Uint8Array, at: number): number {
  let unit = basicPlane.get(number)
  if (unit === undefined) {
    const text = number < 39_420 ? hostText('gb18030', bytes.subarray(at, at + 4)) : ''
    unit = text.length === 1 ? text.charCodeAt(0) : REPLACEMENT
    if (number < 39_420) basicPlane.set(number, unit)
  }
  return unit
}

/**
 * Decodes GBK, GB18030, Big5 or EUC-KR (CP949).
 *
 * @param charset `gbk`, `gb18030`, `big5` or `euc-kr`.
 * @returns The text, with one U+FFFD for each byte or pair that stands for nothing (their count is `replaced`); an ASCII
 * byte after a broken lead byte stands for itself.
 */
export function decodeDoubleByte(bytes: Uint8Array, charset: string): { text: string; replaced: number } {
  const table = tableOf(charset)
  const out = new Units(bytes.length)
  const chinese = charset === 'gbk' || charset === 'gb18030'
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number
    const trail = bytes[i + 1] ?? 0
    if (lead < 0x80) {
      out.push(lead)
    } else if (lead === 0x80 && chinese) {
      out.push(0x20ac)
    } else if (lead === 0x80 || lead === 0xff || trail < 0x30 || trail === 0xff) {
      out.pushReplacement()
    } else if (trail < 0x40) {
      const number = chinese ? fourByte(bytes, i) : -1
      const point = number < SUPPLEMENTARY ? REPLACEMENT : number - SUPPLEMENTARY + 0x10000
      const found = number >= 0 && number < SUPPLEMENTARY ? basicCharacter(number, bytes, i) : point
      if (found === REPLACEMENT || found > 0x10ffff) out.pushReplacement()
      else out.pushPoint(found)
      if (number >= 0) i += 3
    } else {
      const unit = table[(lead - 0x81) * TRAILS + trail - 0x40] as number
      if (unit !== REPLACEMENT) out.push(unit)
      else out.pushReplacement()
      if (unit !== REPLACEMENT || trail >= 0x80) i++
    }
  }
  return { text: out.toText(), replaced: out.replaced }
}
