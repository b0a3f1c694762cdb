/** How is a host as written turned into the name a browser looks up? Mapped, lower case, ASCII; masks become `*`. */
import { isFakeSeparator, isIgnorable, isMaskSign, isWideDot } from './chars.ts'
import { ipv4Of, ipv6Of } from './ip.ts'
import { decodeLabel, encodeLabel } from './punycode.ts'

/** RFC 1035 allows 253 octets; what is longer is cut, for no resolver will look at it. */
const MAX_HOST = 512

const PLAIN = /^[a-z0-9.*_-]*$/

/**
 * Maps a host to ASCII: full-width and mathematical letters to their plain forms, ideographic dots to `.`, invisible
 * characters dropped, masks to `*`, other scripts to Punycode, IPv4 of any base to dotted decimal (URL Standard, "host parser").
 * NFKC and lower-casing of an assigned character never change between Unicode versions (Unicode stability policy).
 *
 * @param host as written, percent-escapes included; an IPv6 address in brackets
 * @returns lower-case ASCII; characters that no host can hold stay as Punycode. Never throws
 * @example toAsciiHost('ｅｖｉｌ。example') // 'evil.example'
 */
export function toAsciiHost(host: string): string {
  let name = host.length > MAX_HOST ? host.slice(0, MAX_HOST) : host
  if (name.includes('%')) name = percentDecode(name)
  name = name.toLowerCase()
  if (!PLAIN.test(name)) {
    if (name.startsWith('[') && name.endsWith(']')) {
      const v6 = ipv6Of(name.slice(1, -1))
      return v6 === '' ? name : `[${v6}]`
    }
    name = mapUnicode(name)
  }
  if (name.endsWith('.') && name.length > 1) name = name.slice(0, -1)
  return ipv4Of(name) || name
}

function mapUnicode(name: string): string {
  let mapped = ''
  for (const ch of name) {
    const c = ch.codePointAt(0) ?? 0
    if (c < 0x80) mapped += ch
    else if (isIgnorable(c)) continue
    else if (isMaskSign(c)) mapped += '*'
    else if (isWideDot(c)) mapped += '.'
    else mapped += isFakeSeparator(c) ? ch : ch.normalize('NFKC')
  }
  // letters and their marks compose only when they stand together
  mapped = mapped.normalize('NFC').toLowerCase()
  if (PLAIN.test(mapped)) return mapped
  return mapped
    .split('.')
    .map((label) => encodeLabel(label))
    .join('.')
}

/**
 * Shows a host as a reader sees it.
 *
 * @param host lower-case ASCII
 * @returns the host with `xn--` labels decoded; invalid ones stay
 * @example toUnicodeHost('xn--wgv71a119e.jp') // '日本語.jp'
 */
export function toUnicodeHost(host: string): string {
  if (!host.includes('xn--')) return host
  return host
    .split('.')
    .map((label) => decodeLabel(label))
    .join('.')
}

/**
 * Decodes percent-escapes as UTF-8.
 *
 * @param text any text; escapes that are malformed or no UTF-8 stay as they are
 * @example percentDecode('a%40b') // 'a@b'
 */
export function percentDecode(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    // one bad escape must not hide the good ones: decode the ASCII escapes alone
    return text.replace(/%[2-7][0-9a-f]/gi, (m) => String.fromCharCode(Number.parseInt(m.slice(1), 16)))
  }
}
