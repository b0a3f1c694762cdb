/** How is a host as written turned into the name a browser looks up? Mapped, lower case, ASCII; masks become `*`. */
import { isIgnorable } from '../text/ignorable.ts'
import { isFakeSeparator, isMaskSign, isWideDot } from './chars.ts'
import { ipv4Of, ipv6Of } from './ip.ts'
import { decodeLabel, encodeLabel } from './punycode.ts'

/** RFC 1035 allows 253 octets; what is longer is cut, for no resolver will look at it. */
const MAX_HOST = 512

const PLAIN = /^[a-z0-9.*_-]*$/

/**
 * Maps a host to ASCII: full-width and mathematical letters to their plain forms, ideographic dots to `.`, invisible
 * characters dropped, masks to `*`, other scripts to Punycode, IPv4 of any base to dotted decimal (URL Standard, "host parser").
 * NFKC and lower-casing of an assigned character never change between Unicode versions (Unicode stability policy); characters
 * that not every host has yet stay as they are.
 *
 * @param host as written, percent-escapes included; an IPv6 address in brackets
 * @returns lower-case ASCII; characters that no host can hold stay as Punycode. Never throws
 * @example toAsciiHost('ｅｖｉｌ。example') // 'evil.example'
 */
export function toAsciiHost(host: string): string {
  let name = host.length > MAX_HOST ? host.slice(0, MAX_HOST) : host
  if (name.includes('%')) name = percentDecode(name)
  if (!PLAIN.test(name)) {
    if (name.startsWith('[') && name.endsWith(']')) {
      const v6 = ipv6Of(name.slice(1, -1).toLowerCase())
      return v6 === '' ? name.toLowerCase() : `[${v6}]`
    }
    name = mapUnicode(name)
  }
  if (name.endsWith('.') && name.length > 1) name = name.slice(0, -1)
  return ipv4Of(name) || name
}

function mapUnicode(name: string): string {
  let mapped = ''
  let run = ''
  for (const ch of name) {
    const c = ch.codePointAt(0) ?? 0
    if (isIgnorable(c)) continue
    if (isMaskSign(c)) run += '*'
    else if (isWideDot(c)) run += '.'
    else if (isSettled(c)) run += c < 0x80 || isFakeSeparator(c) ? ch : ch.normalize('NFKC')
    else {
      mapped += composed(run) + ch
      run = ''
    }
  }
  mapped += composed(run)
  if (PLAIN.test(mapped)) return mapped
  return mapped
    .split('.')
    .map((label) => encodeLabel(label))
    .join('.')
}

/** Letters and their marks compose only when they stand together; J̌ has a composed form in lower case alone. */
const composed = (run: string): string => run.toLowerCase().normalize('NFC')

/**
 * Whether hosts of all ages know a character alike: Unicode 14 to 17 gave case, compositions or compatibility forms to
 * these blocks of the BMP and to letters beyond it. No domain is written with them, so they go into Punycode as they are;
 * browsers map the mathematical letters, enclosed signs and compatibility ideographs of the other planes.
 */
function isSettled(c: number): boolean {
  if (c < 0x870) return true
  if (c < 0x10000)
    return c > 0x89f && !((c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1c80 && c <= 0x1c8f) || (c >= 0xa720 && c <= 0xa7ff))
  return (c >= 0x1d400 && c <= 0x1d7ff) || (c >= 0x1f100 && c <= 0x1f265) || (c >= 0x2f800 && c <= 0x2fa1d)
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
