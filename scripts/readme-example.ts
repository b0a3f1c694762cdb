/**
 * Does the README's example print what the README says? `npm run readme:example` puts the real output in its place;
 * pack-check.ts runs it from the packed package and compares.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoMails } from './demo-mails.ts'

const ROOT = join(import.meta.dirname, '..')

export const READMES = ['README.md', 'README.ja.md']
const MAIL = 'server-failure.eml'
/** The example, and what it prints. */
const EXAMPLE = /```js\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/
/** The command, and what it prints. */
const SHELL = /```console\n\$ lurebook (.*)\n([\s\S]*?)```/

export interface Example {
  /** What stands in the README, and what really comes. */
  said: string
  real: string
}

/**
 * Runs the examples of a README.
 *
 * @param folder where `lurebook` can be imported; files are written there
 * @param bin the command's file
 * @returns the library example and the shell example
 */
export function runExamples(readme: string, folder: string, bin: string): { library: Example; shell: Example } {
  const text = readFileSync(join(ROOT, readme), 'utf8')
  const [, code = '', printed = ''] = EXAMPLE.exec(text) ?? []
  const [, args = '', shown = ''] = SHELL.exec(text) ?? []
  const mail = demoMails().find(({ name }) => name === MAIL)
  if (!mail || code === '' || args === '') throw new Error(`${readme} has no example, or the corpus no ${MAIL}`)
  writeFileSync(join(folder, 'mail.eml'), mail.bytes)
  writeFileSync(join(folder, MAIL), mail.bytes)
  writeFileSync(join(folder, 'example.mjs'), code)
  const run = (argv: string[]) => {
    const { stdout, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' })
    return stdout + stderr
  }
  return {
    library: { said: printed, real: run(['example.mjs']) },
    shell: { said: shown, real: run([bin, ...args.split(' ')]) },
  }
}

if (process.argv[1]?.endsWith('readme-example.ts')) {
  const folder = join(ROOT, '.cache/readme')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  symlinkSync(ROOT, join(folder, 'node_modules/lurebook'), 'junction')
  for (const readme of READMES) {
    const { library, shell } = runExamples(readme, folder, join(ROOT, 'dist/cli.js'))
    const text = readFileSync(join(ROOT, readme), 'utf8')
    const renewed = text
      .replace(EXAMPLE, (all: string, _code: string, said: string) =>
        all.replace(`\`\`\`text\n${said}\`\`\``, () => `\`\`\`text\n${library.real}\`\`\``),
      )
      .replace(SHELL, (_, args: string) => `\`\`\`console\n$ lurebook ${args}\n${shell.real}\`\`\``)
    writeFileSync(join(ROOT, readme), renewed)
  }
}
