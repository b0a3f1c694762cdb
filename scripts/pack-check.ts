/** Does the package work for a stranger? Packs it, installs it in an empty folder, and uses it from ESM, CJS, TypeScript and a shell. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { demoMails } from './demo-mails.ts'
import { READMES, runExamples } from './readme-example.ts'

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'lurebook-pack-'))
let passed = 0
let failed = 0

/** Runs one step; a step that throws has failed and says why. */
function step(name: string, run: () => string | undefined): void {
  try {
    const remark = run()
    passed++
    console.log(`ok   ${name}${remark ? `: ${remark}` : ''}`)
  } catch (error) {
    failed++
    // The message of a failed command holds its standard error.
    const { stdout = '', message } = error as { stdout?: string; message: string }
    console.log(`FAIL ${name}: ${message}\n${stdout}`)
  }
}

const exec = (command: string, args: string[], cwd = folder): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

function expect(what: string, got: unknown, want: unknown): void {
  if (got !== want) throw new Error(`${what}: expected ${JSON.stringify(want)}, got ${JSON.stringify(got)}`)
}

const lure = demoMails().find((mail) => mail.name !== 'warning-notice.eml')
if (!lure) throw new Error('the corpus has no lure with a sample')
writeFileSync(join(folder, 'lure.eml'), lure.bytes)
writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')

const ESM = `
import { readFileSync } from 'node:fs'
import { classify, CorpusError, createClassifier, decodeBytes, extractLinks, foldText, inspectLink, parseMessage, visibleText } from 'lurebook'
import { explain } from 'lurebook/explain'
import { compileCorpus } from 'lurebook/corpus'
import { defang } from 'lurebook/report'
import { toHeaders } from 'lurebook/adapters'
import corpus from 'lurebook/corpus.json' with { type: 'json' }
const raw = new Uint8Array(readFileSync('lure.eml'))
const verdict = classify(raw)
const own = createClassifier({ corpus })(raw)
const stages = [CorpusError, decodeBytes, extractLinks, foldText, inspectLink, parseMessage, visibleText, compileCorpus, defang, toHeaders]
console.log([verdict.label, own.label, own.corpus.digest === verdict.corpus.digest, stages.every((f) => typeof f === 'function'), explain(verdict).title !== '', decodeBytes(Uint8Array.of(0x82), 'cp437').text].join(' '))
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
import { classify, type EvidenceCode, type Verdict } from 'lurebook'
import { explain, type Explanation } from 'lurebook/explain'
import { compileCorpus } from 'lurebook/corpus'
const verdict: Verdict = classify(new Uint8Array())
const label: 'phishing' | 'suspicious' | 'quoted' | 'none' = verdict.label
const said: Explanation = explain(verdict, { lang: 'ja', audience: 'customer' })
const code: EvidenceCode = 'link-foreign'
export { code, compileCorpus, label, said }
// @ts-expect-error: a number is no message
classify(1)
`

step('npm pack holds what a user needs and nothing else', () => {
  const [packed] = JSON.parse(
    exec('npm', ['pack', '--json', '--pack-destination', folder, '--ignore-scripts'], ROOT),
  ) as [{ filename: string; size: number; files: Array<{ path: string }> }]
  const odd = packed.files
    .map((f) => f.path)
    .filter((p) => !/^(?:dist\/|LICENSE|README|CHANGELOG|package\.json$)/.test(p))
  expect('files that do not belong there', odd.join(' '), '')
  renameSync(join(folder, packed.filename), join(folder, 'lurebook.tgz'))
  return `${packed.files.length} files, ${Math.round(packed.size / 1024)} KB packed`
})
step('it installs in an empty folder', () => {
  exec('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', './lurebook.tgz'])
  return undefined
})
step('import from ESM', () => {
  writeFileSync(join(folder, 'esm.mjs'), ESM)
  expect('output', exec('node', ['--no-warnings', 'esm.mjs']), 'phishing phishing true true true é')
  return undefined
})
step('require from CJS', () => {
  writeFileSync(join(folder, 'cjs.cjs'), CJS)
  // Without require(esm), as in Jest: the CJS files must not lead to ESM.
  const flags = process.allowedNodeEnvironmentFlags.has('--no-experimental-require-module')
    ? ['--no-experimental-require-module']
    : []
  expect('output', exec('node', ['--no-warnings', ...flags, 'cjs.cjs']), 'phishing true true é')
  return undefined
})
for (const [moduleResolution, module] of [
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
  ['bundler', 'esnext'],
]) {
  step(`types under ${moduleResolution}, from ESM and CJS`, () => {
    const compilerOptions = { moduleResolution, module, noEmit: true, strict: true, target: 'es2022', types: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.mts', 'use.cts'] }))
    for (const file of ['use.mts', 'use.cts']) writeFileSync(join(folder, file), TS)
    exec('node', [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'])
    return undefined
  })
}
step('a bundle for browsers carries no iconv-lite and no node: module', () => {
  writeFileSync(
    join(folder, 'web.mjs'),
    "import { classify } from 'lurebook'\nglobalThis.label = classify('x').label\n",
  )
  const built = buildSync({
    absWorkingDir: folder,
    entryPoints: ['web.mjs'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    minify: true,
    charset: 'utf8',
  })
  const bundle = built.outputFiles[0]!.text
  expect('iconv-lite in it', /iconv|safer-buffer|node:/.test(bundle), false)
  return `${Math.round(gzipSync(bundle).length / 1024)} KB gzipped`
})
step('the command flags the lure with 1', () => {
  const bin = join(folder, 'node_modules/.bin', process.platform === 'win32' ? 'lurebook.cmd' : 'lurebook')
  const { status, stdout } = spawnSync(bin, ['scan', '--lang', 'en', 'lure.eml'], { cwd: folder, encoding: 'utf8' })
  expect('exit code', status, 1)
  return stdout.split('\n')[0]
})
for (const readme of READMES) {
  step(`the examples of ${readme} print what it says (else: npm run readme:example)`, () => {
    const { library, shell } = runExamples(readme, folder, join(folder, 'node_modules/lurebook/dist/cli.js'))
    expect('the library example', library.real, library.said)
    expect('the shell example', shell.real, shell.said)
    return undefined
  })
}
step('schemas are exported', () => {
  const script =
    "const s = require('lurebook/schema/verdict.schema.json'); require('lurebook/schema/lure.schema.json'); console.log(s.title)"
  return exec('node', ['-e', script])
})

if (failed === 0) rmSync(folder, { recursive: true, force: true })
else console.log(`left for a look: ${folder}`)
console.log(`pack-check: ${passed} of ${passed + failed} steps are right`)
process.exitCode = failed === 0 ? 0 : 1
