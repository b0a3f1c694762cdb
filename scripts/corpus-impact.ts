/**
 * What does this work tree do to verdicts, compared with another commit? By id, never a mail's text.
 *
 * Usage: npm run corpus:impact -- BASE [--markdown] [--json FILE] [--fail-on wrong|missed|never]
 *
 * Exits with 1 when legitimate mail is newly accused or an exception is new; `--fail-on missed` asks for lures too, `never`
 * for nothing. 2: the comparison could not be made.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { layOut } from './git-tree.ts'
import { type Change, compare, type Impact } from './impact/compare.ts'
import { judgeBy } from './impact/judge.ts'
import { mailsOfBoth, measuredMails, repositoryMails } from './impact/mails.ts'
import { render } from './impact/render.ts'
import { sharedFolder } from './shared-data.ts'

const ROOT = join(import.meta.dirname, '..')
const FAILING: Record<string, Change[]> = {
  wrong: ['threw', 'wrong', 'still wrong'],
  missed: ['threw', 'wrong', 'still wrong', 'missed', 'still missed'],
  never: [],
}

/** Compares the work tree with a commit. */
async function impactOf(base: string): Promise<Impact> {
  const folder = mkdtempSync(join(tmpdir(), 'lurebook-impact-'))
  const here = (name: string): string => join(folder, name)
  try {
    mkdirSync(here('base'))
    layOut(ROOT, base, [], here('base'))
    symlinkSync(join(ROOT, 'node_modules'), join(here('base'), 'node_modules'), 'junction')
    const shared = sharedFolder()
    const measured = shared === undefined ? [] : measuredMails(shared)
    const mails = [...mailsOfBoth(repositoryMails(here('base')), repositoryMails(ROOT)), ...measured]
    writeFileSync(here('mails.json'), JSON.stringify(mails))
    const [before, after] = await Promise.all([
      judgeBy(here('base'), here('mails.json'), here('before.json')).catch((error: Error) => {
        throw new Error(`${base}: ${error.message}`)
      }),
      judgeBy(ROOT, here('mails.json'), here('after.json')),
    ])
    const notes = shared === undefined ? ['no measurement data here; only the mails of the repository were judged'] : []
    if (dependenciesOf(here('base')) !== dependenciesOf(ROOT))
      notes.push(`${base} ran with the dependencies of this tree`)
    return compare(mails, before, after, notes)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const dependenciesOf = (tree: string): string => readFileSync(join(tree, 'package-lock.json'), 'utf8')

const USAGE =
  'npm run corpus:impact -- BASE [--markdown] [--json FILE] [--fail-on wrong|missed|never]; BASE is a commit, e.g. main'

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      markdown: { type: 'boolean' },
      json: { type: 'string' },
      'fail-on': { type: 'string', default: 'wrong' },
    },
  })
  const [base, ...others] = positionals
  const failing = Object.hasOwn(FAILING, values['fail-on']) ? FAILING[values['fail-on']] : undefined
  if (base === undefined || others.length > 0 || !failing) throw new Error(USAGE)
  const impact = await impactOf(base)
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(impact, null, 2)}\n`)
  process.stdout.write(render(impact, values.markdown ? 'markdown' : 'text'))
  return failing.some((change) => impact.changes[change].length > 0) ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`corpus:impact: ${(error as Error).message}`)
  process.exitCode = 2
}
