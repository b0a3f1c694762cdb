/** What does one code unit fold to, and which kind of letter is it? The shipped table, unpacked at first use. */
import { FOLD_DIFFERENCES, FOLD_EXPANSIONS, FOLD_GAPS, FOLD_HEADS } from './fold.data.ts'

/** Kinds of folded units, as bits. */
export const JAPANESE = 1
export const KATAKANA = 2
export const KANJI = 4
/** Kanji that look like katakana: 力口二工夕一八卜. */
export const LOOKALIKE = 8
export const DASH = 16
export const DIGIT = 32

/** Table values from here to 0xDFFF are no folded unit but say what to do; 0xD800 is any surrogate. */
export const VOICED = 0xd801
export const SEMI_VOICED = 0xd802
export const EXPANSION = 0xd803

/** The unpacked table. */
export interface FoldTable {
  /** What to add to each BMP code unit, modulo 0x10000, to get its value: the folded unit, 0 when it is dropped, or a special case. */
  shifts: Uint16Array
  /** Kind bits of each folded unit. */
  kinds: Uint8Array
  /** Value of the astral code points that change: a code point, 0, or `EXPANSION` and up. */
  astral: Map<number, number>
  /** What the code points that become several units become, by value less `EXPANSION`. */
  expansions: string[]
}

/** The value of one code unit. */
export function foldedUnit(shifts: Uint16Array, unit: number): number {
  return (unit + shifts[unit]!) & 0xffff
}

let table: FoldTable | undefined

/** Gives the table; the first call costs about a millisecond and 200 KB. */
export function foldTable(): FoldTable {
  table ??= { ...unpack(), kinds: kindsOfUnits(), expansions: FOLD_EXPANSIONS.split('|') }
  return table
}

function unpack(): Pick<FoldTable, 'shifts' | 'astral'> {
  const shifts = new Uint16Array(0x10000)
  for (let c = 0xd800; c < 0xe000; c++) shifts[c] = 0xd800 - c
  const astral = new Map<number, number>()
  const gaps = numbersOf(FOLD_GAPS)
  const heads = numbersOf(FOLD_HEADS)
  const differences = numbersOf(FOLD_DIFFERENCES)
  let code = 0
  let value = 0
  for (let run = 0; run < gaps.length; run++) {
    code += gaps[run]!
    if (code >= 0xe0000) break // the tags, which are dropped as a whole
    const kind = heads[run]! & 3
    const difference = differences[run]!
    value = (kind & 1 ? value : code) + (difference & 1 ? -(difference + 1) / 2 : difference / 2)
    const step = kind === 2 ? 2 : 1
    const grow = kind === 1 ? 0 : step
    for (let left = heads[run]! >> 2; ; left--) {
      if (code < 0x10000) shifts[code] = value - code
      else astral.set(code, value)
      if (left === 0) break
      code += step
      value += grow
    }
    code++
  }
  return { shifts, astral }
}

/** Five bits a character, the lowest first; 32 says that more follow. */
function numbersOf(text: string): number[] {
  const numbers: number[] = []
  let n = 0
  let shift = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    // The digits of base64: A-Z a-z 0-9 + /
    const digit = c >= 97 ? c - 71 : c >= 65 ? c - 65 : c >= 48 ? c + 4 : c === 43 ? 62 : 63
    n |= (digit & 31) << shift
    shift += 5
    if (digit < 32) {
      numbers.push(n)
      n = shift = 0
    }
  }
  return numbers
}

function kindsOfUnits(): Uint8Array {
  const kinds = new Uint8Array(0x10000)
  kinds.fill(JAPANESE, 0x3001, 0x3100) // CJK punctuation and kana
  kinds.fill(JAPANESE | KATAKANA, 0x30a1, 0x30fb)
  kinds.fill(JAPANESE | KATAKANA, 0x30fc, 0x3100)
  kinds.fill(JAPANESE | KATAKANA, 0x31f0, 0x3200)
  kinds.fill(JAPANESE | KANJI, 0x3400, 0x4dc0)
  kinds.fill(JAPANESE | KANJI, 0x4e00, 0xa000)
  kinds.fill(JAPANESE | KANJI, 0xd840, 0xd8c0) // high surrogates of planes 2 and 3
  kinds.fill(DIGIT, 0x30, 0x3a)
  kinds[0x3005] = kinds[0x3007] = JAPANESE | KANJI // 々 〇
  kinds[0x3079] = kinds[0x307a] = JAPANESE | KATAKANA // べ and ぺ stand for ベ and ペ too
  for (const c of '力口二工夕一八卜') kinds[c.charCodeAt(0)]! |= LOOKALIKE
  kinds[0x2d] = DASH
  return kinds
}
