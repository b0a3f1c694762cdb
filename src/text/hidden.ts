/** Which pieces of text does a mail hold but not show, and where would they stand? */
import type { HiddenText, Hiding } from './html-model.ts'
import { TextSink } from './text-sink.ts'

/** Pieces that are kept apart; what is hidden after so many joins the last. Salted mail has some hundreds. */
const PIECES = 1_000

/** Gathers hidden text. */
export class HiddenTexts {
  readonly sink = new TextSink()
  private readonly pieces: Array<{ start: number; how: Hiding; at: number }> = []

  /** Adds what stands at a place of the visible text. */
  add(how: Hiding, at: number, write: (sink: TextSink) => void): void {
    const last = this.pieces[this.pieces.length - 1]
    const goesOn = last !== undefined && last.how === how && last.at === at
    if (!goesOn) this.sink.startLine()
    const start = this.sink.length
    write(this.sink)
    if (this.sink.length > start && !goesOn && this.pieces.length < PIECES) this.pieces.push({ start, how, at })
  }

  /** All pieces but blank ones, in the order of the mail. */
  list(): HiddenText[] {
    return this.pieces
      .map(({ start, how, at }, i) => ({
        text: this.sink.text(start, this.pieces[i + 1]?.start ?? this.sink.length).trim(),
        how,
        at,
      }))
      .filter(({ text }) => text !== '')
  }
}
