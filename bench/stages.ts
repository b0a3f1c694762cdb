/** Which stage takes how much of a verdict's time? Read, see (with its parts), find and weigh, as shares of postal-mime. */
import PostalMime from 'postal-mime'
import { classify } from '../src/classify.ts'
import { builtin } from '../src/corpus/builtin.ts'
import { matchTerms } from '../src/corpus/compile.ts'
import { seeMail } from '../src/detect/mail.ts'
import { findLinks } from '../src/link/find.ts'
import { parseMessage } from '../src/message/message.ts'
import { fold } from '../src/text/fold.ts'
import { visibleText } from '../src/text/html.ts'
import type { BenchMail } from './mails.ts'
import type { StageRow } from './results.ts'
import { round as rounded } from './speed.ts'

/** The stages in their order; those with a colon are parts of `see`. */
export const STAGES = [
  'read',
  'see',
  'see: html',
  'see: fold',
  'see: match',
  'see: links',
  'find + weigh',
  'all',
] as const

/**
 * Times the stages.
 *
 * @param rounds rounds that count; as many come before them
 * @returns `find + weigh` is what reading and seeing leave of all
 */
export async function stageShares(mails: BenchMail[], rounds: number): Promise<StageRow[]> {
  const corpus = builtin()
  const sums = new Map<string, number>()
  const time = <T>(stage: string, run: () => T): T => {
    const start = performance.now()
    const result = run()
    sums.set(stage, (sums.get(stage) ?? 0) + performance.now() - start)
    return result
  }
  for (let round = 0; round < rounds * 2; round++) {
    if (round === rounds) sums.clear()
    for (const { bytes } of mails) {
      const start = performance.now()
      await PostalMime.parse(bytes)
      sums.set('postal-mime', (sums.get('postal-mime') ?? 0) + performance.now() - start)
      time('all', () => classify(bytes))
      const message = time('read', () => parseMessage(bytes))
      time('see', () => seeMail(message, corpus, {}))
      const page = message.html === '' ? '' : time('see: html', () => visibleText(message.html).text)
      for (const text of [message.subject, message.text, page]) {
        const folded = time('see: fold', () => fold(text))
        time('see: match', () => matchTerms(corpus, folded))
        time('see: links', () => findLinks(text))
      }
    }
  }
  const sum = (stage: string): number => sums.get(stage) ?? 0
  sums.set('find + weigh', sum('all') - sum('read') - sum('see'))
  return STAGES.map((stage) => ({
    stage,
    microseconds: rounded((sum(stage) / mails.length / rounds) * 1000),
    ratio: rounded(sum(stage) / sum('postal-mime')),
  }))
}
