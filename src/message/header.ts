/** Where does a header block end, and which fields stand in it? */
import type { LimitHit, Limits } from '../limits.ts'
import { binaryString, trimmed } from './bytes.ts'
import { addLimit, type RawField } from './draft.ts'
import { cutFields } from './header-fields.ts'

/** The fields of one message or part, and where its body begins. */
export interface HeaderBlock {
  fields: RawField[]
  /** Offset of the first byte of the body. */
  body: number
}

/** How a header block is to be read. */
export interface HeaderOptions {
  limits: Limits
  /** Lines end in a lone CR. */
  crOnly: boolean
  /** A line that begins with `--` ends the block: it may be the next boundary. */
  inPart: boolean
  /** Gets the caps that were reached. */
  hits: LimitHit[]
}

/** Fields that decide how a mail is read or judged: kept even behind thousands of others, the first of each. */
const ESSENTIAL = new Set([
  'from',
  'sender',
  'reply-to',
  'return-path',
  'to',
  'subject',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'authentication-results',
])

/**
 * Reads the header block that begins at `start`.
 *
 * A line that is no field ends the block and begins the body, as in Postfix and Python's parser, unless fields go on in the
 * next line: a lone broken line is skipped. `From ` lines of mbox files are skipped.
 */
export function readHeaders(bytes: Uint8Array, start: number, options: HeaderOptions): HeaderBlock {
  const end = bytes.length
  const eol = options.crOnly ? 13 : 10
  /** For each field kept: start, colon, end. */
  const marks: number[] = []
  const seen = new Set<string>()
  let inField = false
  let kept = false
  let junk = -1
  let bits = 0
  let controls = false
  let count = 0
  let at = start
  let body = end
  while (at < end) {
    const line = at
    for (; at < end; at++) {
      const byte = bytes[at]!
      if (byte === eol) break
      bits |= byte
      if (byte < 32 ? byte !== 9 && !(byte === 13 && endsLine(bytes[at + 1])) : byte === 127) controls = true
    }
    let stop = at
    if (at < end) at++
    while (stop > line && bytes[stop - 1] === 13) stop--
    if (stop === line) {
      body = at
      break
    }
    if (options.inPart && bytes[line] === 45 && bytes[line + 1] === 45) {
      body = line
      break
    }
    if (bytes[line] === 32 || bytes[line] === 9) {
      if (inField) {
        if (kept && junk < 0) marks[marks.length - 1] = stop
        continue
      }
    } else {
      const colon = fieldColon(bytes, line, stop)
      if (colon >= 0) {
        junk = -1
        inField = true
        kept = ++count <= options.limits.headers
        if (!kept) {
          addLimit(options.hits, options.limits, 'headers', 'header')
          kept = isEssential(bytes, line, colon, seen)
        }
        if (kept) marks.push(line, colon, stop)
        continue
      }
    }
    if (junk >= 0 || (!inField && !isMboxLine(bytes, line))) {
      body = junk >= 0 ? junk : line
      break
    }
    if (inField) junk = line
  }
  if (junk >= 0 && body === end) body = junk
  return { fields: cutFields(bytes, marks, { isAscii: bits < 0x80, isPlain: bits < 0x80 && !controls }, options), body }
}

/** The offset of the colon when the line is a header field (RFC 5322 §2.2, and the blanks before the colon of §4.5), else -1. */
function fieldColon(bytes: Uint8Array, line: number, stop: number): number {
  let at = line
  while (at < stop && bytes[at]! > 32 && bytes[at]! < 127 && bytes[at] !== 58) at++
  if (at === line) return -1
  while (bytes[at] === 32 || bytes[at] === 9) at++
  return at < stop && bytes[at] === 58 ? at : -1
}

/** `From ` or `>From ` before the first field: the separator of mbox files. */
function isMboxLine(bytes: Uint8Array, line: number): boolean {
  const at = bytes[line] === 62 ? line + 1 : line
  return (
    bytes[at] === 70 && bytes[at + 1] === 114 && bytes[at + 2] === 111 && bytes[at + 3] === 109 && bytes[at + 4] === 32
  )
}

function isEssential(bytes: Uint8Array, line: number, colon: number, seen: Set<string>): boolean {
  if (colon - line > 40) return false
  const name = trimmed(binaryString(bytes, line, colon, true)).toLowerCase()
  if (!ESSENTIAL.has(name) || seen.has(name)) return false
  seen.add(name)
  return true
}

/** Whether a CR before this byte belongs to a line end: LF, another CR of a long line end, or the end of all. */
function endsLine(next: number | undefined): boolean {
  return next === 10 || next === 13 || next === undefined
}
