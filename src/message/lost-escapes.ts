/** Is `$B%a!<%k(B` Japanese whose ESC bytes a gateway took away, and what did it say? */
import { jisX0208, REPLACEMENT } from './jis.ts'

/** Letters and digits make up prose such as `$BILLS(B`; Japanese without kana almost always has other bytes too. */
function isWordByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

/**
 * Puts lost ESC bytes back where every pair between `$B` and `(B` stands for a character and some of them are kana.
 *
 * @param bytes 7-bit bytes without ESC.
 * @param japanese Whether the label is a Japanese one: then kanji alone are enough.
 * @returns The bytes with escapes, or undefined when nothing was lost.
 */
export function restoreEscapes(bytes: Uint8Array, japanese: boolean): Uint8Array | undefined {
  // Three places for each run: where `$` stands, where its pairs end, where what follows begins.
  const found: number[] = []
  const grid = jisX0208()
  // Where a scan of this parity failed, every later scan of the parity fails too: that keeps `$B` x 500,000 linear.
  const failed = [-1, -1]
  let sure = false
  for (let at = bytes.indexOf(0x24); at >= 0; ) {
    const next = bytes[at + 1]
    let resume = at + 1
    if ((next === 0x42 || next === 0x40) && at > (failed[at & 1] as number)) {
      const scan = scanPairs(bytes, at + 2, grid)
      if (scan.closed && scan.pairs > 0) {
        found.push(at, scan.end, scan.end + 2)
        // Runs that hold no kana are believed beside one that does.
        sure ||= scan.kana > 0 || (japanese && scan.odd)
        resume = scan.end + 2
      } else if (!scan.closed) {
        if (scan.pairs >= (japanese ? 2 : 4) && scan.kana * 3 >= scan.pairs && scan.whole && scan.odd) {
          found.push(at, scan.end, scan.end)
          sure = true
          resume = scan.end
        } else {
          failed[at & 1] = scan.end
        }
      }
    }
    at = bytes.indexOf(0x24, resume)
  }
  return sure ? withEscapes(bytes, found) : undefined
}

/** The bytes with `ESC` before each run and `ESC ( B` after it. */
function withEscapes(bytes: Uint8Array, found: number[]): Uint8Array {
  const out = new Uint8Array(bytes.length + (found.length / 3) * 4)
  let from = 0
  let to = 0
  const copy = (until: number): void => {
    for (; from < until; from++) out[to++] = bytes[from] as number
  }
  for (let i = 0; i < found.length; i += 3) {
    copy(found[i] as number)
    out[to++] = 0x1b
    copy(found[i + 1] as number)
    out[to++] = 0x1b
    out[to++] = 0x28
    out[to++] = 0x42
    from = found[i + 2] as number
  }
  copy(bytes.length)
  return out.subarray(0, to)
}

interface Scan {
  end: number
  pairs: number
  kana: number
  /** Whether some byte is no letter or digit. */
  odd: boolean
  closed: boolean
  /** Whether it ends at a line end or the end of the bytes, on a whole pair. */
  whole: boolean
}

/** Reads pairs until `(B` or `(J` (no characters themselves), the line's end, or a pair that stands for nothing. */
function scanPairs(bytes: Uint8Array, start: number, grid: Uint16Array): Scan {
  let pairs = 0
  let kana = 0
  let odd = false
  let i = start
  for (; ; i += 2) {
    const lead = bytes[i]
    const trail = bytes[i + 1]
    if (lead === undefined || lead === 0x0d || lead === 0x0a)
      return { end: i, pairs, kana, odd, closed: false, whole: true }
    if (trail === undefined || lead <= 0x20 || lead >= 0x7f || trail <= 0x20 || trail >= 0x7f) break
    if (lead === 0x28 && (trail === 0x42 || trail === 0x4a))
      return { end: i, pairs, kana, odd, closed: true, whole: true }
    if (grid[(lead - 0x21) * 94 + trail - 0x21] === REPLACEMENT) break
    pairs++
    if (lead === 0x24 || lead === 0x25) kana++
    odd ||= !isWordByte(lead) || !isWordByte(trail)
  }
  return { end: i, pairs, kana, odd, closed: false, whole: false }
}
