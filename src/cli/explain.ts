/** How does `lurebook explain` say a verdict to a support desk or to a customer? */
import { explain } from '../explain/index.ts'
import type { Command } from './args.ts'
import { messageOf } from './batch.ts'
import { readInputs } from './inputs.ts'
import { judgeFor } from './judging.ts'
import type { Io } from './main.ts'
import { painter, printable, wrap } from './terminal.ts'
import { WORDS } from './words.ts'

/** Lines of text for a person; `--json` and `--ndjson` give one object a message. Exits with 0, or 2 when an input could not be read. */
export async function explainInputs(command: Extract<Command, { kind: 'explain' }>, io: Io): Promise<number> {
  const { inputs, audience, options } = command
  const { lang, format } = options
  const { classify, corpus } = judgeFor(options)
  const words = WORDS[lang]
  const paint = painter(io.isTerminal, io.env)
  const width = io.columns ?? 100
  let unread = 0
  for await (const input of readInputs(inputs, io.stdin)) {
    if ('problem' in input) {
      unread++
      io.err(`lurebook: ${input.name}: ${words.cannotRead[input.problem]}\n`)
      continue
    }
    const verdict = classify(messageOf(input))
    const said = explain(verdict, { lang, audience, corpus })
    if (format !== 'text') {
      const row = { file: input.name, label: verdict.label, ...said }
      io.out(`${JSON.stringify(row, null, format === 'json' ? 2 : undefined)}\n`)
      continue
    }
    const lines = [paint(printable(input.name), 'bold'), ...wrap(printable(said.title), width)]
    for (const { text, quote } of said.reasons) {
      lines.push(...hanging('- ', text, width))
      if (quote !== undefined) lines.push(...hanging('  › ', quote, width))
    }
    lines.push(paint(`${words.advice}:`, 'bold'), ...said.advice.flatMap((line) => hanging('- ', line, width)))
    io.out(`${lines.join('\n')}\n\n`)
  }
  return unread > 0 ? 2 : 0
}

/** Wrapped lines behind a mark, the later ones set in under the first. */
function hanging(mark: string, text: string, width: number): string[] {
  const rows = wrap(printable(text), Math.max(20, width - mark.length))
  return rows.map((row, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + row)
}
