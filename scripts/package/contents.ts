/** Which files may be in the package? Only what a user needs; a file that is on no list stops the release. */

/** Files that every package of ours has. */
const REQUIRED = [
  'package.json',
  'LICENSE',
  'LICENSE-CORPUS',
  'README.md',
  'README.ja.md',
  'THIRD-PARTY-NOTICES.md',
  'dist/cli.js',
  'dist/cli-worker.js',
  'dist/codec.node.js',
  'dist/codec.node.cjs',
  'dist/codec.web.js',
  'dist/corpus.json',
  ...['index', 'explain', 'report', 'adapters', 'corpus'].flatMap((entry) =>
    ['js', 'cjs', 'd.ts', 'd.cts'].map((ending) => `dist/${entry}.${ending}`),
  ),
  ...['verdict', 'corpus', 'brand', 'common', 'hosts', 'lure', 'phrases', 'pretext'].map(
    (schema) => `dist/schema/${schema}.schema.json`,
  ),
]

/** Files that are there or not: the changelog from the first release on, and what the bundler shares between entries. */
const ALLOWED = [
  // Worker threads are started by the command alone, when it scans an archive.
  /^dist\/pool-[A-Z0-9]{8}\.js$/,
  /^CHANGELOG\.md$/,
  /^dist\/chunk-[A-Z0-9]{8}\.c?js$/,
  // Declarations shared between entries are named after one of their files.
  /^dist\/[a-z-]+-[\w-]{8}\.d\.c?ts$/,
]

/** What is wrong with the contents of a package. */
export interface Misfit {
  /** Files that do not belong there. */
  odd: string[]
  /** Files that a user would miss. */
  missing: string[]
}

/**
 * Compares the files of a package with the lists.
 *
 * @param files paths inside the package, as `npm pack --json` lists them
 */
export function misfitsOf(files: string[]): Misfit {
  return {
    odd: files.filter((file) => !REQUIRED.includes(file) && !ALLOWED.some((pattern) => pattern.test(file))),
    missing: REQUIRED.filter((file) => !files.includes(file)),
  }
}
