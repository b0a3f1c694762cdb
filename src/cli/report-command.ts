/** What does `lurebook report FILE` write? Indicators or a report about one mail, in the form that its reader takes. */
import { decidingVerdict } from '../detect/deciding.ts'
import type { Verdict } from '../detect/model.ts'
import { parseMessage } from '../message/message.ts'
import type { Message } from '../message/model.ts'
import { arfReport, iocCsv, iocs, iocText, mispEvent, reportDrafts, stixBundle } from '../report/index.ts'
import type { Command } from './args.ts'
import { messageOf } from './batch.ts'
import { readInputs } from './inputs.ts'
import { judgeFor } from './judging.ts'
import type { Io } from './main.ts'
import { printable } from './terminal.ts'
import { WORDS } from './words.ts'

/** The sender and recipient of an ARF draft until somebody fills them in. */
const BLANK = { from: 'reporter@example.invalid', to: 'abuse@example.invalid' }

/** Exits with 0, or with 2 when the input could not be read or holds nothing to report. */
export async function report(command: Extract<Command, { kind: 'report' }>, io: Io): Promise<number> {
  const { as, options } = command
  const { lang } = options
  const words = WORDS[lang]
  const at = command.at ?? (io.now ?? new Date()).toISOString()
  const { classify, corpus } = judgeFor(options)
  let code = 0
  for await (const input of readInputs([command.input], io.stdin)) {
    if ('problem' in input) {
      io.err(`lurebook: ${input.name}: ${words.cannotRead[input.problem]}\n`)
      code = 2
      continue
    }
    const message = messageOf(input)
    const verdict = classify(message)
    const accused = verdict.label === 'phishing' || verdict.label === 'suspicious'
    const empty = as === 'arf' || as === 'drafts' ? !accused : iocs(verdict).length === 0
    if (empty) {
      io.err(`lurebook: ${input.name}: ${words.nothingToReport(words.labels[verdict.label])}\n`)
      code = 2
    } else if (as === 'text') io.out(iocText(verdict))
    else if (as === 'csv') io.out(iocCsv(verdict))
    else if (as === 'misp') io.out(`${JSON.stringify(mispEvent(verdict, { at }), null, 2)}\n`)
    else if (as === 'stix') io.out(`${JSON.stringify(stixBundle(verdict, { at }), null, 2)}\n`)
    else if (as === 'arf') {
      const { from = BLANK.from, to = BLANK.to } = command
      try {
        io.out(arfReport(input.bytes, verdict, { at, from, to }))
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        io.err(`lurebook: ${words.problems['bad-value'](`--from ${from} --to ${to}`)}${words.expected.address}\n`)
        return 2
      }
    } else {
      const { subject = '' } = carriedBy(parseMessage(message), verdict, decidingVerdict(verdict)) ?? {}
      for (const draft of reportDrafts(verdict, { at, lang, corpus, subject })) {
        const to = draft.contact?.address ?? draft.contact?.form ?? '-'
        io.out(`To: ${to}\nSubject: ${printable(draft.subject)}\n# ${draft.hint}\n\n${draft.body}\n`)
      }
    }
  }
  return code
}

/** The message that one of a verdict's messages is: its own, or one that it carries. */
function carriedBy(message: Message, verdict: Verdict, wanted: Verdict): Message | undefined {
  if (verdict === wanted) return message
  for (const [i, inner] of verdict.inner.entries()) {
    const carried = message.inner[i]
    const found = carried && carriedBy(carried, inner, wanted)
    if (found) return found
  }
  return undefined
}
