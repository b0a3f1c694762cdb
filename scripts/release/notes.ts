/**
 * Adds to the newest entry of CHANGELOG.md which lures it adds and retires since the last release's tag; part of
 * `npm run release:version`, after `changeset version`.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { layOut } from '../git-tree.ts'
import { type LureState, lureChanges, sectionOf, withSection } from './lure-notes.ts'

/** The lures of a corpus folder. */
export function readLures(root: string): LureState[] {
  const folder = join(root, 'corpus/lures')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const { id, status, replacedBy } = parse(readFileSync(join(folder, name), 'utf8')) as LureState
      return { id, status, ...(replacedBy !== undefined && { replacedBy }) }
    })
}

/**
 * The lures of the last release: those of its tag, or none before the first release.
 *
 * @param released the version that the last commit's package.json names; 0.0.0 before the first release
 * @throws Error when a release was made and its tag is not here: the notes would call every lure new
 */
export function lastReleased(root: string, released: string): LureState[] {
  if (released === '0.0.0') return []
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  const tag =
    git('tag', '--list', `v${released}`) ||
    git('tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-v:refname').split('\n')[0]!
  if (tag === '') throw new Error(`${released} was released, and no tag v${released} is here: git fetch --tags`)
  const folder = mkdtempSync(join(tmpdir(), 'lurebook-notes-'))
  try {
    layOut(root, tag, ['corpus/lures'], folder)
    return readLures(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Writes the section of the newest version.
 *
 * @param root the repository; its package.json is already at the new version
 * @returns what was done, for the log
 */
export function writeNotes(root: string): string {
  const versionIn = (text: string): string => (JSON.parse(text) as { version: string }).version
  const version = versionIn(readFileSync(join(root, 'package.json'), 'utf8'))
  const released = versionIn(execFileSync('git', ['show', 'HEAD:package.json'], { cwd: root, encoding: 'utf8' }))
  if (version === released) return `the version is still ${version}; CHANGELOG.md stays as it is`
  const changes = lureChanges(lastReleased(root, released), readLures(root))
  const file = join(root, 'CHANGELOG.md')
  writeFileSync(file, withSection(readFileSync(file, 'utf8'), version, sectionOf(changes)))
  const { added, retired, removed } = changes
  return `${version}: ${added.length} lures added, ${retired.length} retired, ${removed.length} removed`
}

if (process.argv[1]?.endsWith('notes.ts'))
  console.log(`release notes: ${writeNotes(join(import.meta.dirname, '../..'))}`)
