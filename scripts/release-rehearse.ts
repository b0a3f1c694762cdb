/**
 * Would the next release work? Takes the version step and the build in two temporary clones of the last commit, publishes
 * the package to a registry on this machine, installs it from there in an empty folder, and uses it.
 *
 * Usage: npm run release:rehearse
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  expectSame,
  OWN_CORPUS_DOCS,
  useFromCjs,
  useFromEsm,
  useFromShell,
  useFromTypes,
  useOwnCorpus,
  writeLure,
} from './package/consumers.ts'
import { misfitsOf } from './package/contents.ts'
import { type Registry, startRegistry } from './rehearsal/registry.ts'

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'lurebook-rehearsal-'))
const here = (name: string): string => join(folder, name)
let passed = 0
const started = Date.now()

/** What `npm pack --json` says of a package. */
interface Packed {
  name: string
  version: string
  filename: string
  integrity: string
  size: number
  files: Array<{ path: string }>
}

/** The environment without what `npm run` hands down of this project's settings: a stranger does not have them. */
const STRANGER = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)))

/** Runs a program; its standard output. Standard error is part of the message when it fails. */
async function run(command: string, args: string[], cwd: string, env = process.env): Promise<string> {
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  return (await promisify(execFile)(command, args, options)).stdout
}

/** Runs one step; the first that throws ends the rehearsal, as the next ones build on it. */
async function step<T>(name: string, act: () => T | Promise<T>): Promise<T> {
  const begun = Date.now()
  try {
    const result = await act()
    passed++
    console.log(`ok   ${name}${typeof result === 'string' ? `: ${result}` : ''} (${seconds(begun)} s)`)
    return result
  } catch (error) {
    const { stdout = '', message } = error as { stdout?: string; message: string }
    console.log(`FAIL ${name}: ${message}\n${stdout}`)
    throw error
  }
}

const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1)
const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const manifestOf = (clone: string) =>
  JSON.parse(readFileSync(join(here(clone), 'package.json'), 'utf8')) as { name: string; version: string }

/** The commit, with the dependencies that are installed here: a release has them from the same lock file. */
async function clone(): Promise<void> {
  await run('git', ['clone', '--quiet', ROOT, here('a')], folder)
  cpSync(join(ROOT, 'node_modules'), join(here('a'), 'node_modules'), { recursive: true, verbatimSymlinks: true })
  const changed = await run('git', ['status', '--porcelain'], ROOT)
  if (changed !== '') console.log('note: changes that are not committed have no part in the rehearsal')
}

/** What the release workflow does before it opens its pull request. */
async function takeVersion(): Promise<string> {
  const before = manifestOf('a').version
  const listed = await run('git', ['ls-files', '.changeset/*.md'], here('a'))
  const changesets = listed.split('\n').filter((file) => file !== '' && !file.endsWith('README.md')).length
  const said = await run('npm', ['run', '--silent', 'release:version'], here('a'))
  const { version } = manifestOf('a')
  if (changesets === 0) return `no changesets, ${version} stays`
  if (version === before) throw new Error(`${changesets} changesets, and the version is still ${before}`)
  const file = join(here('a'), 'CHANGELOG.md')
  const changelog = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (!changelog.includes(`\n## ${version}\n`)) throw new Error(`CHANGELOG.md says nothing of ${version}`)
  return `from ${before}; ${/^release notes: (.*)$/m.exec(said)?.[1] ?? 'no notes'}`
}

async function pack(name: string): Promise<Packed> {
  await run('npm', ['run', '--silent', 'build'], here(name))
  const json = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', '.'], here(name))
  return (JSON.parse(json) as [Packed])[0]
}

/** The same commit in two folders, built at the same time, gives the same bytes. */
async function buildTwice(): Promise<Packed> {
  cpSync(here('a'), here('b'), { recursive: true, verbatimSymlinks: true })
  const [a, b] = await Promise.all([pack('a'), pack('b')])
  const digests = (name: string, { filename }: Packed) =>
    [filename, 'dist/corpus.json'].map((file) => `${file} ${sha256(join(here(name), file))}`).join(', ')
  expectSame('sha256 of the second build', digests('b', b), digests('a', a))
  console.log(`     ${digests('a', a).replace(', ', '\n     ')}`)
  return a
}

function checkContents({ files, size }: Packed): string {
  const paths = files.map(({ path }) => path)
  const { odd, missing } = misfitsOf(paths)
  expectSame('files that do not belong there', odd.join(' '), '')
  expectSame('files that are missing', missing.join(' '), '')
  console.log(paths.map((path) => `     ${path}`).join('\n'))
  return `${files.length} files, ${Math.round(size / 1024)} KB`
}

function publish({ filename }: Packed, { url, userconfig }: Registry): Promise<string> {
  // Provenance is signed by the workflow's identity, which this machine has not.
  const options = ['--provenance=false', `--registry=${url}`, `--userconfig=${userconfig}`, '--loglevel=error']
  return run('npm', ['publish', `./${filename}`, ...options], here('a'), STRANGER)
}

async function publishAgain(packed: Packed, registry: Registry): Promise<void> {
  const refusal = await publish(packed, registry).then(
    () => 'it was taken',
    (error: Error) => error.message,
  )
  if (!/previously published|EPUBLISHCONFLICT|already present|409/.test(refusal)) throw new Error(refusal)
}

/** Installs by name, as a stranger would, with an empty cache: every file comes through the registry. */
async function install(packed: Packed, { url, userconfig }: Registry): Promise<string> {
  mkdirSync(here('consumer'))
  writeFileSync(join(here('consumer'), 'package.json'), '{ "private": true }\n')
  const options = [
    `--registry=${url}`,
    `--userconfig=${userconfig}`,
    `--cache=${here('cache')}`,
    '--no-audit',
    '--no-fund',
  ]
  await run('npm', ['install', packed.name, ...options], here('consumer'), STRANGER)
  const lock = JSON.parse(readFileSync(join(here('consumer'), 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; integrity: string; resolved: string }>
  }
  const installed = lock.packages[`node_modules/${packed.name}`]
  expectSame('version', installed?.version, packed.version)
  expectSame('integrity', installed?.integrity, packed.integrity)
  expectSame('origin', installed?.resolved?.startsWith(url), true)
  return `${packed.name}@${packed.version} and ${Object.keys(lock.packages).length - 1} dependencies`
}

async function rehearse(): Promise<void> {
  const { name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string }
  await step('a clone of the commit', clone)
  await step('the version step', takeVersion)
  const packed = await step('two builds of the commit are the same', buildTwice)
  await step('the package holds what a user needs and nothing else', () => checkContents(packed))
  mkdirSync(here('registry'))
  const registry = await step('a registry starts', () => startRegistry(here('registry'), name))
  try {
    await step('the package is published', async () => void (await publish(packed, registry)))
    await step('the same version is refused a second time', () => publishAgain(packed, registry))
    await step('npm installs it in an empty folder', () => install(packed, registry))
  } finally {
    await registry.stop()
  }
  const consumer = here('consumer')
  writeLure(consumer)
  await step('import from ESM', () => useFromEsm(consumer))
  await step('require from CJS', () => useFromCjs(consumer))
  await step('types from ESM and CJS', () => useFromTypes(consumer, 'nodenext', 'nodenext'))
  await step('the command', () => useFromShell(consumer))
  for (const doc of OWN_CORPUS_DOCS) await step(`the example of ${doc}`, () => useOwnCorpus(consumer, doc))
}

try {
  await rehearse()
  rmSync(folder, { recursive: true, force: true })
  console.log(`release:rehearse: ${passed} steps are right, in ${seconds(started)} s`)
} catch {
  console.log(`release:rehearse: stopped after ${passed} steps; left for a look: ${folder}`)
  process.exitCode = 1
}
