/** An SMTP filter: mail comes in, phishing is refused, and the rest goes to the next server with the verdict in its header. */
import { pathToFileURL } from 'node:url'
import { classify } from 'lurebook'
import { stripHeaders, toHeaders } from 'lurebook/adapters'
import { explain } from 'lurebook/explain'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { SMTPServer } from 'smtp-server'

/** Bytes that a mail may have. A bigger one is refused with 552, which its sender is told. */
const SIZE = 35_000_000

/**
 * @param options `nextHop: { host, port }` takes what is not refused; `authserv`, the host that checks SPF and DKIM before this
 *   filter; `log`, called with one line a mail
 */
export function createFilter({ nextHop, authserv, size = SIZE, judge = classify, log = console.log }) {
  return new SMTPServer({
    size,
    disabledCommands: ['AUTH', 'STARTTLS'],
    // smtp-server would put 5.1.1 (no such mailbox) in front of every 550.
    hideENHANCEDSTATUSCODES: true,
    onRcptTo(_address, { envelope }, callback) {
      // The next server may want one recipient and not another, and SMTP has one reply for all: whoever sends comes back
      // with the others (RFC 5321 section 4.5.3.1.10), and no mail is lost.
      callback(envelope.rcptTo.length > 0 ? answer(452, '4.5.3 One recipient at a time') : null)
    },
    onData(stream, session, callback) {
      pass(stream, session).then((text) => callback(null, text), callback)
    },
  })

  /** Gives the next server's reply, or throws the one that refuses the mail. */
  async function pass(stream, { envelope }) {
    const mail = stripHeaders(await bytesOf(stream))
    // A bigger mail was not kept; smtp-server itself answers 552.
    if (stream.sizeExceeded) throw answer(552, '5.3.4 Too big')
    return deliver(nextHop, envelope, Buffer.concat([headerFor(mail, envelope), mail]))
  }

  /** The verdict as header fields. A mail that cannot be judged goes on without: better unmarked than lost. */
  function headerFor(mail, envelope) {
    let verdict
    try {
      const recipient = envelope.rcptTo[0].address
      // SMTP knows `postmaster` without a domain too
      verdict = judge(mail, {
        ...(recipient.includes('@') && { recipient }),
        ...(authserv && { trustedAuthserv: authserv }),
      })
    } catch (error) {
      log(`passed on without a verdict: ${error?.stack ?? error}`)
      return Buffer.alloc(0)
    }
    log(`${verdict.label} (${verdict.decidedBy}, ${verdict.score}) from <${envelope.mailFrom.address ?? ''}>`)
    // A forwarded mail is judged by what it forwards, and whoever forwards it may only be asking: it is marked, never refused.
    if (verdict.label === 'phishing' && verdict.decidedBy === 'own')
      throw answer(550, `5.7.1 ${reason(verdict, envelope)}`)
    return Buffer.from(
      toHeaders(verdict)
        .map(({ line }) => line)
        .join(''),
    )
  }
}

const answer = (responseCode, text) => Object.assign(new Error(text), { responseCode })

/** Reads to the end, whatever comes: a stream that nobody reads would stop the connection. */
async function bytesOf(stream) {
  const chunks = []
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** English, and Japanese for a client that may be answered in UTF-8 (RFC 6531 section 3.7.4.2). */
function reason(verdict, { smtpUtf8 }) {
  const inEnglish = sentence(verdict, 'en')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 250)
  return smtpUtf8 ? `${inEnglish} / ${sentence(verdict, 'ja').slice(0, 80)}` : inEnglish
}

function sentence(verdict, lang) {
  const { title, reasons } = explain(verdict, { lang, audience: 'agent' })
  return [title, reasons[0]?.text].filter(Boolean).join(lang === 'ja' ? '：' : ': ')
}

/** Hands a mail to the next server. Its reply becomes this server's: nothing is accepted that nobody has taken. */
function deliver({ host, port }, { mailFrom, rcptTo, bodyType }, mail) {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      host,
      port,
      ignoreTLS: true,
      connectionTimeout: 10_000,
      socketTimeout: 60_000,
    })
    const fail = ({ responseCode, response, message }) => {
      connection.close()
      reject(responseCode ? answer(responseCode, textOf(response)) : answer(451, `4.4.1 The next server: ${message}`))
    }
    connection.once('error', fail)
    connection.connect(() => {
      const envelope = {
        from: mailFrom.address ?? '',
        to: rcptTo.map(({ address }) => address),
        use8BitMime: bodyType === '8bitmime',
      }
      connection.send(envelope, mail, (error, info) => {
        if (error) return fail(error)
        connection.quit()
        resolve(textOf(info.response))
      })
    })
  })
}

/** A reply without its code. */
const textOf = (response) => String(response).replace(/^\d{3}[ -]/, '')

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const place = (text) => {
    const [host, port] = text.split(':')
    return { host, port: Number(port) }
  }
  const listen = place(process.env.LISTEN ?? '127.0.0.1:2525')
  const nextHop = place(process.env.NEXT_HOP ?? '127.0.0.1:2526')
  createFilter({ nextHop, authserv: process.env.AUTHSERV }).listen(listen.port, listen.host)
  console.log(`${listen.host}:${listen.port} -> ${nextHop.host}:${nextHop.port}`)
}
