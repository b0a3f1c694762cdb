/** Which lines part the messages of an mbox? */

const LF = 0x0a
const CR = 0x0d
/** What a separator begins with: `From `. */
export const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20]
/** A longer line is no separator. */
export const SEPARATOR = 400

/** Whether the bytes open with an mbox separator line: `From `, an address and a date with its time (RFC 4155). */
export function isMbox(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(LF)
  return end > 0 && isSeparator(bytes, 0, end)
}

/** `From addr date`, with a time: running text that begins with "From " has none. */
export function isSeparator(bytes: Uint8Array, start: number, end: number): boolean {
  if (!FROM.every((byte, i) => bytes[start + i] === byte) || end - start > SEPARATOR) return false
  return /\d\d:\d\d/.test(String.fromCharCode(...bytes.subarray(start, end)))
}

/** Whether the line before the one that begins at `at` is empty. */
export function isBehindBlank(block: Uint8Array, at: number): boolean {
  const end = block[at - 2] === CR ? at - 3 : at - 2
  return end < 0 || block[end] === LF
}

/**
 * The messages of an mbox that is in memory as a whole, as `mboxMessages` cuts them from a stream.
 *
 * @param bytes that `isMbox` takes for one
 * @param most messages after which the rest is left
 * @returns views, not copies
 */
export function cutMbox(bytes: Uint8Array, most: number): Uint8Array[] {
  const messages: Uint8Array[] = []
  let from = -1
  for (let at = 0; at < bytes.length && messages.length < most; ) {
    const found = bytes.indexOf(LF, at)
    const end = found < 0 ? bytes.length : found
    if (isSeparator(bytes, at, end) && (at === 0 || isBehindBlank(bytes, at))) {
      if (from >= 0) messages.push(bytes.subarray(from, at))
      from = Math.min(end + 1, bytes.length)
    }
    at = end + 1
  }
  if (from >= 0 && messages.length < most) messages.push(bytes.subarray(from))
  return messages
}
