/** Which character set does an ISO-2022 escape designate? */

/** Character sets that an escape designates; the double-byte ones begin with `X0208`. */
export const ASCII = 0
export const ROMAN = 1
export const KANA = 2
export const X0208 = 3
export const X0212 = 4
export const GB2312 = 5
export const KSX1001 = 6
export const X0213_1 = 7
export const X0213_2 = 8

export const ESC = 0x1b
export const CR = 0x0d
export const LF = 0x0a

/** An escape that was read: the sets it designates (-1 for none) and where the bytes after it begin. */
export interface Escape {
  /** The set in use. */
  g0: number
  /** The set that SO shifts to. */
  g1: number
  /** `A` or `F` for the upper half of ISO-8859-1 or -7, which ESC N shifts to (ISO-2022-JP-2). */
  g2: number
  end: number
}

/** The place at or after `at` that is no line end: transports broke lines inside escapes. */
export function pastLineEnd(bytes: Uint8Array, at: number): number {
  let i = at
  if (bytes[i] === CR) i++
  if (bytes[i] === LF) i++
  return i
}

/** Final bytes by the ISO-IR registry: 42, 58, 149, 87, 159, 228, 229, 233. */
function doubleByteSet(final: number | undefined): number {
  switch (final) {
    case 0x40: // @ JIS C 6226-1978
    case 0x42: // B JIS X 0208-1983
      return X0208
    case 0x41: // A GB 2312
      return GB2312
    case 0x43: // C KS X 1001
      return KSX1001
    case 0x44: // D JIS X 0212
      return X0212
    case 0x4f: // O JIS X 0213:2000 plane 1
    case 0x51: // Q JIS X 0213:2004 plane 1
      return X0213_1
    case 0x50: // P JIS X 0213 plane 2
      return X0213_2
    default:
      return -1
  }
}

const isFinal = (byte: number | undefined): byte is number => byte !== undefined && byte >= 0x30 && byte <= 0x7e

/**
 * Reads the escape whose ESC stands at `at`, line ends inside it passed over.
 *
 * @returns Undefined when it designates nothing: an escape of a terminal, or one that lost its tail.
 */
export function readEscape(bytes: Uint8Array, at: number): Escape | undefined {
  let i = pastLineEnd(bytes, at + 1)
  const kind = bytes[i]
  if (kind === 0x24) return readDoubleByte(bytes, i + 1)
  if (kind === 0x28 || kind === 0x29) {
    i = pastLineEnd(bytes, i + 1)
    const final = bytes[i]
    if (!isFinal(final)) return undefined
    // `ESC ( H` was never registered for this, yet old mailers close with it; any other single-byte set reads as ASCII.
    const set = final === 0x4a ? ROMAN : final === 0x49 ? KANA : ASCII
    return kind === 0x28 ? { g0: set, g1: -1, g2: 0, end: i + 1 } : { g0: -1, g1: set, g2: 0, end: i + 1 }
  }
  const next = bytes[i + 1]
  if (kind === 0x26 && next === 0x40) return { g0: -1, g1: -1, g2: 0, end: i + 2 } // announces JIS X 0208-1990
  if (kind === 0x2e && (next === 0x41 || next === 0x46)) return { g0: -1, g1: -1, g2: next, end: i + 2 }
  return undefined
}

/** What stands after `ESC $`. */
function readDoubleByte(bytes: Uint8Array, from: number): Escape | undefined {
  let i = pastLineEnd(bytes, from)
  const kind = bytes[i]
  if (kind === 0x40 || kind === 0x41 || kind === 0x42) return { g0: doubleByteSet(kind), g1: -1, g2: 0, end: i + 1 }
  if (kind === undefined || kind < 0x28 || kind > 0x2b) return undefined
  i = pastLineEnd(bytes, i + 1)
  const final = bytes[i]
  if (!isFinal(final)) return undefined
  const set = doubleByteSet(final)
  if (kind === 0x28) return set < 0 ? undefined : { g0: set, g1: -1, g2: 0, end: i + 1 }
  // `ESC $ ) C` opens ISO-2022-KR, `ESC $ ) A` ISO-2022-CN: SO then shifts to that set.
  return { g0: -1, g1: kind === 0x29 ? set : -1, g2: 0, end: i + 1 }
}

/**
 * Whether the bytes hold an escape to a set other than ASCII. `ESC ( B` alone does not count: terminals print it.
 *
 * @param bytes Bytes of a body or header.
 */
export function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(ESC); at >= 0; at = bytes.indexOf(ESC, at + 1)) {
    const found = readEscape(bytes, at)
    if (found !== undefined && (found.g0 > ASCII || found.g1 > ASCII || found.g2 > 0)) return true
  }
  return false
}

/** Whether what stands from the ESC at `at` to the end is the beginning of an escape that was cut off. */
export function isCutEscape(bytes: Uint8Array, at: number): boolean {
  if (bytes.length - at > 6) return false
  for (let i = at + 1; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte !== 0x24 && byte !== 0x28 && byte !== CR && byte !== LF) return false
  }
  return true
}

/** The charset whose escapes these are, for the note: by the first escape. */
export function escapesName(bytes: Uint8Array): string {
  const at = bytes.indexOf(ESC)
  if (bytes[at + 1] !== 0x24 || bytes[at + 2] !== 0x29) return 'iso-2022-jp'
  return bytes[at + 3] === 0x43 ? 'iso-2022-kr' : 'iso-2022-cn'
}
