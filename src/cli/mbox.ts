/** Which messages does an mbox file hold? Cut one by one from a stream, so that an archive of any size needs the memory of one mail. */
import { LIMITS } from '../limits.ts'
import { FROM, isBehindBlank, isSeparator, SEPARATOR } from './separator.ts'

const LF = 0x0a
const LINE_FROM = Uint8Array.of(LF, ...FROM)

/**
 * The messages of an mbox, without their separator lines. A line that begins with `From ` is a separator behind an empty
 * line only; `>From ` stays as it is. Of a message beyond the cap of the library the rest is dropped.
 *
 * A message that lies in one chunk is a view of it, not a copy: the source must not write to its chunks again.
 */
export async function* mboxMessages(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const box = new Cutter()
  for await (const chunk of source) yield* box.cut(chunk, false)
  yield* box.cut(new Uint8Array(0), true)
}

/** Looks for separators with one native search: a loop over the lines of an archive costs a fifth of classifying it. */
class Cutter {
  /** The message that is not whole yet, and its bytes. */
  private pieces: Uint8Array[] = []
  private size = 0
  private started = false
  /** The end of the last chunk, where a separator may begin; the first `skip` of its bytes are done with. */
  private rest: Uint8Array = new Uint8Array(0)
  private skip = 0
  private isFirst = true

  private add(piece: Uint8Array): void {
    if (this.size < MOST) this.pieces.push(piece)
    this.size += piece.length
  }

  *cut(chunk: Uint8Array, isLast: boolean): Generator<Uint8Array> {
    const block = this.rest.length === 0 ? viewOf(chunk) : Buffer.concat([this.rest, chunk])
    let from = this.skip
    for (let at = this.startOf(block); at >= 0; at = nextFrom(block, at)) {
      if (at > 0 && !isBehindBlank(block, at)) continue
      const found = block.indexOf(LF, at)
      // its end comes with the next chunk, which begins at this line
      if (found < 0 && !isLast && block.length - at <= SEPARATOR) break
      const end = found < 0 ? block.length : found
      if (!isSeparator(block, at, end)) continue
      if (this.started) yield this.joined(block.subarray(from, at))
      this.started = true
      from = Math.min(end + 1, block.length)
    }
    if (isLast) {
      if (this.started) yield this.joined(block.subarray(from))
      return
    }
    const line = block.lastIndexOf(LF) + 1
    // an empty line before a separator, with CR LF, begins three bytes before it
    const keep = Math.max(0, (block.length - line > SEPARATOR ? block.length : line) - 3)
    if (keep > from) this.add(block.subarray(from, keep))
    this.skip = Math.max(0, from - keep)
    this.rest = block.subarray(keep)
    this.isFirst &&= keep === 0
  }

  /** The first `From ` at the beginning of a line, from the bytes on that are not done with. */
  private startOf(block: Buffer): number {
    if (this.isFirst && FROM.every((byte, i) => block[i] === byte)) return 0
    return nextFrom(block, Math.max(0, this.skip - 1))
  }

  private joined(end: Uint8Array): Uint8Array {
    this.add(end)
    const { pieces, size } = this
    this.pieces = []
    this.size = 0
    return pieces.length === 1 ? pieces[0]!.subarray(0, MOST) : Buffer.concat(pieces, Math.min(size, MOST))
  }
}

/** One byte more than the cap, so that the library sees that there was more. */
const MOST = LIMITS.messageBytes + 1

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

/** Where the next line begins with `From `, searched from the end of a line at `at` or later; -1 when there is none. */
function nextFrom(block: Buffer, at: number): number {
  const found = block.indexOf(LINE_FROM, at)
  return found < 0 ? -1 : found + 1
}
