/** What does `lurebook notice BRAND` print? A warning for customers, ready to be read over and sent. */
import { builtin } from '../corpus/builtin.ts'
import { customerNotice } from '../report/notice.ts'
import type { Command } from './args.ts'
import type { Io } from './main.ts'
import { printable } from './terminal.ts'
import { WORDS } from './words.ts'

export function notice({ brand, desk, lang, json }: Extract<Command, { kind: 'notice' }>, io: Io): number {
  if (!builtin().brands.some(({ id }) => id === brand)) {
    io.err(`lurebook: ${WORDS[lang].noSuch(printable(brand))}\n`)
    return 2
  }
  const written = customerNotice(brand, { lang, ...(desk !== undefined && { desk }) })
  io.out(json ? `${JSON.stringify(written, null, 2)}\n` : `${written.subject}\n\n${written.text}`)
  return 0
}
