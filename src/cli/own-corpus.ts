/** Can a file be used as the user's own corpus, and if not, what is wrong with it and where? */
import { readFileSync } from 'node:fs'
import { builtinCorpus } from '../corpus/builtin.ts'
import { compileCorpus } from '../corpus/compile.ts'
import { CorpusError } from '../corpus/errors.ts'
import { mergeCorpora, type OwnCorpus } from '../corpus/merge.ts'
import type { Language } from '../explain/index.ts'
import { problemOf } from './inputs.ts'
import { printable } from './terminal.ts'
import { WORDS } from './words.ts'

/** The corpus in a text that `readOwnCorpus` found usable; a byte order mark, which editors of Windows write, is no JSON. */
export const parseOwnCorpus = (text: string): OwnCorpus => JSON.parse(text.replace(/^\ufeff/, '')) as OwnCorpus

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
    own = parseOwnCorpus(text)
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
