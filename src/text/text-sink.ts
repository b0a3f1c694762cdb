/** How do pieces of text become lines, as a browser lays them out? */
import { readReference } from './entity.ts'

/** Line ends in a row that are kept: a blank line says as much as ten. */
const LINE_ENDS = 2
/** Blanks in a row that are kept of preformatted text. */
const INDENT = 8
/** Pieces that wait to be joined: a mail of single letters must not hold a string for each. */
const PIECES = 1_000

/** Gathers text: collapses blanks, breaks lines where told, drops NUL (as HTML does). */
export class TextSink {
  /** The text but for its last pieces, in long ones. */
  private joined: string[] = []
  private pieces: string[] = []
  /** UTF-16 code units so far; blanks and line ends that wait are not among them. */
  length = 0
  /** What waits to be written before the next character: line ends, and a blank; of preformatted text, how many of it. */
  private lineEnds = 0
  private blank = ''
  private indent = 0

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
    let at = from
    while (at < to) {
      const end = endOfRun(source, at, to, pre, references)
      if (end > at) {
        this.write(source.slice(at, end))
        at = end
        continue
      }
      const c = source.charCodeAt(at)
      if (c === 0x26) {
        const reference = readReference(source, at, to, false)
        if (reference) this.add(reference.text, 0, reference.text.length, pre, false)
        else this.write('&')
        at = reference ? reference.end : at + 1
        continue
      }
      at++
      if (c === 0) continue
      if (pre) this.blankAsWritten(c)
      else this.startWord()
    }
  }

  private blankAsWritten(c: number): void {
    if (c === 0x0a) {
      this.indent = 0 // blanks at the end of a line say nothing
      this.breakLine()
    } else if (c !== 0x0d && this.indent < INDENT) {
      if (this.indent++ === 0) this.blank = c === 0x09 ? '\t' : ' '
    }
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
    this.blank = '\t'
  }

  /** Parts words. */
  startWord(): void {
    if (this.blank === '') this.blank = ' '
  }

  /** Writes text, and before it the line ends and blanks that wait; none at the start. */
  private write(text: string): void {
    if (this.lineEnds > 0 || this.blank !== '') {
      if (this.length > 0) {
        if (this.lineEnds > 0) this.put(this.lineEnds === 1 ? '\n' : '\n\n')
        if (this.indent > 0) this.put(this.blank.repeat(this.indent))
        else if (this.lineEnds === 0) this.put(this.blank)
      }
      this.lineEnds = this.indent = 0
      this.blank = ''
    }
    this.put(text)
  }

  private put(piece: string): void {
    this.length += piece.length
    if (this.pieces.push(piece) >= PIECES) this.join()
  }

  private join(): void {
    this.joined.push(this.pieces.join(''))
    this.pieces = []
  }

  /** A piece of the text so far. */
  text(from = 0, to = this.length): string {
    if (this.pieces.length > 0) this.join()
    if (this.joined.length > 1) this.joined = [this.joined.join('')]
    return (this.joined[0] ?? '').slice(from, to)
  }
}

/** Where the text ends that can be taken over as it is: single blanks between words are part of it, unless they count. */
function endOfRun(source: string, from: number, to: number, pre: boolean, references: boolean): number {
  let at = from
  for (; at < to; at++) {
    const c = source.charCodeAt(at)
    if (c > 0x26) continue
    if (c === 0x20 && !pre && at > from && at + 1 < to && source.charCodeAt(at + 1) > 0x26) continue
    if (isBlank(c) || c === 0 || (c === 0x26 && references)) break
  }
  return at
}

/** ASCII whitespace as HTML has it. */
function isBlank(c: number): boolean {
  return c === 0x20 || (c >= 0x09 && c <= 0x0d && c !== 0x0b)
}
