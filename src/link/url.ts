/** What are the parts of a URL, read as tolerantly as a browser does (URL Standard) and the same on every runtime? */
import { isIgnorable } from '../text/ignorable.ts'
import { toAsciiHost } from './host.ts'

/** The parts of a URL; every part is empty when absent. */
export interface UrlParts {
  /** Lower case, without the colon: `https`, `mailto`, `data`. */
  scheme: string
  userinfo: string
  /** Lower-case ASCII; IPv6 in brackets; masks as `*`. Empty for opaque schemes. */
  host: string
  /** The host as written, to look for disguises in. */
  rawHost: string
  /** Decimal digits; empty for the scheme's default. */
  port: string
  /** Begins with `/` for http, https and ftp; the whole rest for opaque schemes. */
  path: string
  /** Without the `?`. */
  query: string
  /** Without the `#`. */
  fragment: string
  /** No scheme stood there: http is assumed. */
  implied: boolean
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443', ftp: '21' }

/** Schemes that digits may follow; of other words before a colon and digits, `host:8080/x` is likelier. */
const WITHOUT_HOST = new Set([
  'tel',
  'sms',
  'callto',
  'fax',
  'mailto',
  'cid',
  'mid',
  'data',
  'javascript',
  'vbscript',
  'about',
  'blob',
  'file',
])

const isSchemeUnit = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39) || c === 0x2b || c === 0x2d || c === 0x2e

/**
 * Splits a URL.
 *
 * @param url as written in an href or found in text; white space at the ends, tabs, line ends and invisible characters are dropped.
 *   Without a scheme it is read as http
 * @returns the parts; never throws. What has no host (`http://`) has an empty `host`
 * @example splitUrl('https:\\\\evil.example\\a?b#c').path // '/a'
 */
export function splitUrl(url: string): UrlParts {
  // most URLs hold only what a URL may hold: one look says it for all parts
  const isPlain = isSafe(url)
  const text = isPlain ? url : strip(url)
  const scheme = schemeOf(text)
  let at = scheme === '' ? 0 : scheme.length + 1
  const parts: UrlParts = {
    scheme: scheme || 'http',
    userinfo: '',
    host: '',
    rawHost: '',
    port: '',
    path: '',
    query: '',
    fragment: '',
    implied: scheme === '' && !(isSlash(text.charCodeAt(0)) && isSlash(text.charCodeAt(1))),
  }
  const port = DEFAULT_PORTS[parts.scheme]
  if (port !== undefined) {
    while (isSlash(text.charCodeAt(at))) at++
    let end = at
    let sign = -1
    for (; end < text.length; end++) {
      const c = text.charCodeAt(end)
      if (isSlash(c) || c === 0x3f || c === 0x23) break
      // the last @ ends the user information (URL Standard, "authority state")
      if (c === 0x40) sign = end
    }
    if (sign >= 0) parts.userinfo = text.slice(at, sign)
    let host = text.slice(sign >= 0 ? sign + 1 : at, end)
    const colon = host.lastIndexOf(':')
    if (colon > host.lastIndexOf(']') && isDigits(host, colon + 1)) {
      const digits = host.slice(colon + 1).replace(/^0+(?=\d)/, '')
      if (digits !== port) parts.port = digits
      host = host.slice(0, colon)
    }
    parts.rawHost = host
    parts.host = toAsciiHost(host)
    at = end
  }
  const hash = text.indexOf('#', at)
  const before = hash < 0 ? text.length : hash
  const question = text.indexOf('?', at)
  const mark = question < 0 || question > before ? before : question
  const path = text.slice(at, mark)
  parts.path = port === undefined ? path : cleanPath(path, isPlain)
  parts.query = isPlain ? text.slice(mark + 1, before) : escaped(text.slice(mark + 1, before), false)
  if (hash >= 0) parts.fragment = isPlain ? text.slice(hash + 1) : escaped(text.slice(hash + 1), false)
  return parts
}

/**
 * Writes a URL from its parts.
 *
 * @param parts from `splitUrl`
 * @example joinUrl(splitUrl('HTTPS://WWW.EXAMPLE.JP:443/A')) // 'https://www.example.jp/A'
 */
export function joinUrl(parts: UrlParts): string {
  const special = DEFAULT_PORTS[parts.scheme] !== undefined
  const user = parts.userinfo === '' ? '' : `${parts.userinfo}@`
  const port = parts.port === '' ? '' : `:${parts.port}`
  const query = parts.query === '' ? '' : `?${parts.query}`
  const fragment = parts.fragment === '' ? '' : `#${parts.fragment}`
  return `${parts.scheme}:${special ? `//${user}${parts.host}${port}` : ''}${parts.path}${query}${fragment}`
}

const isSlash = (c: number): boolean => c === 0x2f || c === 0x5c

function isDigits(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x30 || c > 0x39) return false
  }
  return true
}

/** Browsers trim C0 controls and blanks and drop tabs and line ends anywhere; readers do not see invisible characters. */
function strip(url: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < url.length; i++) {
    const c = url.charCodeAt(i)
    if (c >= 0x20 && !isIgnorable(c)) continue
    out += url.slice(from, i)
    from = i + 1
  }
  out += url.slice(from)
  let start = 0
  let end = out.length
  while (start < end && out.charCodeAt(start) === 0x20) start++
  while (end > start && out.charCodeAt(end - 1) === 0x20) end--
  return out.slice(start, end)
}

function schemeOf(text: string): string {
  if (text.startsWith('https://')) return 'https'
  const colon = text.indexOf(':')
  if (colon < 1 || colon > 20) return ''
  const scheme = text.slice(0, colon).toLowerCase()
  for (let i = 0; i < scheme.length; i++) if (!isSchemeUnit(scheme.charCodeAt(i))) return ''
  // `host:8080/x` has no scheme
  if (scheme.includes('.')) return ''
  const next = text.charCodeAt(colon + 1)
  return next >= 0x30 && next <= 0x39 && !WITHOUT_HOST.has(scheme) ? '' : scheme
}

/** Backslashes count as slashes, dot segments are resolved, what no URL may hold is escaped. */
function cleanPath(path: string, isPlain: boolean): string {
  const slashed = path.includes('\\') ? path.replaceAll('\\', '/') : path
  const rooted = slashed.startsWith('/') ? slashed : `/${slashed}`
  const resolved = rooted.includes('/.') ? resolveDots(rooted) : rooted
  return isPlain ? resolved : escaped(resolved, true)
}

function resolveDots(path: string): string {
  const out: string[] = []
  const segments = path.split('/')
  for (let i = 1; i < segments.length; i++) {
    const s = segments[i] ?? ''
    const last = i === segments.length - 1
    if (s === '..') {
      out.pop()
      if (last) out.push('')
    } else if (s === '.') {
      if (last) out.push('')
    } else out.push(s)
  }
  return `/${out.join('/')}`
}

/** ASCII that stands in a URL as it is; the rest is escaped. */
const SAFE = new Uint8Array(128)
for (let c = 0x21; c < 0x7f; c++) SAFE[c] = 1
for (const c of [0x22, 0x3c, 0x3e, 0x60]) SAFE[c] = 0

function isSafe(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (SAFE[text.charCodeAt(i)] !== 1) return false
  return true
}

/** Percent-escapes blanks, quotes, angle brackets and everything outside ASCII as UTF-8; `%` stays. */
function escaped(text: string, path: boolean): string {
  if (isSafe(text)) return text
  let out = ''
  for (const ch of text) {
    const c = ch.codePointAt(0) ?? 0
    if (c >= 0x80) out += c >= 0xd800 && c <= 0xdfff ? '%EF%BF%BD' : encodeURIComponent(ch)
    else if (c <= 0x20 || c === 0x22 || c === 0x3c || c === 0x3e || c === 0x7f || (path && c === 0x60))
      out += `%${c < 16 ? '0' : ''}${c.toString(16).toUpperCase()}`
    else out += ch
  }
  return out
}
