/**
 * Is the corpus right? Runs the checks that files must pass to be compiled, then those of the whole corpus.
 *
 * Usage: npm run corpus:check [-- ID|FILE ...] [--lang ja|en] [--base REF] [--today YYYY-MM-DD] [--list]
 *
 * Exit code 0: nothing is wrong; 1: something is; 2: the command was not understood.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { rarityOf } from '../src/corpus/fingerprint-make.ts'
import { ALL_CHECKS, CORPUS_CHECKS } from './corpus/checks/all.ts'
import { runChecks } from './corpus/checks/check.ts'
import { corpusInput } from './corpus/context.ts'
import { annotation, formatProblem, type Lang, type Problem } from './corpus/problem.ts'
import { idsAt, recordReleased, releasedIds } from './corpus/published.ts'
import { readSources } from './corpus/read.ts'
import type { SourceFile } from './corpus/source.ts'
import { compileSources, readFrequencies } from './corpus-build.ts'

/** What the command was asked for. */
export interface CheckRequest {
  root: string
  /** Ids or files; all of the corpus when there are none. */
  wanted: string[]
  /** Branch whose ids must all be there still. */
  base?: string
  today: string
  /** Look at the measurement data too, where it is present. */
  measured: boolean
}

/** What came of it. */
export interface CheckResult {
  problems: Problem[]
  /** How many files were looked at. */
  files: number
  /** Ids and files that were asked for and are not there. */
  unknown: string[]
  /** The base is not in this clone: removed ids were looked for in the last release only. */
  baseMissing: boolean
}

/** Checks a corpus folder; writes nothing. */
export function checkCorpus({ root, wanted, base, today, measured }: CheckRequest): CheckResult {
  const { files, problems } = readSources(root)
  const isWanted = (file: string, id: string): boolean =>
    wanted.some((name) => name === id || path.normalize(name) === path.normalize(file))
  // a file with a wrong name is asked for by the id that it was meant to have
  const idOf = (file: string): string => file.replace(/^corpus\/[a-z]+\//, '').replace(/\.ya?ml$/i, '')
  const chosen = wanted.length === 0 ? files : files.filter(({ file, id }) => isWanted(file, id))
  const isAt = (name: string, file: string): boolean => name === idOf(file) || path.normalize(name) === file
  const isKnown = (name: string): boolean =>
    files.some(({ file }) => isAt(name, file)) ||
    problems.some(({ file }) => isAt(name, file) || name.toLowerCase() === idOf(file).toLowerCase())
  const unknown = wanted.filter((name) => !isKnown(name))
  const atBase = base === undefined ? undefined : idsAt(root, base)
  const result = { files: chosen.length, unknown, baseMissing: base !== undefined && atBase === undefined }
  if (problems.length > 0) return { ...result, problems }
  const rarity = rarityOf(readFrequencies(root))
  const built = compileSources(files, '0.0.0', rarity)
  if (!built.corpus) return { ...result, problems: built.problems }
  const published = new Set([...releasedIds(root), ...(atBase ?? [])])
  const input = corpusInput(files, chosen, built.corpus, { root, rarity, published, today, measured })
  return { ...result, problems: runChecks(CORPUS_CHECKS, input) }
}

function main(): number {
  const usage = 'npm run corpus:check [-- ID|FILE ...] [--lang ja|en] [--base REF] [--today YYYY-MM-DD] [--list]'
  let parsed: ReturnType<typeof parseCommand>
  try {
    parsed = parseCommand()
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`)
    return 2
  }
  const { values, positionals } = parsed
  const lang: Lang = values.lang === 'ja' ? 'ja' : 'en'
  const root = values.root ?? fileURLToPath(new URL('..', import.meta.url))
  if (values.list) {
    for (const { id, title } of ALL_CHECKS) console.log(`${id}\t${title[lang]}`)
    return 0
  }
  if (values.record) {
    const { files, problems } = readSources(root)
    if (problems.length > 0) return report(problems, lang)
    recordReleased(root, files as SourceFile[])
    return 0
  }
  const inPullRequest = process.env.GITHUB_BASE_REF ? `origin/${process.env.GITHUB_BASE_REF}` : undefined
  const base = values.base ?? inPullRequest
  const today = values.today ?? new Date().toISOString().slice(0, 10)
  const started = performance.now()
  const result = checkCorpus({ root, wanted: positionals, today, measured: true, ...(base !== undefined && { base }) })
  const { problems, files, unknown, baseMissing } = result
  for (const name of unknown) console.error(lang === 'ja' ? `${name} はありません` : `there is no ${name}`)
  if (baseMissing) console.error(lang === 'ja' ? `${base} は git にありません` : `git does not know ${base}`)
  if (unknown.length > 0 || (baseMissing && values.base !== undefined)) return 2
  const code = report(problems, lang)
  const errors = problems.filter(({ isWarning }) => !isWarning).length
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const counts = { files, checks: ALL_CHECKS.length, errors, warnings: problems.length - errors }
  console.log(
    lang === 'ja'
      ? `corpus:check: ファイル ${counts.files}、検査 ${counts.checks}、誤り ${counts.errors}、警告 ${counts.warnings} (${seconds} 秒)`
      : `corpus:check: ${counts.files} files, ${counts.checks} checks, ${counts.errors} errors, ${counts.warnings} warnings (${seconds} s)`,
  )
  return code
}

function report(problems: Problem[], lang: Lang): number {
  for (const problem of problems) {
    console.error(formatProblem(problem, lang))
    if (process.env.GITHUB_ACTIONS === 'true') console.log(annotation(problem, lang))
  }
  return problems.some(({ isWarning }) => !isWarning) ? 1 : 0
}

function parseCommand() {
  const command = parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'en' },
      root: { type: 'string' },
      base: { type: 'string' },
      today: { type: 'string' },
      list: { type: 'boolean' },
      // for the release: what is there now was published
      record: { type: 'boolean' },
    },
  })
  const { lang, today } = command.values
  if (lang !== 'ja' && lang !== 'en') throw new Error(`--lang: ja or en, not ${lang}`)
  if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new Error(`--today: YYYY-MM-DD, not ${today}`)
  return command
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main()
