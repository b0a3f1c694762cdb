/** How is a Unicode host label written in ASCII, and back? Bootstring with the parameters of Punycode (RFC 3492), the same on every runtime. */

const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const INITIAL_BIAS = 72
const INITIAL_N = 128
/** A DNS label has at most 63 octets; longer ones are left alone, which also bounds the quadratic insertion. */
const MAX_LABEL = 63
const MAX_CODE_POINT = 0x10ffff

/** RFC 3492 §6.1. */
function adapt(delta: number, points: number, first: boolean): number {
  let d = first ? Math.floor(delta / DAMP) : delta >> 1
  d += Math.floor(d / points)
  let k = 0
  while (d > ((BASE - T_MIN) * T_MAX) >> 1) {
    d = Math.floor(d / (BASE - T_MIN))
    k += BASE
  }
  return k + Math.floor(((BASE - T_MIN + 1) * d) / (d + SKEW))
}

const digitOf = (c: number): number => (c >= 0x30 && c <= 0x39 ? c - 22 : c >= 0x61 && c <= 0x7a ? c - 0x61 : BASE)
const unitOf = (digit: number): string => String.fromCharCode(digit < 26 ? digit + 0x61 : digit + 22)
const threshold = (k: number, bias: number): number => (k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias)

/**
 * Writes one label in ASCII.
 *
 * @param label a host label, lower case; at most 63 code points are encoded
 * @returns `xn--...`; the label itself when it is ASCII already or too long
 * @example encodeLabel('日本語') // 'xn--wgv71a119e'
 */
export function encodeLabel(label: string): string {
  const points = Array.from(label, (c) => c.codePointAt(0) ?? 0)
  let out = ''
  for (const p of points) if (p < INITIAL_N) out += String.fromCharCode(p)
  const basic = out.length
  if (basic === points.length || points.length > MAX_LABEL) return label
  if (basic > 0) out += '-'
  let n = INITIAL_N
  let delta = 0
  let bias = INITIAL_BIAS
  let done = basic
  while (done < points.length) {
    let next = MAX_CODE_POINT
    for (const p of points) if (p >= n && p < next) next = p
    delta += (next - n) * (done + 1)
    n = next
    for (const p of points) {
      if (p < n) delta++
      if (p !== n) continue
      let q = delta
      for (let k = BASE; ; k += BASE) {
        const t = threshold(k, bias)
        if (q < t) break
        out += unitOf(t + ((q - t) % (BASE - t)))
        q = Math.floor((q - t) / (BASE - t))
      }
      out += unitOf(q)
      bias = adapt(delta, done + 1, done === basic)
      delta = 0
      done++
    }
    delta++
    n++
  }
  return `xn--${out}`
}

/**
 * Reads one `xn--` label.
 *
 * @param label a host label, lower case
 * @returns the Unicode label; the label itself when it is no valid Punycode
 * @example decodeLabel('xn--wgv71a119e') // '日本語'
 */
export function decodeLabel(label: string): string {
  if (!label.startsWith('xn--') || label.length > MAX_LABEL) return label
  const body = label.slice(4)
  const dash = body.lastIndexOf('-')
  const points: number[] = []
  for (let i = 0; i < dash; i++) points.push(body.charCodeAt(i))
  let n = INITIAL_N
  let bias = INITIAL_BIAS
  let i = 0
  for (let at = dash < 0 ? 0 : dash + 1; at < body.length; ) {
    const old = i
    let w = 1
    for (let k = BASE; ; k += BASE) {
      const digit = at < body.length ? digitOf(body.charCodeAt(at++)) : BASE
      if (digit >= BASE) return label
      i += digit * w
      const t = threshold(k, bias)
      if (digit < t) break
      w *= BASE - t
      if (w > 0x7fffffff) return label
    }
    const size = points.length + 1
    bias = adapt(i - old, size, old === 0)
    n += Math.floor(i / size)
    if (n > MAX_CODE_POINT || (n >= 0xd800 && n <= 0xdfff)) return label
    i %= size
    points.splice(i++, 0, n)
  }
  return points.length === 0 ? label : String.fromCodePoint(...points)
}
