/** Which messages does an mbox file hold? Cut one by one from a stream, so that an archive of any size needs the memory of one mail. */
import { LIMITS } from '../limits.ts'

const LF = 0x0a
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20]

/** Whether the bytes open with an mbox separator line: `From `, an address, and a year at its end (RFC 4155). */
export function isMbox(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(LF)
  return end > 0 && isSeparator(bytes, 0, end)
}

/** `From addr date`, with a time: running text that begins with "From " has none. */
function isSeparator(bytes: Uint8Array, start: number, end: number): boolean {
  if (!FROM.every((byte, i) => bytes[start + i] === byte) || end - start > 400) return false
  return /\d\d:\d\d/.test(String.fromCharCode(...bytes.subarray(start, end)))
}

/**
 * The messages of an mbox, without their separator lines. A line that begins with `From ` is a separator behind an empty
 * line only; `>From ` stays as it is. Of a message beyond the cap of the library the rest is dropped.
 */
export async function* mboxMessages(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const most = LIMITS.messageBytes + 1
  let lines: Uint8Array[] = []
  let size = 0
  let rest: Uint8Array = new Uint8Array(0)
  let blankBefore = true
  let started = false

  function* take(block: Uint8Array, last: boolean): Generator<Uint8Array> {
    let at = 0
    while (at < block.length) {
      let end = block.indexOf(LF, at)
      if (end < 0) {
        // A line that long is no separator: do not keep a whole attachment without line ends in memory twice.
        if (!last && block.length - at < 65_536) break
        end = block.length - 1
      }
      if (blankBefore && isSeparator(block, at, end)) {
        if (started) yield joined()
        started = true
      } else if (size < most) {
        lines.push(block.slice(at, end + 1))
        size += end + 1 - at
      }
      blankBefore = end === at || (end === at + 1 && block[at] === 0x0d)
      at = end + 1
    }
    rest = block.slice(at)
  }

  function joined(): Uint8Array {
    const all = Buffer.concat(lines, size)
    lines = []
    size = 0
    return all
  }

  for await (const chunk of source) yield* take(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), false)
  yield* take(rest, true)
  if (started) yield joined()
}
