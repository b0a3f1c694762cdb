/** How does the command judge mails: which options of `classify` does its command line give? */
import { readFileSync } from 'node:fs'
import { createClassifier } from '../classify.ts'
import { builtinCorpus } from '../corpus/builtin.ts'
import { mergeCorpora } from '../corpus/merge.ts'
import { parseOwnCorpus } from './own-corpus.ts'

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
      ...(corpus !== undefined && {
        corpus: mergeCorpora(builtinCorpus(), parseOwnCorpus(readFileSync(corpus, 'utf8'))),
      }),
    })
    made = { key, classify }
  }
  return made.classify
}
