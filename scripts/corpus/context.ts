/** How does a corpus folder become what the checks look at? Legitimate mail is that of the repository and, where present, the measurement data. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { createClassifier } from '../../src/classify.ts'
import { compileCorpus } from '../../src/corpus/compile.ts'
import type { Rarity } from '../../src/corpus/fingerprint-make.ts'
import type { Corpus } from '../../src/corpus/model.ts'
import { fold, foldedString } from '../../src/text/fold.ts'
import { messageOf, readSets, sharedFolder } from '../shared-data.ts'
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
  const misses = nearMisses(files)
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
      ...misses.map(({ name, subject, text }) => ({ name, message: { subject, text } })),
      ...notices(root),
      ...(measured ? measuredMails() : []),
    ],
    published,
    today,
  }
}

function nearMisses(files: SourceFile[]): Array<{ name: string; subject: string; text: string }> {
  return filesOf<YamlLure>(files, 'lure').flatMap(({ data }) =>
    (data.legitimate ?? []).map(({ subject = '', text }, i) => ({ name: `${data.id} legitimate.${i}`, subject, text })),
  )
}

/** Texts of ordinary mail that the repository has, folded: paragraphs of corpus/ordinary.txt and near misses. */
export function ordinaryFolded(root: string, files: SourceFile[]): string[] {
  return [...ordinaryTexts(root), ...nearMisses(files).map(({ text }) => text)].map((text) => foldedString(fold(text)))
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

/** Genuine notices of hosts and desks, written for the tests. */
function notices(root: string): LegitimateMail[] {
  const file = path.join(root, 'test', 'mails', 'service-notices.yaml')
  if (!existsSync(file)) return []
  const entries = parse(readFileSync(file, 'utf8')) as Array<Record<string, string>>
  return entries
    .filter(({ kind }) => kind === 'notice')
    .map(({ id, from, subject, text, html }) => ({ name: `test/mails ${id}`, message: { from, subject, text, html } }))
}

/** Legitimate mail of the measurement data; warnings show lures and are left out. */
function measuredMails(): LegitimateMail[] {
  const folder = sharedFolder()
  if (folder === undefined) return []
  return [...readSets(folder)]
    .filter(([set]) => set.startsWith('ham_') && !set.includes('warning'))
    .flatMap(([set, rows]) => rows.map((row) => ({ name: `${set} ${row.id}`, message: messageOf(folder, row) })))
}
