/** Which site does a redirect lead to, read out of the redirect itself? */
import { isUnder } from './domain.ts'
import { percentDecode } from './host.ts'
import type { UrlParts } from './url.ts'

/** A redirect service whose target can be read. */
export interface Wrapper {
  /** Host, or a domain above it. */
  host: string
  /** The path begins so. */
  path?: string
  /** Query keys that hold the target, in the order they are tried. */
  keys?: readonly string[]
  /** Other encodings of the target. */
  read?: (url: UrlParts) => string
  /** Links are rewritten by the recipient's own mail system: no deception of the sender. */
  gateway?: boolean
}

/** How often a redirect may lead to a redirect; deeper ones keep the facts of the third. */
export const MAX_UNWRAPS = 3

/** Query keys of redirects that only a host list knows. */
const COMMON_KEYS = [
  'url',
  'u',
  'q',
  'to',
  'target',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
  'redirecturl',
  'redirect_uri',
  'goto',
  'link',
  'adurl',
  'r',
  'rurl',
  'murl',
  'vc_url',
  'pc',
  'a8ejpredirect',
  'uddg',
  'z',
  'continue',
  'next',
  'return',
  'out',
  'href',
]

/** Formats as their makers document them, or as they stand in mail; looked at in 2026-11. */
const WRAPPERS: readonly Wrapper[] = [
  { host: 'safelinks.protection.outlook.com', keys: ['url'], gateway: true },
  { host: 'statics.teams.cdn.office.net', path: '/evergreen-assets/safelinks', keys: ['url'], gateway: true },
  { host: 'urldefense.proofpoint.com', path: '/v2', read: proofpoint2, gateway: true },
  { host: 'urldefense.proofpoint.com', path: '/v1', keys: ['u'], gateway: true },
  { host: 'urldefense.proofpoint.com', read: proofpoint3, gateway: true },
  { host: 'urldefense.com', read: proofpoint3, gateway: true },
  { host: 'urldefense.us', read: proofpoint3, gateway: true },
  { host: 'linkprotect.cudasvc.com', keys: ['a'], gateway: true },
  { host: 'secure-web.cisco.com', read: inPath, gateway: true },
  { host: 'clicktime.symantec.com', keys: ['u'], gateway: true },
  { host: 'trendmicro.com', path: '/wis/clicktime/', keys: ['url'], gateway: true },
  { host: 'protection.sophos.com', read: base64InU, gateway: true },
  { host: 'url.avanan.click', read: avanan, gateway: true },
  { host: 'protect.checkpoint.com', read: avanan, gateway: true },
  { host: 'urlsand.esvalabs.com', keys: ['u'], gateway: true },
  { host: 'deref-mail.com', keys: ['redirecturl'], gateway: true },
  { host: 'google.com', path: '/url', keys: ['q', 'url'] },
  { host: 'google.co.jp', path: '/url', keys: ['q', 'url'] },
  { host: 'google.com', path: '/amp/', read: ampPath },
  { host: 'google.co.jp', path: '/amp/', read: ampPath },
  { host: 'cdn.ampproject.org', read: ampPath },
  { host: 'translate.google.com', path: '/translate', keys: ['u'] },
  { host: 'bing.com', path: '/ck/a', read: bing },
  { host: 'r.search.yahoo.com', read: yahooSearch },
  { host: 'l.facebook.com', keys: ['u'] },
  { host: 'lm.facebook.com', keys: ['u'] },
  { host: 'l.instagram.com', keys: ['u'] },
  { host: 't.umblr.com', keys: ['z'] },
  { host: 'youtube.com', path: '/redirect', keys: ['q'] },
  { host: 'linkedin.com', path: '/redir', keys: ['url'] },
  { host: 'vk.com', path: '/away.php', keys: ['to'] },
  { host: 'duckduckgo.com', path: '/l', keys: ['uddg'] },
  { host: 'steamcommunity.com', path: '/linkfilter', keys: ['url', 'u'] },
  { host: 'slack-redir.net', keys: ['url'] },
  // Akamai's first delivery addresses carry the origin in the path: /7/1753/8370/20080222/www.example.jp/a.gif
  { host: 'g.akamai.net', read: akamai, gateway: true },
]

/** A redirect taken apart. */
export interface Unwrapped {
  target: string
  /** Made by the recipient's own mail system or a delivery network. */
  gateway: boolean
}

/** Redirect services that a host belongs to. */
export function wrappersOf(host: string): readonly Wrapper[] {
  return WRAPPERS.filter((wrapper) => isUnder(host, wrapper.host))
}

/**
 * Reads the target of a redirect.
 *
 * @param url the redirect
 * @param wrappers those of its host, by `wrappersOf`
 * @param listed a host list of the corpus names it as an open redirector: the usual query keys and the path are tried
 * @returns undefined when it is no redirect, or its target is not in the clear
 */
export function unwrap(url: UrlParts, wrappers: readonly Wrapper[], listed: boolean): Unwrapped | undefined {
  if (url.host === '' || (url.query === '' && url.path.length < 8)) return undefined
  let known = false
  for (const wrapper of wrappers) {
    if (wrapper.path !== undefined && !url.path.startsWith(wrapper.path)) continue
    known = true
    const found = wrapper.read ? wrapper.read(url) : targetIn(url.query, wrapper.keys ?? [])
    if (found === SEVERAL) return undefined
    const target = targetOf(found)
    if (target !== '') return { target, gateway: wrapper.gateway === true }
  }
  if (!listed && !known) return undefined
  const target =
    targetOf(targetIn(url.query, COMMON_KEYS)) || targetOf(inPath(url)) || targetOf(percentDecode(url.query))
  return target === '' ? undefined : { target, gateway: false }
}

/** A web address, or empty: `https://x`, `//x`, `www.x`, escaped once more. */
function targetOf(text: string): string {
  const value = /^https?%3a/i.test(text) ? percentDecode(text) : text
  if (/^https?:[/\\]/i.test(value)) return value
  if (value.startsWith('//') && value.includes('.')) return `https:${value}`
  return /^www\.[^/]+\./i.test(value) ? `http://${value}` : ''
}

/** Of two targets nobody knows which the service takes. */
const SEVERAL = '\0'

function targetIn(query: string, keys: readonly string[]): string {
  if (query === '' || query.length > 8_192) return ''
  const pairs = query.split('&', 60)
  for (const key of keys) {
    let found = ''
    for (const pair of pairs) {
      const at = pair.indexOf('=')
      if (at < 0 || pair.slice(0, at).toLowerCase() !== key) continue
      const value = percentDecode(pair.slice(at + 1))
      if (targetOf(value) === '') continue
      if (found !== '' && found !== value) return SEVERAL
      found = value
    }
    if (found !== '') return found
  }
  return ''
}

/** A whole URL inside the path: `/x/https%3A%2F%2Fa.example%2Fb`, `/https://a.example/b`. */
function inPath(url: UrlParts): string {
  const path = pathAndQuery(url)
  const at = path.search(/https?(?::|%3a)/i)
  return at <= 0 ? '' : withBothSlashes(percentDecode(path.slice(at)))
}

const pathAndQuery = (url: UrlParts): string => `${url.path}${url.query === '' ? '' : `?${url.query}`}`

/** In a path, two slashes are often made one. */
const withBothSlashes = (url: string): string => url.replace(/^(https?:)\/(?!\/)/i, '$1//')

/** The target as it stands between two marks; to the end where the second is missing. */
function between(url: UrlParts, open: string, close: string): string {
  const text = pathAndQuery(url)
  const at = text.indexOf(open)
  if (at < 0) return ''
  const start = at + open.length
  const end = text.indexOf(close, start)
  return withBothSlashes(text.slice(start, end < 0 ? text.length : end))
}

/** Proofpoint v2: `-` stands for `%`, `_` for `/`. */
function proofpoint2(url: UrlParts): string {
  const pair = url.query.split('&', 20).find((p) => p.startsWith('u='))
  return pair ? percentDecode(pair.slice(2).replaceAll('-', '%').replaceAll('_', '/')) : ''
}

/** Proofpoint v3: `/v3/__https://a.example/b__;chars!!token`; `*` stands for characters that are kept after the semicolon. */
function proofpoint3(url: UrlParts): string {
  return between(url, '__', '__;')
}

/** Sophos: `u=` and base64. */
function base64InU(url: UrlParts): string {
  const pair = url.query.split('&', 40).find((p) => p.startsWith('u='))
  return pair ? decodeBase64(percentDecode(pair.slice(2))) : ''
}

/** Check Point: `/v2/___https://a.example/b___.token`. */
function avanan(url: UrlParts): string {
  return between(url, '___', '___')
}

/** Bing: `u=a1` and base64url. */
function bing(url: UrlParts): string {
  const pair = url.query.split('&', 40).find((p) => p.startsWith('u=a1'))
  return pair ? decodeBase64(pair.slice(4)) : ''
}

/** Yahoo search: `/RU=https%3a%2f%2fa.example/RK=2/...`. */
function yahooSearch(url: UrlParts): string {
  const at = url.path.indexOf('/RU=')
  if (at < 0) return ''
  const end = url.path.indexOf('/', at + 4)
  return percentDecode(url.path.slice(at + 4, end < 0 ? url.path.length : end))
}

/** AMP: `/amp/s/a.example/b` is https, `/amp/a.example/b` is http; on the delivery network `/c/s/`, `/v/s/`. */
function ampPath(url: UrlParts): string {
  const match = /^\/(?:amp|c|v|i)\/(s\/)?([^/]+\.[^/]+)(.*)$/.exec(url.path.slice(0, 2_048))
  return match ? `http${match[1] ? 's' : ''}://${match[2]}${match[3] ?? ''}` : ''
}

function akamai(url: UrlParts): string {
  const match = /^\/\d+\/\d+\/\d+\/\w+\/([^/]+\.[^/]+)(\/.*)?$/.exec(url.path.slice(0, 2_048))
  return match ? `http://${match[1]}${match[2] ?? ''}` : ''
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url of ASCII; empty when something else comes out. */
function decodeBase64(text: string): string {
  let out = ''
  let bits = 0
  let value = 0
  for (const ch of text.slice(0, 4_096)) {
    if (ch === '=') break
    const digit = DIGITS.indexOf(ch === '+' ? '-' : ch === '/' ? '_' : ch)
    if (digit < 0) break
    value = ((value << 6) | digit) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    const byte = (value >> bits) & 0xff
    if (byte < 0x20 || byte > 0x7e) return ''
    out += String.fromCharCode(byte)
  }
  return out
}
