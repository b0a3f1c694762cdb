/** Where did the last sweep of a mailbox end? A small JSON file, one entry for each mailbox. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * @param {string} file made on the first `save`
 * @param {string} mailbox its key, such as `taro@imap.client.example/INBOX`
 * @throws Error when the file is there and is not ours
 */
export function openState(file, mailbox) {
  const all = existsSync(file) ? parsed(file) : {}
  return {
    position: all[mailbox],
    save(position) {
      all[mailbox] = position
      // A crash in mid-write leaves the old file.
      writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`)
      renameSync(`${file}.new`, file)
    },
  }
}

function parsed(file) {
  try {
    const all = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof all === 'object' && all !== null && !Array.isArray(all)) return all
  } catch {}
  throw new Error(`${file} is not a state file of this sweep; move it away to begin anew`)
}
