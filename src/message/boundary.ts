/** Where is the next line that ends a part? */

/** An open multipart, as far as this question goes. */
export interface Boundary {
  /** The boundary parameter's bytes, without the leading `--`. */
  boundary: Uint8Array
}

const DASH = 45

/**
 * Finds delimiter lines (RFC 2046 §5.1.1) of any open multipart. It leaps from `-` to `-` with the host's byte search, so
 * base64 attachments, in which none stands, cost next to nothing. The answer stands in the fields, to spare an object a part.
 */
export class DelimiterScan {
  /** Index of the multipart whose delimiter was found; -1 when the bytes end first. */
  level = -1
  /** It was the closing delimiter. */
  isClose = false
  /** End of the body before the delimiter: the line end before it belongs to the delimiter. */
  bodyEnd = 0
  /** First byte after the delimiter line. */
  after = 0

  private readonly bytes: Uint8Array
  private readonly open: Boundary[]

  /**
   * @param bytes All bytes of the message.
   * @param open The open multiparts, innermost last; the caller pushes and pops.
   */
  constructor(bytes: Uint8Array, open: Boundary[]) {
    this.bytes = bytes
    this.open = open
  }

  /** Finds the next delimiter at or after `from`, where a line begins. */
  next(from: number): void {
    const { bytes, open } = this
    const end = bytes.length
    let at = open.length === 0 ? end : from
    while (at < end) {
      if (bytes[at] !== DASH) {
        at = bytes.indexOf(DASH, at)
        if (at < 0) break
      }
      const isLineStart = at === from || bytes[at - 1] === 10 || bytes[at - 1] === 13
      if (isLineStart && bytes[at + 1] === DASH) {
        for (let level = open.length - 1; level >= 0; level--) {
          if (!this.matches(at + 2, open[level]!.boundary)) continue
          this.level = level
          this.bodyEnd = Math.max(from, lineEndBefore(bytes, at))
          return
        }
      }
      // A ruler of dashes: one look at its start was enough.
      while (at < end && bytes[at] === DASH) at++
    }
    this.level = -1
    this.bodyEnd = end
    this.after = end
  }

  /** Whether the line goes on with this boundary, `--` perhaps, and nothing but blanks. */
  private matches(at: number, boundary: Uint8Array): boolean {
    const { bytes } = this
    for (let i = 0; i < boundary.length; i++) if (bytes[at + i] !== boundary[i]) return false
    let to = at + boundary.length
    this.isClose = bytes[to] === DASH && bytes[to + 1] === DASH
    if (this.isClose) to += 2
    while (bytes[to] === 32 || bytes[to] === 9) to++
    if (to < bytes.length && bytes[to] !== 10 && bytes[to] !== 13) return false
    let after = to
    while (bytes[after] === 13) after++
    // A lone CR ends one line; a row of them before an LF is one line end that gateways made longer.
    this.after = bytes[after] === 10 ? after + 1 : Math.min(to + 1, bytes.length)
    return true
  }
}

/** Where the text before the line at `at` ends. */
function lineEndBefore(bytes: Uint8Array, at: number): number {
  let end = at
  if (end > 0 && bytes[end - 1] === 10) end--
  else if (end > 0 && bytes[end - 1] === 13) return end - 1
  while (end > 0 && end < at && bytes[end - 1] === 13) end--
  return end
}
