/** Which parts of a text are the sender's own words, and which are quoted examples? */
import { labelsOf } from './head-names.ts'

/** A stretch of the original text, in UTF-16 code units. */
export interface Range {
  start: number
  end: number
}

/** The head of an embedded mail. */
export interface Head extends Range {
  /** Its head lines: a lure that puts on one line (`件名:…`) shows no other mail yet. */
  fields: number
}

/** What a text shows of quoting. */
export interface Passages {
  /** Lines that open an embedded mail (`件名:` ..., `差出人 ...`), in order; one entry a group of adjoining head lines. */
  heads: Head[]
  /**
   * Stretches that quote, in order and without overlap: from an embedded head to the next rule or the end, `> ` lines,
   * blockquotes. Unless the mail warns, one head line alone opens none, and where nearly all is quoted nothing is: a lure
   * may wrap itself.
   */
  quoted: Range[]
  /** Lines drawn from one repeated character (`————`, `====`). */
  rules: number
  /** Code units in runs of two and more `> ` lines, as mail programs write an answered mail. */
  cited: number
}

/** Head words of an embedded mail, lower case, by the code of their first character in either case. */
let headWords: Map<number, string[]> | undefined

function readHeadWords(): Map<number, string[]> {
  const words = new Map<number, string[]>()
  for (const word of [...labelsOf('subject'), ...labelsOf('from')]) {
    for (const start of new Set([word.charCodeAt(0), word.toUpperCase().charCodeAt(0)])) {
      const alike = words.get(start)
      if (alike) alike.push(word)
      else words.set(start, [word])
    }
  }
  return words
}

/** A head line names one field in few words; a paragraph that only starts with 差出人 is longer. */
const HEAD_LINE_UNITS = 160
/** Notices put at most this many blank lines between the head lines of one example. */
const HEAD_GROUP_LINES = 3
/** Letters outside of all quotes below which nobody comments on them: `お客様各位` is no comment, `これは詐欺ですよ。無視してください` is. */
const OWN_LETTERS = 12

/**
 * Finds embedded mail heads, quoted stretches and drawn rules.
 *
 * @param text visible text, any length; one pass over its lines
 * @param blockquotes ranges the HTML marks as quotes
 * @param warns whether the mail says that it warns about others: one head line (`件名:…`) then opens an example, and an
 *   example may be all there is
 * @param lone whether one `> ` line alone quotes; in HTML a button reads `>> ファイルを受け取る`
 * @returns ranges in UTF-16 code units into `text`; empty arrays for plain prose
 * @example findPassages('例:\n件名:重要\n差出人:A <a@example.com>\n本文').heads.length // 1
 */
export function findPassages(text: string, blockquotes: Range[] = [], warns = false, lone = true): Passages {
  const heads: Head[] = []
  const quoted: Range[] = [...blockquotes]
  const marked: Array<Range & { lines: number }> = []
  const examples: Range[] = []
  let rules = 0
  let headLines = 0
  let line = 0
  let lastHeadLine = -100
  let open = -1
  let at = 0
  while (at <= text.length) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    const start = skipBlanks(text, at, end)
    if (start < end) {
      if (isRule(text, start, end)) {
        rules++
        if (open >= 0 && line - lastHeadLine > 1) {
          examples.push({ start: open, end: at })
          open = -1
        }
      } else if (isHead(text, start, end)) {
        const last = heads.at(-1)
        if (last && line - lastHeadLine <= HEAD_GROUP_LINES) {
          last.end = end
          last.fields++
        } else heads.push({ start, end, fields: 1 })
        lastHeadLine = line
        headLines++
        if (open < 0) open = start
      } else if (text.charCodeAt(start) === 0x3e) {
        const last = marked.at(-1)
        if (last && last.end >= at - 1) {
          last.end = end
          last.lines++
        } else marked.push({ start, end, lines: 1 })
      }
    }
    line++
    at = end + 1
  }
  let cited = 0
  for (const { start, end, lines } of marked) {
    if (lone || lines > 1) quoted.push({ start, end })
    if (lines > 1) cited += end - start
  }
  if (open >= 0) examples.push({ start: open, end: text.length })
  if (headLines >= 2 || warns) quoted.push(...examples)
  const ranges = merged(quoted)
  if (isCommented(text, ranges)) return { heads, quoted: ranges, rules, cited }
  return { heads, quoted: warns ? examples : [], rules, cited }
}

/** Whether the sender says something around the quotes. */
function isCommented(text: string, ranges: Range[]): boolean {
  let letters = 0
  let at = 0
  for (let r = 0; r <= ranges.length; r++) {
    const range = ranges[r]
    for (const stop = range?.start ?? text.length; at < stop; at++)
      if (isLetter(text.charCodeAt(at)) && ++letters >= OWN_LETTERS) return true
    if (range && range.end > at) at = range.end
  }
  return false
}

/** The same stretches in order and without overlap, so that a place is found by halving. */
function merged(ranges: Range[]): Range[] {
  if (ranges.length < 2) return ranges
  const out: Range[] = []
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (!last || range.start >= last.end) out.push({ ...range })
    else if (range.end > last.end) last.end = range.end
  }
  return out
}

/** Whether a place lies in one of the ranges, which are in order and do not overlap. */
export function isWithin(ranges: Range[], at: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  return low < ranges.length && ranges[low]!.start <= at
}

function skipBlanks(text: string, at: number, end: number): number {
  let i = at
  while (i < end) {
    const c = text.charCodeAt(i)
    if (c !== 0x20 && c !== 0x09 && c !== 0x3000 && c !== 0x0d && c !== 0xa0) break
    i++
  }
  return i
}

/** Ten or more of one drawing character, and nothing else. */
function isRule(text: string, start: number, end: number): boolean {
  let stop = end
  while (stop > start && text.charCodeAt(stop - 1) <= 0x20) stop--
  if (stop - start < 10) return false
  const c = text.charCodeAt(start)
  const drawing =
    c === 0x2d ||
    c === 0x3d ||
    c === 0x2a ||
    c === 0x5f ||
    (c >= 0x2010 && c <= 0x2015) ||
    (c >= 0x2500 && c <= 0x257f) ||
    c === 0x30fc ||
    c === 0xff0d ||
    c === 0xff1d
  if (!drawing) return false
  for (let i = start + 1; i < stop; i++) if (text.charCodeAt(i) !== c) return false
  return true
}

/** `件名:…`, `■差出人　…`, `Subject: …`: a head word, then a colon or blanks, then something. */
function isHead(text: string, start: number, end: number): boolean {
  if (end - start > HEAD_LINE_UNITS) return false
  let i = start
  // up to three marks stand before the word: ■ ・ 【 ＜ * 「
  for (let k = 0; k < 3 && i < end && !isLetter(text.charCodeAt(i)); k++) i++
  if (i === end) return false
  headWords ??= readHeadWords()
  const words = headWords.get(text.charCodeAt(i))
  // a colon or blanks must follow the word
  if (words === undefined) return false
  for (const word of words) {
    if (!startsWithFolded(text, i, word)) continue
    let j = i + word.length
    if (j < end && (text.charCodeAt(j) === 0x3011 || text.charCodeAt(j) === 0xff1e)) return true
    const blanks = skipBlanks(text, j, end)
    const colon = text.charCodeAt(blanks)
    if (blanks < end && (colon === 0x3a || colon === 0xff1a)) return true
    // `差出人 Kagoya` has blanks alone; English prose also starts with `From `, so only Japanese words may
    j = blanks
    if (blanks > i + word.length && j < end && word.charCodeAt(0) > 0x7f) return true
  }
  return false
}

function isLetter(c: number): boolean {
  return (
    (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || (c >= 0x3041 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff)
  )
}

function startsWithFolded(text: string, at: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) {
    let c = text.charCodeAt(at + k)
    if (c >= 0x41 && c <= 0x5a) c += 32
    if (c !== word.charCodeAt(k)) return false
  }
  return true
}
