/** Which decoder is there for labels that `TextDecoder` rejects? In browsers and Workers: none. */

/**
 * Decodes bytes in a charset that only the host's own codec library knows.
 *
 * @returns Undefined: there is none here, so `decodeBytes` says `lossy`.
 */
export function decodeWithCodec(_bytes: Uint8Array, _label: string): string | undefined {
  return undefined
}
