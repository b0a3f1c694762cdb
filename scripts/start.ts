/** `npm start -- FILE ...`: builds if something changed, then runs the command. Alone, it scans the demo mails. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { demoMails } from './demo-mails.ts'

const ROOT = join(import.meta.dirname, '..')
const CLI = join(ROOT, 'dist/cli.js')
/** What the build is made from. */
const SOURCES = ['src', 'corpus', 'schema', 'scripts', 'package.json', 'tsup.config.ts']
/** Written by the build itself. */
const MADE = /builtin\.data\.ts$/

/** Newest change below a path, in milliseconds since 1970. */
function changed(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return MADE.test(path) ? 0 : stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))))
}

function buildIfNeeded(): void {
  const built = existsSync(CLI) ? statSync(CLI).mtimeMs : 0
  if (SOURCES.every((source) => changed(join(ROOT, source)) < built)) return
  console.error('lurebook: building ...')
  const build = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (build.status === 0) return
  process.stderr.write(`${build.stdout}${build.stderr}`)
  process.exit(build.status ?? 1)
}

/** Runs the built command with this process's streams, where the user typed `npm start`. */
function run(args: string[]): number {
  const cwd = process.env.INIT_CWD ?? process.cwd()
  return spawnSync(process.execPath, [CLI, ...args], { cwd, stdio: 'inherit' }).status ?? 1
}

const args = process.argv.slice(2)
buildIfNeeded()
if (args.length > 0) {
  process.exitCode = run(args[0] === 'scan' || args[0]?.startsWith('-') ? args : ['scan', ...args])
} else {
  const folder = join(ROOT, '.cache/demo')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of demoMails()) writeFileSync(join(folder, name), bytes)
  const shown = relative(process.env.INIT_CWD ?? process.cwd(), folder)
  console.log(`lurebook scan ${shown}   # the documented lures as raw mails, and a notice that quotes them\n`)
  // Flagged mails are what the demo is to show, so 1 is its success.
  const code = run(['scan', shown])
  process.exitCode = code === 1 ? 0 : 1
}
