/** Are these bytes UTF-8, and if not, how much of them is? */

let strict: TextDecoder | undefined
let loose: TextDecoder | undefined

/** Bytes up to which a second decoder is cheaper than an exception (4 microseconds in Node). */
const SHORT = 1024

/** The text of strictly valid UTF-8; undefined for anything else. */
export function strictUtf8(bytes: Uint8Array): string | undefined {
  if (!beginsLikeUtf8(bytes)) return undefined
  if (bytes.length <= SHORT) {
    const { text, replaced } = looseUtf8(bytes)
    return replaced === 0 ? text : undefined
  }
  try {
    strict ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether the first byte beyond ASCII in the first kilobyte leads a character: in Shift_JIS and EUC-JP it hardly ever does. */
function beginsLikeUtf8(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, SHORT)
  let at = 0
  while (at < end && bytes[at]! < 0x80) at++
  return at === end || sequenceLength(bytes[at]!) > 0
}

/** The text with one U+FFFD for each broken piece (WHATWG's "maximal subpart"), and how many there are. */
export function looseUtf8(bytes: Uint8Array): { text: string; replaced: number } {
  loose ??= new TextDecoder('utf-8', { ignoreBOM: true })
  const text = loose.decode(bytes)
  let replaced = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced++
  if (replaced === 0) return { text, replaced }
  // U+FFFD that the writer wrote is not ours.
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) replaced--
  }
  return { text, replaced }
}

/** What a scan for UTF-8 found. */
export interface Utf8Damage {
  /** Whole characters of two to four bytes. */
  whole: number
  /** Broken pieces. */
  broken: number
  /** Whether the only broken piece is a character cut at the end. */
  cut: boolean
}

/** Broken pieces after which a scan gives up where they outnumber the whole characters: that is no UTF-8. */
const HOPELESS = 16

/** Length of the sequence that a lead byte opens; 0 for a byte that opens none. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2
  if (lead >= 0xe0 && lead < 0xf0) return 3
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0
}

/** Whether a second byte makes no overlong form, surrogate or code point past U+10FFFF (Unicode table 3-7). */
function isSecond(lead: number, byte: number | undefined): boolean {
  if (byte === undefined || byte < 0x80 || byte > 0xbf) return false
  if (lead === 0xe0) return byte >= 0xa0
  if (lead === 0xed) return byte < 0xa0
  if (lead === 0xf0) return byte >= 0x90
  return lead !== 0xf4 || byte < 0x90
}

/** Counts what of the bytes is UTF-8. */
export function utf8Damage(bytes: Uint8Array): Utf8Damage {
  let whole = 0
  let broken = 0
  let cut = false
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i++] as number
    if (lead < 0x80) continue
    const length = sequenceLength(lead)
    let have = length === 0 ? 0 : 1
    if (length > 1 && isSecond(lead, bytes[i])) {
      have++
      while (have < length && isSecond(0, bytes[i + have - 1])) have++
    }
    if (have > 1) i += have - 1
    if (length > 0 && have === length) {
      whole++
      continue
    }
    broken++
    cut = length > 0 && i === bytes.length
    if (broken >= HOPELESS && broken > whole) break
  }
  return { whole, broken, cut: cut && broken === 1 }
}
