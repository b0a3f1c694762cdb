/** Which mails have a line in the file of results? The file is the only memory: what it holds is done. */
import { closeSync, createReadStream, existsSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'

const LF = 0x0a
const QUOTE = 0x22
/** Each line begins so: no need to parse millions of them. */
const HEAD = Buffer.from('{"id":"')
const LONGEST = 1_000_000

/**
 * @param {string} path need not exist
 * @returns {Promise<{ ids: Set<string>, end: number }>} `end` in bytes: behind the last whole line
 * @throws Error for a line that is not ours
 */
export async function readResults(path) {
  const ids = new Set()
  let end = 0
  let number = 0
  let rest = Buffer.alloc(0)
  if (!existsSync(path)) return { ids, end }
  for await (const chunk of createReadStream(path)) {
    const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let at = 0
    for (let lf = data.indexOf(LF); lf >= 0; lf = data.indexOf(LF, at)) {
      number++
      const quote = data.indexOf(QUOTE, at + HEAD.length)
      if (!isOurs(data.subarray(at, lf)) || quote <= at + HEAD.length || quote >= lf) throw notOurs(path, number)
      ids.add(data.toString('latin1', at + HEAD.length, quote))
      at = lf + 1
    }
    end += at
    rest = data.subarray(at)
    // What is cut off as half a line must be one: a file given by mistake stays as it is.
    if (!isOurs(rest) || rest.length > LONGEST) throw notOurs(path, number + 1)
  }
  return { ids, end }
}

const isOurs = (line) => line.subarray(0, HEAD.length).equals(HEAD.subarray(0, line.length))
const notOurs = (path, number) => new Error(`${path}:${number} is no result of this archive`)

/**
 * Opens the file for lines with new ids. A last line without its end is the trace of a crash: it is cut off, and its mail
 * is still in Redis, because jobs are removed only behind `append`.
 */
export async function openResults(path) {
  const { ids, end } = await readResults(path)
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+')
  ftruncateSync(file, end)
  let position = end
  return {
    ids,
    /** Writes the results whose ids are new, and returns how many these were; they are on the disk then. */
    append(results) {
      const fresh = results.filter(({ id }) => !ids.has(id) && ids.add(id))
      if (fresh.length === 0) return 0
      const lines = Buffer.from(fresh.map((result) => `${JSON.stringify(result)}\n`).join(''))
      for (let at = 0; at < lines.length; ) at += writeSync(file, lines, at, lines.length - at, position + at)
      fsyncSync(file)
      position += lines.length
      return fresh.length
    },
    close: () => closeSync(file),
  }
}
