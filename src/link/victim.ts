/** Does a URL carry the recipient: the address plain, percent-escaped, in base64 or in hex, or its halves where kits put them? */

import { remember } from './cache.ts'
import { percentDecode } from './host.ts'
import type { UrlParts } from './url.ts'

/** Lengths of base64 that fewer than this many characters of an address yield are found by chance. */
const MIN_NEEDLE = 8

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Query keys under which kits pass the victim on. */
export const VICTIM_KEYS = new Set([
  'uid',
  'email',
  'mail',
  'user',
  'userid',
  'username',
  'id',
  'login',
  'loginid',
  'e',
  'm',
  'u',
  'em',
  'account',
  'client_id',
  'address',
])
/** A shorter local part is a word that honest values are too (`info`, `sales`). */
const MIN_LOCAL = 5

/** How an address is written in URLs. */
interface Forms {
  plain: string
  /** Before and behind its at-sign, lower case; empty where it has none. */
  local: string
  domain: string
  hex: string
  /** The three alignments of base64, without the characters that depend on neighbours. */
  base64: string[]
}

const formsOf = remember(computeForms, 64)

function computeForms(address: string): Forms {
  const bytes = new TextEncoder().encode(address)
  let hex = ''
  for (const b of bytes) hex += (b < 16 ? '0' : '') + b.toString(16)
  const at = address.lastIndexOf('@')
  const local = at < 0 ? '' : address.slice(0, at).toLowerCase()
  const domain = at < 0 ? '' : address.slice(at + 1).toLowerCase()
  return { plain: address, local, domain, hex, base64: [0, 1, 2].map((shift) => base64Core(bytes, shift)) }
}

/** Base64 of the bytes when `shift` other bytes stand before them; only characters that all their bits determine. */
function base64Core(bytes: Uint8Array, shift: number): string {
  let out = ''
  const total = (shift + bytes.length) * 8
  for (let bit = Math.ceil((shift * 8) / 6) * 6; bit + 6 <= total; bit += 6) {
    let value = 0
    for (let i = 0; i < 6; i++) {
      const at = bit + i - shift * 8
      value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
    }
    out += BASE64[value]
  }
  return out
}

/**
 * Looks for a recipient's address in a URL, but not in its host.
 *
 * @param url parts of the URL
 * @param recipients addresses of the mail's recipients
 * @returns the form it was found in: `plain`, `base64` or `hex`; empty when none is there
 * @example victimIn(splitUrl('https://a.example/jp/?uid=taro%40example.jp'), ['taro@example.jp']) // 'plain'
 */
export function victimIn(url: UrlParts, recipients: readonly string[]): '' | 'plain' | 'base64' | 'hex' {
  const { userinfo, path, query, fragment } = url
  const units = userinfo.length + path.length + query.length + fragment.length
  // no form of an address is shorter than the address
  if (units < MIN_NEEDLE || !recipients.some((address) => address.length <= units)) return ''
  const decoded = percentDecode(`${userinfo}${path}?${query}#${fragment}`)
  const lower = decoded.toLowerCase()
  // base64url differs in two characters
  const standard =
    decoded.includes('-') || decoded.includes('_') ? decoded.replaceAll('-', '+').replaceAll('_', '/') : decoded
  for (const address of recipients) {
    if (address.length < 6 || !address.includes('@')) continue
    const forms = formsOf(address.toLowerCase())
    if (lower.includes(forms.plain)) return 'plain'
    if (lower.includes(forms.hex)) return 'hex'
    if (holdsBase64(decoded, standard, forms)) return 'base64'
    if (address !== forms.plain && holdsBase64(decoded, standard, formsOf(address))) return 'base64'
  }
  return ''
}

/**
 * Looks for the halves of a recipient's address where kits for mail log-ins put them: the domain as a folder of a foreign
 * site (`/client.example.jp:2083/login/`), the local part as the whole value of a key (`?user=kouhou`).
 *
 * @param url parts of the URL; a site may name itself
 * @param recipients addresses of the mail's recipients
 * @example halfIn(splitUrl('https://hacked.example/client.example.jp/login'), ['info@client.example.jp']) // 'domain'
 */
export function halfIn({ path, query, host }: UrlParts, recipients: readonly string[]): '' | 'domain' | 'local' {
  for (const address of recipients) {
    const { local, domain } = formsOf(address)
    if (local === '' || domain.length < 4 || `.${host}`.endsWith(`.${domain}`)) continue
    if (path.length > domain.length && hasFolder(percentDecode(path).toLowerCase(), domain)) return 'domain'
    if (local.length < MIN_LOCAL || query.length <= local.length) continue
    for (const pair of query.split('&', MAX_PAIRS)) {
      const equals = pair.indexOf('=')
      if (equals > 0 && VICTIM_KEYS.has(pair.slice(0, equals).toLowerCase()) && sameWord(pair.slice(equals + 1), local))
        return 'local'
    }
  }
  return ''
}

/** Pairs of a query that are looked at. */
const MAX_PAIRS = 40

function sameWord(value: string, word: string): boolean {
  return value.length >= word.length && value.length <= word.length * 3 && percentDecode(value).toLowerCase() === word
}

/** The domain between slashes, with or without a port behind it. */
function hasFolder(path: string, domain: string): boolean {
  for (let at = path.indexOf(`/${domain}`); at >= 0; at = path.indexOf(`/${domain}`, at + 1)) {
    const after = path.charAt(at + 1 + domain.length)
    if (after === '/' || after === ':' || after === '') return true
  }
  return false
}

function holdsBase64(decoded: string, standard: string, { base64 }: Forms): boolean {
  for (const core of base64) {
    if (core.length < MIN_NEEDLE || decoded.length < core.length) continue
    if (decoded.includes(core) || (standard !== decoded && standard.includes(core))) return true
  }
  return false
}
