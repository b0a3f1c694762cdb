/** How do decoded UTF-16 code units become a string without growing an array of one-character strings? */
import { slabs } from '../text/slab.ts'

const newUnits = slabs((length) => new Uint16Array(length))

/** Reads the host's own order of a code unit's bytes. */
let decoder: TextDecoder | undefined

function hostDecoder(): TextDecoder {
  if (decoder === undefined) {
    const little = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
    decoder = new TextDecoder(little ? 'utf-16le' : 'utf-16be', { ignoreBOM: true })
  }
  return decoder
}

/**
 * A growing run of UTF-16 code units without lone surrogates. `replaced` counts the U+FFFD written for bytes that could
 * not be decoded.
 */
export class Units {
  private buffer: Uint16Array
  length = 0
  replaced = 0

  /** @param capacity Code units expected. */
  constructor(capacity: number) {
    this.buffer = newUnits(capacity)
  }

  /** The buffer, with room for `more` units from `length` on. A loop that writes into it sets `length` when it is done. */
  reserve(more: number): Uint16Array {
    const least = this.length + more
    if (least > this.buffer.length) {
      const larger = new Uint16Array(Math.max(least, this.buffer.length * 2))
      larger.set(this.buffer)
      this.buffer = larger
    }
    return this.buffer
  }

  /** Writes one code unit that is no surrogate. */
  push(unit: number): void {
    if (this.length === this.buffer.length) this.reserve(16)
    this.buffer[this.length++] = unit
  }

  /** Writes U+FFFD for bytes that could not be decoded. */
  pushReplacement(): void {
    this.replaced++
    this.push(0xfffd)
  }

  /** Writes one code point, U+0000 to U+10FFFF, that is no surrogate. */
  pushPoint(point: number): void {
    if (point < 0x10000) {
      this.push(point)
      return
    }
    this.push(0xd7c0 + (point >> 10))
    this.push(0xdc00 | (point & 0x3ff))
  }

  /** Takes back what was written since `length` and `replaced` were these. */
  rewind(length: number, replaced: number): void {
    this.length = length
    this.replaced = replaced
  }

  /** The units as a string. */
  toText(): string {
    return hostDecoder().decode(this.buffer.subarray(0, this.length))
  }
}
