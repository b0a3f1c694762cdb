/** Which mails does an archive hold? An mbox, one mail as a file, or a folder of both and of Maildirs; read one mail at a time. */
import { createReadStream } from 'node:fs'
import { open, opendir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isMbox, mboxMails } from './mbox.mjs'

/**
 * @param {string} path
 * @param {number} maxBytes of one mail; what is behind them is left out
 * @yields {{ source: string, bytes: Uint8Array, cut: boolean }} `source` is the path, for an mbox with `#` and the number
 * @throws the error of the file system for what cannot be read
 */
export async function* mailsOf(path, maxBytes) {
  if ((await stat(path)).isDirectory()) {
    for await (const file of filesOf(path)) yield* mailsOfFile(file, maxBytes)
  } else yield* mailsOfFile(path, maxBytes)
}

async function* mailsOfFile(path, maxBytes) {
  const head = await beginning(path, 400)
  if (!isMbox(head)) {
    const bytes = await beginning(path, maxBytes + 1)
    yield { source: path, bytes: bytes.subarray(0, maxBytes), cut: bytes.length > maxBytes }
    return
  }
  let number = 0
  for await (const mail of mboxMails(createReadStream(path), maxBytes)) yield { source: `${path}#${++number}`, ...mail }
}

/** In a folder: `*.eml`, `*.mbox`, `*.mbx`, and what lies in `cur` and `new` of a Maildir. Links are not followed. */
async function* filesOf(folder) {
  const isMaildir = ['cur', 'new'].includes(basename(folder))
  const entries = []
  for await (const entry of await opendir(folder)) entries.push(entry)
  // The order of a folder is not the same everywhere.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesOf(path)
    else if (entry.isFile() && (isMaildir || /\.(?:eml|mbox|mbx)$/i.test(entry.name))) yield path
  }
}

async function beginning(path, length) {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, length))
    let at = 0
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes.subarray(0, at)
  } finally {
    await file.close()
  }
}
