/** Where does a plain forward begin in a text, and what mail does it carry? */
import { LIMITS } from '../limits.ts'
import type { RawField } from './draft.ts'
import { dashMarker, isForwardSubject, sentenceMarker } from './forward-markers.ts'
import { type Heads, headLine, readHeads } from './heads.ts'

/** A forward found in a text. */
export interface Forward {
  /** Where it begins: before its marker. What stands before is the sender's own. */
  start: number
  /** Where the carried text begins, after the head. */
  body: number
  fields: RawField[]
  /** The carried text is quoted (`> `). */
  isQuoted: boolean
  /** A value of the head was longer than its cap. */
  isCut: boolean
  /** The words that mark it: to find the place again in HTML source. */
  anchor: string
}

/** No marker is longer. */
const MARKER = 120
/**
 * Finds the first plain forward in a text.
 *
 * A forward is a marker line (`-----Original Message-----`, `---------- Forwarded message ---------`, `Begin forwarded
 * message:`, a ruler of underscores) with a mail's head (`From:`, `差出人:`, `件名:` ...) after it; or, in a mail whose subject
 * says so (`FW:`), an Outlook head without any marker. A reply's quote (`> `) is none, nor is a marker without a head.
 *
 * @param text `Message.text`, or the visible text of HTML.
 * @param subject The message's subject.
 * @param most Code units of a head's value that are kept.
 * @example findForward('FYI\n---------- Forwarded message ---------\nFrom: a@b.example\nSubject: x\n\nhi', '')?.start // 4
 */
export function findForward(text: string, subject: string, most = LIMITS.headerBytes): Forward | undefined {
  const isForward = isForwardSubject(subject)
  let at = 0
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const next = newline < 0 ? text.length : newline + 1
    let start = at
    while (start < next && ' \t\r\n\u3000\u00a0*'.includes(text.charAt(start))) start++
    const unit = text.charCodeAt(start)
    const isDash = unit === 45 || unit === 61 || unit === 95 || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2500
    const isWord = unit > 0x2e80 || ((unit | 32) >= 97 && (unit | 32) <= 122)
    if (start < next && (isDash || isWord)) {
      const stop = Math.min(newline < 0 ? text.length : newline, start + MARKER)
      const marker = isDash ? dashMarker(text, start, stop) : sentenceMarker(text, start, stop)
      const heads = marker === '' ? undefined : readHeads(text, next, most)
      if (heads !== undefined && isHead(heads, marker === '_')) return forward(start, marker, heads)
      if (marker === '' && isForward && isWord && isOutlookStart(text, start, stop)) {
        const bare = readHeads(text, at, most)
        if (isHead(bare, true)) return forward(start, '', bare)
      }
    }
    at = next
  }
  return undefined
}

function forward(start: number, marker: string, heads: Heads): Forward {
  return { start, body: heads.end, fields: heads.fields, isQuoted: heads.isQuoted, isCut: heads.isCut, anchor: marker }
}

/** Whether these heads are a mail's; without words that mark a forward it takes the three that Outlook writes. */
function isHead(heads: Heads, isBare: boolean): boolean {
  const has = (name: string): boolean => heads.fields.some((field) => field.name === name)
  return isBare ? has('from') && has('date') && has('subject') : has('from') || has('subject')
}

function isOutlookStart(text: string, start: number, stop: number): boolean {
  return headLine(text, start, stop)?.name === 'from'
}
