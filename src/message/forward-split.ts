/** How does a mail that carries another one in its text become two messages? */
import { visibleText } from '../text/html.ts'
import { addLimit, mayOpenInner, type Walk } from './draft.ts'
import { type Forward, findForward } from './forward.ts'
import { isForwardSubject } from './forward-markers.ts'
import { emptyMessage, readFields } from './head.ts'
import type { Message } from './model.ts'

/**
 * Beginnings of words that stand in the source of every HTML forward that has a marker, and what follows them there; without
 * one the HTML is not rendered for this. `Original Message` and `original message` differ in letters of either case.
 */
const HTML_MARKERS: ReadonlyArray<[beginning: string, ...ends: string[]]> = [
  ['riginal ', 'Message', 'message'],
  ['orwarded ', 'Message', 'message'],
  ['転送', ''],
  ['元のメッセージ', ''],
  ['オリジナル', ''],
]

/** Units of a quote in which a forward's marker still stands at its head. */
const QUOTE_HEAD = 40

/**
 * Cuts plain forwards out: each becomes an inner message, and the forward that it carries an inner message of that one.
 * `text` and `html` of the outer message stay whole; `forward` says where its own words end.
 *
 * @param depth How deep the message itself is.
 */
export function splitForwards(message: Message, depth: number, walk: Walk): void {
  let outer = message
  for (let level = depth; ; level++) {
    const inText = outer.text === '' ? undefined : findForward(outer.text, outer.subject, walk.limits.headerBytes)
    const inHtml = mayForward(outer.html, inText !== undefined, outer.subject) ? findInHtml(outer, walk) : undefined
    const found = inText ?? inHtml?.forward
    if (found === undefined) return
    if (!mayOpenInner(walk, level, outer.limits, inText !== undefined ? 'text' : 'html')) return
    outer.forward = { field: inText !== undefined ? 'text' : 'html', start: found.start }
    const inner = emptyMessage('inner')
    readFields(inner, found.fields, walk)
    if (found.isCut) addLimit(inner.limits, walk.limits, 'headerBytes', 'header')
    if (inText !== undefined) {
      const carried = outer.text.slice(inText.body)
      inner.text = inText.isQuoted ? unquoted(carried) : carried
    }
    if (inHtml !== undefined) inner.html = outer.html.slice(inHtml.source)
    outer.inner.push(inner)
    // Without its place in the source the HTML stays whole, and would be found to carry itself.
    if (inHtml?.source === 0) return
    outer = inner
  }
}

function mayForward(html: string, isInText: boolean, subject: string): boolean {
  if (html === '') return false
  return isInText || isForwardSubject(subject) || HTML_MARKERS.some((marker) => holds(html, marker))
}

function holds(html: string, [beginning, ...ends]: (typeof HTML_MARKERS)[number]): boolean {
  for (let at = html.indexOf(beginning); at >= 0; at = html.indexOf(beginning, at + beginning.length))
    if (ends.some((end) => html.startsWith(end, at + beginning.length))) return true
  return false
}

/**
 * The forward in the visible text, and the place in the source behind the marker: the marker's occurrence of the same number.
 * The place is 0 when the source spells the marker in another way.
 */
function findInHtml(message: Message, walk: Walk): { forward: Forward; source: number } | undefined {
  const { text: visible, quotes } = visibleText(message.html, walk.limits)
  const forward = findForward(visible, message.subject, walk.limits.headerBytes)
  if (forward === undefined) return undefined
  // Mail programs put a forward at the head of a quote; deeper in one it is part of the mail that is replied to.
  const isReply = quotes.some((quote) => quote.start + QUOTE_HEAD < forward.start && forward.start < quote.end)
  if (isReply) return undefined
  const anchor = forward.anchor === '' || forward.anchor === '_' ? headAnchor(visible, forward) : forward.anchor.trim()
  let source = 0
  let at = visible.indexOf(anchor)
  for (; at >= 0; at = visible.indexOf(anchor, at + anchor.length)) {
    const next = message.html.indexOf(anchor, source)
    if (next < 0) break
    source = next + anchor.length
    if (at >= forward.start) break
  }
  return { forward, source }
}

/** The first head's label, by which an Outlook forward begins. */
function headAnchor(visible: string, forward: Forward): string {
  const line = visible.slice(forward.start, forward.start + 400)
  for (const label of ['From', '差出人', '送信者', 'Von', 'De']) if (line.includes(label)) return label
  return line.slice(0, 8).trim()
}

/** Text without one `> ` a line, where it has one. */
function unquoted(text: string): string {
  let out = ''
  let at = 0
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const next = newline < 0 ? text.length : newline + 1
    const skip = text.charCodeAt(at) !== 62 ? 0 : text.charCodeAt(at + 1) === 32 ? 2 : 1
    out += text.slice(at + skip, next)
    at = next
  }
  return out
}
