/** What do broken bytes look like? Seeded soups of escapes, pairs and damage, and the whole tables of charsets. */
import Encoding from 'encoding-japanese'
import type { Random } from '../../scripts/fuzz/random.ts'

/** Labels that dirt arrives under; undefined is none. */
export const LABELS: ReadonlyArray<string | undefined> = [
  undefined,
  ...['iso-2022-jp', 'iso-2022-jp-2', 'cp50220', 'iso-2022-jp-2004', 'iso-2022-kr', 'hz-gb-2312', 'us-ascii', 'utf-8'],
  ...['utf-7', 'utf-16', 'utf-16le', 'utf-16be', 'utf-32', 'shift_jis', 'cp932', 'euc-jp', 'eucjp-ms', 'gb2312', 'gbk'],
  ...['gb18030', 'big5', 'big5-hkscs', 'euc-kr', 'ks_c_5601-1987', 'iso-8859-1', 'windows-1252', 'koi8-r', 'x-unknown'],
]

/** Labels of one byte a character that the Encoding Standard has, and the two it has for no charset at all. */
export const HOST_LABELS: readonly string[] = [
  ...['ibm866', 'koi8-r', 'koi8-u', 'macintosh', 'x-mac-cyrillic', 'x-user-defined', 'replacement', 'iso-8859-8-i'],
  ...[2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16, 1, 9, 11].map((n) => `iso-8859-${n}`),
  ...[874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((n) => `windows-${n}`),
]

/** Labels that only iconv-lite knows. */
export const ICONV_LABELS: readonly string[] = [
  ...[437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 869, 922, 1046, 1125].map((n) => `cp${n}`),
  ...['macroman', 'maccroatian', 'macgreek', 'macturkish', 'macthai', 'hproman8', 'koi8-t', 'armscii8'],
  ...['rk1048', 'tcvn', 'viscii', 'georgianacademy', 'georgianps', 'pt154', 'mik', 'iso646cn', 'utf-7-imap'],
]

/** Escapes of ISO-2022-JP and its kin, whole and damaged, and what is mistaken for them. */
const ESCAPES = [
  ...['\x1b$B', '\x1b$@', '\x1b(B', '\x1b(J', '\x1b(I', '\x1b(H', '\x1b$(D', '\x1b$A', '\x1b$(C', '\x1b$(O', '\x1b$(P'],
  ...[
    '\x1b$(Q',
    '\x1b.A',
    '\x1bN',
    '\x1b&@\x1b$B',
    '\x1b$)C',
    '\x0e',
    '\x0f',
    '\x1b',
    '\x1b$',
    '\x1b(',
    '\x1b$(',
    '$B',
  ],
  ...['(B', '(J', '$@', '\x1b\r\n$B', '\x1b(\r\nB', '\x1b[0m', '\x1b%G', '\x1b%@', '\x1b\x1b$B', '~{', '~}', '\x1b(Z'],
]
/** Bytes that no pair holds. */
const BREAKS = ['\r\n', '\n', ' ', '\0', '\x7f', '\x80', '\xa0', '\xff', '\x1a', '!', 'https://a.example/', 'KAGOYA']

const byteIn = (random: Random, from: number, to: number): string =>
  String.fromCharCode(from + random.int(to - from + 1))

const PIECES: Array<(random: Random) => string> = [
  (random) => random.pick(ESCAPES),
  (random) => random.pick(ESCAPES),
  // Rows 4 and 5 hold kana, 16 to 47 the common kanji; the rest is anywhere in the grid.
  (random) => `%${byteIn(random, 0x21, 0x76)}$${byteIn(random, 0x21, 0x73)}`.repeat(1 + random.int(3)),
  (random) => byteIn(random, 0x30, 0x4f) + byteIn(random, 0x21, 0x7e) + byteIn(random, 0x30, 0x4f),
  (random) => byteIn(random, 0x21, 0x7e) + byteIn(random, 0x21, 0x7e),
  (random) => byteIn(random, 0x21, 0x7e),
  (random) => byteIn(random, 0xa1, 0xdf) + byteIn(random, 0xa1, 0xdf),
  (random) => byteIn(random, 0, 0xff),
  (random) => random.pick(BREAKS),
]

/** A string of escapes, pairs, lone bytes and breaks in any order. */
export function dirtyJis(random: Random): Uint8Array {
  let text = ''
  for (let left = 2 + random.int(24); left > 0; left--) text += random.pick(PIECES)(random)
  return Buffer.from(text, 'latin1')
}

/** A sentence in one of the 8-bit encodings, or in two, with bytes lost, added, changed or cut off. */
export function dirtyBytes(random: Random, sentence: string): Uint8Array {
  const encoded = (): number[] => {
    const from = random.int(sentence.length)
    const text = sentence.slice(from, from + 1 + random.int(30))
    return Encoding.convert(Encoding.stringToCode(text), {
      from: 'UNICODE',
      to: random.pick(['SJIS', 'EUCJP', 'UTF8'] as const),
      type: 'array',
    })
  }
  const bytes = random.oneIn(4) ? [...encoded(), ...encoded()] : encoded()
  for (let left = random.int(4); left > 0; left--) {
    const at = random.int(bytes.length + 1)
    const chance = random.int(5)
    if (chance === 0) bytes.splice(at, 1)
    else if (chance === 1) bytes.splice(at, 0, random.int(256))
    else if (chance === 2) bytes[at] = random.int(256)
    else if (chance === 3) bytes.splice(at, bytes.length, 0x80 + random.int(128))
    else
      bytes.splice(at, 0, 0x80 + random.int(128), 0x30 + random.int(10), 0x81 + random.int(126), 0x30 + random.int(10))
  }
  return Uint8Array.from(bytes)
}

/** The 128 bytes from 0x80 on. */
export function upperHalf(): Uint8Array {
  return new Uint8Array(128).map((_, i) => i | 0x80)
}

/** Every pair of a charset, a lead byte at a time; for GB18030 every four-byte form below U+10000 as well. */
export function pairs(label: string): Uint8Array[] {
  const rows: Uint8Array[] = []
  for (let lead = 0x80; lead <= 0xff; lead++) {
    const row: number[] = []
    for (let trail = 0x30; trail <= 0xff; trail++) row.push(lead, trail, 0x0a)
    rows.push(Uint8Array.from(row))
    if (label === 'euc-jp') rows.push(Uint8Array.from(row.flatMap((byte, i) => (i % 3 === 0 ? [0x8f, byte] : [byte]))))
    if (label !== 'gb18030' || lead < 0x81 || lead > 0x84) continue
    for (let second = 0x30; second <= 0x39; second++) rows.push(Uint8Array.from(fourByteForms(lead, second)))
  }
  return rows
}

function fourByteForms(lead: number, second: number): number[] {
  const row: number[] = []
  for (let third = 0x81; third <= 0xfe; third++) {
    for (let fourth = 0x30; fourth <= 0x39; fourth++) row.push(lead, second, third, fourth)
  }
  return row
}
