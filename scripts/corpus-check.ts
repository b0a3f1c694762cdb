/**
 * Is the corpus right? Runs the checks of the build, then the named checks of every lure.
 *
 * Usage: npm run corpus:check [-- ID ...] [--lang ja|en]
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createClassifier } from '../src/classify.ts'
import { compileCorpus } from '../src/corpus/compile.ts'
import { LURE_CHECKS } from './corpus/checks/lures.ts'
import { formatProblem } from './corpus/problem.ts'
import { readSources } from './corpus/read.ts'
import type { YamlLure } from './corpus/types.ts'
import { buildCorpus } from './corpus-build.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: 'string', default: 'en' }, root: { type: 'string' } },
})
const root = values.root ?? fileURLToPath(new URL('..', import.meta.url))
const lang = values.lang === 'ja' ? 'ja' : 'en'
const words = lang === 'ja' ? { expected: '期待', found: '実際' } : { expected: 'expected', found: 'found' }
let wrong = 0
const report = (file: string, line: number, column: number, code: string, text: string, whole: string): void => {
  wrong++
  console.error(whole)
  if (process.env.GITHUB_ACTIONS === 'true')
    console.log(`::error file=${file},line=${line},col=${column},title=${code}::${text}`)
}
const { corpus, problems } = buildCorpus(root, '0.0.0')
for (const p of problems) report(p.file, p.line, p.column, p.code, p.message, formatProblem(p))
if (corpus) {
  const input = { corpus, compiled: compileCorpus(corpus), classify: createClassifier({ corpus }) }
  const lures = readSources(root).files.filter(({ kind }) => kind === 'lure')
  const chosen = lures.filter(({ id }) => positionals.length === 0 || positionals.includes(id))
  for (const id of positionals)
    if (!lures.some((lure) => lure.id === id)) report(id, 1, 1, 'reference', 'no such lure', `${id} no such lure`)
  for (const source of chosen) {
    for (const { code, title, run } of LURE_CHECKS) {
      for (const { path, expected, found } of run({ ...input, lure: source.data as unknown as YamlLure })) {
        const { line, column } = source.placeOf(path)
        const head = `${source.file}:${line}:${column} ${code} ${title[lang]}`
        const more = `  ${words.expected}: ${expected}\n  ${words.found}: ${found}`
        report(source.file, line, column, code, title[lang], `${head}\n${more}`)
      }
    }
  }
  console.log(`corpus:check: ${chosen.length} lures, ${LURE_CHECKS.length} named checks, ${wrong} problem(s)`)
}
process.exitCode = wrong === 0 ? 0 : 1
