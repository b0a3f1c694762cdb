/** Which UUID does a name have? UUIDv5 (RFC 9562 §5.5) over an own SHA-1 (FIPS 180-4), so that ids need no clock and no chance. */

/**
 * SHA-1. Broken for signatures; here it only spreads names over ids, as the standard for UUIDv5 asks.
 *
 * @returns 20 bytes
 */
export function sha1(bytes: Uint8Array): Uint8Array {
  const blocks = ((bytes.length + 8) >> 6) + 1
  const padded = new Uint8Array(blocks * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const h = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  const w = new Uint32Array(80)
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block * 64 + i * 4)
    for (let i = 16; i < 80; i++) w[i] = rotate(w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!, 1)
    let [a, b, c, d, e] = h as unknown as [number, number, number, number, number]
    for (let i = 0; i < 80; i++) {
      const [f, k] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6]
      const next = (rotate(a, 5) + f + e + k + w[i]!) >>> 0
      e = d
      d = c
      c = rotate(b, 30)
      b = a
      a = next
    }
    for (const [i, value] of [a, b, c, d, e].entries()) h[i] = h[i]! + value
  }
  const digest = new Uint8Array(20)
  h.forEach((word, i) => {
    new DataView(digest.buffer).setUint32(i * 4, word)
  })
  return digest
}

const rotate = (x: number, n: number): number => ((x << n) | (x >>> (32 - n))) >>> 0

/** Namespace of all ids that lurebook makes: UUIDv5 of the name `lurebook` in the DNS namespace; fixed for ever. */
export const LUREBOOK_NAMESPACE = uuidv5('lurebook', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')

/**
 * A name's UUIDv5.
 *
 * @param name any text, hashed as UTF-8
 * @param namespace a UUID
 * @example uuidv5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8') // '2ed6657d-e927-568b-95e1-2665a8aea6a2'
 */
export function uuidv5(name: string, namespace: string): string {
  const space = namespace.replaceAll('-', '').match(/../g)!
  const text = new TextEncoder().encode(name)
  const bytes = new Uint8Array(16 + text.length)
  space.forEach((hex, i) => {
    bytes[i] = Number.parseInt(hex, 16)
  })
  bytes.set(text, 16)
  const id = sha1(bytes).subarray(0, 16)
  id[6] = (id[6]! & 0x0f) | 0x50
  id[8] = (id[8]! & 0x3f) | 0x80
  const hex = Array.from(id, (b) => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
