/** How is an address written in URLs: plain, percent-escaped, in base64 or in hex? What finds it and what hides it share this. */
import { lowerCase } from '../text/lower.ts'
import { remember } from './cache.ts'

/** Base64 of fewer characters is found by chance. */
const MIN_NEEDLE = 8
/** RFC 5321 §4.5.3.1.3, a path of 256 octets with its brackets: a longer one is no address, and takes long to encode for each URL. */
export const ADDRESS_UNITS = 254

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 of an address inside of a longer text. */
export interface Core {
  /** The characters that the address alone determines. */
  text: string
  /** The character before them holds bits of the address. */
  before: boolean
  /** So does the character behind them. */
  after: boolean
}

/** How an address is written in URLs. */
export interface Forms {
  /** Lower case, to be looked for in a lower-cased text without ASCII escapes; the address itself first. */
  plain: string[]
  /** With `=` for its at-sign, as mailing software writes it into a sender's address (VERP); else as `plain`. Empty where it has no at-sign. */
  verp: string
  /** Before and behind its at-sign, lower case; empty where it has none. */
  local: string
  domain: string
  /** Lower-case digits, of the address as written and in lower case. */
  hex: string[]
  /** The three alignments, of the address as written and in lower case, its at-sign plain and escaped. */
  base64: Core[]
}

/**
 * All forms of an address.
 *
 * @param address as it was written: base64 and hex tell capitals from small letters
 * @example formsOf('Taro@example.jp').plain // ['taro@example.jp']
 */
export const formsOf = remember(computeForms, 64)

function computeForms(address: string): Forms {
  const lower = lowerCase(address)
  const at = lower.lastIndexOf('@')
  const plain = new Set([lower])
  const hex = new Set<string>()
  const base64: Core[] = []
  for (const writing of address.length > ADDRESS_UNITS ? [] : new Set([lower, address])) {
    const bytes = new TextEncoder().encode(writing)
    // joinUrl and `unescaped` leave other scripts escaped
    plain.add(lowerCase(unescaped(written(bytes, (b) => (b < 0x80 ? String.fromCharCode(b) : `%${hexOf(b)}`))).text))
    hex.add(written(bytes, hexOf))
    // `btoa(encodeURIComponent(address))`
    const escaped = new TextEncoder().encode(written(bytes, escapedOf))
    for (const form of [bytes, escaped]) for (const shift of [0, 1, 2]) addCores(base64, form, shift)
  }
  const local = at < 0 ? '' : lower.slice(0, at)
  const domain = at < 0 ? '' : lower.slice(at + 1)
  return { plain: [...plain], verp: at < 0 ? '' : `${local}=${domain}`, local, domain, hex: [...hex], base64 }
}

const hexOf = (byte: number): string => (byte < 16 ? '0' : '') + byte.toString(16)

/** As `encodeURIComponent` writes a byte, which would throw for half a surrogate pair. */
function escapedOf(byte: number): string {
  const sign = byte < 0x80 ? String.fromCharCode(byte) : ''
  return /^[\w.!~*'()-]$/.test(sign) ? sign : `%${hexOf(byte).toUpperCase()}`
}

function written(bytes: Uint8Array, form: (byte: number) => string): string {
  let out = ''
  for (const b of bytes) out += form(b)
  return out
}

/** Base64 of the bytes when `shift` other bytes stand before them, and base64url where that differs. */
function addCores(cores: Core[], bytes: Uint8Array, shift: number): void {
  let text = ''
  const total = (shift + bytes.length) * 8
  for (let bit = Math.ceil((shift * 8) / 6) * 6; bit + 6 <= total; bit += 6) {
    let value = 0
    for (let i = 0; i < 6; i++) {
      const at = bit + i - shift * 8
      value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
    }
    text += ALPHABET[value]
  }
  if (text.length < MIN_NEEDLE) return
  const core = { text, before: shift > 0, after: total % 6 > 0 }
  const safe = text.replaceAll('+', '-').replaceAll('/', '_')
  cores.push(core)
  if (safe !== text) cores.push({ ...core, text: safe })
}

/** A text without its escapes, and where each stood. */
export interface Unescaped {
  text: string
  /** For each escape its place in `text`, and the code units that it had more than its character. */
  escapes: Array<{ at: number; more: number }>
}

/**
 * Takes the ASCII escapes out of a text, those that were escaped again (`%2540`) too.
 *
 * @param text any text; what is no escape stays
 * @example unescaped('taro%2Eyamada').text // 'taro.yamada'
 */
export function unescaped(text: string): Unescaped {
  const escapes: Unescaped['escapes'] = []
  let out = ''
  let from = 0
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', Math.max(from, at + 1))) {
    let digits = at + 1
    while (text.startsWith('25', digits)) digits += 2
    let code = asciiAt(text, digits)
    if (code < 0) {
      if (digits === at + 1) continue
      // an escaped per cent sign and no digits behind it
      digits -= 2
      code = 0x25
    }
    out += text.slice(from, at)
    escapes.push({ at: out.length, more: digits + 1 - at })
    out += String.fromCharCode(code)
    from = digits + 2
  }
  return { text: from === 0 ? text : out + text.slice(from), escapes }
}

/** The ASCII character that two hex digits stand for; -1 where there are none. */
function asciiAt(text: string, at: number): number {
  const high = digitAt(text, at)
  const low = digitAt(text, at + 1)
  return high < 0 || high > 7 || low < 0 ? -1 : high * 16 + low
}

function digitAt(text: string, at: number): number {
  const c = text.charCodeAt(at)
  if (c >= 0x30 && c <= 0x39) return c - 0x30
  const letter = c | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}
