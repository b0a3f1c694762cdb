/** How does a verdict travel with the mail? As header fields that no mail can forge or break out of. */
import type { Verdict } from '../detect/model.ts'

/** One header field of a verdict. */
export interface VerdictHeader {
  name: string
  /** One line of printable ASCII, for a host that folds itself. */
  value: string
  /** `name: value`, folded at 78 characters, with CRLF at its end. */
  line: string
}

/** Evidence codes and lures that a header names at most. */
const CODES = 20
const LURES = 5

/**
 * The verdict as header fields: `X-Lurebook-Verdict`, `-Brand`, `-Lures`, `-Evidence`, `-Corpus`. Only ids of the corpus and
 * codes go in, never words of the mail. Take inbound copies off first with `stripHeaders`: a phish can bring its own.
 *
 * @throws TypeError when `verdict` is none
 * @example for (const { name, value } of toHeaders(verdict)) transaction.add_header(name, value)
 */
export function toHeaders(verdict: Verdict): VerdictHeader[] {
  const v = verdict as Verdict | null | undefined
  if (typeof v !== 'object' || v === null || typeof v.label !== 'string' || !Array.isArray(v.evidence))
    throw new TypeError('toHeaders: expected a verdict of classify()')
  const headers = [
    header('Verdict', [token(v.label), `score=${Number(v.score) || 0}`, `decided-by=${token(v.decidedBy)}`]),
  ]
  if (v.brand?.id) headers.push(header('Brand', [token(v.brand.id)]))
  const lures = v.lures.slice(0, LURES).map(({ id, similarity }) => `${token(id)} (${Number(similarity).toFixed(2)})`)
  if (lures.length > 0) headers.push(header('Lures', lures))
  const codes = [...new Set(v.evidence.filter(({ weight }) => weight !== 0).map(({ code }) => token(code)))]
  if (codes.length > 0) headers.push(header('Evidence', codes.slice(0, CODES)))
  headers.push(header('Corpus', [token(v.corpus.version), token(v.corpus.digest)]))
  return headers
}

/** What may stand in a header: an id's own signs. A verdict that was stored and read back may hold anything. */
const token = (text: unknown): string =>
  String(text)
    .replace(/[^A-Za-z0-9._/+-]/g, '')
    .slice(0, 100)

function header(name: string, parts: string[]): VerdictHeader {
  const full = `X-Lurebook-${name}`
  const lines: string[] = []
  let line = `${full}:`
  parts.forEach((part, i) => {
    const piece = ` ${part}${i < parts.length - 1 ? ';' : ''}`
    if (line.length + piece.length > 78 && line !== `${full}:`) {
      lines.push(line)
      line = ''
    }
    line += piece
  })
  return { name: full, value: parts.join('; '), line: `${[...lines, line].join('\r\n')}\r\n` }
}

const MARK = 'x-lurebook-'
const LF = 0x0a
const CR = 0x0d

/**
 * Takes every `X-Lurebook-*` field, with its folded lines, out of the header block of a mail.
 *
 * @param raw bytes of a mail
 * @returns the same bytes when there is none, else a copy without them; the body is left alone
 * @throws TypeError when `raw` is no Uint8Array
 */
export function stripHeaders(raw: Uint8Array): Uint8Array {
  if (!(raw instanceof Uint8Array)) throw new TypeError('stripHeaders: expected a Uint8Array')
  const kept: Uint8Array[] = []
  let from = 0
  let at = 0
  let size = 0
  let dropping = false
  while (at < raw.length) {
    const first = raw[at]!
    if (first === LF || first === CR) break
    const folded = first === 0x20 || first === 0x09
    const drop: boolean = folded ? dropping : isMarked(raw, at)
    if (drop !== dropping) {
      if (drop) keep(at)
      else from = at
      dropping = drop
    }
    at = lineEnd(raw, at)
  }
  if (dropping) from = at
  if (kept.length === 0 && from === 0) return raw
  keep(raw.length)
  const out = new Uint8Array(size)
  let to = 0
  for (const part of kept) {
    out.set(part, to)
    to += part.length
  }
  return out

  function keep(end: number): void {
    kept.push(raw.subarray(from, end))
    size += end - from
  }
}

/** A bare CR ends a line too: some parsers take it for one, and then a field behind it counts. */
function lineEnd(raw: Uint8Array, start: number): number {
  let at = start
  while (at < raw.length && raw[at] !== LF && raw[at] !== CR) at++
  return raw[at] === CR && raw[at + 1] === LF ? at + 2 : Math.min(at + 1, raw.length)
}

function isMarked(raw: Uint8Array, at: number): boolean {
  for (let i = 0; i < MARK.length; i++) {
    const byte = raw[at + i] ?? 0
    if ((byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte) !== MARK.charCodeAt(i)) return false
  }
  return true
}
