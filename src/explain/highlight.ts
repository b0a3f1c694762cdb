/** Which stretch of the mail does each finding stand on? Segments that any user interface can colour. */
import type { Field, Verdict } from '../detect/model.ts'
import type { Message } from '../message/model.ts'
import { visibleText } from '../text/html.ts'

/** A stretch of one field; the segments of a field join to its whole text. */
export interface Segment {
  text: string
  /** UTF-16 code units into the field's text. */
  start: number
  end: number
  /** Indexes into `verdict.evidence` of the findings that stand here; empty for plain text. */
  evidence: number[]
}

/** One field of the mail, cut at its findings. */
export interface HighlightedField {
  field: Field
  segments: Segment[]
}

/**
 * Cuts the fields of a mail where findings begin and end.
 *
 * @param verdict the verdict of this message; for a forwarded one pass `verdict.inner[i]` and `message.inner[i]`
 * @param message what `parseMessage` gave for the same input
 * @returns one entry for each field that has text, in the order from, subject, text, html (its visible text)
 * @throws TypeError when one of them is none
 * @example
 * for (const { segments } of highlight(classify(raw), parseMessage(raw)))
 *   for (const s of segments) s.evidence.length ? mark(s.text) : plain(s.text)
 */
export function highlight(verdict: Verdict, message: Message): HighlightedField[] {
  if (!Array.isArray((verdict as Verdict | null | undefined)?.evidence))
    throw new TypeError('highlight: expected a verdict of classify()')
  if (typeof (message as Message | null | undefined)?.fromText !== 'string')
    throw new TypeError('highlight: expected a message of parseMessage()')
  const texts: Record<Field, string> = {
    from: message.fromText,
    subject: message.subject,
    text: message.text,
    html: message.html === '' ? '' : visibleText(message.html).text,
  }
  return (Object.keys(texts) as Field[])
    .filter((field) => texts[field] !== '')
    .map((field) => ({ field, segments: segmentsOf(texts[field], spansOf(verdict, field, texts[field].length)) }))
}

interface Marked {
  start: number
  end: number
  index: number
}

function spansOf(verdict: Verdict, field: Field, length: number): Marked[] {
  const marked: Marked[] = []
  verdict.evidence.forEach(({ span }, index) => {
    if (!span || span.field !== field || span.inner) return
    const start = Math.max(0, Math.min(span.start, length))
    const end = Math.max(start, Math.min(span.end, length))
    if (end > start) marked.push({ start, end, index })
  })
  return marked
}

/** Cuts at every start and end; evidence is capped (`Limits.evidence`), so looking at all spans a cut stays small. */
function segmentsOf(text: string, marked: Marked[]): Segment[] {
  const cuts = [...new Set([0, text.length, ...marked.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b)
  const segments: Segment[] = []
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i]!
    const end = cuts[i + 1]!
    const evidence = marked.filter((m) => m.start <= start && m.end >= end).map((m) => m.index)
    segments.push({ text: text.slice(start, end), start, end, evidence })
  }
  return segments
}
