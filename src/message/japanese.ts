/** What text are bytes in Shift_JIS or EUC-JP? */
import { ibmExtensions, jisX0208, jisX0212, REPLACEMENT } from './jis.ts'
import { Units } from './units.ts'

/** A reading of bytes in one charset. */
export interface Reading {
  text: string
  /** Bytes or pairs that stand for nothing, each U+FFFD in `text`. */
  replaced: number
  /** Whether the only thing wrong is that the last character is cut. */
  cut: boolean
}

/**
 * Reads Shift_JIS with NEC's and IBM's extensions (CP932).
 *
 * @param bytes Any bytes; what stands for nothing becomes U+FFFD, and a byte below 0x80 after it stands for itself.
 */
export function readShiftJis(bytes: Uint8Array): Reading {
  const out = new Units(bytes.length)
  const cut = shiftJisInto(bytes, 0, bytes.length, out)
  return { text: out.toText(), replaced: out.replaced, cut: cut && out.replaced === 1 }
}

/** Writes the text of some of the bytes; returns whether the last character is cut. */
export function shiftJisInto(bytes: Uint8Array, from: number, end: number, out: Units): boolean {
  const grid = jisX0208()
  const units = out.reserve(end - from)
  let to = out.length
  let cut = false
  for (let i = from; i < end; ) {
    const lead = bytes[i++] as number
    if (lead < 0x80) {
      units[to++] = lead
      continue
    }
    if (lead >= 0xa1 && lead <= 0xdf) {
      units[to++] = lead + 0xfec0
      continue
    }
    const trail = i < end ? (bytes[i] as number) : 0
    let unit = REPLACEMENT
    if (trail >= 0x40 && trail !== 0x7f && trail <= 0xfc && lead !== 0x80 && lead !== 0xa0 && lead <= 0xfc) {
      const place = trail - (trail < 0x7f ? 0x40 : 0x41)
      if (lead < 0xf0) unit = grid[(lead - (lead < 0xa0 ? 0x81 : 0xc1)) * 188 + place] as number
      // Lead bytes F0 to F9 are the user's own characters; WHATWG gives them the private-use area.
      else if (lead < 0xfa) unit = 0xe000 + (lead - 0xf0) * 188 + place
      else unit = ibmExtensions()[(lead - 0xfa) * 188 + place] as number
    }
    units[to++] = unit
    if (unit !== REPLACEMENT) {
      i++
      continue
    }
    out.replaced++
    if (i === end) cut = lead !== 0x80 && lead !== 0xa0 && lead <= 0xfc
    // A byte below 0x80 stays: it may close a tag. After a byte that leads nothing, the next begins anew.
    else if (trail >= 0x80 && lead !== 0x80 && lead !== 0xa0 && lead <= 0xfc) i++
  }
  out.length = to
  return cut
}

/**
 * Reads EUC-JP with JIS X 0212, NEC's row 13 and the NEC-selected IBM extensions.
 *
 * @param bytes Any bytes; what stands for nothing becomes U+FFFD, and a byte below 0x80 after it stands for itself.
 */
export function readEucJp(bytes: Uint8Array): Reading {
  const out = new Units(bytes.length)
  const cut = eucJpInto(bytes, 0, bytes.length, out)
  return { text: out.toText(), replaced: out.replaced, cut: cut && out.replaced === 1 }
}

/** Writes the text of some of the bytes; returns whether the last character is cut. */
export function eucJpInto(bytes: Uint8Array, from: number, end: number, out: Units): boolean {
  const grid = jisX0208()
  const units = out.reserve(end - from)
  let to = out.length
  let cut = false
  for (let i = from; i < end; ) {
    const lead = bytes[i++] as number
    if (lead < 0x80) {
      units[to++] = lead
      continue
    }
    let unit = REPLACEMENT
    if (lead === 0x8e || lead === 0x8f || (lead >= 0xa1 && lead !== 0xff)) {
      const need = lead === 0x8f ? 2 : 1
      let have = 0
      while (have < need && i + have < end && (bytes[i + have] as number) >= 0xa1 && bytes[i + have] !== 0xff) have++
      if (have === need) {
        const trail = bytes[i + need - 1] as number
        if (lead >= 0xa1) unit = grid[(lead - 0xa1) * 94 + trail - 0xa1] as number
        else if (lead === 0x8e) unit = trail <= 0xdf ? trail + 0xfec0 : REPLACEMENT
        else unit = jisX0212()[((bytes[i] as number) - 0xa1) * 94 + trail - 0xa1] ?? REPLACEMENT
      } else cut = i + have === end
      i += have
    }
    units[to++] = unit
    if (unit === REPLACEMENT) out.replaced++
  }
  out.length = to
  return cut
}
