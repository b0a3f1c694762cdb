/** How does a detector state what it found? As an `Evidence` without the weight, which verdict.ts alone knows. */
import { cutText } from '../text/cut.ts'
import type { View } from './mail.ts'
import type { Evidence, Span } from './model.ts'

/** A finding before it is weighed. */
export type Finding = Omit<Evidence, 'group' | 'weight'>

/** Quoted words in evidence are cut here, so that a verdict stays small whatever the mail holds. */
const FOUND_UNITS = 200
/** So much is read for them: more than half of it may be blanks. */
const READ_UNITS = FOUND_UNITS * 2

/** Cuts to what evidence may quote, never inside a surrogate pair, blanks collapsed; a control character counts as one. */
export function quoteWords(text: string): string {
  const cut = text.length > READ_UNITS ? text.slice(0, READ_UNITS) : text
  const flat = isFlat(cut) ? cut : cut.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (flat.length > FOUND_UNITS) return cutText(flat, FOUND_UNITS)
  // a word that was cut here is no address any more, so that nobody would hide it
  const isWordCut = text.length > READ_UNITS && isFlat(text.slice(READ_UNITS - 1, READ_UNITS + 1))
  return isWordCut ? flat.slice(0, Math.max(0, flat.lastIndexOf(' '))) : flat
}

/** Whether no blank and no control character stands in a text: what nearly all findings quote is one word. */
function isFlat(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    // all white space of `\s` lies below or among these
    if (
      c <= 0x20 ||
      (c >= 0x7f && c <= 0xa0) ||
      c === 0x1680 ||
      (c >= 0x2000 && c <= 0x205f) ||
      c === 0x3000 ||
      c === 0xfeff
    )
      return false
  }
  return true
}

/**
 * A finding of one place. It has room for what verdict.ts will say: objects that grow later cost 2 % of a verdict, and so
 * does spreading what may be absent into them.
 */
export function findingOf(code: Evidence['code'], span: Span, found: string): Finding {
  const finding: Evidence = { code, group: 'N', weight: 0, field: span.field, span, found: quoteWords(found) }
  return finding
}

/** A finding that points at a place in a view. */
export function findingAt(
  code: Evidence['code'],
  { field, text, attached }: View,
  { start, end }: { start: number; end: number },
  more: Partial<Omit<Finding, 'code' | 'span' | 'field'>> = {},
): Finding {
  const finding = findingOf(code, { field, start, end }, more.found ?? text.slice(start, end))
  if (attached) delete finding.span
  if (more.expected !== undefined) finding.expected = more.expected
  if (more.lure !== undefined) finding.lure = more.lure
  if (more.brand !== undefined) finding.brand = more.brand
  if (more.pretext !== undefined) finding.pretext = more.pretext
  return finding
}
