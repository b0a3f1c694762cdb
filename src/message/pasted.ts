/** What mail does a pasted text hold, and is a string a pasted text at all? */
import { cutText } from '../text/cut.ts'
import { addLimit, type Walk } from './draft.ts'
import { splitForwards } from './forward-split.ts'
import { emptyMessage, readFields } from './head.ts'
import { readHeads } from './heads.ts'
import type { Message } from './model.ts'

/** One of these stands in the header of every mail; `http:` and `Note:` in two first lines make none. */
const KNOWN = new Set([
  'from',
  'to',
  'subject',
  'date',
  'received',
  'return-path',
  'message-id',
  'mime-version',
  'content-type',
  'delivered-to',
  'reply-to',
  'sender',
])

/**
 * Whether a text opens with a header block: two or more fields, one of them a mail's, then a blank line.
 *
 * @param text A string of any kind.
 */
export function opensWithHeader(text: string): boolean {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length && (text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13)) at++
  if (text.startsWith('From ', at) || text.startsWith('>From ', at)) at = lineEnd(text, at).next
  let fields = 0
  let isKnown = false
  while (at < text.length) {
    const { stop, next } = lineEnd(text, at)
    if (stop === at) return fields > 1 && isKnown
    const unit = text.charCodeAt(at)
    if (unit !== 32 && unit !== 9) {
      const colon = fieldColon(text, at, stop)
      if (colon < 0) return false
      fields++
      isKnown ||= colon - at < 20 && KNOWN.has(text.slice(at, colon).trimEnd().toLowerCase())
    } else if (fields === 0) return false
    at = next
  }
  // A header without a body, as bounces bring it back.
  return fields > 1 && isKnown
}

function lineEnd(text: string, at: number): { stop: number; next: number } {
  let stop = at
  while (stop < text.length && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop++
  let next = stop
  while (text.charCodeAt(next) === 13) next++
  return { stop, next: text.charCodeAt(next) === 10 ? next + 1 : Math.min(stop + 1, text.length) }
}

function fieldColon(text: string, start: number, stop: number): number {
  let at = start
  while (at < stop && text.charCodeAt(at) > 32 && text.charCodeAt(at) < 127 && text.charCodeAt(at) !== 58) at++
  if (at === start) return -1
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++
  return at < stop && text.charCodeAt(at) === 58 && !text.startsWith('//', at + 1) ? at : -1
}

/**
 * Reads pasted text: `件名:`, `差出人:`, `From:`, `Subject:` lines at its head become fields, the rest is the text.
 *
 * @param text Decoded text.
 */
export function readPasted(text: string, walk: Walk): Message {
  const message = emptyMessage('pasted')
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const heads = readHeads(text, start, walk.limits.headerBytes)
  const isHead = !heads.isQuoted && heads.fields.some((field) => field.name === 'subject' || field.name === 'from')
  if (isHead) readFields(message, heads.fields, walk)
  if (isHead && heads.isCut) addLimit(message.limits, walk.limits, 'headerBytes', 'header')
  setText(message, 'text', text.slice(isHead ? heads.end : start), walk)
  splitForwards(message, 0, walk)
  return message
}

/** Sets `text` or `html`, cut to its cap. */
export function setText(message: Message, field: 'text' | 'html', text: string, walk: Walk): void {
  const cap = field === 'text' ? 'textUnits' : 'htmlUnits'
  const most = walk.limits[cap]
  message[field] = text.length > most ? cutText(text, most) : text
  if (text.length > most) addLimit(message.limits, walk.limits, cap, field)
}
