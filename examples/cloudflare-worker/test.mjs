/** Does the Worker hold in workerd? Mails come in by the email trigger of miniflare, as `wrangler dev` has it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { Log, LogLevel, Miniflare } from 'miniflare'

const HERE = import.meta.dirname
const inMails = (name) => readFileSync(join(HERE, '../mails', `${name}.eml`))

/** Bundles as wrangler does: its conditions, and no module of Node. */
async function bundled(entry) {
  const { outputFiles } = await build({
    absWorkingDir: HERE,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    conditions: ['workerd', 'worker', 'browser'],
    minify: true,
  })
  return outputFiles[0].text
}

/** Keeps what workerd and the trigger say. */
class Kept extends Log {
  lines = []
  log(line) {
    this.lines.push(line)
  }
}

const running = []
after(() => Promise.all(running.map((miniflare) => miniflare.dispose())))
async function started(entry, bindings = {}) {
  const log = new Kept(LogLevel.INFO)
  const stdio = []
  const miniflare = new Miniflare({
    modules: true,
    script: await bundled(entry),
    compatibilityDate: '2026-04-26',
    bindings: { FORWARD_TO: 'inbox@customer.example', ON_PHISHING: 'reject', ...bindings },
    unsafeTriggerHandlers: true,
    log,
    handleRuntimeStdio(stdout, stderr) {
      for (const stream of [stdout, stderr]) stream.on('data', (text) => stdio.push(String(text)))
    },
  })
  running.push(miniflare)
  await miniflare.ready
  return { miniflare, log, stdio }
}

const worker = await started('src/worker.js')

/** Sends a mail by the trigger; gives its answer, and what it says of a forwarded mail. */
async function send({ miniflare, log }, raw) {
  const from = log.lines.length
  const query = 'from=stranger@sender.example&to=user@customer.example'
  const response = await miniflare.dispatchFetch(`http://localhost/cdn-cgi/handler/email?${query}`, {
    method: 'POST',
    body: raw,
  })
  const said = stripVTControlCharacters(log.lines.slice(from).join('\n'))
  return { status: response.status, text: await response.text(), said }
}

/** The header fields that the trigger says a mail was forwarded with, and where to. */
function forwardOf({ said }) {
  const [, to, fields] =
    /Email handler forwarded message with\n {2}rcptTo: (.*)(?:\n {2}headers:\n([\s\S]*))?$/.exec(said) ?? []
  const lines = (fields ?? '').split('\n').filter((line) => line !== '')
  return { to, headers: Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/s))) }
}

const REASON =
  'Judged to be a phishing mail that impersonates KAGOYA JAPAN: The text is almost the same as the documented lure kagoya/server-failure.'

test('phishing is rejected with the reason, and not forwarded', async () => {
  const { status, text, said } = await send(worker, inMails('phishing'))
  assert.equal(status, 400)
  assert.equal(text, `Worker rejected email with the following reason: ${REASON}`)
  assert.doesNotMatch(said, /forwarded/)
})

for (const [name, verdict] of [
  ['suspicious', 'suspicious; score=49; decided-by=own'],
  ['forwarded', 'phishing; score=93; decided-by=inner'],
  ['notice', 'quoted; score=20; decided-by=own'],
  ['ordinary', 'none; score=0; decided-by=own'],
]) {
  test(`${name}.eml is forwarded with the verdict in its header`, async () => {
    const sent = await send(worker, inMails(name))
    assert.equal(sent.status, 200)
    const { to, headers } = forwardOf(sent)
    assert.equal(to, 'inbox@customer.example')
    assert.equal(headers['x-lurebook-verdict'], verdict)
    assert.deepEqual(
      Object.keys(headers).filter((field) => !field.startsWith('x-')),
      [],
    )
  })
}

test('ON_PHISHING=mark: phishing is forwarded, and marked', async () => {
  const sent = await send(await started('src/worker.js', { ON_PHISHING: 'mark' }), inMails('phishing'))
  assert.equal(forwardOf(sent).headers['x-lurebook-verdict'], 'phishing; score=93; decided-by=own')
})

test('the Worker is well below the 3 MB that Cloudflare allows on its free plan', async () => {
  const size = gzipSync(await bundled('src/worker.js')).length
  console.log(`${Math.round(size / 1000)} KB gzipped`)
  assert.ok(size < 500_000)
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
  'a mail of 20 MB': `${HEAD}\r\n${`${'x'.repeat(900)}\r\n`.repeat(22_000)}`,
  'bytes of no charset': Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(2000, 0xfe)]),
}
const harness = await started('test-harness.js')
/** Calls the Worker with a mail that the trigger would not take. */
async function call(raw, query = '') {
  const response = await harness.miniflare.dispatchFetch(`http://localhost/${query}`, { method: 'POST', body: raw })
  return response.json()
}

for (const [name, mail] of Object.entries(BAD)) {
  test(`${name}: forwarded once, with a verdict`, async () => {
    const { rejected, forwarded } = await call(Buffer.from(mail))
    assert.equal(rejected, null)
    assert.equal(forwarded.length, 1)
    assert.match(forwarded[0].headers['x-lurebook-verdict'], /^none; /)
  })
}

test('a lure at the head of 20 MB is still rejected', async () => {
  const text =
    'KAGOYA JAPAN: your mailbox is full. Log in: https://server-status.example/jp/kagoya.net?uid=user@customer.example'
  const { rejected } = await call(Buffer.from(`${HEAD}\r\n${text}\r\n${`${'x'.repeat(900)}\r\n`.repeat(22_000)}`))
  assert.match(rejected, /^Judged to be a phishing mail that impersonates KAGOYA JAPAN/)
})

test('when the mail cannot be read, it is forwarded without a verdict, and the log says why', async () => {
  const { rejected, forwarded } = await call(inMails('phishing'), '?broken')
  assert.equal(rejected, null)
  assert.deepEqual(forwarded, [{ to: 'inbox@customer.example', headers: {} }])
  assert.match(harness.stdio.join(''), /forwarded without a verdict: Error: broken on purpose/)
})
