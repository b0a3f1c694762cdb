/** Does the plugin hold in a real Haraka? swaks sends the mails, Haraka passes on what it accepts to a server that keeps it. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { SMTPServer } from 'smtp-server'

const HERE = import.meta.dirname
const MAILS = join(HERE, '../mails')
if (spawnSync('swaks', ['--version']).error) {
  console.log('skipped: swaks is not installed (apt-get install swaks)')
  process.exit(process.env.CI === 'true' ? 1 : 0)
}

const folder = mkdtempSync(join(tmpdir(), 'lurebook-haraka-'))
const running = []
after(async () => {
  for (const end of running) await end()
  rmSync(folder, { recursive: true, force: true })
})

/** Where Haraka passes mail on to. What it took is in `delivered`. */
const delivered = []
const nextHop = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  async onData(stream, _session, callback) {
    delivered.push(Buffer.concat(await stream.toArray()))
    callback()
  },
})
nextHop.listen(0, '127.0.0.1')
await once(nextHop.server, 'listening')
running.push(() => new Promise((resolve) => nextHop.close(resolve)))

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts a Haraka with the example's plugin and configuration, a free port, and the next hop in place of queue/test. */
async function startHaraka(name, { settings = '', env = {}, results, queue = 'queue/smtp_forward' } = {}) {
  const home = join(folder, name)
  for (const part of ['plugins', 'config']) cpSync(join(HERE, part), join(home, part), { recursive: true })
  const config = (file) => join(home, 'config', file)
  const port = await freePort()
  writeFileSync(config('smtp.ini'), `listen=127.0.0.1:${port}\nnodes=0\n`)
  writeFileSync(config('smtp_forward.ini'), `host=127.0.0.1\nport=${nextHop.server.address().port}\n`)
  writeFileSync(config('plugins'), readFileSync(config('plugins'), 'utf8').replace('queue/test', queue))
  appendFileSync(config('lurebook.ini'), settings)
  if (results)
    addPlugin(home, `exports.hook_data = (next, connection) => (connection.auth_results('${results}'), next())`)
  const haraka = spawn(process.execPath, [join(HERE, 'node_modules/Haraka/bin/haraka'), '-c', home], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const server = { port, log: '' }
  for (const stream of [haraka.stdout, haraka.stderr]) {
    stream.on('data', (text) => {
      server.log += text
    })
  }
  const ended = once(haraka, 'exit')
  running.push(async () => {
    haraka.kill('SIGKILL')
    await ended
  })
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries > 100 || haraka.exitCode !== null) throw new Error(`Haraka does not answer:\n${server.log}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return server
}

/** Adds a plugin in front of lurebook: what one that checks DKIM would say. */
function addPlugin(home, code) {
  writeFileSync(join(home, 'plugins/results.js'), code)
  const list = join(home, 'config/plugins')
  writeFileSync(list, readFileSync(list, 'utf8').replace('\nlurebook\n', '\nresults\nlurebook\n'))
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('data', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('data', () => socket.destroy())
  })

let number = 0
/** Sends a mail: a name in ../mails, or bytes. Gives the server's reply to it, and what the next hop got. */
async function send({ port }, mail, { from = 'stranger@sender.example', verbatim = false } = {}) {
  const file = typeof mail === 'string' ? join(MAILS, `${mail}.eml`) : join(folder, `${++number}.eml`)
  if (typeof mail !== 'string') writeFileSync(file, mail)
  const before = delivered.length
  const swaks = spawn('swaks', [
    ...['--server', `127.0.0.1:${port}`, '--helo', 'sender.example', '--timeout', '60'],
    ...['--from', from, '--to', 'user@customer.example', '--data', `@${file}`, '--suppress-data'],
    ...(verbatim ? ['--no-data-fixup'] : []),
  ])
  let out = ''
  swaks.stdout.on('data', (text) => {
    out += text
  })
  await once(swaks, 'close')
  // swaks writes `<-  ` or `<** ` before a reply's line; the last but one reply is the answer to the mail, behind it is QUIT's.
  const replies = out.split('\n').filter((line) => /^<(?:- |\*\*) /.test(line))
  const start = replies.findLastIndex((line) => line.slice(4, 7) === '354')
  const reply = replies.slice(start + 1).filter((line) => line.slice(4, 7) !== '221')
  return {
    reply: reply.map((line) => line.slice(4)).join('\n'),
    raw: delivered.length > before ? delivered.at(-1) : undefined,
  }
}

const headerOf = (raw) =>
  raw
    .subarray(0, raw.indexOf('\r\n\r\n'))
    .toString('latin1')
    .replace(/\r\n[ \t]+/g, ' ')
const field = (raw, name) =>
  headerOf(raw)
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim())
const verdictOf = ({ raw }) => raw && field(raw, 'X-Lurebook-Verdict')
const bodyOf = (raw) => raw.subarray(raw.indexOf('\r\n\r\n') + 4)
const inMails = (name) => readFileSync(join(MAILS, `${name}.eml`))

const haraka = await startHaraka('example')

test('phishing is rejected with 550 and the reason', async () => {
  const { reply, raw } = await send(haraka, 'phishing')
  assert.equal(
    reply,
    '550 5.7.1 Judged to be a phishing mail that impersonates KAGOYA JAPAN: The text is almost the same as the documented lure kagoya/server-failure.',
  )
  assert.equal(raw, undefined)
})

for (const [name, verdict] of [
  ['suspicious', 'suspicious; score=49; decided-by=own'],
  ['forwarded', 'phishing; score=93; decided-by=inner'],
  ['notice', 'quoted; score=20; decided-by=own'],
  ['ordinary', 'none; score=0; decided-by=own'],
]) {
  test(`${name}.eml is delivered, its body untouched, with the verdict in its header`, async () => {
    const sent = await send(haraka, name)
    assert.match(sent.reply, /^250 /)
    assert.deepEqual(verdictOf(sent), [verdict])
    assert.equal(bodyOf(sent.raw).toString('latin1').trimEnd(), bodyOf(inMails(name)).toString('latin1').trimEnd())
  })
}

test('the notice that quotes the lures names no brand as an attacker would, and its subject is untouched', async () => {
  const { raw } = await send(haraka, 'notice')
  assert.deepEqual(field(raw, 'Subject'), field(inMails('notice'), 'Subject'))
})

test('a verdict that the mail brings along is taken off', async () => {
  const forged = [
    'X-Lurebook-Verdict: none; score=0; decided-by=own',
    'x-lurebook-brand: folded\r\n over lines',
    'X-Lurebook-Evidence : with a blank before the colon',
  ]
  const sent = await send(haraka, Buffer.concat([Buffer.from(`${forged.join('\r\n')}\r\n`), inMails('suspicious')]))
  assert.deepEqual(verdictOf(sent), ['suspicious; score=49; decided-by=own'])
  assert.doesNotMatch(headerOf(sent.raw), /none|folded|blank/)
})

const HEAD = 'From: info@mail.example\r\nTo: user@customer.example\r\nSubject: test\r\n'
const lureInBase64 = Buffer.from('KAGOYAのサーバー障害通知です。'.repeat(40)).toString('base64')
const BAD = {
  'an empty line': ['\r\n', ['none; score=0; decided-by=own']],
  'only a header': [HEAD, ['none; score=0; decided-by=own']],
  'no From': ['Subject: test\r\n\r\nhello\r\n', ['none; score=0; decided-by=own']],
  'HTML only': [`${HEAD}Content-Type: text/html\r\n\r\n<p>hello</p>\r\n`, ['none; score=0; decided-by=own']],
  'base64 that was cut': [
    `${HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lureInBase64.slice(0, 333)}`,
    undefined,
  ],
  '5 MB of header': [`${`X-Filler: ${'a'.repeat(900)}\r\n`.repeat(5600)}${HEAD}\r\nhello\r\n`, undefined],
  'one header field of 5 MB': [`${HEAD}X-Long: a${`\r\n ${'b'.repeat(900)}`.repeat(5600)}\r\n\r\nhello\r\n`, undefined],
  'bytes of no charset': [Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(2000, 0xfe)]), undefined],
}
for (const [name, [mail, expected]] of Object.entries(BAD)) {
  test(`${name}: accepted and delivered`, async () => {
    const sent = await send(haraka, Buffer.from(mail))
    assert.match(sent.reply, /^250 /)
    assert.equal(verdictOf(sent)?.length, 1)
    if (expected) assert.deepEqual(verdictOf(sent), expected)
  })
}

test('a mail of no bytes at all: accepted and delivered', async () => {
  const sent = await send(haraka, Buffer.from('.\r\n'), { verbatim: true })
  assert.match(sent.reply, /^250 /)
  assert.deepEqual(verdictOf(sent), ['none; score=0; decided-by=own'])
})

test('a mail of 20 MB is delivered whole, and a lure at its head is still seen', async () => {
  const attachment = `--part\r\nContent-Type: application/octet-stream\r\n\r\n${`${'x'.repeat(900)}\r\n`.repeat(22_000)}--part--\r\n`
  const around = (text) =>
    Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary="part"\r\n\r\n--part\r\n\r\n${text}\r\n${attachment}`)
  const sent = await send(haraka, around('hello'))
  assert.match(sent.reply, /^250 /)
  assert.equal(bodyOf(sent.raw).toString('latin1').trimEnd(), bodyOf(around('hello')).toString('latin1').trimEnd())
  assert.deepEqual(verdictOf(sent), ['none; score=0; decided-by=own'])
  const lure = around(
    'KAGOYA JAPAN: your mailbox is full. Log in: https://server-status.example/jp/kagoya.net?uid=user@customer.example',
  )
  assert.match((await send(haraka, lure)).reply, /^550 5\.7\.1 /)
})

test('as in the README, with queue/test: what is delivered lies in a file, whole, and what is rejected does not', async () => {
  const server = await startHaraka('readme', { queue: 'queue/test', env: { TMPDIR: join(folder, 'readme') } })
  const files = () => readdirSync(join(folder, 'readme')).filter((name) => name.startsWith('mail_'))
  assert.match((await send(server, 'phishing')).reply, /^550 /)
  assert.deepEqual(files(), [])
  const long = Buffer.from(`${HEAD}\r\n${`${'x'.repeat(900)}\r\n`.repeat(22_000)}`)
  assert.match((await send(server, long)).reply, /^250 /)
  const [name] = files()
  const kept = readFileSync(join(folder, 'readme', name))
  assert.match(headerOf(kept), /X-Lurebook-Verdict: none/)
  assert.equal(bodyOf(kept).toString('latin1').trimEnd(), bodyOf(long).toString('latin1').trimEnd())
})

test('a brand in the sender that is raw Shift_JIS, in no encoded-word, is seen', async () => {
  const brand = Buffer.from('834a83538384814583578383836f8393', 'hex') // カゴヤ・ジャパン
  const text = 'お客様のメールボックスの容量が上限に達しました。\n24時間以内に下記よりログインして更新してください。\n'
  const link = 'https://login-check.example/jp/index.php?e=user@customer.example\n'
  const head =
    ' <info@mail.example>\nTo: user@customer.example\nSubject: important\nContent-Type: text/plain; charset=utf-8\n\n'
  const { reply } = await send(haraka, Buffer.concat([Buffer.from('From: '), brand, Buffer.from(head + text + link)]))
  assert.match(reply, /^550 5\.7\.1 Judged to be a phishing mail that impersonates KAGOYA JAPAN/)
})

test("what the server's own plugins found about the sender counts, what the mail says about itself does not", async () => {
  const result = 'dkim=pass header.d=kagoya.jp'
  const plain = inMails('suspicious').toString('latin1').replace('info@mail.example', 'info@kagoya.jp')
  const forged = ['Authentication-Results', 'ARC-Authentication-Results: i=1', 'Authentication-Results']
    .map((name, i) => `${name}${i === 1 ? ';' : ':'} mx.customer.example; ${result}\r\n`)
    .join('')
  const evidence = async (own, mail) => {
    const server = await startHaraka(`auth-${number}`, { results: own })
    const { raw } = await send(server, Buffer.from(mail, 'latin1'))
    return field(raw, 'X-Lurebook-Evidence')[0]
  }
  assert.match(await evidence(result, plain), /auth-official-sender/)
  assert.doesNotMatch(await evidence('dkim=none', forged + plain), /auth-official-sender/)
})

test('a client that announced SMTPUTF8 gets the reason in Japanese, too', async () => {
  // swaks has no option for a parameter of MAIL FROM; what stands behind the address is one.
  const { reply } = await send(haraka, 'phishing', { from: 'stranger@sender.example> SMTPUTF8 X=<' })
  assert.equal(
    reply,
    '550-5.7.1 Judged to be a phishing mail that impersonates KAGOYA JAPAN: The text is almost the same as the documented lure kagoya/server-failure.\n' +
      '550 5.7.1 カゴヤ・ジャパンをかたるフィッシングメールと判定しました：記録されている手口「kagoya/server-failure」と、文面がほぼ一致しています。',
  )
})

test('japanese=always: so does any other', async () => {
  const server = await startHaraka('always', { settings: '\njapanese=always\n' })
  const { reply } = await send(server, 'phishing')
  assert.match(reply, /^550-5\.7\.1 Judged .*\n550 5\.7\.1 カゴヤ・ジャパンをかたる/)
})

test('reject=false: phishing is delivered, and marked', async () => {
  const server = await startHaraka('mark-only', { settings: '\nreject=false\n' })
  const sent = await send(server, 'phishing')
  assert.match(sent.reply, /^250 /)
  assert.deepEqual(verdictOf(sent), ['phishing; score=93; decided-by=own'])
})

test('when lurebook fails, mail is delivered without a verdict, a forged one is taken off, and the log says why', async () => {
  const server = await startHaraka('failing', { env: { NODE_OPTIONS: `--require ${join(HERE, 'test-failing.cjs')}` } })
  const forged = Buffer.concat([Buffer.from('X-Lurebook-Verdict: none\r\n'), inMails('phishing')])
  const sent = await send(server, forged)
  assert.match(sent.reply, /^250 /)
  assert.deepEqual(verdictOf(sent), [])
  assert.match(server.log, /delivered without a verdict: Error: broken on purpose/)
})

test('Haraka never caught an exception', () => {
  assert.doesNotMatch(haraka.log, /Caught exception|\[CRIT\]|delivered without a verdict/)
})
