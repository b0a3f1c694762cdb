/** What did the repository hold at another commit? Its files, laid out in a folder. */
import { execFileSync } from 'node:child_process'

/**
 * Lays the files of a commit out in a folder; the repository and its work tree stay as they are.
 *
 * @param root the repository's work tree
 * @param ref a commit, branch or tag
 * @param paths what is wanted of it; what the commit lacks is left out
 * @param folder an empty folder
 * @throws Error that says what to do when there is no such commit
 */
export function layOut(root: string, ref: string, paths: string[], folder: string): void {
  // A name that begins with a hyphen would be an option of git's.
  if (ref.startsWith('-')) throw new Error(`not a commit: ${ref}`)
  const git = (args: string[], options: object = {}): Buffer =>
    execFileSync('git', args, { cwd: root, maxBuffer: 1024 ** 3, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let commit: string
  try {
    commit = git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
      .toString()
      .trim()
  } catch {
    throw new Error(`there is no commit ${ref} here; in a shallow clone: git fetch --unshallow --tags`)
  }
  const there = git(['ls-tree', '--name-only', commit, ...paths])
    .toString()
    .split('\n')
    .filter(Boolean)
  if (there.length === 0) return
  const archive = git(['archive', '--format=tar', commit, ...there])
  execFileSync('tar', ['-x', '-f', '-'], { cwd: folder, input: archive })
}
