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
  const text = strip(url)
  const scheme = schemeOf(text)
  const rest = scheme === '' ? text : text.slice(scheme.length + 1)
  const parts: UrlParts = {
    scheme: scheme || 'http',
    userinfo: '',
    host: '',
    rawHost: '',
    port: '',
    path: '',
    query: '',
    fragment: '',
    implied: scheme === '' && !/^[/\\]{2}/.test(text),
  }
  const port = DEFAULT_PORTS[parts.scheme]
  let at = 0
  if (port !== undefined) {
    while (isSlash(rest.charCodeAt(at))) at++
    let end = at
    let sign = -1
    for (; end < rest.length; end++) {
      const c = rest.charCodeAt(end)
      if (isSlash(c) || c === 0x3f || c === 0x23) break
      // the last @ ends the user information (URL Standard, "authority state")
      if (c === 0x40) sign = end
    }
    if (sign >= 0) parts.userinfo = rest.slice(at, sign)
    let host = rest.slice(sign >= 0 ? sign + 1 : at, end)
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
  const hash = rest.indexOf('#', at)
  if (hash >= 0) parts.fragment = escaped(rest.slice(hash + 1), false)
  const before = hash < 0 ? rest.length : hash
  let mark = rest.indexOf('?', at)
  if (mark < 0 || mark > before) mark = before
  else parts.query = escaped(rest.slice(mark + 1, before), false)
  const path = rest.slice(at, mark)
  parts.path = port === undefined ? path : cleanPath(path)
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
  let clean = true
  for (let i = 0; i < url.length && clean; i++) {
    const c = url.charCodeAt(i)
    clean = c > 0x20 && (c < 0x7f || !isIgnorable(c))
  }
  if (clean) return url
  let out = ''
  let from = 0
  for (let i = 0; i < url.length; i++) {
    const c = url.charCodeAt(i)
    if (c >= 0x20 && !isIgnorable(c)) continue
    out += url.slice(from, i)
    from = i + 1
  }
  return (out + url.slice(from)).trim()
}

function schemeOf(text: string): string {
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
function cleanPath(path: string): string {
  const slashed = path.includes('\\') ? path.replaceAll('\\', '/') : path
  const rooted = slashed.startsWith('/') ? slashed : `/${slashed}`
  return escaped(rooted.includes('/.') ? resolveDots(rooted) : rooted, true)
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
