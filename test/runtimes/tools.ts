/** Where are the runtimes that npm brings? Installed on demand, as they take 900 MB. */
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Missing } from './runtime.ts'

const HERE = import.meta.dirname
const PLATFORM = `${process.platform}-${process.arch}`

/** Brings `node_modules` to what package-lock.json says; does nothing when it is. */
export function installTools(): void {
  const done = join(HERE, 'node_modules/.package-lock.json')
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(join(HERE, 'package-lock.json')).mtimeMs) return
  execFileSync('npm', ['ci', '--prefix', HERE], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The file of a package's binary. Install scripts, which would link it elsewhere, do not run (`.npmrc`). */
function binaryOf(path: string): string {
  const file = join(HERE, 'node_modules', path)
  if (!existsSync(file)) throw new Missing(`npm has no ${path} for ${PLATFORM}`)
  return file
}

/** Node's binary by its alias in package.json; where npm has none, the running Node if it is of that line. */
export function nodeBinary(alias: string): string {
  const runs = process.version.startsWith(`v${alias}.`)
  if (runs && !existsSync(join(HERE, `node_modules/node-${alias}-${PLATFORM}`))) return process.execPath
  return binaryOf(`node-${alias}-${PLATFORM}/bin/node`)
}

export const bunBinary = (): string =>
  binaryOf(`@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : process.arch}/bin/bun`)

export const denoBinary = (): string =>
  binaryOf(`@deno/${PLATFORM}${process.platform === 'linux' ? '-glibc' : ''}/deno`)

export const workerdBinary = (): string =>
  binaryOf(`@cloudflare/workerd-${process.platform}-${process.arch === 'x64' ? '64' : process.arch}/bin/workerd`)

/** What is used of playwright-core, which is not there where types are checked. */
export interface Playwright {
  chromium: { launchPersistentContext(profile: string, options: object): Promise<BrowserContext> }
}

export interface BrowserContext {
  browser(): { version(): string } | null
  newPage(): Promise<Page>
  close(): Promise<void>
}

export interface Page {
  addScriptTag(options: { content: string }): Promise<unknown>
  evaluate<In, Out>(run: (argument: In) => Out, argument: In): Promise<Out>
}

export function loadPlaywright(): Playwright {
  return createRequire(join(HERE, 'package.json'))('playwright-core') as Playwright
}
