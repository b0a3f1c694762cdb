/** Do explain, report, notice, corpus and completion print what they should, and does an mbox come in message by message? */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoMails } from '../../scripts/demo-mails.ts'
import { main } from '../../src/cli/main.ts'
import { mboxMessages } from '../../src/cli/mbox.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const LURE = demoMails().find(({ name }) => name === 'server-failure.eml')!.bytes
/** In the name of a brand that the package does not know. */
const HANAMARU = [
  'From: =?utf-8?B?6Iqx5Li444Kv44Os44K444OD44OI?= <info@mailer.example.org>',
  'Subject: card',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'お客様のアカウントを一時的に停止させていただきました。',
  '24時間以内に下記のURLからログインして情報を更新してください。',
  'https://entry.example.net/a/b',
].join('\r\n')
/** A lure under the words of the one who forwards it, which name another brand and link to his own house. */
const FORWARD = [
  'Subject: Fwd: x',
  'From: taro@client.example',
  'To: desk@client.example',
  'Content-Type: text/plain; charset=utf-8',
  '',
  '楽天からのメールか確認してください。楽天カードをご利用いただき https://wiki.client.example/',
  '',
  '---------- Forwarded message ---------',
  'From: KAGOYA <x@mail.example>',
  'Subject: サーバー障害通知',
  'To: taro@client.example',
  '',
  'メールボックスの容量が上限に達しました。24時間以内にログインして確認してください。',
  '▼ログイン',
  'https://account-check.example/jp/kagoya.jp',
  '',
].join('\r\n')
const FROM = 'From a@b.example Tue Nov 24 09:00:00 2026\n'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurebook-commands-'))
  writeFileSync(at('lure.eml'), LURE)
  writeFileSync(at('plain.eml'), 'From: a@b.example\r\nSubject: lunch\r\n\r\nAt noon?\r\n')
  writeFileSync(at('empty.eml'), '')
  writeFileSync(
    at('box.mbox'),
    Buffer.concat([
      Buffer.from(FROM),
      LURE,
      Buffer.from(`\n\n${FROM}From: a@b.example\nSubject: x\n\nFrom here on: x\n`),
    ]),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function lurebook(args: string[], stdin: Uint8Array = new Uint8Array()) {
  const out: Array<string | Uint8Array> = []
  let err = ''
  const code = await main(args, {
    stdin: (async function* () {
      for (let i = 0; i < stdin.length; i += 50) yield stdin.subarray(i, i + 50)
    })(),
    out: (text) => out.push(text),
    err: (text) => {
      err += text
    },
    env: {},
    isTerminal: false,
    now: new Date('2026-11-25T00:00:00Z'),
  })
  return {
    code,
    err,
    out: Buffer.concat(out.map((part) => Buffer.from(part))).toString('latin1'),
    text: Buffer.concat(out.map((part) => Buffer.from(part))).toString(),
  }
}

test.each([
  ['ja', 'agent', 'フィッシングメールと判定しました', '対応:'],
  ['en', 'customer', 'appears to be a fake', 'what to do:'],
])('explain in %s for the %s', async (lang, audience, title, heading) => {
  const { code, text } = await lurebook(['explain', at('lure.eml'), '--lang', lang, '--audience', audience])
  expect(code).toBe(0)
  expect(text).toContain(heading)
  expect(text.replaceAll('\n', '')).toContain(title)
})

test.each([
  ['text', /^hxxps:\/\/server-status\[\.\]example\/jp\/kagoya\.net\n/],
  ['csv', /^"type","value","codes","place"\r\n"url",/],
  ['misp', /^\{\n {2}"Event": \{/],
  ['stix', /^\{\n {2}"type": "bundle",/],
  [
    'arf',
    /^From: <reporter@example\.invalid>\r\nTo: <abuse@example\.invalid>\r\nSubject: Phishing report \(ARF\)\r\nDate: Wed, 25 Nov 2026 00:00:00 \+0000/,
  ],
  ['drafts', /^To: info@antiphishing\.jp\nSubject: /],
])('report --as %s', async (as, expected) => {
  const { code, text } = await lurebook(['report', at('lure.eml'), '--as', as])
  expect(code).toBe(0)
  expect(text).toMatch(expected)
})

test('report of nothing, and with an address that is none, is one line and exits with 2', async () => {
  expect(await lurebook(['report', at('plain.eml')])).toMatchObject({
    code: 2,
    text: '',
    err: `lurebook: ${at('plain.eml')}: judged "nothing found": there is nothing to report\n`,
  })
  expect(await lurebook(['report', at('lure.eml'), '--as', 'arf', '--to', 'x'])).toMatchObject({ code: 2, text: '' })
  for (const command of ['explain', 'report']) {
    expect(await lurebook([command, at('empty.eml')])).toMatchObject({
      code: 2,
      text: '',
      err: expect.stringMatching(/^[^\n]+\n$/),
    })
  }
})

describe('of a forwarded lure', () => {
  const forward = async (...args: string[]) => {
    writeFileSync(at('forward.eml'), FORWARD)
    return (await lurebook([...args, '--lang', 'ja', at('forward.eml')])).text
  }

  test('scan shows the links and the brand of the mail that was forwarded', async () => {
    const text = await forward('scan')
    expect(text).toContain(
      '転送または添付されたメールについて: カゴヤ・ジャパンをかたるフィッシングメールと判定しました',
    )
    expect(text).toContain('hxxps://account-check[.]example/jp/kagoya.jp')
    expect(text).not.toContain('client[.]example')
  })

  test('the drafts quote its subject and report its host alone', async () => {
    const text = await forward('report', '--as', 'drafts')
    expect(text.match(/^(?:Subject|件名|Host): .*$/gm)).toEqual([
      'Subject: 【フィッシング報告】カゴヤ・ジャパンをかたるメール',
      '件名: サーバー障害通知',
      'Subject: 【フィッシング報告】カゴヤ・ジャパンをかたるメール',
      '件名: サーバー障害通知',
      'Subject: Phishing page on account-check[.]example (impersonates KAGOYA JAPAN)',
      'Host: account-check[.]example',
    ])
  })
})

test('notice', async () => {
  expect((await lurebook(['notice', 'kagoya', '--lang', 'ja', '--desk', 'サポート窓口'])).text).toMatch(
    /^【注意喚起】カゴヤ・ジャパンをかたるフィッシングメールについて\n/,
  )
  expect(JSON.parse((await lurebook(['notice', 'kagoya', '--json'])).text).examples).toHaveLength(6)
})

test.each([
  ['kagoya', 'kagoya'],
  ['Kagoya', 'kagoya'],
  ['カゴヤ', 'kagoya'],
  ['ｶｺﾞﾔ', 'kagoya'],
  ['kagoya japan', 'kagoya'],
  ['Kagoya/Server-Failure', 'kagoya/server-failure'],
  ['Mailbox-Full', 'mailbox-full'],
  // the id wins over the names of others
  ['LINE', 'line'],
])('corpus show %s shows %s', async (typed, id) => {
  expect(JSON.parse((await lurebook(['corpus', 'show', typed])).text).id).toBe(id)
})

test('notice takes the name of a brand', async () => {
  const [ofId, ofName] = await Promise.all(['kagoya', 'カゴヤ'].map((typed) => lurebook(['notice', typed])))
  expect(ofName).toEqual(ofId)
})

test.each([
  [['notice'], 'en', 'nobody', 'not in the corpus: nobody (lurebook corpus list brands|lures|pretexts shows the ids)'],
  [
    ['corpus', 'show'],
    'ja',
    '誰か',
    'コーパスにありません: 誰か（ID は lurebook corpus list brands|lures|pretexts で表示できます）',
  ],
  [['notice'], 'en', 'フレッツ光', 'several entries are called フレッツ光; name one by its id: ntt-east, ntt-west'],
  [
    ['corpus', 'show'],
    'ja',
    'フレッツ光',
    '「フレッツ光」に当たるものが複数あります。ID で指定してください: ntt-east、ntt-west',
  ],
])('%j in %s of %s says what to type', async (command, lang, typed, said) => {
  expect(await lurebook([...command, typed, '--lang', lang])).toMatchObject({
    code: 2,
    text: '',
    err: `lurebook: ${said}\n`,
  })
})

test.each([
  ['en', ['--fail-on', 'quoted'], '--fail-on quoted (expected one of: phishing, suspicious, never)'],
  ['ja', ['--fail-on', 'quoted'], '--fail-on quoted（指定できる値: phishing、suspicious、never）'],
  ['en', ['--own-domain', 'foo bar'], "--own-domain 'foo bar' (expected a domain alone, as in client.example)"],
  ['ja', ['--own-domain', 'foo bar'], "--own-domain 'foo bar'（ドメインだけを指定してください。例: client.example）"],
])('in %s %j is told what it can be', async (lang, argv, said) => {
  const { err } = await lurebook(['scan', at('plain.eml'), '--lang', lang, ...argv])
  expect(err.split('\n')[0]!.replace(/^lurebook: [^:]*: /, '')).toBe(said)
})

test('corpus', async () => {
  expect((await lurebook(['corpus', 'list'])).text).toContain('kagoya\tKAGOYA JAPAN\thosting\n')
  expect((await lurebook(['corpus', 'list', 'lures'])).text).toContain('kagoya/server-failure\t')
  expect(JSON.parse((await lurebook(['corpus', 'list', 'pretexts', '--json'])).text)[0]).toMatchObject({
    id: expect.any(String),
  })
  const lure = JSON.parse((await lurebook(['corpus', 'show', 'kagoya/server-failure'])).text)
  expect([lure.brand, lure.fingerprints]).toEqual(['kagoya', undefined])
  expect((await lurebook(['corpus', 'show', 'nobody'])).code).toBe(2)
  expect((await lurebook(['corpus', 'rules', 'spamassassin'])).text).toContain('header __LB_NAME_KAGOYA From:name')
  await lurebook(['corpus', 'rules', 'rspamd', '--out', at('rules')])
  expect(readFileSync(at('rules/local.d/multimap.conf'), 'utf8')).toContain('LUREBOOK_NAME')
})

test.each([
  [['report', 'a', 'b'], 'bad-value'],
  [['report', 'a', '--as', 'pdf'], 'bad-value'],
  [['report', 'a', '--at', 'noon'], 'bad-value'],
  [['corpus', 'burn'], 'bad-value'],
  [['corpus', 'show'], 'no-input'],
  [['corpus', 'list', 'mails'], 'bad-value'],
  [['completion', 'csh'], 'bad-value'],
  [['notice'], 'no-input'],
])('%j is refused in one line', async (argv) => {
  expect(await lurebook(argv)).toMatchObject({
    code: 2,
    text: '',
    err: expect.stringMatching(/^lurebook: [^\n]+\nsee lurebook --help\n$/),
  })
})

describe('an mbox', () => {
  test('is one row a message, from a file and from standard input', async () => {
    for (const [input, stdin] of [
      [at('box.mbox'), undefined],
      ['-', readFileSync(at('box.mbox'))],
    ] as const) {
      const { text, code } = await lurebook(['scan', input, '--ndjson'], stdin)
      const rows = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(rows.map((row) => [row.file, row.verdict.label])).toEqual([
        [`${input}#1`, 'phishing'],
        [`${input}#2`, 'none'],
      ])
      expect(code).toBe(1)
      expect(JSON.parse((await lurebook(['scan', input, '--json'], stdin)).text)).toHaveLength(2)
    }
  })

  test.each([1, 7, 64, 100_000])('is cut the same in chunks of %d bytes', async (size) => {
    const box = readFileSync(at('box.mbox'))
    const found: string[] = []
    async function* chunks() {
      for (let i = 0; i < box.length; i += size) yield box.subarray(i, i + size)
    }
    for await (const message of mboxMessages(chunks())) found.push(Buffer.from(message).toString('latin1'))
    expect(found).toEqual(
      [`${LURE.toString()}\n\n`, 'From: a@b.example\nSubject: x\n\nFrom here on: x\n'].map((text, i) =>
        i === 0 ? `${Buffer.from(LURE).toString('latin1')}\n\n` : text,
      ),
    )
  })
})

test.each(['bash', 'zsh', 'fish'])(
  'the completion for %s is a script that this shell reads, where it is installed',
  async (shell) => {
    const { text, code } = await lurebook(['completion', shell])
    expect(code).toBe(0)
    expect(text).toContain('explain')
    const checked = spawnSync(shell, ['-n'], { input: text, encoding: 'utf8' })
    if (!checked.error) expect([checked.status, checked.stderr]).toEqual([0, ''])
  },
)

describe('corpus check', () => {
  const own = (more: object = {}) => ({ schema: 1, version: '1', digest: 'abc', ...more })
  const brand = {
    id: 'hanamaru',
    names: { ja: ['花丸クレジット'], en: [], aliases: [] },
    ambiguous: [],
    kind: 'card',
    owner: '花丸クレジット株式会社',
    group: 'hanamaru',
    domains: { official: ['hanamaru.example'], senders: [], customers: [], mixed: [], unverified: [] },
    neverSends: [],
    tokens: [],
  }

  test.each<[string, string, string]>([
    [
      'one brand',
      JSON.stringify(own({ brands: [brand] })),
      'usable (brands: 1, pretexts: 0, phrases: 0, lures: 0, hosts: 0)',
    ],
    [
      'a byte order mark',
      `\ufeff${JSON.stringify(own())}`,
      'usable (brands: 0, pretexts: 0, phrases: 0, lures: 0, hosts: 0)',
    ],
    [
      'an id that the package has',
      JSON.stringify(own({ brands: [{ ...brand, id: 'kagoya' }] })),
      'usable (brands: 1, pretexts: 0, phrases: 0, lures: 0, hosts: 0); replaces what the package has: kagoya',
    ],
  ])('says what a file with %s holds', async (_, text, said) => {
    writeFileSync(at('own.json'), text)
    expect(await lurebook(['corpus', 'check', at('own.json')])).toMatchObject({
      code: 0,
      text: `${at('own.json')}: ${said}\n`,
      err: '',
    })
  })

  test.each<[string, string, RegExp]>([
    ['no JSON', '{ schema: 1 }', /own\.json: not JSON \(/],
    ['nothing', '', /own\.json: not JSON \(/],
    ['a list', '[]', /own\.json: .*\(type\)\n$/],
    ['another schema', JSON.stringify({ ...own(), schema: 2 }), /own\.json: schema: .*\(schema\)\n$/],
    [
      'a brand without names',
      JSON.stringify(own({ brands: [{ ...brand, names: undefined }] })),
      /own\.json: brands\[0\]\.names: .*\(missing\)\n$/,
    ],
    [
      'a prototype key',
      '{"schema":1,"version":"1","digest":"a","brands":[],"__proto__":{"polluted":1}}',
      /own\.json: .*__proto__.*\n$/,
    ],
    [
      'a regular expression for a phrase',
      JSON.stringify(
        own({ pretexts: [{ id: 'x', title: { ja: 'x', en: 'x' }, phrases: [{ text: '{0,9}', strength: 2 }] }] }),
      ),
      /own\.json: pretexts\[0\]\.phrases\[0\]\.text: .*\n$/,
    ],
  ])('says what is wrong with a file that holds %s', async (_, text, said) => {
    writeFileSync(at('own.json'), text)
    const result = await lurebook(['corpus', 'check', at('own.json')])
    expect(result.err).toMatch(said)
    expect(result).toMatchObject({ code: 2, text: '' })
  })

  test('says in Japanese that there is no such file', async () => {
    expect(await lurebook(['corpus', 'check', at('nowhere.json'), '--lang', 'ja'])).toMatchObject({
      code: 2,
      err: `lurebook: ${at('nowhere.json')}: ファイルが見つかりません\n`,
    })
  })

  test('and scan, explain and report take such a file', async () => {
    writeFileSync(at('own.json'), JSON.stringify(own({ brands: [brand] })))
    writeFileSync(at('hanamaru.eml'), HANAMARU)
    const json = async (...more: string[]) =>
      JSON.parse((await lurebook(['scan', '--json', ...more, at('hanamaru.eml')])).text)
    expect((await json()).label).toBe('suspicious')
    expect(await json('--corpus', at('own.json'))).toMatchObject({ label: 'phishing', brand: { id: 'hanamaru' } })
    expect((await lurebook(['explain', '--corpus', at('own.json'), at('hanamaru.eml')])).text).toContain(
      '花丸クレジット',
    )
    expect((await lurebook(['report', '--corpus', at('own.json'), at('hanamaru.eml')])).code).toBe(0)
  })

  test('and scan, explain and report name its brands as it does', async () => {
    const mine = {
      ...brand,
      names: { ja: ['花丸クレジット'], en: ['Hanamaru Credit'], aliases: [] },
      noticeUrl: 'https://hanamaru.example/notice',
    }
    writeFileSync(at('named.json'), JSON.stringify(own({ brands: [mine] })))
    writeFileSync(at('hanamaru.eml'), HANAMARU)
    const text = async (lang: string, ...args: string[]) =>
      (await lurebook([...args, '--lang', lang, '--corpus', at('named.json'), at('hanamaru.eml')])).text
    expect(await text('ja', 'scan')).toContain('花丸クレジットをかたるフィッシングメールと判定しました')
    expect(await text('ja', 'explain')).toContain('https://hanamaru.example/notice')
    expect(await text('en', 'explain')).toContain('Hanamaru Credit')
    expect((await text('en', 'report', '--as', 'drafts')).match(/^Subject: .*$/gm)).toEqual([
      'Subject: Phishing report: mail that impersonates Hanamaru Credit',
      'Subject: card',
      'Subject: Phishing report: mail that impersonates Hanamaru Credit',
      'Subject: card',
      'Subject: Phishing page on entry[.]example[.]net (impersonates Hanamaru Credit)',
    ])
  })

  test('and notice and the other corpus commands know its brands', async () => {
    writeFileSync(at('known.json'), JSON.stringify(own({ brands: [brand] })))
    const text = async (...args: string[]) =>
      (await lurebook([...args, '--lang', 'ja', '--corpus', at('known.json')])).text
    expect(await text('notice', '花丸クレジット')).toMatch(/^【注意喚起】花丸クレジットをかたる/)
    expect(await text('corpus', 'list')).toContain('\nhanamaru\t花丸クレジット\tcard\n')
    expect(JSON.parse(await text('corpus', 'show', 'hanamaru')).owner).toBe('花丸クレジット株式会社')
    expect(await text('corpus', 'rules', 'rspamd')).toContain('/花丸クレジット/iu\n')
    expect((await lurebook(['corpus', 'show', 'hanamaru'])).code).toBe(2)
  })

  test.each(['scan', 'explain', 'report', 'notice'])(
    '%s says what is wrong with a corpus before it reads a mail',
    async (command) => {
      writeFileSync(at('own.json'), '{')
      const result = await lurebook([command, '--corpus', at('own.json'), at('lure.eml')])
      expect(result).toMatchObject({ code: 2, text: '' })
      expect(result.err).toMatch(/own\.json: not JSON/)
    },
  )
})

test('--received-spf and --recipient reach the verdict', async () => {
  writeFileSync(
    at('spf.eml'),
    'Received-SPF: fail (mx.example)\r\nFrom: KAGOYA JAPAN <info@kagoya.jp>\r\nSubject: x\r\n\r\nhttps://a.example/?uid=taro@desk.example\r\n',
  )
  const codes = async (...more: string[]): Promise<string[]> => {
    const { evidence } = JSON.parse((await lurebook(['scan', '--json', ...more, at('spf.eml')])).text)
    return evidence.map(({ code }: { code: string }) => code)
  }
  expect(await codes()).not.toContain('auth-failed')
  expect(await codes('--received-spf')).toContain('auth-failed')
  expect(await codes()).not.toContain('link-victim-in-url')
  expect(await codes('--recipient', 'taro@desk.example')).toContain('link-victim-in-url')
})
