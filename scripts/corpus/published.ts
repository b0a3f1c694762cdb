/** Which ids were published: those of the last release, and those of a branch that a change will be merged into? */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FOLDERS } from './folders.ts'
import type { SourceFile } from './source.ts'

/** Written when a release is made. */
const RELEASED = 'corpus/released.txt'
const HEAD =
  '# Kinds and ids of the last release, written by it. None of them may go: `npm run corpus:check` compares.\n'

/** `lure kagoya/server-failure`, one a line; none before the first release. */
export function releasedIds(root: string): string[] {
  const file = path.join(root, RELEASED)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** Adds the ids of these files to those that were released; none is taken out. */
export function recordReleased(root: string, files: SourceFile[]): void {
  const ids = new Set([...releasedIds(root), ...files.map(({ kind, id }) => `${kind} ${id}`)])
  writeFileSync(path.join(root, RELEASED), `${HEAD}${[...ids].sort().join('\n')}\n`)
}

/**
 * The ids that a commit has, by its file names.
 *
 * @param ref branch, tag or commit
 * @returns undefined when git does not know it, as in a shallow clone
 */
export function idsAt(root: string, ref: string): string[] | undefined {
  // git would read it as an option
  if (ref.startsWith('-')) return undefined
  let names: string
  try {
    names = execFileSync('git', ['ls-tree', '-r', '-z', '--name-only', ref, '--', 'corpus/'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
  return names.split('\0').flatMap((name) => {
    const [, folder, id] = /^corpus\/([a-z]+)\/(.+)\.yaml$/.exec(name) ?? []
    const kind = FOLDERS.find(([f]) => f === folder)?.[1]
    return kind && id !== undefined ? [`${kind} ${id}`] : []
  })
}
