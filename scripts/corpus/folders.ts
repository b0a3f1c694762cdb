/** Which folder of corpus/ holds which kind of file? */
import type { Kind } from './types.ts'

/** Folder of each kind, in the order in which they are read. */
export const FOLDERS: ReadonlyArray<[folder: string, kind: Kind]> = [
  ['brands', 'brand'],
  ['pretexts', 'pretext'],
  ['phrases', 'phrases'],
  ['hosts', 'hosts'],
  ['lures', 'lure'],
]
