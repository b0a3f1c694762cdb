/** Do the filter and the desk hold? Mails are sent over real connections, and a real server behind the filter takes what it passes on. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { SMTPServer } from 'smtp-server'
import { createDesk, ticketOf } from './desk.mjs'
import { createFilter } from './filter.mjs'

const inMails = (name) => readFileSync(join(import.meta.dirname, '../mails', `${name}.eml`))

const servers = []
after(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))))
async function started(server) {
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  servers.push(server)
  return { host: '127.0.0.1', port: server.server.address().port }
}

/** The server behind the filter. */
const delivered = []
const nextHop = await started(
  new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const unknown = Object.assign(new Error('no such user'), { responseCode: 550 })
      callback(address.startsWith('nobody@') ? unknown : null)
    },
    async onData(stream, { envelope }, callback) {
      delivered.push({ raw: Buffer.concat(await stream.toArray()), envelope })
      callback(null, 'kept as 1')
    },
  }),
)

const lines = []
const log = (line) => lines.push(line)
const filter = await started(createFilter({ nextHop, log }))

/** Sends bytes; gives the reply, and what the server behind the filter got. */
async function send(
  server,
  mail,
  { to = ['user@customer.example'], from = 'stranger@sender.example', ...envelope } = {},
) {
  const before = delivered.length
  const connection = new SMTPConnection({ ...server, ignoreTLS: true })
  await new Promise((resolve, reject) => connection.once('error', reject).connect(resolve))
  const outcome = await new Promise((resolve) =>
    connection.send({ from, to, ...envelope }, mail, (error, info) => resolve(error ?? info)),
  )
  connection.quit()
  return { reply: outcome.response, rejected: outcome.rejected, ...(delivered.length > before && delivered.at(-1)) }
}

const headerOf = (raw) =>
  raw
    .subarray(0, raw.indexOf('\r\n\r\n'))
    .toString('latin1')
    .replace(/\r\n[ \t]+/g, ' ')
const bodyOf = (raw) =>
  raw
    .subarray(raw.indexOf('\r\n\r\n') + 4)
    .toString('latin1')
    .trimEnd()
const verdictOf = ({ raw }) =>
  headerOf(raw)
    .split('\r\n')
    .filter((line) => /^x-lurebook-verdict/i.test(line))

const SENTENCE =
  'Judged to be a phishing mail that impersonates KAGOYA JAPAN: The text is almost the same as the documented lure kagoya/server-failure.'

test('phishing is refused with 550 and the reason', async () => {
  const { reply, raw } = await send(filter, inMails('phishing'))
  assert.equal(reply, `550 5.7.1 ${SENTENCE}`)
  assert.equal(raw, undefined)
})

test('a client that announced SMTPUTF8 gets the reason in Japanese, too', async () => {
  const { reply } = await send(filter, inMails('phishing'), { from: '送信者@sender.example' })
  assert.equal(
    reply,
    `550 5.7.1 ${SENTENCE} / カゴヤ・ジャパンをかたるフィッシングメールと判定しました：記録されている手口「kagoya/server-failure」と、文面がほぼ一致しています。`,
  )
})

for (const [name, verdict] of [
  ['suspicious', 'suspicious; score=49; decided-by=own'],
  ['forwarded', 'phishing; score=93; decided-by=inner'],
  ['notice', 'quoted; score=20; decided-by=own'],
  ['ordinary', 'none; score=0; decided-by=own'],
]) {
  test(`${name}.eml reaches the next server, its body untouched, with the verdict in its header`, async () => {
    const sent = await send(filter, inMails(name))
    assert.equal(sent.reply, '250 kept as 1')
    assert.deepEqual(verdictOf(sent), [`X-Lurebook-Verdict: ${verdict}`])
    assert.equal(bodyOf(sent.raw), bodyOf(inMails(name)))
  })
}

test('a verdict that the mail brings along is taken off', async () => {
  const forged = Buffer.from('X-Lurebook-Verdict: none\r\n over two lines\r\n')
  const sent = await send(filter, Buffer.concat([forged, inMails('suspicious')]))
  assert.deepEqual(verdictOf(sent), ['X-Lurebook-Verdict: suspicious; score=49; decided-by=own'])
})

test('sender, recipient and 8BITMIME reach the next server as they came; so does a bounce with its empty sender', async () => {
  const body = Buffer.from('From: a@sender.example\r\n\r\nこんにちは\r\n')
  const { envelope, raw } = await send(filter, body, { from: '', use8BitMime: true })
  assert.equal(envelope.mailFrom.address ?? '', '')
  assert.deepEqual(
    envelope.rcptTo.map(({ address }) => address),
    ['user@customer.example'],
  )
  assert.equal(envelope.bodyType, '8bitmime')
  assert.match(raw.toString(), /こんにちは/)
})

test('of two recipients one is taken, and the other is told to come again', async () => {
  const { reply, rejected, envelope } = await send(filter, inMails('ordinary'), {
    to: ['user@customer.example', 'other@customer.example'],
  })
  assert.equal(reply, '250 kept as 1')
  assert.deepEqual(rejected, ['other@customer.example'])
  assert.deepEqual(
    envelope.rcptTo.map(({ address }) => address),
    ['user@customer.example'],
  )
})

test('what the next server refuses is refused with its reply', async () => {
  const { reply, raw } = await send(filter, inMails('ordinary'), { to: ['nobody@customer.example'] })
  assert.match(reply, /^550 .*no such user$/)
  assert.equal(raw, undefined)
})

test('when the next server is away, the mail stays with its sender', async () => {
  const away = await started(createFilter({ nextHop: { host: '127.0.0.1', port: 1 }, log }))
  assert.match((await send(away, inMails('ordinary'))).reply, /^451 4\.4\.1 The next server: /)
})

test('when lurebook fails, the mail goes on without a verdict, a forged one is taken off, and the log says why', async () => {
  const judge = () => {
    throw new Error('broken on purpose')
  }
  const failing = await started(createFilter({ nextHop, judge, log }))
  const sent = await send(failing, Buffer.concat([Buffer.from('X-Lurebook-Verdict: none\r\n'), inMails('phishing')]))
  assert.equal(sent.reply, '250 kept as 1')
  assert.deepEqual(verdictOf(sent), [])
  assert.match(lines.at(-1), /passed on without a verdict: Error: broken on purpose/)
})

test('a mail over the limit is refused with 552 and not passed on; the next one on the same server is taken', async () => {
  const small = await started(createFilter({ nextHop, size: 100_000, log }))
  const { reply, raw } = await send(small, Buffer.alloc(300_000, 'x'.repeat(70).concat('\r\n')))
  assert.match(reply, /^552 /)
  assert.equal(raw, undefined)
  assert.equal((await send(small, inMails('ordinary'))).reply, '250 kept as 1')
})

const HEAD = 'From: info@mail.example\r\nTo: user@customer.example\r\nSubject: test\r\n'
const CUT = Buffer.from('KAGOYAのサーバー障害通知です。'.repeat(40)).toString('base64').slice(0, 333)
const BAD = {
  'an empty mail': '',
  'only a header': HEAD,
  'no From': 'Subject: test\r\n\r\nhello\r\n',
  'HTML only': `${HEAD}Content-Type: text/html\r\n\r\n<p>hello</p>\r\n`,
  'base64 that was cut': `${HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${CUT}`,
  '5 MB of header': `${`X-Filler: ${'a'.repeat(900)}\r\n`.repeat(5600)}${HEAD}\r\nhello\r\n`,
  'one header field of 5 MB': `${HEAD}X-Long: a${`\r\n ${'b'.repeat(900)}`.repeat(5600)}\r\n\r\nhello\r\n`,
  'bytes of no charset': Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(2000, 0xfe)]),
}
for (const [name, mail] of Object.entries(BAD)) {
  test(`${name}: accepted, passed on whole, and the desk makes a ticket of it`, async () => {
    const bytes = Buffer.from(mail)
    const sent = await send(filter, bytes)
    assert.equal(sent.reply, '250 kept as 1')
    assert.equal(verdictOf(sent).length, 1)
    assert.match(verdictOf(sent)[0], /^X-Lurebook-Verdict: none; /)
    assert.ok(sent.raw.length >= bytes.length)
    assert.equal((await ticketOf(bytes)).label, 'none')
  })
}

const tickets = []
const desk = await started(createDesk((ticket) => void tickets.push(ticket)))

test('the desk: a customer who attaches the lure is told in three lines of Japanese what to do', async () => {
  const { reply } = await send(desk, inMails('forwarded'))
  assert.match(reply, /^250 /)
  const { from, subject, label, decidedBy, draft } = tickets.at(-1)
  assert.deepEqual(
    [from, subject, label, decidedBy],
    ['user@customer.example', 'Fwd: このメールは本物ですか', 'phishing', 'inner'],
  )
  assert.match(draft, /カゴヤ・ジャパンをかたる/)
  assert.match(draft, /https:\/\/www\.kagoya\.jp\/news\/2020030910797\.html/)
})

for (const [name, label] of [
  ['phishing', 'phishing'],
  ['suspicious', 'suspicious'],
  ['notice', 'quoted'],
  ['ordinary', 'none'],
]) {
  test(`the desk: ${name}.eml, parsed by mailparser, is ${label}`, async () => {
    assert.equal((await ticketOf(inMails(name))).label, label)
  })
}

test('the desk: a ticket that cannot be kept stays with its sender', async () => {
  const full = await started(
    createDesk(() => {
      throw new Error('no space left')
    }),
  )
  assert.match((await send(full, inMails('forwarded'))).reply, /^451 .*no space left/)
})
