/** Where do path, query and fragment end in running text, and which trailing punctuation belongs to the sentence instead? */
import { isIgnorable } from '../text/ignorable.ts'
import { isAlnum, isMaskSign, isWideAscii } from './chars.ts'

/** ASCII that stops a URL in text: blanks, controls, `"`, `<`, `>`, `` ` ``. */
const STOPS = new Uint8Array(128)
for (let c = 0; c <= 0x20; c++) STOPS[c] = 1
for (const c of [0x22, 0x3c, 0x3e, 0x60, 0x7f]) STOPS[c] = 1

/** Full-width brackets and quotes enclose a full-width URL, they are no part of it. */
const isWideStop = (c: number): boolean => c === 0xff02 || c === 0xff08 || c === 0xff09 || c === 0xff1c || c === 0xff1e

/**
 * Finds the end of path, query and fragment.
 *
 * @param text the text
 * @param start start of the link
 * @param from where they begin
 * @param wide the scheme was full-width
 * @returns the end, trailing punctuation included
 */
export function tailEnd(text: string, start: number, from: number, wide: boolean): number {
  const opener = text.charCodeAt(start - 1)
  const closer = opener === 0x28 ? 0x29 : opener === 0x5b ? 0x5d : opener === 0x7b ? 0x7d : -1
  let depth = 0
  let end = from
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x80) {
      if (STOPS[c] === 1) break
      // `[a](https://a.example/x)[b](...)`: what was opened right before the URL ends it
      if (c === opener) depth++
      else if (c === closer && depth-- === 0) break
      if (c === 0x3a && text.charCodeAt(i + 1) === 0x2f && text.charCodeAt(i + 2) === 0x2f) {
        const glued = gluedScheme(text, from, i)
        if (glued >= 0) return Math.min(end, glued)
      }
      // what flattened HTML leaves behind
      if (c === 0x26 && /^&(?:[gl]t|quot);/.test(text.slice(i, i + 6))) break
    } else if (isIgnorable(c)) continue
    else if (isMaskSign(c)) {
      const run = maskRun(text, i)
      if (run === 0) break
      i += run - 1
    } else if (!wide || !isWideAscii(c) || isWideStop(c)) break
    end = i + 1
  }
  return end
}

/**
 * Masks in a path: two or more, or one between delimiters. A single ● before Japanese is a bullet.
 *
 * @returns their number; 0 when they are no masks
 */
function maskRun(text: string, at: number): number {
  let n = 1
  while (isMaskSign(text.charCodeAt(at + n))) n++
  const before = text.charCodeAt(at - 1)
  const delimited =
    before === 0x3d || before === 0x2f || before === 0x40 || before === 0x2e || before === 0x2d || before === 0x5f
  if (n > 1 && delimited) return n
  const after = text.charCodeAt(at + n)
  return (delimited || n > 1) && (after === 0x2f || after === 0x2e || after === 0x40 || after === 0x26) ? n : 0
}

/**
 * `http://` right after other text: a second link begins, unless a delimiter makes it part of this one (`/https://`, `?u=https://`).
 *
 * @returns where the second link begins; -1 when it belongs to this one
 */
function gluedScheme(text: string, from: number, colon: number): number {
  const word = text.slice(Math.max(from, colon - 5), colon).toLowerCase()
  const length = word === 'https' ? 5 : word.endsWith('http') ? 4 : 0
  if (length === 0) return -1
  const before = text.charCodeAt(colon - length - 1)
  const inside = colon - length <= from || '/=?&#%@_~:+-.$!'.includes(String.fromCharCode(before))
  return inside ? -1 : colon - length
}

const isCloser = (c: number): boolean => c === 0x29 || c === 0x5d || c === 0x7d
const openerOf = (c: number): number => (c === 0x29 ? 0x28 : c - 2)

/**
 * Takes trailing punctuation off: `.,;:!?'`, brackets that were not opened inside, emphasis stars, ruled lines.
 *
 * @param text the text
 * @param from start of the link; nothing before `floor` is taken off
 * @param floor end of the host
 * @param end from `tailEnd`
 * @param wide the scheme was full-width
 */
export function trimTail(text: string, from: number, floor: number, end: number, wide: boolean): number {
  let last = end
  let counts: Map<number, number> | undefined
  const starred = text.charCodeAt(from - 1) === 0x2a
  while (last > floor) {
    const raw = text.charCodeAt(last - 1)
    const c = wide && isWideAscii(raw) ? raw - 0xfee0 : raw
    if (isIgnorable(c)) last--
    else if (
      c === 0x2e ||
      c === 0x2c ||
      c === 0x3b ||
      c === 0x3a ||
      c === 0x21 ||
      c === 0x3f ||
      c === 0x27 ||
      c === 0x7c ||
      c === 0x5e
    )
      last--
    else if (c === 0x28 || c === 0x5b || c === 0x7b) last--
    else if (isCloser(c)) {
      counts ??= countBrackets(text, from, last)
      const surplus = (counts.get(c) ?? 0) - (counts.get(openerOf(c)) ?? 0)
      if (surplus <= 0) break
      counts.set(c, (counts.get(c) ?? 0) - 1)
      last--
    } else if (c === 0x2a) {
      // `uid=***` is a mask, `example.jp/a**` is emphasis
      let n = last
      while (n > floor && text.charCodeAt(n - 1) === 0x2a) n--
      const before = text.charCodeAt(n - 1)
      if (!starred && !isAlnum(before)) break
      last = n
    } else if (c === 0x2d || c === 0x3d || c === 0x5f || c === 0x23 || c === 0x7e) {
      // a ruled line under the URL, flattened onto it
      let n = last
      while (n > floor && text.charCodeAt(n - 1) === c) n--
      if (last - n < 4) break
      last = n
    } else break
  }
  return last
}

function countBrackets(text: string, from: number, end: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (let i = from; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x28 || c === 0x5b || c === 0x7b || isCloser(c)) counts.set(c, (counts.get(c) ?? 0) + 1)
  }
  return counts
}

/** Line breaks that one URL in angle brackets may hold (RFC 3986 Appendix C); mail software wraps at 76 characters. */
const MAX_BREAKS = 8
/** Units that are looked at for the closing bracket. */
const MAX_WRAPPED = 4_096

/**
 * Finds the closing `>` of a URL that was opened by `<` and broken over lines.
 *
 * @param text the text
 * @param end where the URL stopped
 * @returns offset of the `>`; -1 when other text comes first
 */
export function wrappedEnd(text: string, end: number): number {
  let breaks = 0
  let fresh = false
  for (let i = end; i < text.length && i < end + MAX_WRAPPED; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3e) return breaks > 0 && !fresh ? i : breaks === 0 ? i : -1
    if (c === 0x0d) continue
    if (c === 0x0a) {
      if (++breaks > MAX_BREAKS || fresh) return -1
      fresh = true
    } else if (c === 0x20 || c === 0x09) {
      // indentation of the next line only
      if (!fresh) return -1
    } else if (c >= 0x80 || STOPS[c] === 1) return -1
    else fresh = false
  }
  return -1
}
