/** Does double-byte text go on past a blank or a line end, though no escape says so? */
import { ASCII, ESC, readEscape, X0213_1 } from './escapes.ts'
import { REPLACEMENT } from './jis.ts'

/** Whether a byte is one of the 94 that stand for characters. */
export const isGraphic = (byte: number | undefined): byte is number => byte !== undefined && byte > 0x20 && byte < 0x7f

/** The character of a pair in a set; U+FFFD for none. */
export function cellOf(grid: Uint16Array | undefined, set: number, lead: number, trail: number): number {
  // JIS X 0213 gave other characters to the rows that NEC and IBM had used from 89 on.
  if (grid === undefined || (set === X0213_1 && lead >= 0x79)) return REPLACEMENT
  return grid[(lead - 0x21) * 94 + trail - 0x21] ?? REPLACEMENT
}

/** Whether the word at `from`, after a blank in double-byte text, is still double-byte: whole pairs of assigned cells. */
export function wordGoesOn(bytes: Uint8Array, from: number, grid: Uint16Array | undefined, set: number): boolean {
  for (let i = from; isGraphic(bytes[i]); i += 2) {
    const trail = bytes[i + 1]
    if (!isGraphic(trail) || cellOf(grid, set, bytes[i] as number, trail) === REPLACEMENT) return false
  }
  return true
}

/**
 * Whether the line at `from` is still double-byte. It is when it is whole pairs of assigned cells and either closes with an
 * escape back to ASCII or holds kana; `https://...` does not.
 *
 * @param lead The first half of a character that the line end broke; 0 for none.
 */
export function lineGoesOn(
  bytes: Uint8Array,
  from: number,
  grid: Uint16Array | undefined,
  set: number,
  lead: number,
): boolean {
  let half = lead
  let pairs = 0
  let kana = 0
  let i = from
  for (; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (!isGraphic(byte)) {
      if ((byte === 0x20 || byte === 0x09) && (half === 0 || pairs === 0)) continue
      break
    }
    if (half === 0) {
      half = byte
      continue
    }
    if (cellOf(grid, set, half, byte) === REPLACEMENT) return false
    pairs++
    if (half === 0x24 || half === 0x25) kana++
    half = 0
  }
  if (pairs === 0) return false
  if (bytes[i] === ESC && half === 0 && readEscape(bytes, i)?.g0 === ASCII) return true
  return kana * 4 >= pairs
}

/** Whether 7-bit katakana goes on in the line at `from`: it holds nothing else and closes with an escape. */
export function kanaGoesOn(bytes: Uint8Array, from: number): boolean {
  let i = from
  while (isGraphic(bytes[i]) && (bytes[i] as number) < 0x60) i++
  return i > from && bytes[i] === ESC && readEscape(bytes, i)?.g0 === ASCII
}

/** Whether `http` stands at `at`: no text of any set, so the escape back to ASCII was lost. */
export function startsUrl(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x68 && bytes[at + 1] === 0x74 && bytes[at + 2] === 0x74 && bytes[at + 3] === 0x70
}
