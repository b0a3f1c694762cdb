/** How do the cases get into Node, Bun and Deno, which read and write files? */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleForHosts } from './bundle.ts'
import { PATIENCE, type Runtime } from './runtime.ts'
import type { Answers } from './suite.ts'
import { bunBinary, denoBinary, nodeBinary } from './tools.ts'

function commandLine(
  name: string,
  binary: () => string,
  flags: string[] = [],
  versionOf = (said: string): string => said,
): Runtime {
  return {
    name,
    codec: !flags.some((flag) => flag.startsWith('--conditions')),
    async answer({ app, casesFile }) {
      const command = binary()
      const answersFile = join(app, `answers-${name.replaceAll(/\W+/g, '-')}.json`)
      const run = (...args: string[]): string =>
        execFileSync(command, args, {
          cwd: app,
          encoding: 'utf8',
          timeout: PATIENCE,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, NODE_OPTIONS: '', DENO_DIR: join(app, 'deno'), DENO_NO_UPDATE_CHECK: '1' },
        })
      run(...flags, bundleForHosts(app), casesFile, answersFile)
      const answers = JSON.parse(readFileSync(answersFile, 'utf8')) as Answers
      return { version: versionOf(run('--version').trim()), answers }
    },
  }
}

const node = (name: string, alias: string, flags: string[] = []): Runtime =>
  commandLine(
    name,
    () => nodeBinary(alias),
    flags,
    (said) => said.slice(1),
  )

/** What the others have to equal. */
export const reference = node('Node 20', '20')

/** Chooses the files that browsers get, so that only the codec differs: what runtimes without iconv-lite have to equal. */
export const referenceWithoutCodec = node('Node 20 as a browser', '20', ['--conditions=browser'])

export const commandLines: Runtime[] = [
  node('Node 20, the oldest', 'oldest'),
  node('Node 22', '22'),
  node('Node 24', '24'),
  commandLine('Bun', bunBinary),
  commandLine(
    'Deno',
    denoBinary,
    ['run', '--quiet', '--allow-read', '--allow-write', '--no-remote', '--node-modules-dir=manual'],
    (said) => said.split(' ')[1] ?? said,
  ),
]
