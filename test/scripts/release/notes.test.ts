/** Are the notes right in a repository with a release, without one, and without its tag? */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeNotes } from '../../../scripts/release/notes.ts'

let root = ''
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
    cwd: root,
  })
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
const lure = (id: string, more = 'status: stable') => put(`corpus/lures/${id}.yaml`, `id: ${id}\n${more}\n`)
const commit = (version: string) => {
  put('package.json', JSON.stringify({ version }))
  git('add', '.')
  git('commit', '-qm', version)
}
/** What `changeset version` leaves behind. */
const bump = (version: string) => {
  put('package.json', JSON.stringify({ version }))
  put('CHANGELOG.md', `# lurebook\n\n## ${version}\n\n### Patch Changes\n\n- One.\n`)
}
const changelog = () => readFileSync(join(root, 'CHANGELOG.md'), 'utf8')

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'notes-'))
  git('init', '-q')
  lure('a/x')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the notes of a release', () => {
  it('compare with the tag of the last one', () => {
    commit('0.1.0')
    git('tag', 'v0.1.0')
    lure('a/y', 'status: experimental')
    lure('a/x', 'status: retired\nreplacedBy: a/y')
    commit('0.1.0')
    bump('0.1.1')
    expect(writeNotes(root)).toBe('0.1.1: 1 lures added, 1 retired, 0 removed')
    expect(changelog()).toContain('- One.\n\n### Lures\n\n- Added, a: a/y\n- Retired, a: a/x (now a/y)\n')
  })

  it('call every lure new in the first one', () => {
    commit('0.0.0')
    bump('0.1.0')
    expect(writeNotes(root)).toBe('0.1.0: 1 lures added, 0 retired, 0 removed')
    expect(changelog()).toContain('### Lures\n\n- Added, a: a/x\n')
  })

  it('stop when the last release has no tag here', () => {
    commit('0.1.0')
    bump('0.1.1')
    expect(() => writeNotes(root)).toThrow('git fetch --tags')
  })

  it('change nothing when there was nothing to release', () => {
    commit('0.1.0')
    expect(writeNotes(root)).toBe('the version is still 0.1.0; CHANGELOG.md stays as it is')
  })
})
