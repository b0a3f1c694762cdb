/** What text does a text part hold, as a reader sees it? */

import type { LimitHit } from '../limits.ts'
import { cutText } from '../text/cut.ts'
import { calendarText, unfoldLines } from './calendar.ts'
import { decodeBytes, decodeHtmlBytes } from './charset.ts'
import { addLimit, type TextLeaf, type Walk } from './draft.ts'
import { unflow } from './flowed.ts'
import type { DecodeNote } from './model.ts'
import { decodeTransfer } from './transfer.ts'
import { Units } from './units.ts'

/** Where the results of a message's parts gather. */
export interface Gathered {
  notes: DecodeNote[]
  limits: LimitHit[]
}

/**
 * Reads the text parts of one kind and joins them by line ends.
 *
 * @param most Code units after which the rest is left out.
 * @param cap The cap that `most` is.
 */
export function readBodies(
  leaves: TextLeaf[],
  kind: 'text' | 'html',
  most: number,
  cap: 'textUnits' | 'htmlUnits' | 'htmlAttachmentBytes',
  walk: Walk,
  to: Gathered,
): string {
  // Pieces, not one growing string: to look at its end would copy all of it for each of a thousand parts.
  const pieces: string[] = []
  let length = 0
  let glue = ''
  /** Invitations that were read: a mail often has the same one as a part and as a file. */
  let invitations: Set<string> | undefined
  for (const leaf of leaves) {
    if (leaf.kind !== kind) continue
    const left = most - length - glue.length
    if (left <= 0) {
      addLimit(to.limits, walk.limits, cap, kind)
      break
    }
    // Four bytes a unit is the most that any charset takes in the long run.
    const part = readLeaf(leaf, left * 4, walk, to)
    if (part.isCut || part.text.length > left) addLimit(to.limits, walk.limits, cap, kind)
    if (leaf.holds === 'calendar') {
      invitations ??= new Set()
      if (part.text === '' || invitations.has(part.text)) continue
      invitations.add(part.text)
    }
    const text = part.text.length > left ? cutText(part.text, left) : part.text
    pieces.push(glue, text)
    length += glue.length + text.length
    glue = text === '' || text.endsWith('\n') ? '' : '\n'
  }
  return pieces.join('')
}

/** Decodes one part: transfer encoding, charset, line ends, format=flowed. */
export function readLeaf(
  leaf: TextLeaf,
  mostBytes: number,
  walk: Walk,
  to: Gathered,
): { text: string; isCut: boolean } {
  const decodedBytes = decodeTransfer(leaf.bytes, leaf.encoding, mostBytes)
  const bytes = leaf.holds === 'calendar' ? unfoldLines(decodedBytes) : decodedBytes
  const isHost = walk.isHostText && leaf.encoding === 'identity'
  const decode = leaf.kind === 'html' && !isHost ? decodeHtmlBytes : decodeBytes
  const decoded = decode(bytes, isHost ? 'utf-8' : leaf.charset, leaf.where)
  // The HTML of an invitation stands in the bytes of its text, which have their note.
  for (const note of leaf.holds === 'calendar' && leaf.kind === 'html' ? [] : decoded.notes) {
    if (isHost) note.why = 'host'
    to.notes.push(note)
  }
  let { text } = decoded
  text = withLineFeeds(text)
  if (leaf.flowed) text = unflow(text, leaf.delSp)
  if (leaf.holds === 'calendar') text = calendarText(text, leaf.kind)
  return { text, isCut: decodedBytes.length >= mostBytes && leaf.bytes.length > mostBytes }
}

/** `text` with LF for every CR when its lines end in lone CRs. (`replaceAll` needs 300 MB for five million of them.) */
export function withLineFeeds(text: string): string {
  if (!text.includes('\r') || text.includes('\n')) return text
  const units = new Units(text.length)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    units.push(unit === 13 ? 10 : unit)
  }
  return units.toText()
}
