/** Can a file be used as the user's own corpus, and if not, what is wrong with it and where? */
import { readFileSync } from 'node:fs'
import { builtin, builtinCorpus } from '../corpus/builtin.ts'
import { type CompiledCorpus, compileCorpus } from '../corpus/compile.ts'
import { CorpusError } from '../corpus/errors.ts'
import { mergeCorpora, type OwnCorpus } from '../corpus/merge.ts'
import type { Corpus } from '../corpus/model.ts'
import type { Language } from '../explain/index.ts'
import { corpusFlaws } from './corpus-flaws.ts'
import { type Flaw, flawLine } from './flaw.ts'
import { problemOf } from './inputs.ts'
import { printable } from './terminal.ts'
import { WORDS } from './words.ts'

/** A byte order mark, which editors of Windows write, is no JSON. */
const parseOwnCorpus = (text: string): OwnCorpus => JSON.parse(text.replace(/^\ufeff/, '')) as OwnCorpus

/** The package's corpus merged with one in a file that `readOwnCorpus` found usable. */
export const mergedCorpus = (file: string): Corpus =>
  mergeCorpora(builtinCorpus(), parseOwnCorpus(readFileSync(file, 'utf8')))

/** The corpus that the command knows: the package's, with the one of the user's where `--corpus` names it. */
export const corpusWith = (file: string | undefined): CompiledCorpus =>
  file === undefined ? builtin() : compileCorpus(mergedCorpus(file))

/** Flaws that are said of one file. */
const FLAWS = 20

/**
 * Reads a corpus of the user's.
 *
 * @returns the corpus, which merges with the package's and compiles, or lines that say why it does not
 */
export function readOwnCorpus(file: string, lang: Language): { own: OwnCorpus } | { problems: string[] } {
  const words = WORDS[lang]
  const name = printable(file)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return { problems: [`${name}: ${words.cannotRead[problemOf(error).problem]}`] }
  }
  let own: OwnCorpus
  try {
    own = parseOwnCorpus(text)
  } catch (error) {
    return { problems: [words.notJson(name, printable((error as Error).message))] }
  }
  const shape = corpusFlaws(own)
  const flaws = shape.length > 0 ? shape : compileFlaws(own)
  if (flaws.length === 0) return { own }
  const problems = flaws.slice(0, FLAWS).map((flaw) => `${name}: ${flawLine(flaw, lang)}`)
  if (flaws.length > FLAWS) problems.push(`${name}: ${words.more(flaws.length - FLAWS)}`)
  return { problems }
}

/** What keeps a corpus of the right shape from being used: phrases and fingerprints that cannot be read, ids that stand twice. */
function compileFlaws(own: OwnCorpus): Flaw[] {
  const whole = compileError(() => compileCorpus(mergeCorpora(builtinCorpus(), own)))
  if (!whole) return []
  // alone, so that the place is the one in the file; what only the merged one has, such as too long a version, is said of it
  const { code, path, message } = compileError(() => compileCorpus({ ...EMPTY, ...own })) ?? whole
  const said = message.slice(path.length + 2, -(code.length + 3))
  return [{ kind: 'compile', path, code, message: said, found: valueAt(own, path) }]
}

const EMPTY = { brands: [], pretexts: [], phrases: [], lures: [], hosts: [] }

function compileError(compile: () => unknown): CorpusError | undefined {
  try {
    compile()
  } catch (error) {
    if (error instanceof CorpusError) return error
    throw error
  }
  return undefined
}

/** The value at a path such as `lures[0].phrases[2].text`, when it is one that can be shown on a line. */
function valueAt(value: unknown, path: string): unknown {
  let at: unknown = value
  for (const key of path.split(/[.[\]]+/).filter((part) => part !== '')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return typeof at === 'object' ? undefined : at
}
