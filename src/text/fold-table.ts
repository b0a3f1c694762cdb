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
/** The host works it out, when it is first met. */
export const PENDING = 0xd803
export const EXPANSION = 0xd804

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

/**
 * Blocks whose fold is worked out by the host: all of them are assigned since Unicode 6.1 (㋿ alone since 12.1), and what NFKC
 * makes of an assigned character never changes (Unicode stability policy). Kangxi radicals, enclosed and squared words,
 * compatibility ideographs, Arabic forms.
 */
export const DERIVED: ReadonlyArray<readonly [from: number, to: number]> = [
  [0x2f00, 0x2fd5],
  [0x3200, 0x321e],
  [0x3220, 0x33ff],
  [0xf900, 0xfa6d],
  [0xfa70, 0xfad9],
  [0xfb50, 0xfbb1],
  [0xfbd3, 0xfd3d],
  [0xfd50, 0xfd8f],
  [0xfd92, 0xfdc7],
  [0xfdf0, 0xfdfb],
  [0xfe76, 0xfefc],
  [0x2f800, 0x2fa1d],
]

/** UTF-16 code units that one code point may become: the longest squared word, ㌖ (キロメートル), has six; U+FDFA would have 18. */
export const MAX_UNITS = 6

/** The value of one code unit. */
export function foldedUnit(shifts: Uint16Array, unit: number): number {
  return (unit + shifts[unit]!) & 0xffff
}

let table: FoldTable | undefined

/** Gives the table; the first call costs some milliseconds and 200 KB. */
export function foldTable(): FoldTable {
  table ??= { ...unpack(), kinds: kindsOfUnits(), expansions: FOLD_EXPANSIONS.split('|') }
  return table
}

/** The value of a code point beyond the BMP, where one block is derived. */
export function foldedAstral(table: FoldTable, code: number): number {
  if (code >= 0x2f800 && code <= 0x2fa1d && !table.astral.has(code)) settle(table, code)
  return table.astral.get(code) ?? code
}

/** Gives a code point of the derived blocks the value of its NFKC; what would become a blank and a mark stays. */
export function settle(table: FoldTable, code: number): void {
  const character = String.fromCodePoint(code)
  const form = character.normalize('NFKC')
  let folded = ''
  if (form === character || form.startsWith(' ')) folded = character
  else
    for (const c of form) {
      const next = foldedCharacter(table, c.codePointAt(0)!)
      if (folded.length + next.length <= MAX_UNITS) folded += next
    }
  setValue(table, code, folded)
}

/** What a code point of a compatibility form folds to: none of them is itself in a derived block, or a voicing mark. */
function foldedCharacter({ shifts, astral, expansions }: FoldTable, code: number): string {
  const value = code > 0xffff ? (astral.get(code) ?? code) : foldedUnit(shifts, code)
  if (value >= EXPANSION && value <= 0xdfff) return expansions[value - EXPANSION]!
  return value === 0 ? '' : String.fromCodePoint(value)
}

function setValue({ shifts, astral, expansions }: FoldTable, code: number, folded: string): void {
  let value = folded.codePointAt(0) ?? 0
  if (folded.length > (code > 0xffff && value > 0xffff ? 2 : 1)) value = EXPANSION + expansions.push(folded) - 1
  if (code > 0xffff) astral.set(code, value)
  else shifts[code] = value - code
}

function unpack(): Pick<FoldTable, 'shifts' | 'astral'> {
  const shifts = new Uint16Array(0x10000)
  for (let c = 0xd800; c < 0xe000; c++) shifts[c] = 0xd800 - c
  for (const [from, to] of DERIVED) for (let c = from; c <= to && c < 0x10000; c++) shifts[c] = PENDING - c
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
