/** What does an invitation say to a reader (RFC 5545)? Calendars show its words as mail programs show a text. */
import { newBytes } from './bytes.ts'

/** Properties that calendars show: words, where to go, and pages to open (RFC 7986 §5.11 for CONFERENCE). */
const SHOWN = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'COMMENT', 'CONTACT', 'URL', 'CONFERENCE'])
/** The description as HTML: Outlook's, and RFC 9073 §6.5. */
const SHOWN_HTML = new Set(['X-ALT-DESC', 'STYLED-DESCRIPTION'])
/** Properties whose value is an address and not text: a backslash in it escapes nothing. */
const ADDRESSES = new Set(['URL', 'CONFERENCE'])
/** No name of a property is longer. */
const NAME_UNITS = 40

/** Takes folds out (§3.1), before any decoding: simple programs fold in the middle of a character. */
export function unfoldLines(bytes: Uint8Array): Uint8Array {
  const out = newBytes(bytes.length)
  let size = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === 10 || byte === 13) {
      let next = at
      while (bytes[next] === 13) next++
      if (bytes[next] === 10) next++
      if (bytes[next] === 32 || bytes[next] === 9) {
        at = next
        continue
      }
      // all of a long line end is copied at once, so that none is looked at twice
      while (at < next) out[size++] = bytes[at++]!
      at--
      continue
    }
    out[size++] = byte
  }
  return out.subarray(0, size)
}

/**
 * The words of an invitation, one property a line.
 *
 * @param text Its text, unfolded. What is no calendar is shown as it stands.
 * @param kind `text` for what stands as text in it, `html` for what stands as HTML.
 */
export function calendarText(text: string, kind: 'text' | 'html'): string {
  const names = kind === 'text' ? SHOWN : SHOWN_HTML
  const words: string[] = []
  let isCalendar = false
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at)
    const stop = feed < 0 ? text.length : feed
    const name = nameAt(text, at, stop)
    if (name === 'BEGIN') isCalendar = true
    else if (names.has(name) && (kind === 'text' || isHtml(text, at, stop))) {
      const value = valueBehind(text, at + name.length, stop)
      const word = ADDRESSES.has(name) ? value : unescaped(value)
      if (word !== '') words.push(word)
    }
    at = stop + 1
  }
  return isCalendar ? words.join('\n') : kind === 'text' ? text : ''
}

/** The name of the property that a line opens with, in upper case; empty when it opens with none. */
function nameAt(text: string, from: number, stop: number): string {
  for (let at = from; at < stop && at - from <= NAME_UNITS; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 58 || unit === 59) return text.slice(from, at).toUpperCase()
  }
  return ''
}

/** STYLED-DESCRIPTION may be a link to a text or plain text; X-ALT-DESC is HTML even where it does not say so. */
function isHtml(text: string, from: number, stop: number): boolean {
  return (
    text.charCodeAt(from) === 0x58 ||
    text.charCodeAt(from) === 0x78 ||
    /text\/html/i.test(text.slice(from, Math.min(stop, from + 200)))
  )
}

/** What stands behind the first colon that is in no quoted parameter (§3.1). */
function valueBehind(text: string, from: number, stop: number): string {
  let quoted = false
  for (let at = from; at < stop; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 34) quoted = !quoted
    else if (unit === 58 && !quoted) return text.slice(at + 1, text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop)
  }
  return ''
}

/** `\n`, `\,`, `\;` and `\\` (§3.3.11); any other backslash is one. */
function unescaped(value: string): string {
  if (!value.includes('\\')) return value
  let out = ''
  let from = 0
  for (let at = value.indexOf('\\'); at >= 0; at = value.indexOf('\\', at + 2)) {
    const next = value.charAt(at + 1)
    const stands =
      next === 'n' || next === 'N' ? '\n' : next === ',' || next === ';' || next === '\\' ? next : undefined
    if (stands === undefined) continue
    out += value.slice(from, at) + stands
    from = at + 2
  }
  return out + value.slice(from)
}
