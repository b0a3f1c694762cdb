/** Which tags, attributes and texts does markup hold, one after the other? */
import { Attributes, isBlank } from './attributes.ts'

/** How what follows a start tag is to be read. */
export const MARKUP = 0
/** As text up to the end tag of the same name (HTML, 13.2.5.2 and 13.2.5.3). */
export const TEXT_ONLY = 1
/** As text up to the end (HTML, 13.2.5.5). */
export const TEXT_TO_END = 2

const GREATER = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f

/** What is told as markup is read; offsets count into the markup. */
export interface HtmlEvents {
  /**
   * A start tag is complete; its name stands at the offsets.
   *
   * @returns how what follows is to be read: `MARKUP`, `TEXT_ONLY` or `TEXT_TO_END`
   */
  open(from: number, to: number, attributes: Attributes): number
  close(from: number, to: number): void
  /** Text, its character references not decoded. */
  text(from: number, to: number): void
}

/**
 * Reads markup in one pass as the HTML standard's tokenizer does (13.2.5), in linear time. A tag or comment that does not
 * end before the markup does is no text either.
 *
 * @param conditional - whether what stands in comments for Outlook is read
 */
export function readHtml(html: string, events: HtmlEvents, conditional = false): void {
  const attributes = new Attributes(html)
  const { length } = html
  let textStart = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const start = at++
    if (at === length) break
    const mark = html.charCodeAt(at)
    const nameStart = mark === SLASH ? at + 1 : at
    if (nameStart === length) break
    if (isLetter(html.charCodeAt(nameStart))) {
      if (start > textStart) events.text(textStart, start)
      const nameEnd = endOfName(html, nameStart)
      at = textStart = attributes.read(nameEnd)
      if (at < 0) return
      if (mark === SLASH) events.close(nameStart, nameEnd)
      else {
        const content = events.open(nameStart, nameEnd, attributes)
        if (content === TEXT_ONLY) at = endOfText(html, at, html.slice(nameStart, nameEnd).toLowerCase())
        else if (content === TEXT_TO_END) at = length
      }
    } else if (mark === BANG || mark === QUESTION || mark === SLASH) {
      if (start > textStart) events.text(textStart, start)
      at = textStart = conditional && html.startsWith('!--[if', at) ? endOfCondition(html, at) : endOfComment(html, at)
    }
  }
  if (textStart < length) events.text(textStart, length)
}

function isLetter(c: number): boolean {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a)
}

/** Where the name of a tag ends. */
function endOfName(html: string, from: number): number {
  let at = from + 1
  for (; at < html.length; at++) {
    const c = html.charCodeAt(at)
    if (c === GREATER || c === SLASH || isBlank(c)) break
  }
  return at
}

/** The place after a comment, a declaration or the like; `from` is where its `!`, `?` or `/` stands. */
function endOfComment(html: string, from: number): number {
  if (!html.startsWith('!--', from)) {
    const end = html.indexOf('>', from)
    return end < 0 ? html.length : end + 1
  }
  const start = from + 3
  if (html.startsWith('>', start)) return start + 1
  if (html.startsWith('->', start)) return start + 2
  for (let at = html.indexOf('--', start); at >= 0; at = html.indexOf('--', at + 1)) {
    if (html.startsWith('>', at + 2)) return at + 3
    if (html.startsWith('!>', at + 2)) return at + 4
  }
  return html.length
}

/** The place after `<!--[if mso]>`; its end is a comment of its own. */
function endOfCondition(html: string, from: number): number {
  const end = html.indexOf('>', from)
  return end < 0 ? html.length : end + 1
}

/** Where the end tag of an element stands that holds nothing but text, or the end of the markup. */
function endOfText(html: string, from: number, name: string): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    const end = at + 2 + name.length
    const c = end < html.length ? html.charCodeAt(end) : 0
    if ((c === GREATER || c === SLASH || isBlank(c)) && html.slice(at + 2, end).toLowerCase() === name) return at
  }
  return html.length
}
