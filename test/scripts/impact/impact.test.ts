/** Does the comparison work on a repository: two commits, other code, a sample that is taken away? */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layOut } from '../../../scripts/git-tree.ts'
import { compare } from '../../../scripts/impact/compare.ts'
import { judgeBy } from '../../../scripts/impact/judge.ts'
import { mailsOfBoth, repositoryMails } from '../../../scripts/impact/mails.ts'

const REPOSITORY = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'impact-'))
const root = join(folder, 'now')
const before = join(folder, 'before')
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
    cwd: root,
  })
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
/** A tree whose classifier flags the mails that hold a word, and names every lure after it. */
const classifier = (word: string) => {
  put('word.txt', word)
  put(
    'src/index.ts',
    `import { word } from './built.ts'
export function classify(mail: { text?: string }) {
  if (mail.text?.includes('boom')) throw new Error('no')
  return { label: mail.text?.includes(word) ? 'phishing' : 'none', lures: [{ id: 'a/' + word }] }
}
`,
  )
}

beforeAll(() => {
  mkdirSync(root)
  mkdirSync(before)
  git('init', '-q')
  put('package.json', JSON.stringify({ type: 'module', scripts: { 'corpus:build': 'node build.mjs' } }))
  put(
    'build.mjs',
    "import { readFileSync, writeFileSync } from 'node:fs'\n" +
      "writeFileSync('src/built.ts', 'export const word = ' + JSON.stringify(readFileSync('word.txt', 'utf8')))\n",
  )
  classifier('alpha')
  put('corpus/lures/a/one.yaml', 'id: a/one\nsubjects: [s]\nsamples: [{ text: "alpha" }, { text: "alpha beta" }]\n')
  put('corpus/lures/a/two.yaml', 'id: a/two\nsubjects: [s]\nlegitimate: [{ text: "beta" }, { text: "alpha" }]\n')
  put(
    'test/mails/desk.yaml',
    '- { id: d1, kind: lure, about: x, text: beta }\n- { id: d2, kind: notice, about: x, text: gamma }\n',
  )
  git('add', '.')
  git('commit', '-qm', 'one')
  classifier('beta')
  put('corpus/lures/a/one.yaml', 'id: a/one\nsubjects: [s]\nsamples: [{ text: "alpha beta" }]\n')
  put('corpus/lures/a/three.yaml', 'id: a/three\nsubjects: [s]\nsamples: [{ text: "delta" }]\n')
  layOut(root, 'HEAD', [], before)
  for (const tree of [root, before])
    symlinkSync(join(REPOSITORY, 'node_modules'), join(tree, 'node_modules'), 'junction')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a comparison with another commit', () => {
  it('says by id what the change does, lost samples included', async () => {
    const mails = mailsOfBoth(repositoryMails(before), repositoryMails(root)).filter(
      ({ source }) => source !== 'demo mails',
    )
    const file = join(folder, 'mails.json')
    writeFileSync(file, JSON.stringify(mails))
    const was = await judgeBy(before, file, join(folder, 'before.json'))
    const is = await judgeBy(root, file, join(folder, 'after.json'))
    const { changes, sources } = compare(mails, was, is)
    expect(Object.entries(changes).filter(([, ids]) => ids.length > 0)).toEqual([
      ['wrong', ['a/two legitimate 1']],
      ['missed', ['a/one sample 1 (as it was)']],
      ['caught', ['desk.yaml d1']],
      ['right', ['a/two legitimate 2']],
      ['still missed', ['a/three sample 1']],
    ])
    expect(sources.map(({ source, kind, mails }) => [source, kind, mails])).toEqual([
      ['lure samples', 'lure', 4],
      ['near misses', 'legitimate', 2],
      ['test/mails', 'lure', 1],
      ['test/mails', 'legitimate', 1],
    ])
  })

  it('counts an exception as one, and keeps what it says to itself', async () => {
    const file = join(folder, 'boom.json')
    writeFileSync(file, JSON.stringify([{ id: 'b', source: 's', kind: 'lure', fields: { text: 'boom' } }]))
    expect(await judgeBy(root, file, join(folder, 'boom-out.json'))).toEqual([{ label: 'threw', lures: [] }])
  })

  it('says so when the other commit is too old to be asked', async () => {
    mkdirSync(join(folder, 'old'))
    await expect(judgeBy(join(folder, 'old'), 'x', 'y')).rejects.toThrow('too old for the comparison')
  })

  it('says so when the corpus of a tree cannot be built', async () => {
    const broken = join(folder, 'broken')
    mkdirSync(join(broken, 'src'), { recursive: true })
    writeFileSync(
      join(broken, 'package.json'),
      JSON.stringify({ scripts: { 'corpus:build': 'node -e "console.error(42); process.exit(1)"' } }),
    )
    writeFileSync(join(broken, 'src/index.ts'), '')
    await expect(judgeBy(broken, 'x', 'y')).rejects.toThrow('its corpus cannot be built:\n42')
  })
})

describe('the files of another commit', () => {
  it('are laid out without touching the work tree', () => {
    expect(readFileSync(join(before, 'word.txt'), 'utf8')).toBe('alpha')
    expect(readFileSync(join(root, 'word.txt'), 'utf8')).toBe('beta')
    expect(existsSync(join(before, 'corpus/lures/a/three.yaml'))).toBe(false)
  })

  it.each(['nosuch', '--all', ''])('are refused for %j, which is no commit', (ref) => {
    expect(() => layOut(root, ref, [], before)).toThrow(/no commit|not a commit/)
  })
})

it('every mail of the repository has an id of its own', () => {
  const ids = repositoryMails(REPOSITORY).map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(150)
  expect(ids.filter((id, i) => ids.indexOf(id) < i)).toEqual([])
})
