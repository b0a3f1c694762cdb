/** How does the command judge mails: which options of `classify` does its command line give? */
import { createClassifier } from '../classify.ts'
import { builtin } from '../corpus/builtin.ts'
import type { Corpus } from '../corpus/model.ts'
import { mergedCorpus } from './own-corpus.ts'

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

/** What judges mails, and what says the verdicts: brands, notice pages and pretexts have their names in the same corpus. */
export interface Judge {
  classify: Classifier
  corpus: Pick<Corpus, 'brands' | 'pretexts'>
}

let made: { key: string; judge: Judge } | undefined

/** One judge serves as long as the options are the same; a corpus is one that `readOwnCorpus` found usable. */
export function judgeFor({ trustedAuthserv, ownDomains, receivedSpf, recipient, corpus: file }: Judging): Judge {
  const key = JSON.stringify([trustedAuthserv, ownDomains, receivedSpf, recipient, file])
  if (made?.key !== key) {
    const merged = file === undefined ? undefined : mergedCorpus(file)
    const classify = createClassifier({
      ...(trustedAuthserv.length > 0 && { trustedAuthserv }),
      ...(ownDomains.length > 0 && { ownDomains }),
      ...(receivedSpf && { receivedSpf }),
      ...(recipient !== undefined && { recipient }),
      ...(merged !== undefined && { corpus: merged }),
    })
    made = { key, judge: { classify, corpus: merged ?? builtin() } }
  }
  return made.judge
}
