/** Which files make up the corpus, and can all of them be read? */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { runChecks } from './checks/check.ts'
import { fileName } from './checks/file-name.ts'
import { FILE_BYTES } from './checks/size.ts'
import { FOLDERS } from './folders.ts'
import type { Problem } from './problem.ts'
import { readSource, type SourceFile } from './source.ts'

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
  const all = filesBelow(path.join(root, 'corpus'), 'corpus/')
  const problems = all.flatMap((file) => runChecks([fileName], { file }))
  const misnamed = new Set(problems.map(({ file }) => file))
  for (const [folder, kind] of FOLDERS) {
    const head = `corpus/${folder}/`
    const ids = all
      .filter((file) => file.startsWith(head) && file.endsWith('.yaml') && !misnamed.has(file))
      .map((file) => file.slice(head.length, -'.yaml'.length))
    // in code unit order whatever the file system says
    for (const id of ids.sort((a, b) => (a < b ? -1 : 1))) {
      const file = `${head}${id}.yaml`
      const read = readSource(file, kind, id, bytesOf(path.join(root, file)))
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

/** All files in a folder and those below, as paths with `/`. */
function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(folder, { encoding: 'utf8' })
    .sort()
    .flatMap((name) => {
      const full = path.join(folder, name)
      return statSync(full).isDirectory() ? filesBelow(full, `${prefix}${name}/`) : [prefix + name]
    })
}
