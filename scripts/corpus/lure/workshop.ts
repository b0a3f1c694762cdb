/** How does a mail become a file of the corpus that passes its checks? Everything is tried in memory; only what is right is written. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stringify } from 'yaml'
import { createClassifier } from '../../../src/classify.ts'
import { type CompiledCorpus, compileCorpus } from '../../../src/corpus/compile.ts'
import { luresIn } from '../../../src/corpus/fingerprint.ts'
import { type Rarity, rarityOf } from '../../../src/corpus/fingerprint-make.ts'
import type { Corpus } from '../../../src/corpus/model.ts'
import { findPretexts } from '../../../src/detect/pretext.ts'
import type { MessageInput } from '../../../src/message/model.ts'
import { compileSources, readFrequencies } from '../../corpus-build.ts'
import { CORPUS_CHECKS } from '../checks/all.ts'
import { runChecks } from '../checks/check.ts'
import { editorLine } from '../checks/editor-line.ts'
import { corpusInput, ordinaryFolded, ordinaryTexts } from '../context.ts'
import type { Problem } from '../problem.ts'
import { readSources } from '../read.ts'
import { readSource, type SourceFile } from '../source.ts'
import type { YamlLure } from '../types.ts'
import { type Answers, type Draft, draftLure } from './draft.ts'
import { type Shown, showMail } from './shown.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** A corpus folder that is ready to take lures. */
export interface Workshop {
  root: string
  files: SourceFile[]
  corpus: Corpus
  compiled: CompiledCorpus
  vocabulary: Vocabulary
  rarity: Rarity
  /** YYYY-MM-DD. */
  today: string
}

/** A lure that is there already and tells the mail. */
export interface Covering {
  id: string
  similarity: number
}

/** A lure that passes the checks, as files. */
export interface Finished extends Draft {
  corpus: Corpus
  /** Path from the root, and content; the lure first, then its changeset. */
  outputs: Array<{ file: string; content: string }>
  /** How much of the lure's fingerprint the mail itself holds. */
  similarity: number
}

/** Reads a corpus folder. */
export function openWorkshop(root: string, today: string): Workshop | Problem[] {
  const { files, problems } = readSources(root)
  if (problems.length > 0) return problems
  const rarity = rarityOf(readFrequencies(root))
  const built = compileSources(files, '0.0.0', rarity)
  if (!built.corpus) return built.problems
  const vocabulary = vocabularyOf(files, ordinaryTexts(root).join('\n'))
  return { root, files, corpus: built.corpus, compiled: compileCorpus(built.corpus), vocabulary, rarity, today }
}

/** Reads a mail as the lure that it may become. */
export const readMail = ({ compiled }: Workshop, input: MessageInput): Shown => showMail(input, compiled)

/** Which lures of the corpus tell the mail already, the most similar first. */
export function covering({ compiled }: Workshop, { mail }: Shown): Covering[] {
  const best = new Map<string, number>()
  for (const view of mail.bodies)
    for (const { lure, similarity } of luresIn(compiled, view.folded)) {
      const { id } = compiled.lures[lure]!
      best.set(id, Math.max(similarity, best.get(id) ?? 0))
    }
  return [...best].map(([id, similarity]) => ({ id, similarity })).sort((a, b) => b.similarity - a.similarity)
}

/** What brand and pretext the mail seems to have, to be offered as answers. */
export function guesses({ corpus }: Workshop, { mail, message }: Shown): { brand?: string; pretext?: string } {
  const { from, subject, text, html } = message
  const { brand } = createClassifier({ corpus })({ from, subject, text, html })
  const pretext = findPretexts(mail).told[0]?.id
  return {
    ...(brand && corpus.brands.some(({ id }) => id === brand.id) && { brand: brand.id }),
    ...(pretext !== undefined && { pretext }),
  }
}

/** The first free id of a brand that opens with some words. */
export function freeSlug({ files }: Workshop, brand: string, words: string): string {
  const taken = new Set(files.map(({ id }) => id))
  let slug = words
  for (let i = 2; taken.has(`${brand}/${slug}`); i++) slug = `${words}-${i}`
  return slug
}

/**
 * Drafts a lure and checks it as part of the corpus; writes nothing.
 *
 * @returns the files, or why there are none: problems, or `too-short` when the mail has too few words of its own
 */
export function finishLure(workshop: Workshop, shown: Shown, answers: Answers): Finished | Problem[] | 'too-short' {
  const { root, files, compiled, vocabulary, rarity, today } = workshop
  const ordinary = ordinaryFolded(root, files)
  const draft = draftLure(shown, answers, { compiled, vocabulary, rarity, ordinary, today })
  if (!draft) return 'too-short'
  const { lure } = draft
  const file = `corpus/lures/${lure.id}.yaml`
  const content = lureFile(lure)
  const source = readSource(file, 'lure', lure.id, new TextEncoder().encode(content))
  if (Array.isArray(source)) return source
  const all = [...files, source]
  const built = compileSources(all, '0.0.0', rarity)
  if (!built.corpus) return built.problems
  const outside = { root, rarity, published: new Set<string>(), today, measured: false }
  const input = corpusInput(all, [source], built.corpus, outside)
  const wrong = runChecks(CORPUS_CHECKS, input).filter(({ isWarning }) => !isWarning)
  if (wrong.length > 0) return wrong
  const index = input.compiled.lures.findIndex(({ id }) => id === lure.id)
  const found = shown.mail.bodies.flatMap(({ folded }) => luresIn(input.compiled, folded))
  const similarity = Math.max(0, ...found.filter(({ lure: i }) => i === index).map((one) => one.similarity))
  const changeset = {
    file: `.changeset/lure-${lure.id.replace('/', '-')}.md`,
    content: `---\n"lurebook": patch\n---\n\nNew lure: ${lure.id}.\n`,
  }
  return { ...draft, corpus: built.corpus, outputs: [{ file, content }, changeset], similarity }
}

/** A lure as YAML, with the line that gives editors its schema. */
function lureFile(lure: YamlLure): string {
  const yaml = stringify(lure, { lineWidth: 0, defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' })
  return `${editorLine('lure')}\n${yaml}`
}

/** Writes the files; when one cannot be written, none is left. */
export function writeLure(root: string, { outputs }: Pick<Finished, 'outputs'>): void {
  const written: string[] = []
  try {
    for (const { file, content } of outputs) {
      const full = path.join(root, file)
      mkdirSync(path.dirname(full), { recursive: true })
      // never over a file that is there
      writeFileSync(full, content, { flag: 'wx' })
      written.push(full)
    }
  } catch (error) {
    for (const full of written) rmSync(full)
    throw error
  }
}
