/** A mailbox of the support desk: customers forward doubtful mails to it, and it drafts the answer. The mail comes from mailparser. */
import { pathToFileURL } from 'node:url'
import { classify } from 'lurebook'
import { fromMailparser } from 'lurebook/adapters'
import { explain } from 'lurebook/explain'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/**
 * What a ticket system that parses its mail with mailparser would do. Where nothing needs mailparser's other work, pass the
 * bytes to `classify`: it is faster, and a charset that mailparser took wrongly does no harm.
 *
 * @param raw the mail's bytes
 * @returns the ticket: who asks, what about, the verdict's label, and an answer to be read before it is sent
 */
export async function ticketOf(raw, lang = 'ja') {
  // mailparser gives up on a header over 2 MB. Such a mail becomes a ticket, too.
  const mail = await simpleParser(raw).catch(() => undefined)
  const verdict = classify(mail ? fromMailparser(mail) : raw)
  const { title, reasons, advice } = explain(verdict, { lang, audience: 'customer' })
  return {
    from: mail?.from?.value[0]?.address ?? '',
    subject: mail?.subject ?? '',
    label: verdict.label,
    decidedBy: verdict.decidedBy,
    draft: [title, ...reasons.map(({ text }) => `- ${text}`), ...advice].join('\n'),
  }
}

/** @param take called with each ticket; the mail is accepted when it has returned */
export function createDesk(take) {
  return new SMTPServer({
    size: 35_000_000,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, callback) {
      stream
        .toArray()
        .then(async (chunks) => take(await ticketOf(Buffer.concat(chunks))))
        .then(
          () => callback(),
          // 451: the customer's server keeps the mail and comes again.
          (error) => callback(Object.assign(new Error(error.message), { responseCode: 451 })),
        )
    },
  })
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  createDesk((ticket) => console.log(JSON.stringify(ticket, null, 2))).listen(2527, '127.0.0.1')
  console.log('127.0.0.1:2527')
}
