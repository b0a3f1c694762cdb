/** How does a corpus folder become what the checks look at? Legitimate mail is that of the repository and, where present, the measurement data. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createClassifier } from '../../src/classify.ts'
import { compileCorpus } from '../../src/corpus/compile.ts'
import type { Rarity } from '../../src/corpus/fingerprint-make.ts'
import type { Corpus } from '../../src/corpus/model.ts'
import { fold, foldedString } from '../../src/text/fold.ts'
import { type MailInput, measuredMails, repositoryMails } from '../impact/mails.ts'
import { sharedFolder } from '../shared-data.ts'
import { filesOf } from './checks/check.ts'
import type { CorpusInput, LegitimateMail } from './checks/corpus-input.ts'
import type { SourceFile } from './source.ts'
import type { YamlLure } from './types.ts'

/** What is given from outside. */
export interface Outside {
  root: string
  rarity: Rarity
  published: ReadonlySet<string>
  today: string
  /** Look at the measurement data too, where it is present. */
  measured: boolean
}

/** Makes the input of the checks. */
export function corpusInput(files: SourceFile[], chosen: SourceFile[], corpus: Corpus, outside: Outside): CorpusInput {
  const { root, rarity, published, today, measured } = outside
  const paragraphs = ordinaryTexts(root)
  const shared = measured ? sharedFolder() : undefined
  return {
    files,
    chosen,
    corpus,
    compiled: compileCorpus(corpus),
    classify: createClassifier({ corpus }),
    rarity,
    ordinary: ordinaryFolded(root, files),
    legitimate: [
      ...paragraphs.map((text, i) => ({ name: `corpus/ordinary.txt paragraph ${i + 1}`, message: { text } })),
      ...legitimate(repositoryMails(root)),
      ...legitimate(shared === undefined ? [] : measuredMails(shared)),
    ],
    published,
    today,
  }
}

const legitimate = (mails: MailInput[]): LegitimateMail[] =>
  mails
    .filter(({ kind }) => kind === 'legitimate')
    .map(({ id, base64, fields }) => ({ name: id, message: base64 ? Buffer.from(base64, 'base64') : (fields ?? {}) }))

/** Texts of ordinary mail that the repository has, folded: paragraphs of corpus/ordinary.txt and near misses. */
export function ordinaryFolded(root: string, files: SourceFile[]): string[] {
  const nearMisses = filesOf<YamlLure>(files, 'lure').flatMap(({ data }) =>
    (data.legitimate ?? []).map(({ text }) => text),
  )
  return [...ordinaryTexts(root), ...nearMisses].map((text) => foldedString(fold(text)))
}

/** Paragraphs of corpus/ordinary.txt; lines that open with # are remarks. */
export function ordinaryTexts(root: string): string[] {
  const file = path.join(root, 'corpus', 'ordinary.txt')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .replace(/^#.*\n?/gm, '')
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
}
