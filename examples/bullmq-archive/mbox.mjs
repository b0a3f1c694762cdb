/** Where does one mail of an mbox end and the next begin? Own code: the packages for it keep a whole mail, however long, and rewrite its line ends. */

const LF = 0x0a
const CR = 0x0d
/** A line longer than this is no separator, and is passed on in pieces. */
const LONG = 65_536

/** Whether a file that begins so is an mbox: a separator line `From address date` (RFC 4155). */
export function isMbox(head) {
  const end = head.indexOf(LF)
  return isSeparator(head.subarray(0, end < 0 ? head.length : end + 1))
}

/** Running text that begins with "From " has no time in it. */
function isSeparator(line) {
  return (
    line.length <= 400 &&
    line.subarray(0, 5).toString('latin1') === 'From ' &&
    /\d\d:\d\d/.test(line.toString('latin1'))
  )
}

/**
 * The mails of an mbox, without their separator lines, which stand behind an empty line; `>From ` stays as it is.
 *
 * @param {AsyncIterable<Buffer>} stream
 * @param {number} maxBytes of one mail; what is behind them is left out
 * @yields {{ bytes: Uint8Array, cut: boolean }}
 */
export async function* mboxMails(stream, maxBytes) {
  let kept = []
  let size = 0
  let started = false
  let afterBlank = true
  let inLine = false
  let rest = Buffer.alloc(0)

  const mail = () => {
    const all = { bytes: Buffer.concat(kept, Math.min(size, maxBytes)), cut: size > maxBytes }
    kept = []
    size = 0
    return all
  }
  function* take(data, isLast) {
    let at = 0
    // Lines of one mail that lie side by side are kept as one piece.
    let from = 0
    const keepUntil = (end) => {
      if (size < maxBytes && end > from) kept.push(data.subarray(from, end))
      size += end - from
      from = end
    }
    while (at < data.length) {
      let end = data.indexOf(LF, at) + 1
      const isWhole = end > 0
      if (!isWhole) {
        if (!isLast && data.length - at < LONG) break
        end = data.length
      }
      const line = data.subarray(at, end)
      if (!inLine && afterBlank && isSeparator(line)) {
        keepUntil(at)
        if (started) yield mail()
        started = true
        from = end
      }
      afterBlank = !inLine && (line.length === 1 || (line.length === 2 && line[0] === CR)) && isWhole
      inLine = !isWhole
      at = end
    }
    keepUntil(at)
    rest = data.subarray(at)
  }

  for await (const chunk of stream) yield* take(rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk, false)
  yield* take(rest, true)
  if (started) yield mail()
}
