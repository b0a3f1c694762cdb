/** What does `lurebook notice BRAND` print? A warning for customers, ready to be read over and sent. */
import { customerNotice } from '../report/notice.ts'
import type { Command } from './args.ts'
import type { Io } from './main.ts'
import { brandsNamed, onlyOne } from './named.ts'
import { corpusWith } from './own-corpus.ts'

export function notice(command: Extract<Command, { kind: 'notice' }>, io: Io): number {
  const { brand, desk, lang, json } = command
  const corpus = corpusWith(command.corpus)
  const found = onlyOne(brandsNamed(corpus, brand), brand, lang)
  if ('problem' in found) {
    io.err(`lurebook: ${found.problem}\n`)
    return 2
  }
  const written = customerNotice(found.entry.id, { lang, corpus, ...(desk !== undefined && { desk }) })
  io.out(json ? `${JSON.stringify(written, null, 2)}\n` : `${written.subject}\n\n${written.text}`)
  return 0
}
