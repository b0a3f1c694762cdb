/** What did the writer of a format=flowed text (RFC 3676) type, before the lines were wrapped? */

import { Units } from './units.ts'

/**
 * Joins flowed lines into paragraphs.
 *
 * @param text Decoded text.
 * @param delSp The DelSp parameter: the blank at the end of a flowed line is no part of the text. Japanese needs it.
 * @returns The text; hard line ends stay as they were, `> ` quoting too.
 * @example unflow('これは \r\nテスト', true) // 'これはテスト'
 */
export function unflow(text: string, delSp: boolean): string {
  // a million short lines make a rope that keeps the collector busy longer than its length explains
  const out = new Units(text.length)
  const copy = (from: number, to: number): void => {
    const buffer = out.reserve(to - from)
    let length = out.length
    for (let i = from; i < to; i++) buffer[length++] = text.charCodeAt(i)
    out.length = length
  }
  /** Quote depth of the paragraph that the last line left open; -1 when none is. */
  let open = -1
  let at = 0
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const next = newline < 0 ? text.length : newline + 1
    let stop = newline < 0 ? text.length : newline
    if (stop > at && text.charCodeAt(stop - 1) === 13) stop--
    let start = at
    while (start < stop && text.charCodeAt(start) === 62) start++
    const depth = start - at
    // Space-stuffing (§4.4): one blank before the text is not the writer's.
    if (text.charCodeAt(start) === 32 && start < stop) start++
    const isSignature = stop - start === 3 && text.startsWith('-- ', start)
    const isFlowed = stop > start && text.charCodeAt(stop - 1) === 32 && !isSignature && newline >= 0
    const end = isFlowed && delSp ? stop - 1 : stop
    if (open === depth && !isSignature) copy(start, isFlowed ? end : next)
    else {
      // A paragraph left open by a line of another depth ends there: the line end was taken, give it back.
      if (open >= 0) out.push(0x0a)
      if (depth > 0) {
        copy(at, at + depth)
        out.push(0x20)
      }
      copy(start, isFlowed ? end : next)
    }
    open = isFlowed ? depth : -1
    at = next
  }
  return out.toText()
}
