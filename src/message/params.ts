/** What do a structured field's value and parameters say (RFC 2045 §5.1, RFC 2231)? */
import { bytesOf, kindOf, trimmed } from './bytes.ts'
import { decodeBytes } from './charset.ts'
import type { DecodeNote } from './model.ts'
import { hexValue } from './quoted-printable.ts'
import { decodeWords, joinNotes } from './words.ts'

/** A structured field: `text/plain; charset=utf-8` and the like. */
export interface Structured {
  /** Lower case, without comments. */
  value: string
  /** By name in lower case; the first of each name. RFC 2231 pieces keep their `*0*` names; `parameter` joins them. */
  params: Map<string, string>
}

/**
 * Parses a structured field.
 *
 * Tolerant as readers are: a value may hold blanks and parentheses (`name=見積(1).pdf`), a quote that never closes runs to the
 * next `;`, junk after a closed quote is dropped (`boundary="a" (old`).
 *
 * @param text The field with raw bytes decoded, encoded-words not.
 */
export function parseStructured(text: string): Structured {
  const first = positionOf(text, ';', 0)
  const value = withoutComment(text.slice(0, first)).toLowerCase()
  const params = new Map<string, string>()
  let noQuote = text.length
  let equals = -1
  let at = first + 1
  while (at < text.length) {
    if (equals < at) equals = positionOf(text, '=', at)
    if (equals === text.length) break
    const semicolon = positionOf(text, ';', at)
    if (semicolon < equals) {
      at = semicolon + 1
      continue
    }
    const name = withoutComment(text.slice(at, equals)).toLowerCase()
    at = equals + 1
    while (at < text.length && text.charCodeAt(at) <= 32) at++
    let content: string | undefined
    if (text.charCodeAt(at) === 34 && at < noQuote) {
      const quoted = readQuoted(text, at)
      if (quoted === undefined) noQuote = at
      else {
        content = quoted.content
        at = positionOf(text, ';', quoted.end) + 1
      }
    }
    if (content === undefined) {
      const stop = positionOf(text, ';', at)
      content = trimmed(withoutQuote(withoutTrailingComment(text.slice(at, stop))))
      at = stop + 1
    }
    if (name !== '' && !params.has(name)) params.set(name, content)
  }
  return { value, params }
}

function positionOf(text: string, unit: string, from: number): number {
  const at = text.indexOf(unit, from)
  return at < 0 ? text.length : at
}

/** The content of the quoted string that begins at `at`, or undefined when it never closes. */
function readQuoted(text: string, at: number): { content: string; end: number } | undefined {
  let content = ''
  let from = at + 1
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 34) return { content: content + text.slice(from, i), end: i + 1 }
    if (unit !== 92) continue
    // Only `\"` and `\\` are escapes in the wild; `C:\Users` is a path.
    const next = text.charCodeAt(i + 1)
    if (next !== 34 && next !== 92) continue
    content += text.slice(from, i)
    from = i + 1
    i++
  }
  return undefined
}

/** Drops a comment that stands before or after the text. */
function withoutComment(text: string): string {
  const plain = trimmed(text)
  if (plain.charCodeAt(0) === 40) {
    const close = plain.indexOf(')')
    if (close >= 0) return trimmed(plain, close + 1)
  }
  return withoutTrailingComment(plain)
}

function withoutTrailingComment(text: string): string {
  const open = text.endsWith(')') ? text.indexOf(' (') : -1
  return open > 0 ? trimmed(text, 0, open) : text
}

function withoutQuote(text: string): string {
  return text.charCodeAt(0) === 34 ? text.slice(1) : text
}

/**
 * One parameter as text: RFC 2231 pieces joined as bytes and decoded once, encoded-words decoded (no standard allows them
 * here, all Japanese mailers send them).
 *
 * @returns An empty string when there is none.
 */
export function parameter(field: Structured, name: string, where: string, notes: DecodeNote[]): string {
  const pieces = continuations(field.params, name)
  if (pieces !== '') return decodeExtended(pieces, where, notes)
  const plain = field.params.get(name) ?? ''
  return plain.includes('=?') ? decodeWords(plain, where, notes) : plain
}

/** The extended value: `charset'language'percent-encoded`, of `name*` or of `name*0*`, `name*1*`, ... in order of number. */
function continuations(params: Map<string, string>, name: string): string {
  const whole = params.get(`${name}*`)
  if (whole !== undefined) return whole
  let joined = ''
  for (let i = 0; ; i++) {
    const extended = params.get(`${name}*${i}*`)
    const plain = extended ?? params.get(`${name}*${i}`)
    if (plain === undefined) return joined
    // Pieces without the second `*` are literal: a `%` in them is a percent sign.
    if (i === 0 && extended === undefined) joined = "''"
    joined += extended ?? plain.replaceAll('%', '%25')
  }
}

function decodeExtended(text: string, where: string, notes: DecodeNote[]): string {
  const first = text.indexOf("'")
  const second = first < 0 ? -1 : text.indexOf("'", first + 1)
  const charset = second < 0 ? '' : text.slice(0, first)
  const content = second < 0 ? text : text.slice(second + 1)
  if (kindOf(content) !== 'ascii') return content
  const bytes = new Uint8Array(content.length)
  let size = 0
  for (let i = 0; i < content.length; i++) {
    const unit = content.charCodeAt(i)
    const high = unit === 37 ? hexValue(content.charCodeAt(i + 1)) : -1
    const low = high < 0 ? -1 : hexValue(content.charCodeAt(i + 2))
    if (low < 0) bytes[size++] = unit
    else {
      bytes[size++] = (high << 4) | low
      i += 2
    }
  }
  const decoded = decodeBytes(bytes.subarray(0, size), charset === '' ? undefined : charset, where)
  const note = decoded.notes[0]
  if (note !== undefined && (note.replaced > 0 || !['ascii', 'label', 'escapes'].includes(note.why)))
    joinNotes(notes, decoded.notes)
  // Some mailers put encoded-words even here.
  return decoded.text.includes('=?') ? decodeWords(decoded.text, where, notes) : decoded.text
}

/** The bytes of the boundary parameter of a field that was parsed raw; empty when there is none. */
export function boundaryOf(field: Structured): Uint8Array {
  const text = field.params.get('boundary') ?? continuations(field.params, 'boundary').replace(/^''/, '')
  return bytesOf(trimmed(text))
}
