/** What text are bytes in a charset of one byte a character, on every host the same? */
import { hostText, REPLACEMENT } from './jis.ts'
import { Units } from './units.ts'

/**
 * The 0x80 to 0x9F of windows-1252 (WHATWG index; the five free places are C1 controls). Some releases of Node decode
 * that label as plain Latin-1, so the host is not asked.
 */
export const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'

/** The 0xA0 to 0xFF of ISO-8859-16 (WHATWG index), which Node's TextDecoder lacks and every other host's has. */
const ISO_8859_16 =
  '\xa0ĄąŁ€„Š§š©Ș«Ź\xadźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ'

/** Bytes where Node 20 and 22 differ from every other host, by WHATWG's index. */
const SAME_EVERYWHERE: Record<string, Record<number, number>> = {
  'koi8-u': { 174: 0x45e, 190: 0x40e },
  'windows-1253': { 170: REPLACEMENT },
  'windows-1255': { 202: 0x5ba },
}

/** The upper half of each charset that was asked for; there are about thirty. */
const halves = new Map<string, Uint16Array>()

function upperHalf(charset: string): Uint16Array | undefined {
  const known = halves.get(charset)
  if (known !== undefined) return known
  const bytes = new Uint8Array(128).map((_, i) => i | 0x80)
  const text =
    charset === 'iso-8859-16' ? String.fromCharCode(...bytes.subarray(0, 32)) + ISO_8859_16 : hostText(charset, bytes)
  if (text.length !== 128) return undefined
  const half = new Uint16Array(128)
  for (let i = 0; i < 128; i++) {
    const unit = text.charCodeAt(i)
    // Node fills free places of windows-874 with private-use characters.
    half[i] = SAME_EVERYWHERE[charset]?.[i | 0x80] ?? (unit >= 0xf800 && unit < 0xf900 ? REPLACEMENT : unit)
  }
  halves.set(charset, half)
  return half
}

function decodeWith(bytes: Uint8Array, half: Uint16Array): { text: string; replaced: number } {
  const out = new Units(bytes.length)
  const units = out.reserve(bytes.length)
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    const unit = byte < 0x80 ? byte : (half[byte & 0x7f] as number)
    if (unit === REPLACEMENT) out.replaced++
    units[i] = unit
  }
  out.length = bytes.length
  return { text: out.toText(), replaced: out.replaced }
}

let latin: Uint16Array | undefined

/** Decodes windows-1252, which has a character for every byte. */
export function decodeLatin(bytes: Uint8Array): string {
  latin ??= new Uint16Array(128).map((_, i) => (i < 32 ? WINDOWS_1252.charCodeAt(i) : i | 0x80))
  return decodeWith(bytes, latin).text
}

/**
 * Decodes a charset of one byte a character.
 *
 * @param charset A name of WHATWG's.
 * @returns The text and how many bytes stand for nothing; undefined when the host does not know the charset.
 */
export function decodeSingleByte(bytes: Uint8Array, charset: string): { text: string; replaced: number } | undefined {
  const half = upperHalf(charset)
  return half === undefined ? undefined : decodeWith(bytes, half)
}
