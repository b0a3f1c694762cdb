/** How does text look to a matcher? Folds it to comparable units, each with its place in the original. */

import { unmaskKatakana } from './fold-kana.ts'
import { isSpacedOut, joinSpacedLetters } from './fold-spaced.ts'
import {
  DASH,
  EXPANSION,
  type FoldTable,
  foldedAstral,
  foldedUnit,
  foldTable,
  JAPANESE,
  LOOKALIKE,
  PENDING,
  SEMI_VOICED,
  settle,
} from './fold-table.ts'
import { slabs } from './slab.ts'

/** Folded text. Arrays may be longer than `length`. */
export interface Folded {
  /** Folded UTF-16 code units. */
  units: Uint16Array
  /** How many of them there are. */
  length: number
  /** UTF-16 offset in the original of each folded unit; `map[length]` is the end of what was folded. */
  map: Uint32Array
}

/**
 * Folds text to what a matcher compares, in linear time and memory (at most six units a code point).
 *
 * NFKC a code point (from a shipped table, so that no host's Unicode version matters); default-ignorable characters,
 * controls and accents dropped; case folded; Cyrillic, Greek, Armenian and other look-alikes of Latin letters made
 * Latin; digits made ASCII; voicing marks composed with their kana (ｶﾞ, カ゛); dashes made `-` and 〜 `~`; ヘベペ made
 * hiragana; dashes and look-alike kanji among katakana made katakana; blanks dropped beside Japanese, at the ends, and
 * otherwise collapsed to one space (beside a dash they stay, or カゴヤ - ログイン would look like one word), and dropped
 * inside a Latin word written letter by letter (S M B C); lone surrogates made U+FFFD. Folding twice changes nothing.
 *
 * @param text - any string
 * @param limit - UTF-16 code units of `text` that are looked at; the rest is not folded
 * @returns units and offsets; empty for an empty string
 * @example
 * foldedString(fold('Ｋａｇｏｙａ の ﾒｰﾙ')) // 'kagoyaのメール'
 */
export function fold(text: string, limit: number = text.length): Folded {
  return new Folder(text, Math.max(0, Math.min(limit, text.length))).run()
}

/**
 * Folds text and gives the folded string.
 *
 * @param text - any string; anything else is a `TypeError`
 * @returns the folded text, and for each of its code units the UTF-16 offset in `text`, with the end of `text` last
 * @throws TypeError when `text` is not a string
 * @example
 * foldText('力ゴヤ　ジャパン').folded // 'カゴヤジャパン'
 */
export function foldText(text: string): { folded: string; map: Uint32Array } {
  if (typeof text !== 'string') throw new TypeError('foldText: text must be a string')
  const folded = fold(text)
  return { folded: foldedString(folded), map: folded.map.slice(0, folded.length + 1) }
}

/**
 * Gives a piece of folded text as a string.
 *
 * @param folded - what `fold` gave
 * @param start - first folded unit
 * @param end - the unit after the last
 */
export function foldedString(folded: Folded, start = 0, end = folded.length): string {
  const pieces: string[] = []
  for (let i = start; i < end; i += 8192) {
    const units = folded.units.subarray(i, Math.min(end, i + 8192))
    pieces.push(String.fromCharCode.apply(null, units as unknown as number[]))
  }
  return pieces.join('')
}

/**
 * Gives the place in the original of a piece of folded text, without the blanks after it.
 *
 * @param folded - what `fold` gave for `text`
 * @param start - first folded unit
 * @param end - the unit after the last
 * @returns UTF-16 offsets into `text`; a piece that ends inside an expanded character (㍿) takes the whole of it
 */
export function originalSpan(folded: Folded, text: string, start: number, end: number): { start: number; end: number } {
  const { shifts } = foldTable()
  const from = folded.map[start]!
  if (end <= start) return { start: from, end: from }
  const last = folded.map[end - 1]!
  let to = folded.map[end]!
  while (to > last + 1 && foldedUnit(shifts, text.charCodeAt(to - 1)) === 0x20) to--
  return { start: from, end: Math.max(to, last + (text.codePointAt(last)! > 0xffff ? 2 : 1)) }
}

const unitRoom = slabs((length) => new Uint16Array(length))
const mapRoom = slabs((length) => new Uint32Array(length))

/** The state of one run: what was written, and whether a blank waits. */
class Folder {
  private readonly table: FoldTable = foldTable()
  private units: Uint16Array
  private map: Uint32Array
  private length = 0
  /** Offset of a blank that may have to be written before the next unit, or -1. */
  private blank = -1
  /** Kind of the last unit. */
  private kind = 0
  /** Kinds of all units together. */
  private seen = 0
  /** Two single letters with a blank between and behind them were met: a word may be written letter by letter. */
  private spaced = false

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {
    this.units = unitRoom(end + 2)
    this.map = mapRoom(end + 3)
  }

  run(): Folded {
    const { text, end } = this
    const { shifts, kinds } = this.table
    let i = 0
    while (i < end) {
      i = this.plain(i)
      if (i >= end) break
      const value = foldedUnit(shifts, text.charCodeAt(i))
      if (value === 0xd800) i = this.surrogate(i)
      else if (value >= EXPANSION) this.expand(value, i++)
      else if (value === PENDING) settle(this.table, text.charCodeAt(i))
      else {
        this.voice(value)
        i++
      }
    }
    if (this.spaced) this.length = joinSpacedLetters(this.units, this.map, this.length)
    if (this.seen & (LOOKALIKE | DASH)) unmaskKatakana(this.units, this.length, kinds)
    this.map[this.length] = end
    return { units: this.units, length: this.length, map: this.map }
  }

  /** Folds as long as one unit becomes one unit or none; everything hot is here. */
  private plain(from: number): number {
    const { text, end } = this
    const { shifts, kinds } = this.table
    // A blank takes a place of its own in the text, so room for what is left of the text is room enough.
    this.reserve(end - from + 2)
    const { units, map } = this
    let { length, blank, kind, seen } = this
    let i = from
    for (; i < end; i++) {
      const value = foldedUnit(shifts, text.charCodeAt(i))
      if (value === 0x20) {
        if (blank < 0) blank = i
        continue
      }
      if (value === 0) continue
      if (value >= 0xd800 && value <= 0xdfff) break
      const next = kinds[value]!
      if (blank >= 0) {
        if (length > 0 && keepsBlank(kind | next)) {
          if (isSpacedOut(units, length)) this.spaced = true
          units[length] = 0x20
          map[length++] = blank
        }
        blank = -1
      }
      units[length] = value
      map[length++] = i
      kind = next
      seen |= next
    }
    this.length = length
    this.blank = blank
    this.kind = kind
    this.seen = seen
    return i
  }

  private put(unit: number, kind: number, at: number): void {
    this.reserve(2)
    if (this.blank >= 0) {
      if (this.length > 0 && keepsBlank(this.kind | kind)) {
        if (isSpacedOut(this.units, this.length)) this.spaced = true
        this.units[this.length] = 0x20
        this.map[this.length++] = this.blank
      }
      this.blank = -1
    }
    this.units[this.length] = unit
    this.map[this.length++] = at
    this.kind = kind
    this.seen |= kind
  }

  private expand(value: number, at: number): void {
    const expansion = this.table.expansions[value - EXPANSION]!
    for (let k = 0; k < expansion.length; k++) {
      const unit = expansion.charCodeAt(k)
      if (unit === 0x20) {
        if (this.blank < 0) this.blank = at
      } else this.put(unit, unit >= 0xdc00 && unit <= 0xdfff ? this.kind : this.table.kinds[unit]!, at)
    }
  }

  /** A voicing mark changes the kana before it, even across blanks (カ ゛); without one it is dropped. */
  private voice(mark: number): void {
    if (this.length > 0) this.units[this.length - 1] = voicedKana(this.units[this.length - 1]!, mark)
  }

  private surrogate(at: number): number {
    const { text, end, table } = this
    const high = text.charCodeAt(at)
    const low = at + 1 < end ? text.charCodeAt(at + 1) : 0
    if (high > 0xdbff || low < 0xdc00 || low > 0xdfff) {
      this.put(0xfffd, 0, at)
      return at + 1
    }
    const code = (high - 0xd800) * 0x400 + low - 0xdc00 + 0x10000
    const value = code >= 0xe0000 && code <= 0xe0fff ? 0 : foldedAstral(table, code)
    if (value > 0xffff) {
      const first = 0xd800 + ((value - 0x10000) >> 10)
      this.put(first, table.kinds[first]!, at)
      this.put(0xdc00 + (value & 0x3ff), table.kinds[first]!, at)
    } else if (value >= EXPANSION && value <= 0xdfff) this.expand(value, at)
    else if (value === 0x20) {
      if (this.blank < 0) this.blank = at
    } else if (value !== 0) this.put(value, table.kinds[value]!, at)
    return at + 2
  }

  private reserve(more: number): void {
    if (this.length + more <= this.units.length) return
    const size = Math.max(this.length + more, Math.ceil(this.units.length * 1.5))
    const units = new Uint16Array(size)
    units.set(this.units.subarray(0, this.length))
    const map = new Uint32Array(size + 1)
    map.set(this.map.subarray(0, this.length))
    this.units = units
    this.map = map
  }
}

/** A blank stays between what is not Japanese, and beside a dash. `kinds` are those of both neighbours together. */
function keepsBlank(kinds: number): boolean {
  return (kinds & JAPANESE) === 0 || (kinds & DASH) !== 0
}

const VOICEABLE = 'うかきくけこさしすせそたちつてとはひふへほゝウカキクケコサシスセソタチツテトハヒフホワヰヱヲヽ'
const VOICED_KANA = 'ゔがぎぐげござじずぜぞだぢづでどばびぶべぼゞヴガギグゲゴザジズゼゾダヂヅデドバビブボヷヸヹヺヾ'
const SEMI_VOICEABLE = 'はひふへほハヒフホ'
const SEMI_VOICED_KANA = 'ぱぴぷぺぽパピプポ'

/** The kana with a voicing mark, or the unit itself where there is none. */
function voicedKana(unit: number, mark: number): number {
  const semi = mark === SEMI_VOICED
  const index = (semi ? SEMI_VOICEABLE : VOICEABLE).indexOf(String.fromCharCode(unit))
  return index < 0 ? unit : (semi ? SEMI_VOICED_KANA : VOICED_KANA).charCodeAt(index)
}
