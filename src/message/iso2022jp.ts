/** What text do bytes with ISO-2022 escapes stand for, however the mail mangled them? */
import { eightBitRun } from './eight-bit-run.ts'
import {
  ASCII,
  CR,
  ESC,
  GB2312,
  isCutEscape,
  KANA,
  KSX1001,
  LF,
  pastLineEnd,
  ROMAN,
  readEscape,
  X0208,
  X0212,
  X0213_1,
} from './escapes.ts'
import { gb2312, ibmExtensions, jisX0208, jisX0212, ksX1001, REPLACEMENT } from './jis.ts'
import { cellOf, isGraphic, kanaGoesOn, lineGoesOn, startsUrl, wordGoesOn } from './look-ahead.ts'
import { decodeSingleByte } from './single-byte.ts'
import { Units } from './units.ts'

const SO = 0x0e
const SI = 0x0f

/** The grid of a double-byte set; undefined for JIS X 0213 plane 2, of which no host has a table. */
function gridOf(set: number): Uint16Array | undefined {
  if (set === X0208 || set === X0213_1) return jisX0208()
  if (set === X0212) return jisX0212()
  if (set === GB2312) return gb2312()
  return set === KSX1001 ? ksX1001() : undefined
}

/** Reads the bytes once from left to right; each method reads one thing and returns the place after it. */
class Tokenizer {
  private readonly out: Units
  private g0 = ASCII
  private g1: number
  private g2 = 0
  private shifted = false
  private set = ASCII
  private grid: Uint16Array | undefined
  /** The first byte of a double-byte character whose second is still to come; 0 for none. */
  private lead = 0
  /** The set that `lead` was read in. */
  private leadSet = ASCII

  constructor(
    private readonly bytes: Uint8Array,
    g1: number,
  ) {
    this.out = new Units(bytes.length)
    this.g1 = g1
  }

  run(): { text: string; replaced: number } {
    const { bytes } = this
    let i = 0
    while (i < bytes.length) {
      const byte = bytes[i] as number
      if (byte === ESC) i = this.escape(i)
      else if (byte === SO || byte === SI) {
        this.shifted = byte === SO
        this.use()
        i++
      } else if (byte >= 0x80) {
        this.dropLead()
        i = this.ibmExtension(byte, i) || eightBitRun(bytes, i, this.set >= X0208, this.out)
      } else if (this.set >= X0208) {
        const next = this.lead === 0 ? this.cleanPairs(i) : i
        i = next > i ? next : this.doubleByte(byte, i)
      } else i = this.singleByte(byte, i)
    }
    // A half character at the very end is where a field was cut: it is left out, not marked.
    return { text: this.out.toText(), replaced: this.out.replaced }
  }

  /** Takes the set in use from G0 or G1. */
  private use(): void {
    this.set = this.shifted ? this.g1 : this.g0
    this.grid = this.set >= X0208 ? gridOf(this.set) : undefined
  }

  private toAscii(): void {
    this.g0 = ASCII
    this.shifted = false
    this.use()
  }

  /** Marks a half character that nothing completes. */
  private dropLead(): void {
    if (this.lead === 0) return
    this.out.pushReplacement()
    this.lead = 0
  }

  private escape(at: number): number {
    const { bytes, out } = this
    const found = readEscape(bytes, at)
    if (found !== undefined) {
      if (found.g0 >= 0) this.g0 = found.g0
      if (found.g1 >= 0) this.g1 = found.g1
      if (found.g2 > 0) this.g2 = found.g2
      // A half character stays: encoded-words split inside a character close and open again between its bytes.
      this.use()
      return found.end
    }
    const shifted = bytes[at + 2]
    if (this.g2 !== 0 && bytes[at + 1] === 0x4e && isGraphic(shifted)) {
      this.dropLead()
      out.push(this.g2 === 0x41 ? shifted | 0x80 : greek(shifted | 0x80))
      return at + 3
    }
    if (isCutEscape(bytes, at)) return bytes.length
    this.dropLead()
    if (this.set >= X0208) out.pushReplacement()
    else out.push(ESC)
    return at + 1
  }

  private singleByte(byte: number, at: number): number {
    const { bytes, out, set } = this
    this.dropLead()
    if (set === ASCII && byte >= 0x20) {
      const units = out.reserve(bytes.length - at)
      let to = out.length
      let i = at
      for (let next = byte; next >= 0x20 && next < 0x80; next = bytes[++i] ?? 0) units[to++] = next
      out.length = to
      return i
    }
    if (set === KANA && byte > 0x20 && byte < 0x60) out.push(byte + 0xff40)
    else if (set === ROMAN && byte === 0x5c) out.push(0xa5)
    else if (set === ROMAN && byte === 0x7e) out.push(0x203e)
    else {
      out.push(byte)
      // RFC 1468: a line begins in ASCII, whatever the line before forgot to close.
      if (byte === LF && set !== ASCII && !this.shifted && !(set === KANA && kanaGoesOn(bytes, at + 1))) this.toAscii()
    }
    return at + 1
  }

  /** Rows 115 to 119, which IBM's encoders wrote with an 8-bit lead byte; 0 when there is no such pair. */
  private ibmExtension(byte: number, at: number): number {
    const trail = this.bytes[at + 1]
    if (this.set !== X0208 || byte < 0x93 || byte > 0x97 || !isGraphic(trail)) return 0
    const unit = ibmExtensions()[(byte - 0x93) * 94 + trail - 0x21] as number
    if (unit === REPLACEMENT) return 0
    this.out.push(unit)
    return at + 2
  }

  /** Writes whole pairs of assigned cells, which is nearly all there is, and returns where they end. */
  private cleanPairs(from: number): number {
    const { bytes, grid } = this
    if (grid === undefined || this.set === X0213_1) return from
    const units = this.out.reserve((bytes.length - from) >> 1)
    let to = this.out.length
    let i = from
    for (; i + 1 < bytes.length; i += 2) {
      const lead = bytes[i] as number
      const trail = bytes[i + 1] as number
      // 68 may begin `http`.
      if (lead <= 0x20 || lead >= 0x7f || lead === 0x68 || trail <= 0x20 || trail >= 0x7f) break
      const unit = grid[(lead - 0x21) * 94 + trail - 0x21]
      if (unit === undefined || unit === REPLACEMENT) break
      units[to++] = unit
    }
    this.out.length = to
    return i
  }

  private doubleByte(byte: number, at: number): number {
    const { bytes, out } = this
    if (byte > 0x20 && byte < 0x7f) {
      if (this.lead !== 0 && this.leadSet !== this.set) this.dropLead()
      if (this.lead === 0) {
        if (startsUrl(bytes, at)) {
          this.toAscii()
          return at
        }
        this.lead = byte
        this.leadSet = this.set
        return at + 1
      }
      const unit = cellOf(this.grid, this.set, this.lead, byte)
      if (unit !== REPLACEMENT) out.push(unit)
      else if (this.lead === 0x28 && (byte === 0x42 || byte === 0x4a) && !this.shifted) {
        this.lead = 0
        this.toAscii() // `(B` stands for no character: an escape that lost its ESC
        return at + 1
      } else out.pushReplacement()
      this.lead = 0
      return at + 1
    }
    if (byte === CR || byte === LF) return this.lineEnd(at)
    if (this.lead !== 0) {
      const trail = bytes[at + 1]
      // A blank put inside a character is the transport's.
      if (isGraphic(trail) && cellOf(this.grid, this.set, this.lead, trail) !== REPLACEMENT) return at + 1
      this.dropLead()
    }
    out.push(byte)
    if (byte === 0x20 && !this.shifted && !wordGoesOn(bytes, at + 1, this.grid, this.set)) this.toAscii()
    return at + 1
  }

  private lineEnd(at: number): number {
    const { bytes, out } = this
    const next = pastLineEnd(bytes, at)
    const goesOn = this.shifted || lineGoesOn(bytes, next, this.grid, this.set, this.lead)
    if (goesOn && this.lead !== 0) return next // a line broken inside a character: the break is the transport's
    this.dropLead()
    for (let i = at; i < next; i++) out.push(bytes[i] as number)
    if (!goesOn) this.toAscii()
    return next
  }
}

/** A byte of ISO-8859-7. */
function greek(byte: number): number {
  return decodeSingleByte(Uint8Array.of(byte), 'iso-8859-7')?.text.charCodeAt(0) ?? REPLACEMENT
}

/**
 * Decodes ISO-2022-JP (-1, -2, -3, -2004, -MS, CP5022x), ISO-2022-KR and ISO-2022-CN the way their mails really arrive.
 *
 * @param bytes Bytes with escapes, or 7-bit bytes with SO and SI.
 * @param korean Whether SO shifts to Korean before any escape says so; otherwise to katakana.
 * @returns The text, and how many U+FFFD were written for bytes that could not be decoded.
 * @example decodeEscapes(new TextEncoder().encode('\x1b$B%a!<%k\x1b(B')).text // 'メール'
 */
export function decodeEscapes(bytes: Uint8Array, korean = false): { text: string; replaced: number } {
  return new Tokenizer(bytes, korean ? KSX1001 : KANA).run()
}
