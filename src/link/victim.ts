/** Does a URL carry the recipient: the address plain, percent-escaped, in base64 or in hex, or its halves where kits put them? */

import { lowerCase } from '../text/lower.ts'
import { isUnder } from './domain.ts'
import { percentDecode } from './host.ts'
import type { UrlParts } from './url.ts'
import { ADDRESS_UNITS, formsOf } from './victim-forms.ts'

/** A shorter address is a part of something else too often. */
export const MIN_ADDRESS = 6

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

/**
 * Looks for a recipient's address in a URL, but not in its host.
 *
 * @param url parts of the URL
 * @param recipients addresses of the mail's recipients, as written
 * @returns the form it was found in: `plain`, `base64` or `hex`; empty when none is there
 * @example victimIn(splitUrl('https://a.example/jp/?uid=taro%40example.jp'), ['taro@example.jp']) // 'plain'
 */
export function victimIn(url: UrlParts, recipients: readonly string[]): '' | 'plain' | 'base64' | 'hex' {
  const { userinfo, path, query, fragment } = url
  const units = userinfo.length + path.length + query.length + fragment.length
  // no form of an address is shorter than the address
  if (!recipients.some((address) => address.length >= MIN_ADDRESS && address.length <= units)) return ''
  const decoded = percentDecode(`${userinfo}${path}?${query}#${fragment}`)
  const lower = lowerCase(decoded)
  for (const address of recipients) {
    if (address.length < MIN_ADDRESS || address.length > units || !address.includes('@')) continue
    const { plain, hex, base64 } = formsOf(address)
    if (plain.some((form) => lower.includes(form))) return 'plain'
    if (hex.some((form) => lower.includes(form))) return 'hex'
    if (base64.some((core) => decoded.includes(core.text))) return 'base64'
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
    if (address.length > ADDRESS_UNITS) continue
    const { local, domain } = formsOf(address)
    if (local === '' || domain.length < 4 || isUnder(host, domain)) continue
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
