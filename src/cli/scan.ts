/** How does `lurebook scan` go from inputs to a report and an exit code? */
import { stat } from 'node:fs/promises'
import { createClassifier } from '../classify.ts'
import type { Label, Verdict } from '../detect/model.ts'
import { decodeBytes } from '../message/charset.ts'
import type { MessageInput } from '../message/model.ts'
import type { FailOn, Options } from './args.ts'
import { readInputs } from './inputs.ts'
import type { Io } from './main.ts'
import { type ReportStyle, reportLines } from './report.ts'
import { hasHeaderBlock, isHtml } from './sniff.ts'
import { painter } from './terminal.ts'
import { WORDS } from './words.ts'

/** Widest report when the output is no terminal. */
const PLAIN_COLUMNS = 100

/**
 * Scans the inputs and prints as it goes.
 *
 * @returns 0 nothing found or quoted, 1 something to fail on, 2 an input could not be read; 1 wins over 2
 */
export async function scan(inputs: string[], options: Options, io: Io): Promise<number> {
  const { trustedAuthserv, ownDomains, lang, format } = options
  const classify = createClassifier({
    ...(trustedAuthserv.length > 0 && { trustedAuthserv }),
    ...(ownDomains.length > 0 && { ownDomains }),
  })
  const words = WORDS[lang]
  let single = inputs.length === 1 && !(await isFolder(inputs[0]!))
  const paint = painter(io.isTerminal, io.env)
  const style: ReportStyle = { lang, paint, width: io.columns ?? PLAIN_COLUMNS, many: !single }
  const counts: Record<Label, number> = { phishing: 0, suspicious: 0, quoted: 0, none: 0 }
  let rows = 0
  let unread = 0
  let failed = false

  for await (const input of readInputs(inputs, io.stdin)) {
    if ('problem' in input) {
      unread++
      const reason = words.cannotRead[input.problem] + (input.detail ? ` (${input.detail})` : '')
      io.err(`lurebook: ${input.name}: ${reason}\n`)
      if (format !== 'text' && !single) emit(input)
      continue
    }
    const verdict = classify(messageOf(input))
    // An mbox is known for one when it is opened: its messages are rows, even a lone one.
    if (input.many) many()
    counts[verdict.label]++
    failed ||= failsOn(options.failOn, verdict)
    if (format === 'text') io.out(`${reportLines(input.name, verdict, style).join('\n')}\n`)
    else if (single && format === 'json') io.out(`${JSON.stringify(verdict, null, 2)}\n`)
    else emit({ name: input.name, verdict })
  }
  if (format === 'json' && !single) io.out(rows === 0 ? '[]\n' : '\n]\n')
  const seen = Object.entries(counts).filter(([, n]) => n > 0) as Array<[Label, number]>
  const total = seen.reduce((sum, [, n]) => sum + n, 0)
  if (format === 'text' && total > 1) {
    io.out(`${words.total(total, seen.map(([label, n]) => `${words.labels[label]} ${n}`).join(', '))}\n`)
    if (counts.none > 0) io.out(`${words.none}\n`)
  }
  return failed ? 1 : unread > 0 ? 2 : 0

  function many(): void {
    single = false
    style.many = true
  }

  function emit(result: { name: string; verdict?: Verdict; problem?: string }): void {
    const row = { file: result.name, ...(result.verdict ? { verdict: result.verdict } : { error: result.problem }) }
    const text = JSON.stringify(row)
    // An array is written as it grows: a folder may hold more verdicts than memory does.
    io.out(format === 'ndjson' ? `${text}\n` : `${rows === 0 ? '[\n' : ',\n'}${text}`)
    rows++
  }
}

const failsOn = (failOn: FailOn, { label }: Verdict): boolean =>
  failOn !== 'never' && (label === 'phishing' || (label === 'suspicious' && failOn === 'suspicious'))

/** A file without a header block is what a user pasted into it: text in whatever charset, or a saved HTML body. */
export function messageOf(input: { bytes: Uint8Array }): MessageInput {
  if (hasHeaderBlock(input.bytes)) return input.bytes
  const { text } = decodeBytes(input.bytes)
  return isHtml(text) ? { html: text } : text
}

async function isFolder(path: string): Promise<boolean> {
  if (path === '-') return false
  const found = await stat(path).catch(() => undefined)
  return found?.isDirectory() ?? false
}
