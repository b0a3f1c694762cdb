/**
 * Builds the corpus: reads and checks corpus/, compiles it, writes src/corpus/builtin.data.ts and dist/corpus.json.
 *
 * Usage: npm run corpus:build
 */
import { deepStrictEqual } from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Frequencies, type Rarity, rarityOf } from '../src/corpus/fingerprint-make.ts'
import { foldsOf } from '../src/corpus/matcher.ts'
import type { Corpus } from '../src/corpus/model.ts'
import { packCorpus, unpackCorpus } from '../src/corpus/pack.ts'
import { checkSources } from './corpus/checks/build.ts'
import { toCorpus } from './corpus/compile-data.ts'
import { formatProblem, type Problem } from './corpus/problem.ts'
import { readSources } from './corpus/read.ts'
import type { SourceFile } from './corpus/source.ts'

/** A corpus, or what keeps it from being one. */
export type Built = { corpus: Corpus; problems: Problem[] } | { corpus?: never; problems: Problem[] }

/**
 * Reads, checks and compiles a corpus folder; writes nothing.
 *
 * @param root folder that holds `corpus/`
 * @param version of the package
 * @returns the corpus, or the problems that keep it from being one
 */
export function buildCorpus(root: string, version: string): Built {
  const { files, problems } = readSources(root)
  return problems.length > 0 ? { problems } : compileSources(files, version, rarityOf(readFrequencies(root)))
}

/**
 * Checks and compiles files that were read.
 *
 * @param files from `readSources`, and any that are not written yet
 * @param version of the package
 * @param rarity how common grams are, from `readFrequencies`
 * @returns the corpus, or the problems that keep it from being one
 */
export function compileSources(files: SourceFile[], version: string, rarity: Rarity): Built {
  const misfits = checkSources(files)
  if (misfits.length > 0) return { problems: misfits }
  const built = toCorpus(files, version, rarity)
  return built.problems.length > 0 ? { problems: built.problems } : built
}

/** The frozen frequencies of a corpus folder; none when it has no file of them. */
export function readFrequencies(root: string): Frequencies {
  const file = path.join(root, 'corpus', 'frequencies.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Frequencies) : { documents: 0, grams: [] }
}

/** The module that carries the corpus: one string, because that is read faster than literals. */
export function dataModule(corpus: Corpus): string {
  const packed = packCorpus(corpus)
  deepStrictEqual(unpackCorpus(packed), corpus, 'packing must lose nothing')
  return `/** The package's own corpus, packed. Made by scripts/corpus-build.ts; do not edit. */
export const BUILTIN_CORPUS: string = ${literalOf(packed)}

/** What is looked for, folded. */
export const BUILTIN_FOLDS: string = ${literalOf(foldsOf(corpus))}
`
}

const literalOf = (text: string): string =>
  `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``

function main(): void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const { corpus, problems } = buildCorpus(root, version)
  if (!corpus) {
    for (const problem of problems) console.error(formatProblem(problem))
    console.error(`${problems.length} problem(s); nothing written`)
    process.exitCode = 1
    return
  }
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  writeFileSync(path.join(root, 'src', 'corpus', 'builtin.data.ts'), dataModule(corpus))
  writeFileSync(path.join(root, 'dist', 'corpus.json'), `${JSON.stringify(corpus)}\n`)
  const phrases = [...corpus.pretexts, ...corpus.phrases].reduce((n, { phrases: list }) => n + list.length, 0)
  console.log(
    `corpus ${corpus.version} ${corpus.digest}: ${corpus.brands.length} brands, ${corpus.pretexts.length} pretexts, ` +
      `${corpus.phrases.length} lists, ${phrases} phrases, ${corpus.lures.length} lures, ${corpus.hosts.length} host lists`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
