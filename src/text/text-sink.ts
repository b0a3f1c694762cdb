/** How do pieces of text become lines, as a browser lays them out? */
import { decodeText } from './entity.ts'

/** Line ends in a row that are kept: a blank line says as much as ten. */
const LINE_ENDS = 2
/** Blanks in a row that are kept of preformatted text. */
const INDENT = 8
/** Room for all that may wait. */
const WAITING = LINE_ENDS + INDENT

/** Gathers text: collapses blanks, breaks lines where told, drops NUL (as HTML does). */
export class TextSink {
  private units: Uint16Array
  /** UTF-16 code units so far; blanks and line ends that wait are not among them. */
  length = 0
  /** What waits to be written before the next character: line ends, and a blank; of preformatted text, how many of it. */
  private lineEnds = 0
  private blank = 0
  private indent = 0

  /** @param size - code units that will do for most texts */
  constructor(size: number) {
    this.units = new Uint16Array(size)
  }

  /**
   * Adds a piece of text.
   *
   * @param source - where it stands
   * @param from - first code unit
   * @param to - the unit after the last
   * @param pre - whether blanks and line ends count
   * @param references - whether character references are to be decoded
   */
  add(source: string, from: number, to: number, pre: boolean, references: boolean): void {
    this.reserve(to - from + WAITING)
    const { units } = this
    let { length } = this
    let waits = this.lineEnds + this.blank > 0
    for (let i = from; i < to; i++) {
      const c = source.charCodeAt(i)
      if (c <= 0x26) {
        if (c === 0x26 && references) {
          this.length = length
          const next = this.reference(source, i, to)
          if (next < 0) {
            const decoded = decodeText(source.slice(i, to))
            this.add(decoded, 0, decoded.length, pre, false)
            return
          }
          length = this.length
          waits = false
          i = next - 1
          continue
        }
        if (c === 0x20 || (c >= 0x09 && c <= 0x0d && c !== 0x0b)) {
          if (pre) this.blankAsWritten(c)
          else this.startWord()
          waits = true
          continue
        }
        if (c === 0) continue
      }
      if (waits) {
        this.length = length
        this.flush()
        length = this.length
        waits = false
      }
      units[length++] = c
    }
    this.length = length
  }

  private blankAsWritten(c: number): void {
    if (c === 0x0a) {
      this.indent = 0 // blanks at the end of a line say nothing
      this.breakLine()
    } else if (c !== 0x0d && this.indent < INDENT) {
      if (this.indent++ === 0) this.blank = c === 0x09 ? 0x09 : 0x20
    }
  }

  /** The common case of a reference, &nbsp;; the place after it, or -1 for any other. */
  private reference(source: string, at: number, to: number): number {
    if (at + 6 > to || source.charCodeAt(at + 1) !== 0x6e || !source.startsWith('nbsp;', at + 1)) return -1
    this.flush()
    this.units[this.length++] = 0xa0
    return at + 6
  }

  /** Starts a new line unless one has begun. */
  startLine(): void {
    if (this.lineEnds === 0) this.lineEnds = 1
  }

  /** Ends the line, an empty one too. */
  breakLine(): void {
    if (this.lineEnds < LINE_ENDS) this.lineEnds++
  }

  /** Parts table cells, by a tab. */
  startCell(): void {
    this.blank = 0x09
  }

  /** Parts words. */
  startWord(): void {
    if (this.blank === 0) this.blank = 0x20
  }

  /** Writes the line ends and blanks that wait; none at the start. */
  private flush(): void {
    if (this.length > 0) {
      for (let n = this.lineEnds; n > 0; n--) this.units[this.length++] = 0x0a
      const blanks = this.indent || (this.lineEnds === 0 && this.blank > 0 ? 1 : 0)
      for (let n = blanks; n > 0; n--) this.units[this.length++] = this.blank
    }
    this.lineEnds = this.blank = this.indent = 0
  }

  private reserve(more: number): void {
    if (this.length + more <= this.units.length) return
    const units = new Uint16Array(Math.max(this.length + more, this.units.length * 2))
    units.set(this.units.subarray(0, this.length))
    this.units = units
  }

  /** A piece of the text so far. */
  text(from = 0, to = this.length): string {
    let out = ''
    for (let i = from; i < to; i += 8192) {
      out += String.fromCharCode.apply(null, this.units.subarray(i, Math.min(to, i + 8192)) as unknown as number[])
    }
    return out
  }
}
