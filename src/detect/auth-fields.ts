/** Into which parts does a field of authentication results fall, and which `key=value` pairs stand in each (RFC 8601, 2.2)? */
import { lowerCase } from '../text/lower.ts'

/** What stands between two semicolons. */
export interface AuthPart {
  /** The word it begins with, such as a server's id; empty where it begins with a pair. */
  word: string
  pairs: AuthPair[]
}

/** `header.d=a.example`. */
export interface AuthPair {
  /** Lower case. */
  key: string
  /** Without its quotes; another person's words, whatever they look like. */
  value: string
}

/** Code units of one field that are read; those of large providers have 2,000. */
const VALUE_UNITS = 8_192

/**
 * Takes a field apart in one pass. Comments and quoted strings hold what the sender chose, its envelope address above all:
 * `smtp.mailfrom="a; dkim=pass header.d=b.example"@c.example` is one pair.
 *
 * @param field the field's value, unfolded, encoded-words left as they are
 * @returns its parts in order, empty ones only at its head. What breaks off, within quotes or at 8,192 code units, is no part: half a domain is another.
 */
export function authParts(field: string): AuthPart[] {
  const text = field.length > VALUE_UNITS ? field.slice(0, VALUE_UNITS) : field
  const parts: AuthPart[] = []
  let part: AuthPart = { word: '', pairs: [] }
  let word = ''
  /** The word goes on behind blanks and comments: `dkim / 1 = pass header . d = a.example`. */
  let goesOn = false
  const settle = (): void => {
    if (part.word === '' && part.pairs.length === 0) part.word = unquoted(word)
    word = ''
    goesOn = false
  }
  let at = skipBlanks(text, 0)
  while (at < text.length) {
    const sign = text.charAt(at)
    if (sign === ';') {
      settle()
      if (!isEmpty(part) || parts.length === 0) parts.push(part)
      part = { word: '', pairs: [] }
      at++
    } else {
      const start = sign === '=' ? skipBlanks(text, at + 1) : at
      const end = wordEnd(text, start, sign !== '=')
      if (end < 0) return parts
      const found = text.slice(start, end)
      if (sign === '=') {
        part.pairs.push({ key: lowerCase(word), value: unquoted(found) })
        word = ''
        goesOn = false
      } else {
        if (!goesOn && !isJoint(found[0])) settle()
        word += found
        goesOn = isJoint(found.at(-1))
      }
      at = end
    }
    at = skipBlanks(text, at)
  }
  if (field.length > VALUE_UNITS) return parts
  settle()
  if (!isEmpty(part) || parts.length === 0) parts.push(part)
  return parts
}

const isEmpty = (part: AuthPart): boolean => part.word === '' && part.pairs.length === 0

const isJoint = (sign: string | undefined): boolean => sign === '.' || sign === '/'

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d)

/** Behind blanks and comments; a parenthesis that closes nothing is a blank too. */
function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x28) at = commentEnd(text, at)
    else if (isSpace(code) || code === 0x29) at++
    else break
  }
  return at
}

/**
 * Behind the comment that opens at `open`. RFC 5322 gives quotes no meaning in comments, but servers write the envelope
 * sender there as they got it, `(domain of "a) ; dmarc=pass ("@a.example designates …)`: parentheses in quotes do not count.
 */
function commentEnd(text: string, open: number): number {
  let depth = 0
  let quotes = true
  for (let at = open; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at++
    else if (code === 0x28) depth++
    else if (code === 0x29) {
      if (--depth === 0) return at + 1
    } else if (code === 0x22 && quotes) {
      const end = quoteEnd(text, at)
      // one that never ends is a sign like any other, and so are those behind it
      if (end < 0) quotes = false
      else at = end - 1
    }
  }
  return text.length
}

/** Behind a run of words and quoted strings; -1 when a quote never ends. */
function wordEnd(text: string, from: number, isKey: boolean): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      at = quoteEnd(text, at)
      if (at < 0) return -1
    } else if (isSpace(code) || code === 0x3b || code === 0x28 || code === 0x29 || (isKey && code === 0x3d)) break
    else at++
  }
  return at
}

/** Behind the quoted string that opens at `open`; -1 when it never ends. */
function quoteEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code === 0x5c) at++
  }
  return -1
}

/** Quoted strings without their quotes and backslashes. */
function unquoted(text: string): string {
  if (!text.includes('"')) return text
  let out = ''
  let inQuotes = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '"') inQuotes = !inQuotes
    else out += sign === '\\' && inQuotes ? text.charAt(++at) : sign
  }
  return out
}
