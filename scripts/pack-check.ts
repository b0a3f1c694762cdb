/** Does the package work for a stranger? Packs it, installs it in an empty folder, and uses it from ESM, CJS, TypeScript and a shell. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import {
  exec as execIn,
  expectSame as expect,
  OWN_CORPUS_DOCS,
  useFromCjs,
  useFromEsm,
  useFromShell,
  useFromTypes,
  useOwnCorpus,
  writeLure,
} from './package/consumers.ts'
import { misfitsOf } from './package/contents.ts'
import { READMES, runExamples } from './readme-example.ts'

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'lurebook-pack-'))
let passed = 0
let failed = 0

/** Runs one step; a step that throws has failed and says why. */
function step(name: string, run: () => unknown): void {
  try {
    const remark = run()
    passed++
    console.log(`ok   ${name}${typeof remark === 'string' ? `: ${remark}` : ''}`)
  } catch (error) {
    failed++
    // The message of a failed command holds its standard error.
    const { stdout = '', message } = error as { stdout?: string; message: string }
    console.log(`FAIL ${name}: ${message}\n${stdout}`)
  }
}

const exec = (command: string, args: string[], cwd = folder): string => execIn(command, args, cwd)

writeLure(folder)
writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')

step('npm pack holds what a user needs and nothing else', () => {
  const [packed] = JSON.parse(
    exec('npm', ['pack', '--json', '--pack-destination', folder, '--ignore-scripts'], ROOT),
  ) as [{ filename: string; size: number; files: Array<{ path: string }> }]
  const { odd, missing } = misfitsOf(packed.files.map((f) => f.path))
  expect('files that do not belong there', odd.join(' '), '')
  expect('files that are missing', missing.join(' '), '')
  renameSync(join(folder, packed.filename), join(folder, 'lurebook.tgz'))
  return `${packed.files.length} files, ${Math.round(packed.size / 1024)} KB packed`
})
step('it installs in an empty folder', () => {
  exec('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', './lurebook.tgz'])
  return undefined
})
step('import from ESM', () => useFromEsm(folder))
step('require from CJS', () => useFromCjs(folder))
for (const [moduleResolution, module] of [
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
  ['bundler', 'esnext'],
] as const) {
  step(`types under ${moduleResolution}, from ESM and CJS`, () => useFromTypes(folder, moduleResolution, module))
}
for (const doc of OWN_CORPUS_DOCS) step(`the example of ${doc} prints what it says`, () => useOwnCorpus(folder, doc))
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
step('the command flags the lure with 1', () => useFromShell(folder))
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
