/** Where does a link end that begins here? The host first, then path, query and fragment, then what trails and is no part of it. */
import { isIgnorable } from '../text/ignorable.ts'
import {
  isAlnum,
  isDigit,
  isEastAsian,
  isFakeSeparator,
  isForeignLetter,
  isMaskSign,
  isWideAscii,
  isWideDot,
  MATH_HIGH,
} from './chars.ts'
import { domainParts } from './domain.ts'

/** User information and host together; a DNS name has at most 253 octets. */
const MAX_AUTHORITY = 600
/** Public suffix look-ups for one host in running Japanese: each is made where a label turns from Latin into Japanese. */
const MAX_LOOKUPS = 6

/** What the host scan found. */
export interface Authority {
  end: number
  /** A path, query or fragment may follow: the host was ended by `/`, `\`, `?` or `#`. */
  open: boolean
  /** `[.]`, `(dot)` or the like stood for a dot. */
  defanged: boolean
}

const SLASH = 0x2f
const isPathStart = (c: number): boolean => c === SLASH || c === 0x5c || c === 0x3f || c === 0x23

/** Length of a bracketed dot (`[.]`, `(.)`, `{.}`, `[dot]`, `(dot)`) or bracketed `@`; 0 when there is none. */
export function bracketedDot(text: string, at: number): number {
  const open = text.charCodeAt(at)
  const close = open === 0x5b ? 0x5d : open === 0x28 ? 0x29 : open === 0x7b ? 0x7d : 0
  if (close === 0) return 0
  const c = text.charCodeAt(at + 1)
  if (c === 0x2e || c === 0x40) return text.charCodeAt(at + 2) === close ? 3 : 0
  return (c | 0x20) === 0x64 && text.slice(at + 1, at + 4).toLowerCase() === 'dot' && text.charCodeAt(at + 4) === close
    ? 5
    : 0
}

/** Characters that user information may hold besides those of a host (RFC 3986 §3.2.1). */
function isUserUnit(c: number): boolean {
  return c === 0x7e || c === 0x25 || c === 0x2b || c === 0x3d || c === 0x26 || c === 0x24 || c === 0x21
}

/**
 * Finds the end of user information, host and port. Running Japanese ends a host that is complete under a known suffix:
 * `example.comをクリック`, but `日本語.jp` goes on.
 *
 * @param text the text
 * @param from first unit after the slashes
 * @param wide the scheme was full-width, so full-width `／？＃` are separators
 * @returns undefined when no host begins here
 */
export function authorityAt(text: string, from: number, wide: boolean): Authority | undefined {
  const stop = Math.min(text.length, from + MAX_AUTHORITY)
  let hostFrom = from
  /** Where Japanese began inside a label; the host ends there unless the whole proves to be one. */
  let turn = -1
  /** Where a character came that only user information may hold. */
  let userOnly = -1
  let lookups = 0
  let labelLatin = false
  let portFrom = -1
  let solid = 0
  let last = from
  let defanged = false
  let masks = 0
  let i = from
  for (; i < stop; i++) {
    const raw = text.charCodeAt(i)
    const c =
      isWideAscii(raw) && (wide || isAlnum(raw - 0xfee0) || raw === 0xff0d || raw === 0xff0e) ? raw - 0xfee0 : raw
    if (isAlnum(c)) {
      if (portFrom >= 0 && !isDigit(c) && userOnly < 0) userOnly = portFrom
      labelLatin = true
    } else if (c === 0x2e) labelLatin = false
    else if (c === 0x2d || c === 0x5f) {
      // inside a label
    } else if (isPathStart(c)) break
    else if (c === 0x2a) masks++
    else if (c === 0x40) {
      hostFrom = i + 1
      turn = -1
      userOnly = -1
      portFrom = -1
      labelLatin = false
    } else if (c === 0x3a) {
      if (startsScheme(text, i)) return cutAt(schemeWordAt(text, i, hostFrom))
      if (portFrom >= 0 && userOnly < 0) userOnly = i
      portFrom = i
    } else if (isUserUnit(c)) {
      if (userOnly < 0) userOnly = i
    } else if (c === 0x5b || c === 0x28 || c === 0x7b) {
      if (c === 0x5b && i === hostFrom) {
        const v6 = text.indexOf(']', i)
        if (v6 > i + 2 && v6 < i + 48 && /^[\da-f:.]+$/i.test(text.slice(i + 1, v6))) {
          i = v6
          last = i + 1
          solid++
          continue
        }
      }
      const length = bracketedDot(text, i)
      if (length === 0) break
      defanged = true
      if (text.charCodeAt(i + 1) === 0x40) hostFrom = i + length
      i += length - 1
      labelLatin = false
    } else if (isIgnorable(c)) continue
    else if (isWideDot(c)) {
      // a sentence may end here: only a dot that the host needs is one
      if (!isAlnum(narrow(text.charCodeAt(i + 1)))) break
      if (lookups++ < MAX_LOOKUPS && isComplete(text, hostFrom, i) && !endsWithPath(text, i + 1)) break
      labelLatin = false
    } else if (isMaskSign(c) || isEastAsian(c)) {
      if (portFrom >= 0) break
      if (turn < 0 || labelLatin) {
        if (lookups++ < MAX_LOOKUPS && isComplete(text, hostFrom, i)) break
        if (turn < 0) turn = i
      }
      if (isMaskSign(c)) masks++
      labelLatin = false
    } else if (isForeignLetter(c)) labelLatin = false
    else if (c === MATH_HIGH) i++
    else if (!(isFakeSeparator(c) && c < 0xff00) && !(isFakeSeparator(c) && leadsToUser(text, i, stop))) break
    solid++
    last = i + 1
  }
  if (portFrom >= 0 && userOnly < 0 && !isPort(text, portFrom, last)) userOnly = portFrom
  // no @ came after it, so it is no user information: the host ended before it
  if (userOnly >= hostFrom) return cutAt(userOnly)
  if (turn >= 0 && masks === 0 && !isComplete(text, hostFrom, last)) return cutAt(turn)
  if (solid === 0 || last <= hostFrom) return undefined
  return {
    end: last,
    open: i < text.length && i === skipIgnorable(text, last) && isPathStart(wideOr(text.charCodeAt(i), wide)),
    defanged,
  }

  function cutAt(end: number): Authority | undefined {
    return end <= hostFrom ? undefined : { end, open: false, defanged }
  }
}

const narrow = (c: number): number => (isWideAscii(c) ? c - 0xfee0 : c)
const wideOr = (c: number, wide: boolean): number => (wide ? narrow(c) : c)

function skipIgnorable(text: string, at: number): number {
  let i = at
  while (i < text.length && isIgnorable(text.charCodeAt(i))) i++
  return i
}

/** `://` at this colon. */
function startsScheme(text: string, colon: number): boolean {
  return text.charCodeAt(colon + 1) === SLASH && text.charCodeAt(colon + 2) === SLASH
}

/** First unit of the `http` or `https` that ends at this colon; the colon itself when there is none. */
function schemeWordAt(text: string, colon: number, from: number): number {
  const word = text.slice(Math.max(from, colon - 5), colon).toLowerCase()
  return word.endsWith('https') ? colon - 5 : word.endsWith('http') ? colon - 4 : colon
}

function isPort(text: string, colon: number, end: number): boolean {
  for (let i = colon + 1; i < end; i++) if (!isDigit(narrow(text.charCodeAt(i)))) return false
  return end > colon + 1 && end <= colon + 6
}

/** What stands here is a host under a known suffix, or an IPv4 address. */
function isComplete(text: string, from: number, end: number): boolean {
  let dot = false
  for (let i = from; i < end && !dot; i++) {
    const c = text.charCodeAt(i)
    dot = c === 0x2e || isWideDot(c)
  }
  if (!dot) return false
  const parts = domainParts(text.slice(from, end))
  return parts.isIp || (parts.knownSuffix && parts.registrableDomain !== '')
}

/** A Latin label and then a slash: `evil。com/login`, not `example.com。See`. */
function endsWithPath(text: string, from: number): boolean {
  let i = from
  while (i < text.length && i < from + 64 && (isAlnum(narrow(text.charCodeAt(i))) || text.charCodeAt(i) === 0x2e)) i++
  return text.charCodeAt(i) === SLASH
}

/** A full-width separator in an ASCII URL counts as part of it only where an @ follows: `kagoya.jp／x@evil.example`. */
function leadsToUser(text: string, from: number, stop: number): boolean {
  for (let i = from + 1; i < stop; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x40) return true
    if (!(isAlnum(c) || c === 0x2d || c === 0x2e || c === 0x5f)) return false
  }
  return false
}
