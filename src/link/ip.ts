/** Is a host an IP address, however it is written? IPv4 in any base and number of parts, and IPv6, as the URL Standard reads them. */

/** `0x1f`, `0377`, `31`; NaN when it is no number. URL Standard, "IPv4 number parser". */
function numberOf(part: string): number {
  if (part === '') return Number.NaN
  let radix = 10
  let at = 0
  if (part.charCodeAt(0) === 0x30 && part.length > 1) {
    const x = part.charCodeAt(1) | 0x20
    radix = x === 0x78 ? 16 : 8
    at = radix === 16 ? 2 : 1
  }
  let value = 0
  for (; at < part.length; at++) {
    const c = part.charCodeAt(at) | 0x20
    const digit = c >= 0x30 && c <= 0x39 ? c - 0x30 : c >= 0x61 && c <= 0x66 ? c - 0x57 : 99
    if (digit >= radix) return Number.NaN
    value = value * radix + digit
    if (value > 0xffffffff) return 0x1_0000_0000
  }
  return value
}

/**
 * Reads an IPv4 address as a browser does.
 *
 * @param host lower-case ASCII host
 * @returns dotted decimal; empty when the host is a name or the numbers are out of range
 * @example ipv4Of('0300.0250.0.1') // '192.168.0.1'
 */
export function ipv4Of(host: string): string {
  // the last label decides (URL Standard, "ends in a number"), and it begins with a digit then
  const last = host.charCodeAt(host.lastIndexOf('.', host.length - 2) + 1)
  if (!(last >= 0x30 && last <= 0x39) || host.length > 64) return ''
  const parts = host.split('.')
  if (parts.length > 1 && parts[parts.length - 1] === '') parts.pop()
  if (parts.length > 4) return ''
  let value = 0
  for (let i = 0; i < parts.length; i++) {
    const n = numberOf(parts[i] ?? '')
    if (Number.isNaN(n)) return ''
    if (i < parts.length - 1) {
      if (n > 255) return ''
      value += n * 256 ** (3 - i)
    } else {
      if (n >= 256 ** (5 - parts.length)) return ''
      value += n
    }
  }
  return `${Math.floor(value / 0x1000000)}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
}

/** Up to eight groups of `part`; undefined when it is malformed. */
function groupsOf(part: string): number[] | undefined {
  if (part === '') return []
  const out: number[] = []
  const pieces = part.split(':')
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] ?? ''
    if (i === pieces.length - 1 && piece.includes('.')) {
      const v4 = ipv4Of(piece)
      if (v4 === '') return undefined
      const b = v4.split('.').map(Number)
      out.push((b[0] ?? 0) * 256 + (b[1] ?? 0), (b[2] ?? 0) * 256 + (b[3] ?? 0))
    } else {
      if (piece.length === 0 || piece.length > 4 || !/^[0-9a-f]+$/.test(piece)) return undefined
      out.push(Number.parseInt(piece, 16))
    }
  }
  return out
}

/**
 * Reads an IPv6 address and writes it as RFC 5952 asks.
 *
 * @param text without brackets, lower case
 * @returns the shortest form; empty when it is no IPv6 address
 * @example ipv6Of('2001:db8:0:0:0:0:0:1') // '2001:db8::1'
 */
export function ipv6Of(text: string): string {
  if (text.length > 45 || !text.includes(':')) return ''
  const gap = text.indexOf('::')
  if (gap !== text.lastIndexOf('::')) return ''
  const head = groupsOf(gap < 0 ? text : text.slice(0, gap))
  const tail = gap < 0 ? [] : groupsOf(text.slice(gap + 2))
  if (!head || !tail) return ''
  const missing = 8 - head.length - tail.length
  if (gap < 0 ? missing !== 0 : missing < 1) return ''
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail]
  let best = -1
  let bestLength = 1
  for (let i = 0; i < 8; i++) {
    let n = 0
    while (i + n < 8 && groups[i + n] === 0) n++
    if (n > bestLength) {
      best = i
      bestLength = n
    }
    i += n
  }
  const hex = (list: number[]): string => list.map((g) => g.toString(16)).join(':')
  return best < 0 ? hex(groups) : `${hex(groups.slice(0, best))}::${hex(groups.slice(best + bestLength))}`
}

/** Addresses of a network of one's own (RFC 1918, RFC 3927, RFC 1122): a disk or a router there writes to its owner, and no stranger can be reached. */
export function isPrivateAddress(host: string): boolean {
  return /^(10|127|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))(\.\d{1,3}){2,3}$/.test(host)
}
