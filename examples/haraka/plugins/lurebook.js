/** Haraka plugin: is this mail phishing? Rejects it, or says in its header what it is. A mail that cannot be judged is delivered. */
const { randomUUID } = require('node:crypto')
const { classify } = require('lurebook')
const { readStream, toHeaders } = require('lurebook/adapters')
const { explain } = require('lurebook/explain')

/** Bytes that a line of a reply holds at most are 512 (RFC 5321 section 4.5.3.1.5); a Japanese character takes three. */
const LONGEST = { en: 450, ja: 150 }

/** Under this name lurebook gets what the server's own plugins found: whoever sends a mail cannot know it, and so cannot write it. */
const AUTHSERV = randomUUID()

exports.register = function () {
  this.load_settings()
}

exports.load_settings = function () {
  const { main } = this.config.get('lurebook.ini', { booleans: ['+main.reject'] }, () => this.load_settings())
  this.settings = {
    reject: main.reject,
    japanese: main.japanese ?? 'smtputf8',
    maxBytes: Number(main.max_bytes) || 5e6,
  }
}

exports.hook_mail = (next, connection, [, parameters]) => {
  connection.transaction.notes.smtputf8 = Object.hasOwn(parameters ?? {}, 'SMTPUTF8')
  next()
}

exports.hook_data_post = function (next, connection) {
  this.judge(connection).then(
    (reply) => (reply ? next(DENY, reply) : next()),
    (error) => {
      connection.logerror(this, `delivered without a verdict: ${error?.stack ?? error}`)
      next()
    },
  )
}

/** Gives the lines of a rejection, or nothing for a mail that goes on, with the verdict in its header. */
exports.judge = async function (connection) {
  const { transaction } = connection
  // Mail of the server's own users goes out as it is.
  if (!transaction || connection.relaying) return undefined
  stripInbound(transaction)
  const raw = Buffer.concat([authentication(connection), await this.read(transaction.message_stream)])
  const verdict = classify(raw, { trustedAuthserv: AUTHSERV, ...recipientOf(transaction) })
  transaction.notes.lurebook = verdict
  transaction.results.add(this, { label: verdict.label, by: verdict.decidedBy, score: verdict.score, emit: true })
  // A forwarded mail is judged by what it forwards, and whoever forwards it may only be asking: it is marked, never rejected.
  if (this.settings.reject && verdict.label === 'phishing' && verdict.decidedBy === 'own')
    return this.sentences(verdict, transaction)
  for (const { name, value } of toHeaders(verdict)) transaction.add_header(name, value)
  return undefined
}

/** The mail's beginning; what the lure says stands there. */
exports.read = async function (stream) {
  // Haraka's own copy of the header is text in UTF-8: a sender's name in raw Shift_JIS is lost there. Without it, the
  // stream gives the bytes that came.
  const { headers } = stream
  stream.headers = []
  try {
    return await readStream(stream, { maxBytes: this.settings.maxBytes })
  } finally {
    stream.headers = headers
    // A mail that was not read to its end would still be "piping" when the queue plugin wants it.
    stream.unpipe()
  }
}

/** The reply's lines: English, and Japanese for a client that may be answered in UTF-8 (RFC 6531 section 3.7.4.2). */
exports.sentences = function (verdict, { notes }) {
  const { japanese } = this.settings
  const lines = [sentence(verdict, 'en').replace(/[^\x20-\x7e]/g, '?')]
  if (japanese === 'always' || (japanese === 'smtputf8' && notes.smtputf8)) lines.push(sentence(verdict, 'ja'))
  return lines.map((line) => `5.7.1 ${line}`)
}

function sentence(verdict, lang) {
  const { title, reasons } = explain(verdict, { lang, audience: 'agent' })
  const text = [title, reasons[0]?.text].filter(Boolean).join(lang === 'ja' ? '：' : ': ')
  return text.replace(/\s+/g, ' ').slice(0, LONGEST[lang])
}

/** A phish can bring X-Lurebook-* fields of its own. */
function stripInbound(transaction) {
  for (const line of transaction.header.lines()) {
    // Everything before the colon is the name: with a blank behind it, some programs still take it for the field.
    if (/^x-lurebook-/i.test(line)) transaction.remove_header(line.slice(0, line.indexOf(':')))
  }
}

/** What plugins before this one found out about SPF and DKIM. Haraka opens it with its own host name. */
function authentication(connection) {
  const results = connection.auth_results()
  return Buffer.from(results ? `Authentication-Results: ${results.replace(/^[^;]*/, AUTHSERV)}\r\n` : '')
}

function recipientOf({ rcpt_to: [first] }) {
  // SMTP knows `postmaster` without a domain too
  return first?.address?.includes('@') ? { recipient: first.address } : {}
}
