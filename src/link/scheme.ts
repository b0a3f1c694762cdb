/** Does a link begin at this colon? http(s), ftp and mailto as people write them: `hxxps`, `h**p`, `ttps`, full-width, `[:]`, without slashes. */
import { isIgnorable } from '../text/ignorable.ts'
import { isAlnum, isWideAscii } from './chars.ts'

/** Where a link begins and how its scheme was written. */
export interface SchemeMark {
  start: number
  /** First unit after the colon and the slashes. */
  after: number
  scheme: 'http' | 'https' | 'ftp' | 'mailto'
  defanged: boolean
  /** Written in full-width letters, so the rest may be too. */
  wide: boolean
  /** `https:evil.example` without a slash: only a host under a known suffix makes it a link. */
  bare: boolean
}

type Known = readonly [word: string, scheme: SchemeMark['scheme'], defanged: boolean, alone: boolean]

/** Longest first. `alone`: must not be the end of a longer word, or every word before a colon would count. */
const WORDS: readonly Known[] = [
  ['mailto', 'mailto', false, true],
  ['https', 'https', false, false],
  ['hxxps', 'https', true, false],
  ['h**ps', 'https', true, false],
  ['h--ps', 'https', true, false],
  ['http', 'http', false, false],
  ['hxxp', 'http', true, false],
  ['h**p', 'http', true, false],
  ['h--p', 'http', true, false],
  // Japanese boards leave the h out so that nobody opens the link by accident
  ['ttps', 'https', true, true],
  ['ttp', 'http', true, true],
  ['ftp', 'ftp', false, true],
]
const LONGEST = 6

/** Lower-case ASCII of one unit of a scheme; 0 when it is none. Cyrillic х stands for x in defanged schemes. */
function plain(c: number): number {
  if (c === 0x445 || c === 0xd7) return 0x78
  const a = isWideAscii(c) ? c - 0xfee0 : c
  if (a >= 0x41 && a <= 0x5a) return a + 0x20
  return (a >= 0x61 && a <= 0x7a) || a === 0x2a || a === 0x2d ? a : 0
}

/**
 * Looks at one colon.
 *
 * @param text the text
 * @param colon offset of a `:` or `：`
 * @param from nothing before this offset is looked at
 * @returns undefined when no link begins here
 */
export function schemeAt(text: string, colon: number, from: number): SchemeMark | undefined {
  let at = colon - 1
  let bracket = false
  let broken = false
  const opening = text.charCodeAt(at)
  if (opening === 0x5b || opening === 0x28) {
    bracket = true
    at--
  } else if (opening === 0x5f) {
    // `https_://` is a lure's way past filters
    broken = true
    at--
  }
  let word = ''
  let start = colon
  let wide = false
  const starts: number[] = []
  for (; at >= from && word.length < LONGEST; at--) {
    const c = text.charCodeAt(at)
    if (isIgnorable(c)) continue
    const p = plain(c)
    if (p === 0) break
    word = String.fromCharCode(p) + word
    starts.push(at)
    wide ||= isWideAscii(c)
  }
  if (word.length < 3) return undefined
  const known = WORDS.find((w) => word.endsWith(w[0]))
  if (!known) return undefined
  const [name, scheme, defangedWord, alone] = known
  start = starts[name.length - 1] ?? colon
  const before = start > from ? text.charCodeAt(start - 1) : 0
  const bounded = !(isAlnum(before) || before === 0x2a)
  if (alone && !bounded) return undefined
  const mark: SchemeMark = {
    start,
    after: colon + 1,
    scheme,
    defanged: defangedWord || bracket || broken,
    wide,
    bare: false,
  }
  if (scheme === 'mailto') return mark
  let i = colon + 1
  let slashes = 0
  let closed = !bracket
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x2f || c === 0x5c || c === 0xff0f || c === 0xff3c) slashes++
    else if (!closed && (c === 0x5d || c === 0x29)) closed = true
    // `https[:][/][/]`
    else if (bracket && (c === 0x5b || c === 0x5d) && slashes < 2) continue
    else if (!isIgnorable(c)) break
  }
  if (!closed) return undefined
  mark.after = i
  mark.bare = slashes === 0
  if (slashes === 0 && (!bounded || mark.defanged)) return undefined
  return mark
}
