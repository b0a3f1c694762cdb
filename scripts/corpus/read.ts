/** Which files make up the corpus, and can all of them be read? */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { FILE_BYTES } from './checks/size.ts'
import type { Problem } from './problem.ts'
import { readSource, type SourceFile } from './source.ts'
import type { Kind } from './types.ts'

/** Folder of each kind. */
export const FOLDERS: Array<[folder: string, kind: Kind]> = [
  ['brands', 'brand'],
  ['pretexts', 'pretext'],
  ['phrases', 'phrases'],
  ['hosts', 'hosts'],
  ['lures', 'lure'],
]

/** The corpus as files. */
export interface Sources {
  files: SourceFile[]
  problems: Problem[]
}

/**
 * Reads all corpus files.
 *
 * @param root folder that holds `corpus/`
 * @returns files in the order of their ids, and everything that is wrong with single files
 */
export function readSources(root: string): Sources {
  const files: SourceFile[] = []
  const problems: Problem[] = []
  for (const [folder, kind] of FOLDERS) {
    for (const name of yamlFiles(path.join(root, 'corpus', folder))) {
      const file = `corpus/${folder}/${name}`
      const read = readSource(file, kind, name.replace(/\.yaml$/, ''), bytesOf(path.join(root, file)))
      if (Array.isArray(read)) problems.push(...read)
      else files.push(read)
    }
  }
  return { files, problems }
}

/** A file's bytes; of one that is too large only so many that it is seen to be. */
function bytesOf(file: string): Uint8Array {
  const bytes = new Uint8Array(FILE_BYTES + 1)
  const handle = openSync(file, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(handle)
  }
}

/** Names of the YAML files in a folder and those below, with `/`, in code unit order whatever the file system says. */
function yamlFiles(folder: string, prefix = ''): string[] {
  const names: string[] = []
  for (const name of readdirSync(folder, { encoding: 'utf8' })) {
    const full = path.join(folder, name)
    if (statSync(full).isDirectory()) names.push(...yamlFiles(full, `${prefix}${name}/`))
    else if (name.endsWith('.yaml')) names.push(prefix + name)
  }
  return prefix === '' ? names.sort((a, b) => (a.slice(0, -5) < b.slice(0, -5) ? -1 : 1)) : names
}
