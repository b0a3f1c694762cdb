/** Which mails does the user mean by a file, a folder or `-`? Each as bytes with a name, or with the reason it cannot be read. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LIMITS } from '../limits.ts'
import { mboxMessages } from './mbox.ts'
import { isMbox } from './separator.ts'
import { whyNoMail } from './sniff.ts'

/** Why an input gives no mail. */
export type ReadProblem =
  | 'not-found'
  | 'no-permission'
  | 'unreadable'
  | 'empty-file'
  | 'empty-folder'
  | 'archive'
  | 'binary'
  | 'outlook-msg'

export type Input =
  /** `many`: one of several in an mbox. */
  { name: string; bytes: Uint8Array; many?: true } | { name: string; problem: ReadProblem; detail?: string }

/** Where bytes come from when the input is `-`. */
export type Source = AsyncIterable<Uint8Array>

/**
 * Name endings that a folder is searched for, in any case, as Windows writes `*.EML`; other files in it are passed over.
 * Maildir names carry `:2,` flags or lie in cur and new.
 */
const MAIL_FILE = /\.(?:eml|mail|txt)$|:2,[a-z]*$/i
const MBOX_FILE = /\.mbo?x$/i
const MAILDIR = /^(?:cur|new)$/

/**
 * Reads the mails that a list of inputs stands for, one after the other, in the order of the list and by name within a
 * folder (its subfolders too). A file named by the user is read whatever its name; of a folder only `*.eml`, `*.mail`,
 * `*.txt`, `*.mbox`, `*.mbx` and Maildir messages are.
 *
 * @param inputs paths, or `-` for `stdin`
 */
export async function* readInputs(inputs: string[], stdin: Source): AsyncGenerator<Input> {
  for (const input of inputs) {
    if (input === '-') yield* readSource('-', stdin)
    else yield* readPath(input)
  }
}

async function* readPath(path: string): AsyncGenerator<Input> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield* readSource(path, whole(path))
      return
    }
    let found = 0
    for await (const file of mailFiles(path, false)) {
      found++
      if (MBOX_FILE.test(file)) yield* readSource(file, whole(file))
      else yield await readBytes(file, stream(file))
    }
    if (found === 0) yield { name: path, problem: 'empty-folder' }
  } catch (error) {
    yield { name: path, ...problemOf(error) }
  }
}

/** One mail, or each mail of an mbox as `archive.mbox#1`, in the order of the file. */
async function* readSource(name: string, source: Source): AsyncGenerator<Input> {
  const chunks = source[Symbol.asyncIterator]()
  let first: IteratorResult<Uint8Array>
  try {
    first = await chunks.next()
  } catch (error) {
    yield { name, ...problemOf(error) }
    return
  }
  const all = restored(first, chunks)
  if (first.done || !isMbox(first.value)) {
    yield await readBytes(name, all)
    return
  }
  let count = 0
  try {
    for await (const bytes of mboxMessages(all)) {
      const one = `${name}#${++count}`
      const problem = whyNoMail(bytes)
      yield problem ? { name: one, problem } : { name: one, bytes, many: true }
    }
  } catch (error) {
    yield { name, ...problemOf(error) }
  }
}

/** The source with the chunk put back that was looked at; whoever leaves early closes it. */
async function* restored(
  first: IteratorResult<Uint8Array>,
  chunks: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let at = first; !at.done; at = await chunks.next()) yield at.value
  } finally {
    await chunks.return?.()
  }
}

async function* mailFiles(folder: string, maildir: boolean): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    // Symbolic links to folders are not followed: a link to a parent would never end.
    if (entry.isDirectory()) yield* mailFiles(path, MAILDIR.test(entry.name))
    else if (!entry.isFile() && !entry.isSymbolicLink()) continue
    else if (maildir || MAIL_FILE.test(entry.name) || MBOX_FILE.test(entry.name)) yield path
  }
}

/** One byte more than the cap, so that the library sees that there was more and says so in `limits`. */
const READ_BYTES = LIMITS.messageBytes + 1

const whole = (path: string): Source => createReadStream(path, { highWaterMark: 1 << 20 })
const stream = (path: string): Source => createReadStream(path, { end: READ_BYTES - 1, highWaterMark: 1 << 20 })

async function readBytes(name: string, source: Source): Promise<Input> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of source) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= READ_BYTES) break
    }
  } catch (error) {
    return { name, ...problemOf(error) }
  }
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, Math.min(size, READ_BYTES))
  const problem = whyNoMail(bytes)
  return problem ? { name, problem } : { name, bytes }
}

/** Why a file could not be read, by the code of Node's error. */
export function problemOf(error: unknown): { problem: ReadProblem; detail?: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: 'not-found' }
  if (code === 'EACCES' || code === 'EPERM') return { problem: 'no-permission' }
  return { problem: 'unreadable', detail: code }
}
