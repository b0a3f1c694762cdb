/** How does the command judge mails: which options of `classify`, and which corpus of the user's, does its command line give? */
import { readFileSync } from 'node:fs'
import { createClassifier } from '../classify.ts'
import { builtinCorpus } from '../corpus/builtin.ts'
import { compileCorpus } from '../corpus/compile.ts'
import { CorpusError } from '../corpus/errors.ts'
import { mergeCorpora, type OwnCorpus } from '../corpus/merge.ts'
import type { Language } from '../explain/index.ts'
import { problemOf } from './inputs.ts'
import { printable } from './terminal.ts'
import { WORDS } from './words.ts'

/** What a verdict depends on beside the mail; plain data, so that it can be sent to another thread. */
export interface Judging {
  trustedAuthserv: string[]
  ownDomains: string[]
  /** Believe the topmost Received-SPF field. */
  receivedSpf: boolean
  /** The mailbox that the mails were delivered to. */
  recipient?: string
  /** File with a corpus of the user's, merged with the package's. */
  corpus?: string
}

type Classifier = ReturnType<typeof createClassifier>

let made: { key: string; classify: Classifier } | undefined

/** One classifier serves as long as the options are the same; a corpus is one that `readOwnCorpus` found usable. */
export function classifierFor({ trustedAuthserv, ownDomains, receivedSpf, recipient, corpus }: Judging): Classifier {
  const key = JSON.stringify([trustedAuthserv, ownDomains, receivedSpf, recipient, corpus])
  if (made?.key !== key) {
    const classify = createClassifier({
      ...(trustedAuthserv.length > 0 && { trustedAuthserv }),
      ...(ownDomains.length > 0 && { ownDomains }),
      ...(receivedSpf && { receivedSpf }),
      ...(recipient !== undefined && { recipient }),
      ...(corpus !== undefined && { corpus: mergeCorpora(builtinCorpus(), parse(readFileSync(corpus, 'utf8'))) }),
    })
    made = { key, classify }
  }
  return made.classify
}

/** A byte order mark, which editors of Windows write, is no JSON. */
const parse = (text: string): OwnCorpus => JSON.parse(text.replace(/^\ufeff/, '')) as OwnCorpus

/**
 * Reads a corpus of the user's.
 *
 * @returns the corpus, which merges with the package's and compiles, or one line that says why it does not
 */
export function readOwnCorpus(file: string, lang: Language): { own: OwnCorpus } | { problem: string } {
  const words = WORDS[lang]
  const name = printable(file)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return { problem: `${name}: ${words.cannotRead[problemOf(error).problem]}` }
  }
  let own: OwnCorpus
  try {
    own = parse(text)
  } catch (error) {
    return { problem: words.notJson(name, printable((error as Error).message)) }
  }
  try {
    compileCorpus(mergeCorpora(builtinCorpus(), own))
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error
    return { problem: `${name}: ${printable(error.message)}` }
  }
  return { own }
}
