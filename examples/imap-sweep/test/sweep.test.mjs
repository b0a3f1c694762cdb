/** Does a sweep set the right keywords on a real Dovecot, and nothing else, however odd the mails are? */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { ImapFlow } from 'imapflow'
import { sweep } from '../sweep.mjs'
import { dovecotVersion, PASSWORD, startDovecot, USER } from './dovecot.mjs'

const EXAMPLE = join(import.meta.dirname, '..')
const MAILS = join(import.meta.dirname, 'mails')

if (!dovecotVersion()) {
  console.log('skipped: dovecot is not installed')
  process.exit(process.env.CI === 'true' ? 1 : 0)
}

const mailsIn = (folder) =>
  readdirSync(join(MAILS, folder))
    .sort()
    .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(join(MAILS, folder, name)) }))
const SET = [...mailsIn('lures'), ...mailsIn('suspicious'), ...mailsIn('genuine')]
const WANT = {
  'lures/mailbox-almost-full.eml': '$Phishing',
  'lures/mailbox-over-limit-1.eml': '$Phishing',
  'lures/mailbox-over-limit-2.eml': '$Phishing',
  'lures/server-failure.eml': '$Phishing',
  'lures/server-maintenance-upgrade-1.eml': '$Phishing',
  'lures/server-maintenance-upgrade-2.eml': '$Phishing',
  'lures/service-outage.eml': '$Phishing',
  'lures/upgrade-held-mail.eml': '$Phishing',
  'suspicious/forwarded.eml': '$Suspicious',
  'suspicious/no-link.eml': '$Suspicious',
  'genuine/colleague.eml': '',
  'genuine/maintenance.eml': '',
  'genuine/newsletter.eml': '',
  'genuine/order.eml': '',
  'genuine/quota.eml': '',
  'genuine/warning-notice.eml': '',
}
const LURE = SET[3].bytes
const GENUINE = SET[10].bytes

describe('imap-sweep', { timeout: 120_000 }, () => {
  let server
  const open = []
  before(async () => {
    server = await startDovecot()
  })
  after(() => server?.stop())
  afterEach(async () => {
    for (const client of open.splice(0)) await client.logout().catch(() => {})
  })

  async function connected(logger = false) {
    const auth = { user: USER, pass: PASSWORD }
    const client = new ImapFlow({ host: '127.0.0.1', port: server.port, doSTARTTLS: false, auth, logger })
    client.on('error', () => {})
    await client.connect()
    open.push(client)
    return client
  }

  /** A new mailbox with these mails. */
  async function filled(client, mailbox, mails) {
    await client.mailboxCreate(mailbox)
    for (const { bytes, flags = [] } of mails) await client.append(mailbox, bytes, flags)
  }

  /** All that a sweep could have changed, in the order of delivery. */
  async function contentOf(client, mailbox) {
    const lock = await client.getMailboxLock(mailbox)
    const all = []
    try {
      for await (const mail of client.fetch('1:*', { uid: true, flags: true, source: true }, { uid: true })) {
        if (!mail.source) continue
        const flags = [...mail.flags].filter((flag) => flag !== '\\Recent').sort()
        all.push({ uid: mail.uid, flags: flags.join(' '), source: mail.source.toString('latin1') })
      }
    } finally {
      lock.release()
    }
    return all
  }
  const flagsOf = async (client, mailbox) => (await contentOf(client, mailbox)).map(({ flags }) => flags)

  test('the eight lures get $Phishing, doubtful mails $Suspicious, genuine mails and the warning notice nothing', async () => {
    const client = await connected()
    await filled(client, 'set', SET)
    const before = await contentOf(client, 'set')

    const count = await sweep(client, { mailbox: 'set' })

    assert.deepEqual(count, { read: 16, cut: 0, phishing: 8, suspicious: 2 })
    const after = await contentOf(client, 'set')
    assert.deepEqual(Object.fromEntries(after.map(({ flags }, i) => [SET[i].name, flags])), WANT)
    const withoutFlags = (mails) => mails.map(({ uid, source }) => ({ uid, source }))
    assert.deepEqual(withoutFlags(after), withoutFlags(before))
  })

  test('a second sweep from the stored position reads nothing; without one it reads what has no keyword and sets none', async () => {
    const client = await connected()
    await filled(client, 'twice', SET)
    let position
    const save = (reached) => {
      position = reached
    }
    await sweep(client, { mailbox: 'twice', save })
    const first = await flagsOf(client, 'twice')

    assert.equal((await sweep(client, { mailbox: 'twice', position, save })).read, 0)
    assert.deepEqual(await sweep(client, { mailbox: 'twice' }), { read: 6, cut: 0, phishing: 0, suspicious: 0 })
    assert.deepEqual(await flagsOf(client, 'twice'), first)

    await client.append('twice', LURE)
    assert.deepEqual(await sweep(client, { mailbox: 'twice', position, save }), {
      read: 1,
      cut: 0,
      phishing: 1,
      suspicious: 0,
    })
  })

  test('a position from before the server renumbered the mailbox is not used', async () => {
    const client = await connected()
    await filled(client, 'renumbered', [{ bytes: LURE }])
    const position = { uidValidity: '1', lastUid: 900 }
    assert.equal((await sweep(client, { mailbox: 'renumbered', position })).phishing, 1)
  })

  test('it sends no command that could delete, move, copy or mark as read', async () => {
    const log = []
    const write = (entry) => entry.src === 'c' && log.push(entry.msg)
    const client = await connected({ debug: write, info() {}, warn() {}, error() {}, trace() {} })
    await filled(client, 'commands', [...SET, { bytes: LURE, flags: ['\\Flagged', '\\Seen'] }])
    log.length = 0

    await sweep(client, { mailbox: 'commands' })

    const sent = log.map((line) => line.replace(/^\S+ /, ''))
    const verbs = sent.map((line) => /^(?:UID )?\S+/.exec(line)[0])
    assert.deepEqual(verbs, ['LIST', 'SELECT', 'UID SEARCH', 'UID FETCH', 'UID STORE', 'UID STORE'])
    assert.match(sent[3], /BODY\.PEEK\[\]<0\.8000000>/)
    assert.match(sent[4], /^UID STORE [\d:,]+ \+FLAGS\.SILENT \(\$Phishing\)$/)
    assert.match(sent[5], /^UID STORE [\d:,]+ \+FLAGS\.SILENT \(\$Suspicious\)$/)
    assert.equal((await flagsOf(client, 'commands')).at(-1), '$Phishing \\Flagged \\Seen')
  })

  test("a person's word counts: what is marked $NotJunk or $NotPhishing stays without a keyword", async () => {
    const client = await connected()
    await filled(client, 'person', [
      { bytes: LURE, flags: ['$NotJunk'] },
      { bytes: LURE, flags: ['$NotPhishing'] },
      { bytes: LURE, flags: ['\\Seen'] },
    ])
    await sweep(client, { mailbox: 'person' })
    assert.deepEqual(await flagsOf(client, 'person'), ['$NotJunk', '$NotPhishing', '$Phishing \\Seen'])
  })

  test('a connection lost in mid-sweep loses nothing: the next sweep goes on behind the last finished window', async () => {
    const client = await connected()
    await filled(
      client,
      'lost',
      Array.from({ length: 120 }, (_, i) => ({ bytes: i % 2 ? LURE : GENUINE })),
    )
    const positions = []
    const save = (reached) => positions.push(reached)
    let seen = 0
    const onVerdict = () => {
      if (++seen === 70) client.close()
    }
    await assert.rejects(sweep(client, { mailbox: 'lost', save, onVerdict }))
    assert.equal(positions.length, 1)
    assert.equal(positions[0].lastUid, 50)

    const again = await connected()
    const count = await sweep(again, { mailbox: 'lost', position: positions[0], save })
    assert.deepEqual(count, { read: 70, cut: 0, phishing: 35, suspicious: 0 })
    const flags = await flagsOf(again, 'lost')
    assert.deepEqual(
      flags,
      Array.from({ length: 120 }, (_, i) => (i % 2 ? '$Phishing' : '')),
    )
  })

  test('news of flags that another session sets meanwhile are not taken for mails', async () => {
    const [client, other] = [await connected(), await connected()]
    const mails = Array.from({ length: 120 }, (_, i) => ({ bytes: i % 2 ? LURE : GENUINE }))
    await filled(client, 'busy', mails)
    const theirs = await other.getMailboxLock('busy')
    const save = ({ lastUid }) => other.messageFlagsAdd('1:*', [`label${lastUid}`], { uid: true })
    const count = await sweep(client, { mailbox: 'busy', save })
    theirs.release()
    assert.deepEqual(count, { read: 120, cut: 0, phishing: 60, suspicious: 0 })
    const flags = await flagsOf(await connected(), 'busy')
    assert.deepEqual(
      flags,
      mails.map((_, i) => `${i % 2 ? '$Phishing ' : ''}label100 label120 label50`),
    )
  })

  test('of a mail longer than maxBytes only the beginning is read, and the count says so', async () => {
    const client = await connected()
    const long = Buffer.concat([LURE, Buffer.alloc(3_000_000, `${'x'.repeat(76)}\r\n`)])
    await filled(client, 'long', [{ bytes: long }])
    const count = await sweep(client, { mailbox: 'long', maxBytes: 100_000 })
    assert.deepEqual(count, { read: 1, cut: 1, phishing: 1, suspicious: 0 })
  })

  test('odd mails get a verdict and break nothing; a lure behind them is still found', async () => {
    const client = await connected()
    const odd = {
      empty: Buffer.alloc(0),
      'one line end': Buffer.from('\r\n'),
      'base64 cut in mid-quantum': Buffer.from(
        'From: <a@mail.example>\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n44GT44KT44Gr44Gh44G',
      ),
      'HTML only, without a head': Buffer.from('<html><body><p>こんにちは</p></body></html>'),
      'no From': Buffer.from('Subject: test\r\n\r\nhello\r\n'),
      '5 MB of header fields': Buffer.alloc(5_000_000, `X-Filler: ${'a'.repeat(66)}\r\n`),
      'one header field of 5 MB': Buffer.from(`Subject: ${'a'.repeat(5_000_000)}\r\n\r\nhello\r\n`),
      'raw bytes': Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 73) % 256)),
      'a multipart that never ends': Buffer.from(
        'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n',
      ),
    }
    // Straight into the Maildir: APPEND refuses an empty mail, deliveries do not.
    for (const bytes of [...Object.values(odd), LURE]) server.deliver(bytes)

    const labels = []
    const onVerdict = ({ verdict }) => labels.push(verdict.label)
    const count = await sweep(client, { onVerdict })

    assert.equal(count.read, 10)
    assert.deepEqual(labels, [...Object.keys(odd).map(() => 'none'), 'phishing'])
    assert.deepEqual(await flagsOf(client, 'INBOX'), [...Object.keys(odd).map(() => ''), '$Phishing'])
  })

  describe('the command', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sweep-command-'))
    after(() => rmSync(folder, { recursive: true, force: true }))

    function command(args, env = {}) {
      const settings = {
        IMAP_HOST: '127.0.0.1',
        IMAP_PORT: String(server.port),
        IMAP_TLS: 'none',
        IMAP_USER: USER,
        IMAP_PASS: PASSWORD,
        STATE_FILE: join(folder, 'state.json'),
      }
      const options = { cwd: EXAMPLE, env: { PATH: process.env.PATH, ...settings, ...env } }
      return new Promise((resolve) => {
        execFile(process.execPath, args, options, (error, stdout, stderr) =>
          resolve({ code: error ? error.code : 0, stdout, stderr }),
        )
      })
    }

    test('says with --dry-run what it would find, then sets it, then has nothing more to do', async () => {
      const client = await connected()
      await filled(client, 'command', SET)
      const env = { IMAP_MAILBOX: 'command' }

      const dry = await command(['main.mjs', '--dry-run'], env)
      assert.equal(dry.stderr, 'command: 16 read, 8 phishing, 2 suspicious (dry run: nothing was set)\n')
      assert.deepEqual(
        await flagsOf(client, 'command'),
        SET.map(() => ''),
      )

      const real = await command(['main.mjs'], env)
      assert.equal(real.code, 0)
      assert.equal(real.stderr, 'command: 16 read, 8 phishing, 2 suspicious\n')
      assert.equal(real.stdout, dry.stdout)
      const lines = real.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      assert.equal(lines.length, 10)
      assert.deepEqual([lines[0].uid, lines[0].keyword, lines[0].label], [1, '$Phishing', 'phishing'])
      assert.deepEqual([lines[0].brand, lines[0].lures], ['kagoya', ['kagoya/mailbox-almost-full']])
      assert.deepEqual(await flagsOf(client, 'command'), Object.values(WANT))

      const again = await command(['main.mjs'], env)
      assert.equal(again.stderr, 'command: 0 read, 0 phishing, 0 suspicious\n')
    })

    const refused = [
      ['a wrong password', { IMAP_PASS: 'wrong' }, /^imap-sweep: Authentication failed/],
      ['a host that does not answer', { IMAP_PORT: '1' }, /^imap-sweep: .*ECONNREFUSED/],
      ['no host', { IMAP_HOST: '' }, /^imap-sweep: IMAP_HOST is not set/],
      [
        'a port that is no number',
        { IMAP_PORT: 'imap' },
        /^imap-sweep: IMAP_PORT: a whole number above 0, received imap/,
      ],
      ['a mailbox that is not there', { IMAP_MAILBOX: 'nowhere' }, /^imap-sweep: Mailbox doesn't exist: nowhere/],
      ['a password in clear over a network', { IMAP_HOST: 'imap.example' }, /^imap-sweep: IMAP_TLS=none would send/],
      [
        'a state file of somebody else',
        { STATE_FILE: join(EXAMPLE, 'README.md') },
        /^imap-sweep: .* is not a state file/,
      ],
    ]
    for (const [name, env, message] of refused) {
      test(`says in one line what is wrong: ${name}`, async () => {
        const { code, stdout, stderr } = await command(['main.mjs'], env)
        assert.match(stderr, message)
        assert.deepEqual([code, stdout, stderr.trim().split('\n').length], [2, '', 1])
      })
    }

    test('60 mails of 5 MB are swept within 300 MB of memory', async () => {
      const client = await connected()
      await client.mailboxCreate('big')
      const big = Buffer.concat([GENUINE, Buffer.alloc(5_000_000, `${'eA'.repeat(38)}\r\n`)])
      server.deliver(big, { mailbox: 'big', copies: 60 })
      const peak = "process.on('exit', () => console.log(JSON.stringify({ peakKb: process.resourceUsage().maxRSS })))"
      const run = ['--import', `data:text/javascript,${encodeURIComponent(peak)}`, 'main.mjs']
      const { stdout, stderr } = await command(run, { IMAP_MAILBOX: 'big' })
      assert.equal(stderr, 'big: 60 read, 0 phishing, 0 suspicious\n')
      const { peakKb } = JSON.parse(stdout)
      assert.ok(peakKb < 300_000, `peak ${peakKb} KB`)
    })
  })
})
