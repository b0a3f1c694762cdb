/** Which mails of a mailbox are phishing? One pass over what is new there: it sets keywords and changes nothing else. */
import { createClassifier } from 'lurebook'

/** `$Phishing` is registered with IANA and known to mail programs; `$Suspicious` is our own. */
export const KEYWORDS = { phishing: '$Phishing', suspicious: '$Suspicious' }

/** A mail with one of these was judged already, by a sweep or by a person, and a person's word counts. */
const JUDGED = ['$Phishing', '$Suspicious', '$NotPhishing', '$NotJunk']

/** Mails for which one FETCH asks. They still come one after the other; this only saves round trips. */
const WINDOW = 50

/**
 * @typedef {object} Position How far a mailbox has been swept. UIDs grow for as long as `uidValidity` stays (RFC 9051 §2.3.1.1).
 * @property {string} uidValidity
 * @property {number} lastUid
 */

/**
 * Sweeps one mailbox: reads each new mail, and sets `$Phishing` or `$Suspicious` where that is the verdict.
 * Sets no other flag (`\Seen` neither), moves, copies and deletes nothing, and holds one mail in memory at a time.
 *
 * @param {import('imapflow').ImapFlow} client connected
 * @param {object} [options]
 * @param {string} [options.mailbox] default `INBOX`
 * @param {Position} [options.position] where the last sweep ended; without it every unjudged mail is read
 * @param {(position: Position) => unknown} [options.save] called after each window, once its keywords are on the server
 * @param {number} [options.maxBytes] bytes read of one mail, default 8 MB; the text of a longer one is at its beginning
 * @param {boolean} [options.dryRun] opens the mailbox read-only and sets nothing
 * @param {import('lurebook').ClassifyOptions} [options.classify] `recipient`, `trustedAuthserv`, `ownDomains` ...
 * @param {(found: { uid: number, verdict: import('lurebook').Verdict, keyword?: string, cut: boolean }) => unknown} [options.onVerdict]
 * @returns {Promise<{ read: number, cut: number, phishing: number, suspicious: number }>}
 * @throws Error when the server cannot keep keywords or refuses a command, and imapflow's own on a lost connection: what
 *   was saved stands, and the next sweep goes on from there
 */
export async function sweep(client, options = {}) {
  const { mailbox = 'INBOX', position, save, maxBytes = 8_000_000, dryRun = false, onVerdict } = options
  const classify = createClassifier(options.classify)
  const count = { read: 0, cut: 0, phishing: 0, suspicious: 0 }

  const lock = await client.getMailboxLock(mailbox, { readOnly: dryRun })
  try {
    const uidValidity = String(client.mailbox.uidValidity)
    if (!dryRun) mustKeepKeywords(client.mailbox)
    const uids = await unjudged(client, position?.uidValidity === uidValidity ? position.lastUid : 0)

    for (let at = 0; at < uids.length; at += WINDOW) {
      const window = uids.slice(at, at + WINDOW)
      const marks = { phishing: [], suspicious: [] }
      // imapflow fetches with BODY.PEEK, which leaves \Seen alone, and waits for us before it reads the next mail.
      const query = { uid: true, size: true, source: { maxLength: maxBytes } }
      const waiting = new Set(window)
      for await (const { uid, size, source } of client.fetch(window, query, { uid: true })) {
        // When another session changes flags, the server tells so amid our answers: rows without a source, or of other mails.
        if (!source || !waiting.delete(uid)) continue
        const verdict = classify(source)
        const mark = markOf(verdict)
        const cut = size > maxBytes
        count.read++
        if (cut) count.cut++
        if (mark) {
          count[mark]++
          marks[mark].push(uid)
        }
        await onVerdict?.({ uid, verdict, cut, ...(mark && { keyword: KEYWORDS[mark] }) })
      }
      if (dryRun) continue
      for (const mark of ['phishing', 'suspicious']) await add(client, marks[mark], KEYWORDS[mark])
      await save?.({ uidValidity, lastUid: window.at(-1) })
    }
  } finally {
    lock.release()
  }
  return count
}

/** Somebody who forwards a phishing mail to the desk is no phisher: what an inner message decides is at most suspicious. */
function markOf({ label, decidedBy }) {
  if (label === 'phishing') return decidedBy === 'own' ? 'phishing' : 'suspicious'
  return label === 'suspicious' ? 'suspicious' : undefined
}

/** UIDs above `lastUid` without a keyword of ours or of a person, ascending. */
async function unjudged(client, lastUid) {
  const judged = { or: JUDGED.map((keyword) => ({ keyword })) }
  const found = await client.search({ uid: `${lastUid + 1}:*`, not: judged }, { uid: true })
  if (!found) throw new Error('the server refused the search')
  // `n:*` names the last mail even when its UID is below n (RFC 9051 §9, seq-range).
  return found.filter((uid) => uid > lastUid).sort((a, b) => a - b)
}

async function add(client, uids, keyword) {
  if (uids.length === 0) return
  const done = await client.messageFlagsAdd(uids, [keyword], { uid: true, silent: true })
  if (!done) throw new Error(`the server refused to set ${keyword}`)
}

/** A server that takes no new keywords forgets them with the session, and every sweep would begin anew. */
function mustKeepKeywords({ path, permanentFlags, readOnly }) {
  if (readOnly) throw new Error(`${path} is read-only for this user`)
  const missing = Object.values(KEYWORDS).filter((keyword) => permanentFlags && !permanentFlags.has(keyword))
  if (missing.length > 0 && !permanentFlags.has('\\*')) {
    throw new Error(`${path} keeps no ${missing.join(' and ')}: its PERMANENTFLAGS have neither them nor \\*`)
  }
}
