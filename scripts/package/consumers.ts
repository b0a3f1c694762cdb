/** How does a stranger use the installed package? Programs for ESM, CJS and TypeScript, the command, and the examples of docs. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoMails } from '../demo-mails.ts'

const ROOT = join(import.meta.dirname, '../..')

const ESM = `
import { readFileSync } from 'node:fs'
import { classify, CorpusError, createClassifier, decodeBytes, extractLinks, foldText, inspectLink, parseMessage, visibleText } from 'lurebook'
import { explain } from 'lurebook/explain'
import { builtinCorpus, compileCorpus, mergeCorpora } from 'lurebook/corpus'
import { defang } from 'lurebook/report'
import { toHeaders } from 'lurebook/adapters'
import corpus from 'lurebook/corpus.json' with { type: 'json' }
import manifest from 'lurebook/package.json' with { type: 'json' }
const raw = new Uint8Array(readFileSync('lure.eml'))
const verdict = classify(raw)
const own = createClassifier({ corpus })(raw)
const stages = [CorpusError, decodeBytes, extractLinks, foldText, inspectLink, parseMessage, visibleText, builtinCorpus, compileCorpus, mergeCorpora, defang, toHeaders]
console.log([verdict.label, own.label, own.corpus.digest === verdict.corpus.digest, verdict.corpus.version === manifest.version, stages.every((f) => typeof f === 'function'), explain(verdict).title !== '', decodeBytes(Uint8Array.of(0x82), 'cp437').text].join(' '))
`
const CJS = `
const { readFileSync } = require('node:fs')
const { classify, CorpusError, decodeBytes } = require('lurebook')
const { explain } = require('lurebook/explain')
const corpus = require('lurebook/corpus')
const verdict = classify(new Uint8Array(readFileSync('lure.eml')))
let refused = false
try { corpus.compileCorpus({}) } catch (error) { refused = error instanceof CorpusError }
console.log([verdict.label, refused, explain(verdict, { lang: 'en' }).title !== '', decodeBytes(Uint8Array.of(0x82), 'cp437').text].join(' '))
`
const TS = `
import { classify, createClassifier, type Corpus, type EvidenceCode, type Verdict } from 'lurebook'
import { explain, type Explanation } from 'lurebook/explain'
import { builtinCorpus, compileCorpus, mergeCorpora, type OwnCorpus } from 'lurebook/corpus'
const verdict: Verdict = classify(new Uint8Array())
const label: 'phishing' | 'suspicious' | 'quoted' | 'none' = verdict.label
const said: Explanation = explain(verdict, { lang: 'ja', audience: 'customer' })
const code: EvidenceCode = 'link-foreign'
const mine: OwnCorpus = { schema: 1, version: '1', digest: '1' }
const merged: Corpus = mergeCorpora(builtinCorpus(), mine)
const classifyMine: (message: string) => Verdict = createClassifier({ corpus: merged })
export { classifyMine, code, compileCorpus, label, said }
// @ts-expect-error: a number is no message
classify(1)
// @ts-expect-error: a corpus has a schema
mergeCorpora(builtinCorpus(), { brands: [] })
`

/** Runs a program in a folder; its standard output. */
export function exec(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

/** @throws Error that says what was expected and what came */
export function expectSame(what: string, got: unknown, want: unknown): void {
  if (got !== want) throw new Error(`${what}: expected ${JSON.stringify(want)}, got ${JSON.stringify(got)}`)
}

/** Puts a documented lure into the folder of a consumer. */
export function writeLure(folder: string): void {
  const lure = demoMails().find((mail) => mail.name !== 'warning-notice.eml')
  if (!lure) throw new Error('the corpus has no lure with a sample')
  writeFileSync(join(folder, 'lure.eml'), lure.bytes)
}

export function useFromEsm(folder: string): void {
  writeFileSync(join(folder, 'esm.mjs'), ESM)
  expectSame('output', exec('node', ['--no-warnings', 'esm.mjs'], folder), 'phishing phishing true true true true é')
}

export function useFromCjs(folder: string): void {
  writeFileSync(join(folder, 'cjs.cjs'), CJS)
  // Without require(esm), as in Jest: the CJS files must not lead to ESM.
  const flags = process.allowedNodeEnvironmentFlags.has('--no-experimental-require-module')
    ? ['--no-experimental-require-module']
    : []
  expectSame('output', exec('node', ['--no-warnings', ...flags, 'cjs.cjs'], folder), 'phishing true true é')
}

/** Checks types from an ES module and a CommonJS file under one way to resolve modules. */
export function useFromTypes(folder: string, moduleResolution: string, module: string): void {
  const compilerOptions = { moduleResolution, module, noEmit: true, strict: true, target: 'es2022', types: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.mts', 'use.cts'] }))
  for (const file of ['use.mts', 'use.cts']) writeFileSync(join(folder, file), TS)
  exec('node', [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder)
}

/** Runs the installed command on the lure; the first line of its report. */
export function useFromShell(folder: string): string | undefined {
  const windows = process.platform === 'win32'
  const bin = join(folder, 'node_modules/.bin', windows ? 'lurebook.cmd' : 'lurebook')
  const { status, stdout } = spawnSync(bin, ['scan', '--lang', 'en', 'lure.eml'], {
    cwd: folder,
    encoding: 'utf8',
    shell: windows,
  })
  expectSame('exit code', status, 1)
  return stdout.split('\n')[0]
}

/** The documents about an own corpus, whose example runs. */
export const OWN_CORPUS_DOCS = ['docs/own-corpus.md', 'docs/own-corpus.ja.md']

/** Runs the example of a document about an own corpus: its JSON, its program, and what that prints. */
export function useOwnCorpus(folder: string, doc: string): void {
  const text = readFileSync(join(ROOT, doc), 'utf8')
  const block = (language: string): string =>
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? ''
  writeFileSync(join(folder, 'my-corpus.json'), block('json'))
  writeFileSync(join(folder, 'own-corpus.mjs'), block('js'))
  expectSame(`what ${doc} prints`, exec('node', ['own-corpus.mjs'], folder), block('text').trim())
}
