/** Which address does an attribute value lead to, as a browser reads it? */
import { shortUrl } from './long-url.ts'

/** Schemes with a host after two slashes (URL standard: special), where \ is / and any number of slashes will do. */
const SPECIAL_SCHEMES = new Set(['http', 'https', 'ftp', 'ws', 'wss'])

/** UTF-16 code units of one address that are kept: data: URLs carry whole pages. */
const HREF_UNITS = 20_000
/** UTF-16 code units of a base that are kept; each relative link takes them over. */
const BASE_UNITS = 2_000

/**
 * Reads the address of a `<base>`.
 *
 * @param written - the attribute's value, its character references decoded
 * @returns an absolute address, or an empty string
 */
export function resolveBase(written: string): string {
  const base = resolveHref(written, '').slice(0, BASE_UNITS)
  return schemeEnd(base) > 0 ? base : ''
}

/**
 * Reads a reference as a browser does, but for escapes and the path, which stay as written.
 *
 * Controls and blanks at the ends and tabs and line ends anywhere are taken out (URL standard, 4.4), scheme and host
 * made lower case, \ turned to / before the query, a relative reference resolved against the base.
 *
 * @param written - an attribute value, its character references decoded
 * @param base - an absolute address, or an empty string
 * @returns the address; a relative reference without a base stays relative
 * @example
 * resolveHref(' HTTPS:\\\\EVIL.example\\a\tb ', '') // 'https://evil.example/ab'
 */
export function resolveHref(written: string, base: string): string {
  if (isPlain(written)) return written
  const href = shortUrl(trimmed(written), HREF_UNITS)
  const colon = schemeEnd(href)
  if (colon > 0) {
    const scheme = href.slice(0, colon).toLowerCase()
    const rest = href.slice(colon + 1)
    // javascript: and data: are named as they are; blanks inside the scheme went with the tabs.
    return SPECIAL_SCHEMES.has(scheme) ? withHost(scheme, rest, base) : `${scheme}:${rest}`
  }
  if (href.startsWith('//') || href.startsWith('\\\\')) return withHost(schemeOf(base) || 'https', href, '')
  return base === '' || href === '' ? href : join(base, href)
}

/** Whether an address is one that nothing has to be done to, as nearly all are. */
function isPlain(written: string): boolean {
  if (written.length > HREF_UNITS || !(written.startsWith('https://') || written.startsWith('http://'))) return false
  let i = written.indexOf(':') + 3
  if (isSlash(written.charCodeAt(i))) return false
  for (; i < written.length && !isHostEnd(written.charCodeAt(i)); i++) {
    const c = written.charCodeAt(i)
    if (!((c >= 0x61 && c <= 0x7a) || (c >= 0x2d && c <= 0x39))) return false
  }
  for (; i < written.length; i++) {
    const c = written.charCodeAt(i)
    if (c <= 0x20 || c === 0x5c) return false
  }
  return true
}

/** Takes out what a browser does not read. */
function trimmed(written: string): string {
  let start = 0
  let end = written.length
  while (start < end && written.charCodeAt(start) <= 0x20) start++
  while (end > start && written.charCodeAt(end - 1) <= 0x20) end--
  const href = written.slice(start, end)
  return href.includes('\n') || href.includes('\t') || href.includes('\r') ? href.replace(/[\t\n\r]/g, '') : href
}

/** Where the colon of a scheme stands, or -1. */
function schemeEnd(href: string): number {
  for (let i = 0; i < href.length && i < 64; i++) {
    const c = href.charCodeAt(i)
    const letter = (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a
    if (c === 0x3a) return i === 0 ? -1 : i
    if (!letter && (i === 0 || !((c >= 0x30 && c <= 0x39) || c === 0x2b || c === 0x2d || c === 0x2e))) return -1
  }
  return -1
}

function schemeOf(base: string): string {
  const colon = schemeEnd(base)
  return colon < 0 ? '' : base.slice(0, colon)
}

function withHost(scheme: string, rest: string, base: string): string {
  let slashes = 0
  while (isSlash(rest.charCodeAt(slashes))) slashes++
  // `https:page` under an https base is relative (URL standard: special relative or authority state).
  if (slashes === 0 && schemeOf(base) === scheme) return join(base, rest)
  let end = slashes
  while (end < rest.length && !isHostEnd(rest.charCodeAt(end))) end++
  const authority = rest.slice(slashes, end)
  const host = authority.lastIndexOf('@') + 1
  return `${scheme}://${authority.slice(0, host)}${authority.slice(host).toLowerCase()}${withSlashes(rest.slice(end))}`
}

function isSlash(c: number): boolean {
  return c === 0x2f || c === 0x5c
}

function isHostEnd(c: number): boolean {
  return isSlash(c) || c === 0x3f || c === 0x23
}

/** \ is / up to the query. */
function withSlashes(path: string): string {
  if (!path.includes('\\')) return path
  let end = 0
  while (end < path.length && path.charCodeAt(end) !== 0x3f && path.charCodeAt(end) !== 0x23) end++
  return path.slice(0, end).replaceAll('\\', '/') + path.slice(end)
}

/** RFC 3986, 5.2, for a base that was read by `resolveHref`. */
function join(base: string, reference: string): string {
  const href = withSlashes(reference)
  const colon = schemeEnd(base)
  const hostStart = base.startsWith('//', colon + 1) ? colon + 3 : colon + 1
  let pathStart = hostStart
  while (pathStart < base.length && !isHostEnd(base.charCodeAt(pathStart))) pathStart++
  const site = base.slice(0, pathStart)
  if (href.startsWith('/')) return site + withoutDots(href)
  let queryStart = pathStart
  while (queryStart < base.length && base.charCodeAt(queryStart) !== 0x3f && base.charCodeAt(queryStart) !== 0x23)
    queryStart++
  if (href.startsWith('#')) {
    const fragment = base.indexOf('#', queryStart)
    return base.slice(0, fragment < 0 ? base.length : fragment) + href
  }
  if (href.startsWith('?')) return base.slice(0, queryStart) + href
  const path = base.slice(pathStart, queryStart)
  return site + withoutDots(`${path.slice(0, path.lastIndexOf('/') + 1) || '/'}${href}`)
}

/** Takes `.` and `..` out of a path. */
function withoutDots(path: string): string {
  if (!path.includes('/.')) return path
  let end = 0
  while (end < path.length && path.charCodeAt(end) !== 0x3f && path.charCodeAt(end) !== 0x23) end++
  const kept: string[] = []
  const parts = path.slice(1, end).split('/')
  for (const [i, part] of parts.entries()) {
    if (part === '..') kept.pop()
    if (part !== '.' && part !== '..') kept.push(part)
    else if (i === parts.length - 1) kept.push('')
  }
  return `/${kept.join('/')}${path.slice(end)}`
}

/**
 * Finds the address in the content of a meta refresh (HTML, 4.2.5.3).
 *
 * @param content - `0; URL='https://...'` and the like
 * @returns the address as written, or an empty string
 */
export function refreshTarget(content: string): string {
  let i = 0
  while (i < content.length && isRefreshStart(content.charCodeAt(i))) i++
  if (i === 0 || i >= content.length) return ''
  let rest = content.slice(i)
  const equals = rest.indexOf('=')
  if (rest.slice(0, 3).toLowerCase() === 'url' && equals >= 3 && rest.slice(3, equals).trim() === '')
    rest = rest.slice(equals + 1).trimStart()
  const quote = rest.charCodeAt(0)
  if (quote !== 0x22 && quote !== 0x27) return rest
  const end = rest.indexOf(rest.charAt(0), 1)
  return rest.slice(1, end < 0 ? undefined : end)
}

/** Digits, dots, blanks, commas and semicolons before the address. */
function isRefreshStart(c: number): boolean {
  return c <= 0x20 || c === 0x2c || c === 0x3b || c === 0x2e || (c >= 0x30 && c <= 0x39)
}
