/** What does `lurebook scan` print for some mails? Their rows and what they count for, in this thread or in another. */
import type { Label } from '../detect/model.ts'
import type { Language } from '../explain/index.ts'
import { decodeBytes } from '../message/charset.ts'
import type { MessageInput } from '../message/model.ts'
import type { FailOn } from './args.ts'
import type { ReadProblem } from './inputs.ts'
import { type Judging, judgeFor } from './judging.ts'
import { reportLines } from './report.ts'
import { hasHeaderBlock, isHtml } from './sniff.ts'
import { painter } from './terminal.ts'

/** A mail with its name, or why there is none. */
export type Item = { name: string; bytes: Uint8Array } | { name: string; problem: ReadProblem; detail?: string }

/** What rows depend on; plain data, so that it can be sent to another thread. */
export interface Settings extends Judging {
  lang: Language
  /** `lines`: one JSON text a mail; `array`: the same as elements of an array; `whole`: the verdict alone, for people to read as JSON. */
  format: 'text' | 'lines' | 'array' | 'whole'
  failOn: FailOn
  /** Columns of the report. */
  width: number
  colours: boolean
  /** The mails are some of several. */
  many: boolean
}

/** What came of a batch. */
export interface Done {
  /** The rows, one a mail, in order, as they are written; of an unreadable input one in `lines` and `array` only. */
  text: string | Uint8Array
  rows: number
  counts: Record<Label, number>
  /** Inputs that could not be read. */
  unread: Array<{ name: string; problem: ReadProblem; detail?: string }>
  /** A label that the user asked to fail on was among them. */
  failed: boolean
}

export const NO_COUNTS: Readonly<Record<Label, number>> = { phishing: 0, suspicious: 0, quoted: 0, none: 0 }

/**
 * Classifies the mails of a batch and makes their rows.
 *
 * @param items mails, and inputs that gave none
 * @param settings what the rows depend on
 */
export function classifyBatch(items: Item[], settings: Settings): Done {
  const { classify, corpus } = judgeFor(settings)
  const { lang, many, width } = settings
  const style = { lang, many, width, corpus, paint: painter(settings.colours, {}) }
  const rows: string[] = []
  const done: Done = { text: '', rows: 0, counts: { ...NO_COUNTS }, unread: [], failed: false }
  const hasRows = settings.format === 'lines' || settings.format === 'array'
  for (const item of items) {
    if ('problem' in item) {
      done.unread.push(item)
      if (hasRows) rows.push(JSON.stringify({ file: item.name, error: item.problem }))
      continue
    }
    const verdict = classify(messageOf(item))
    done.counts[verdict.label]++
    done.failed ||= failsOn(settings.failOn, verdict.label)
    if (settings.format === 'text') rows.push(`${reportLines(item.name, verdict, style).join('\n')}\n`)
    else if (settings.format === 'whole') rows.push(`${JSON.stringify(verdict, null, 2)}\n`)
    else rows.push(JSON.stringify({ file: item.name, verdict }))
  }
  done.rows = rows.length
  done.text = joinRows(rows, settings.format)
  return done
}

function joinRows(rows: string[], format: Settings['format']): string {
  if (format === 'array') return rows.join(',\n')
  return format === 'lines' && rows.length > 0 ? `${rows.join('\n')}\n` : rows.join('')
}

/** Whether a label is one that the user asked to fail on. */
export const failsOn = (failOn: FailOn, label: Label): boolean =>
  failOn !== 'never' && (label === 'phishing' || (label === 'suspicious' && failOn === 'suspicious'))

/** A file without a header block is what a user pasted into it: text in whatever charset, or a saved HTML body. */
export function messageOf(input: { bytes: Uint8Array }): MessageInput {
  if (hasHeaderBlock(input.bytes)) return input.bytes
  const { text } = decodeBytes(input.bytes)
  return isHtml(text) ? { html: text } : text
}
