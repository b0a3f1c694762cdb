/** The command: one sweep, one line of JSON on standard output for each mail that got a keyword, a summary on standard error. */
import { ImapFlow } from 'imapflow'
import { HELP, settingsFrom } from './settings.mjs'
import { openState } from './state.mjs'
import { sweep } from './sweep.mjs'

async function main(args) {
  if (args.includes('--help')) {
    console.log(HELP)
    return
  }
  const unknown = args.find((arg) => arg !== '--dry-run')
  if (unknown) throw new Error(`unknown argument ${unknown} (node main.mjs --help)`)

  const { connection, mailbox, stateFile, maxBytes, classify } = settingsFrom(process.env)
  const { position, save } = openState(stateFile, `${connection.auth.user}@${connection.host}/${mailbox}`)
  const client = new ImapFlow(connection)
  // A lost connection also rejects the command that waits; without a listener it would end the process first.
  client.on('error', () => {})
  await client.connect()
  try {
    const dryRun = args.includes('--dry-run')
    const count = await sweep(client, { mailbox, position, save, maxBytes, dryRun, classify, onVerdict: print })
    const cut = count.cut > 0 ? `, ${count.cut} longer than ${maxBytes} bytes and read up to there` : ''
    console.error(
      `${mailbox}: ${count.read} read, ${count.phishing} phishing, ${count.suspicious} suspicious${cut}${dryRun ? ' (dry run: nothing was set)' : ''}`,
    )
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** Codes and ids only: words of the mail do not belong in a log. */
function print({ uid, verdict, keyword, cut }) {
  if (!keyword) return
  const { label, score, decidedBy, brand, lures, evidence, corpus } = verdict
  console.log(
    JSON.stringify({
      uid,
      keyword,
      label,
      score,
      decidedBy,
      brand: brand?.id,
      lures: lures.map(({ id }) => id),
      codes: [...new Set(evidence.map(({ code }) => code))],
      ...(cut && { cut }),
      corpus: corpus.version,
    }),
  )
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`imap-sweep: ${error.responseText ?? error.message}`)
  process.exitCode = 2
})
