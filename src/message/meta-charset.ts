/** Which charset does an HTML part name in its own `<meta>` tag? */

/** Bytes looked at. WHATWG's prescan reads 1,024; mail editors put long style sheets before the tag. */
const PRESCAN = 8192

const LT = 0x3c
const GT = 0x3e

const lower = (byte: number | undefined): number =>
  byte === undefined ? 0 : byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d)

/** Whether `word` (lower case ASCII) stands at `at`. */
function standsAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (lower(bytes[at + i]) !== word.charCodeAt(i)) return false
  return true
}

/**
 * The charset label in the first `<meta charset>`, `<meta http-equiv content="...; charset=...">` or `<?xml encoding?>`.
 *
 * @param bytes An HTML part, transfer encoding taken off; the first 8,192 bytes are looked at, comments are passed over.
 * @returns The label as written; empty when there is none. A UTF-16 label reads `utf-8`: the tag itself was read as ASCII.
 * Source: WHATWG HTML, "prescan a byte stream to determine its encoding".
 * @example metaCharset(new TextEncoder().encode('<meta charset="Shift_JIS">')) // 'Shift_JIS'
 */
export function metaCharset(bytes: Uint8Array): string {
  const end = Math.min(bytes.length, PRESCAN)
  let at = 0
  while (at < end) {
    at = bytes.indexOf(LT, at)
    if (at < 0 || at >= end) return ''
    if (standsAt(bytes, at, '<!--')) {
      at = commentEnd(bytes, at + 4, end)
      continue
    }
    const isTag = isBlank(bytes[at + 5]) || bytes[at + 5] === 0x2f
    const key = !isTag ? '' : standsAt(bytes, at, '<meta') ? 'charset' : standsAt(bytes, at, '<?xml') ? 'encoding' : ''
    at++
    if (key === '') continue
    let close = bytes.indexOf(GT, at)
    if (close < 0 || close > end) close = end
    const label = attributeOf(bytes, at, close, key)
    if (label !== '') return label.toLowerCase().startsWith('utf-16') ? 'utf-8' : label
    at = close
  }
  return ''
}

function commentEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    if (bytes[i] === 0x2d && bytes[i + 1] === 0x2d && bytes[i + 2] === GT) return i + 3
  }
  return end
}

/** The value after `key =` between two places of one tag. */
function attributeOf(bytes: Uint8Array, from: number, close: number, key: string): string {
  for (let i = from; i < close; i++) {
    if (!standsAt(bytes, i, key)) continue
    let at = i + key.length
    while (at < close && isBlank(bytes[at])) at++
    if (bytes[at] !== 0x3d) continue
    at++
    while (at < close && (isBlank(bytes[at]) || bytes[at] === 0x22 || bytes[at] === 0x27)) at++
    let label = ''
    while (at < close && label.length < 64) {
      const byte = bytes[at++] as number
      if (isBlank(byte) || byte === 0x22 || byte === 0x27 || byte === 0x3b || byte === 0x2f || byte >= 0x7f) break
      label += String.fromCharCode(byte)
    }
    if (label !== '') return label
  }
  return ''
}
