/** Which files make up the corpus, and can all of them be read? */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from './problem.ts'
import type { Kind } from './schema.ts'
import { readSource, type SourceFile } from './source.ts'

/** Folder of each kind. */
const FOLDERS: Array<[folder: string, kind: Kind]> = [
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
      const read = readSource(file, kind, name.replace(/\.yaml$/, ''), readFileSync(path.join(root, file), 'utf8'))
      if (Array.isArray(read)) problems.push(...read)
      else files.push(read)
    }
  }
  return { files, problems }
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
