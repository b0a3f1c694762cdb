/** Do the examples run against the real programs? `npm run test:examples [-- haraka ...]`: each in a copy of its own, with the packed build. */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'

const ROOT = join(import.meta.dirname, '..')
const EXAMPLES = join(ROOT, 'examples')
/** What a test says that lacks a program: `skipped: swaks is not installed`. Where CI is set it fails then. */
const SKIPPED = /^skipped: /m
/** Milliseconds after which an example's test is given up. */
const PATIENCE = 120_000

type Result = 'ok' | 'skipped' | 'FAILED'
interface Manifest {
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
}
interface Lock {
  packages: Record<string, Manifest & { version?: string; resolved?: string; integrity?: string }>
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
const writeJson = (file: string, value: unknown): void => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

/** The folders that hold an example; `mails` holds what they have in common. */
function namesOf(): string[] {
  const folders = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'package.json')))
  return folders.filter((name) => readJson<Manifest>(join(EXAMPLES, name, 'package.json')).scripts?.test)
}

function npm(args: string[], cwd: string): string {
  const options: ExecFileSyncOptionsWithStringEncoding = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--prefer-offline'], options)
}

/** Packs the build as npm would publish it. */
function pack(into: string): string {
  if (!existsSync(join(ROOT, 'dist/index.js'))) throw new Error('dist is not built: npm run build')
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', into], ROOT)) as [
    { filename: string },
  ]
  return join(into, packed.filename)
}

/** Copies an example and what it reads of its neighbours, and lets it depend on the packed build. */
function copyOf(name: string, home: string, tarball: string): string {
  const filter = (path: string): boolean => basename(path) !== 'node_modules'
  for (const folder of [name, 'mails']) cpSync(join(EXAMPLES, folder), join(home, folder), { recursive: true, filter })
  const manifest = join(home, name, 'package.json')
  const parts = readJson<Manifest>(manifest)
  writeJson(manifest, { ...parts, dependencies: { ...parts.dependencies, lurebook: `file:${tarball}` } })
  return join(home, name)
}

/** Runs `npm test` in a process group of its own, which ends with it: no server outlives its test. */
async function runTest(cwd: string): Promise<Result> {
  const child = spawn('npm', ['test', '--silent'], { cwd, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  let start = ''
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk)
    if (start.length < 1_000) start += chunk.toString()
  })
  const endGroup = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // Nobody of the group is left.
    }
  }
  const interrupted = (): void => {
    endGroup()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  const timer = setTimeout(() => {
    console.log(`no end after ${PATIENCE / 1000} s`)
    endGroup()
  }, PATIENCE)
  // Whatever it left running would keep the output open.
  child.once('exit', endGroup)
  const [code] = (await once(child, 'close')) as [number | null]
  clearTimeout(timer)
  process.off('SIGINT', interrupted)
  process.off('SIGTERM', interrupted)
  if (code !== 0) return 'FAILED'
  return SKIPPED.test(start) ? 'skipped' : 'ok'
}

/** Makes an example's lock anew: no addresses in it, and `lurebook` as the registry will have it. */
function renewLock(name: string, copy: string): void {
  rmSync(join(copy, 'package-lock.json'), { force: true })
  npm(['install', '--package-lock-only', '--ignore-scripts', '--omit-lockfile-registry-resolved'], copy)
  const lock = readJson<Lock>(join(copy, 'package-lock.json'))
  const range = readJson<Manifest>(join(EXAMPLES, name, 'package.json')).dependencies?.lurebook ?? ''
  lock.packages['']!.dependencies!.lurebook = range
  const { resolved: _, integrity: __, ...entry } = lock.packages['node_modules/lurebook']!
  lock.packages['node_modules/lurebook'] = { ...entry, version: range.replace(/^[\^~]/, '') }
  writeJson(join(EXAMPLES, name, 'package-lock.json'), lock)
}

const { values, positionals } = parseArgs({ options: { lock: { type: 'boolean' } }, allowPositionals: true })
const names = positionals.length > 0 ? positionals : namesOf()
const home = mkdtempSync(join(tmpdir(), 'lurebook-examples-'))
const outcome: Record<Result, string[]> = { ok: [], skipped: [], FAILED: [] }
try {
  const tarball = pack(home)
  for (const name of names) {
    const started = Date.now()
    console.log(`\n-- ${name}`)
    let result: Result = 'FAILED'
    try {
      const copy = copyOf(name, home, tarball)
      if (values.lock) renewLock(name, copy)
      npm(['install'], copy)
      result = values.lock ? 'ok' : await runTest(copy)
    } catch (error) {
      // The message of a failed command holds its standard error.
      console.log((error as Error).message)
    }
    outcome[result].push(name)
    console.log(`-- ${name}: ${result} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
for (const [result, which] of Object.entries(outcome)) {
  if (which.length > 0) console.log(`examples ${result}: ${which.join(', ')}`)
}
process.exitCode = outcome.FAILED.length > 0 || names.length === 0 ? 1 : 0
