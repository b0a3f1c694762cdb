/** Which characters do the character references of HTML stand for? */
import { WINDOWS_1252 } from '../message/single-byte.ts'
import { ENTITIES } from './entity.data.ts'

/** Units of the longest name, CounterClockwiseContourIntegral, and of the longest that needs no semicolon. */
const LONGEST = 31
const LONGEST_LEGACY = 6

/** A reference that was read. */
export interface Reference {
  text: string
  /** The place after it. */
  end: number
}

/**
 * Reads the reference whose & stands at a place (HTML, 13.2.5.72 to 13.2.5.80).
 *
 * @param to - where the text ends
 * @param inAttribute - whether `&copy=2` and `&copyx` stay as they are
 * @returns undefined when there is none
 */
export function readReference(html: string, at: number, to: number, inAttribute: boolean): Reference | undefined {
  if (at + 1 < to && html.charCodeAt(at + 1) === 0x23) return readNumber(html, at + 2, to)
  let end = at + 1
  for (const last = Math.min(to, end + LONGEST); end < last && isAlnum(html.charCodeAt(end)); end++);
  const name = html.slice(at + 1, end)
  const isEnded = end < to && html.charCodeAt(end) === 0x3b
  const named = isEnded ? (COMMON.get(name) ?? references().get(`${name};`)) : undefined
  if (named !== undefined) return { text: named, end: end + 1 }
  for (let length = Math.min(name.length, LONGEST_LEGACY); length > 1; length--) {
    const text = references().get(name.slice(0, length))
    if (text === undefined) continue
    const next = at + 1 + length
    const goesOn = next < to && (next < end || html.charCodeAt(next) === 0x3d)
    return inAttribute && goesOn ? undefined : { text, end: next }
  }
  return undefined
}

/** The number of a character: digits, or x and hexadecimal digits. */
function readNumber(html: string, from: number, to: number): Reference | undefined {
  const base = from < to && (html.charCodeAt(from) | 0x20) === 0x78 ? 16 : 10
  const start = base === 16 ? from + 1 : from
  let end = start
  let code = 0
  for (; end < to; end++) {
    const digit = digitOf(html.charCodeAt(end))
    if (digit >= base) break
    code = Math.min(code * base + digit, 0x110000)
  }
  if (end === start) return undefined
  if (end < to && html.charCodeAt(end) === 0x3b) end++
  return { text: characterOf(code), end }
}

/** HTML, 13.2.5.80: what is no character is U+FFFD, and the C1 controls are read as windows-1252. */
function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80)
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return isNone ? '\ufffd' : String.fromCodePoint(code)
}

function digitOf(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30
  const letter = c | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : 16
}

function isAlnum(c: number): boolean {
  return (c >= 0x30 && c <= 0x39) || ((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a)
}

/** What nearly all mail makes do with, so that the table need not be unpacked for it. */
const COMMON = new Map([
  ['nbsp', '\u00a0'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['copy', '©'],
])

let unpacked: Map<string, string> | undefined

/** All names, those that need no semicolon without one too. */
function references(): Map<string, string> {
  if (unpacked) return unpacked
  unpacked = new Map()
  let code = 0
  for (const entry of ENTITIES.split(' ')) {
    const start = entry.search(/[A-Za-z]/)
    code += start === 0 ? 1 : Number(entry.slice(0, start))
    const [names = '', second] = entry.slice(start).split('+')
    const text = String.fromCodePoint(code) + (second === undefined ? '' : String.fromCodePoint(Number(second)))
    for (const name of names.split(',')) {
      const bare = name.endsWith('!') ? name.slice(0, -1) : name
      unpacked.set(`${bare};`, text)
      if (bare !== name) unpacked.set(bare, text)
    }
  }
  return unpacked
}

/** Decodes the references of running text once, without semicolons too. */
export function decodeText(text: string): string {
  return decode(text, false)
}

/** Decodes the references of an attribute once: `&copy=2` in a query stays as it is. */
export function decodeAttribute(value: string): string {
  return decode(value, true)
}

function decode(text: string, inAttribute: boolean): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  const out: string[] = []
  let from = 0
  while (at >= 0) {
    const reference = readReference(text, at, text.length, inAttribute)
    if (reference) {
      out.push(text.slice(from, at), reference.text)
      from = reference.end
    }
    at = text.indexOf('&', reference ? from : at + 1)
  }
  out.push(text.slice(from))
  return out.join('')
}
