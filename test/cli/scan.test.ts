/** Does `lurebook scan` report what it should, exit as documented, and meet bad input with one line? */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoMails } from '../../scripts/demo-mails.ts'
import { main } from '../../src/cli/main.ts'
import { columns } from '../../src/cli/terminal.ts'

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurebook-cli-'))
  for (const sub of ['lures', 'empty', 'mixed', 'Maildir/cur', 'Maildir/new', 'Maildir/tmp', 'bad', 'windows'])
    mkdirSync(at(sub), { recursive: true })
  for (const { name, bytes } of demoMails())
    writeFileSync(name === 'warning-notice.eml' ? at(name) : at(`lures/${name}`), bytes)
  const lure = demoMails()[0]!.bytes
  writeFileSync(at('lure.eml'), lure)
  writeFileSync(at('plain.eml'), 'From: a@b.example\r\nSubject: lunch\r\n\r\nAt noon?\r\n')
  const one = `From a@b.example Tue Nov 24 09:00:00 2026\nFrom: a@b.example\nSubject: x\n\nx\n\n`
  for (const name of ['A.EML', 'B.Txt', 'C.MAIL']) writeFileSync(at(`windows/${name}`), lure)
  writeFileSync(at('windows/D.MBOX'), one + one)
  writeFileSync(at('windows/e.mbx'), one)
  writeFileSync(at('windows/F.EML.BAK'), lure)
  writeFileSync(at('Maildir/cur/1.a.host:2,S'), lure)
  writeFileSync(at('Maildir/new/2.b.host'), lure)
  writeFileSync(at('mixed/a.eml'), lure)
  writeFileSync(at('mixed/b.eml'), '')
  writeFileSync(at('mixed/manifest.json'), '{}')
  writeFileSync(at('mixed/.hidden.eml'), lure)
  writeFileSync(at('empty.eml'), '')
  writeFileSync(at('picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  writeFileSync(at('mails.zip'), Buffer.from('504b0304140000000800', 'hex'))
  writeFileSync(at('outlook.msg'), Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  writeFileSync(at('packed.gz'), Buffer.from(Array.from({ length: 3_000 }, (_, i) => ((i * 7919) % 251) + 1)))
  writeFileSync(at('cut.eml'), lure.subarray(0, 300))
  writeFileSync(at('long-line.eml'), `From: a@b.example\r\n\r\n${'あ'.repeat(1_000_000)}`)
  writeFileSync(
    at('pasted.txt'),
    '件名: メールボックスがいっぱいです\n差出人: カゴヤ <x@evil.example>\n\n以下のリンクをクリックしてください。\nhttps://evil.example/kagoya.jp/\n',
  )
  writeFileSync(
    at('terminal.eml'),
    'From: "\u001b[2J\u202eevil" <a@b.example>\r\nSubject: =?utf-8?B?G1syShtdMDt4Bw==?=\r\n\r\nhttps://evil.example/\u001b[31m\r\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function lurebook(args: string[], stdin: Uint8Array = new Uint8Array(), env: Record<string, string> = {}) {
  let out = ''
  let err = ''
  const code = await main(args, {
    stdin: (async function* () {
      yield stdin
    })(),
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    env,
    isTerminal: false,
  })
  return { code, out, err }
}

describe('exit codes', () => {
  test.each([
    [['lure.eml'], 1],
    [['plain.eml'], 0],
    [['warning-notice.eml'], 0],
    [['plain.eml', 'lure.eml'], 1],
    [['lures'], 1],
    [['Maildir'], 1],
    [['lure.eml', '--fail-on', 'phishing'], 1],
    [['lure.eml', '--fail-on', 'never'], 0],
    [['empty.eml'], 2],
    [['nowhere.eml'], 2],
    [['plain.eml', 'nowhere.eml'], 2],
    [['lure.eml', 'nowhere.eml'], 1],
    [['mixed'], 1],
    [['empty'], 2],
    [['picture.png'], 2],
    [['outlook.msg'], 2],
    [['mails.zip'], 2],
    [['packed.gz'], 2],
    [['cut.eml'], expect.toBeOneOf([0, 1])],
    [['long-line.eml'], 0],
  ])('scan %j exits with %s', async (args, expected) => {
    const { code } = await lurebook([
      'scan',
      ...args.map((a) =>
        a.includes('.') || (/^[A-Za-z]+$/.test(a) && !['phishing', 'never'].includes(a)) ? at(a) : a,
      ),
    ])
    expect(code).toEqual(expected)
  })
})

describe('bad input is one line on standard error and no stack trace', () => {
  test.each([
    ['empty.eml', 'the file is empty', '空のファイルです'],
    ['nowhere.eml', 'no such file', 'ファイルが見つかりません'],
    ['empty', 'holds no mail files', 'メールのファイル'],
    ['picture.png', 'is not a mail (binary data)', 'メールではありません（バイナリーデータ）'],
    ['packed.gz', 'is not a mail (binary data)', 'メールではありません（バイナリーデータ）'],
    ['outlook.msg', 'is an Outlook .msg', 'Outlookの.msg形式には対応していません'],
    ['mails.zip', 'is a compressed archive: unpack it', '展開したフォルダーを指定してください'],
  ])('%s', async (name, en, ja) => {
    for (const [lang, words] of [
      ['en', en],
      ['ja', ja],
    ] as const) {
      const { err, out } = await lurebook(['scan', at(name), '--lang', lang])
      expect(err).toMatch(/^lurebook: [^\n]+\n$/)
      expect(err).toContain(words)
      expect(out).toBe('')
    }
  })

  test('nothing on standard input', async () => {
    expect(await lurebook(['scan', '-'])).toEqual({ code: 2, out: '', err: 'lurebook: -: the file is empty\n' })
  })
})

describe('the report', () => {
  test('names label, brand, lure, three reasons and defanged links, in Japanese and English', async () => {
    for (const [lang, label] of [
      ['ja', 'フィッシング'],
      ['en', 'phishing'],
    ] as const) {
      const { out } = await lurebook(['scan', at('lure.eml'), '--lang', lang])
      expect(out).toContain(`lure.eml: ${label} (`)
      expect(out).toContain('kagoya/mailbox-almost-full (1.00)')
      expect(out).toMatch(/1\. \S/)
      expect(out).toMatch(/3\. \S/)
      expect(out).not.toMatch(/4\. /)
      expect(out).toMatch(/hxxps:\/\/[a-z-]+\[\.\]/)
      expect(out).not.toMatch(/https?:\/\/(?!www\.kagoya\.jp)/)
      for (const line of out.split('\n').slice(1)) expect(columns(line)).toBeLessThanOrEqual(102)
    }
  })

  test('several messages end with a count', async () => {
    const { out } = await lurebook(['scan', at('lures'), at('plain.eml')])
    expect(out.trimEnd().split('\n').slice(-3)).toEqual([
      `${at('plain.eml')}: nothing found (0)`,
      '9 messages: phishing 8, nothing found 1',
      '"nothing found" does not prove a mail genuine.',
    ])
  })

  test('one message is counted as one, and in Japanese as ever', async () => {
    for (const [lang, total] of [
      ['en', '1 message: phishing 1'],
      ['ja', '計 1 通: フィッシング 1'],
    ] as const) {
      const rows = at(`rows-${lang}.ndjson`)
      expect((await lurebook(['scan', at('lure.eml'), '--resume', rows, '--lang', lang])).out).toBe(`${total}\n`)
    }
  })

  test('of a folder every mail is read, whatever the case of its name, and each of an mbox', async () => {
    const { out } = await lurebook(['scan', at('windows'), '--ndjson'])
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).file),
    ).toEqual([
      at('windows/A.EML'),
      at('windows/B.Txt'),
      at('windows/C.MAIL'),
      at('windows/D.MBOX#1'),
      at('windows/D.MBOX#2'),
      at('windows/e.mbx#1'),
    ])
  })

  test('a mail cannot drive the terminal', async () => {
    const { out } = await lurebook(['scan', at('terminal.eml')])
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  test('pasted text is read with its 件名 and 差出人', async () => {
    const { out } = await lurebook(['scan', at('pasted.txt'), '--json'])
    expect(JSON.parse(out).brand.id).toBe('kagoya')
  })
})

describe('JSON', () => {
  test('one message is the verdict itself', async () => {
    const { out } = await lurebook(['scan', at('lure.eml'), '--json'])
    expect(JSON.parse(out)).toMatchObject({ label: 'phishing', schema: 1, brand: { id: 'kagoya' } })
  })

  test('standard input too', async () => {
    const { out, code } = await lurebook(['scan', '-', '--json'], demoMails()[0]!.bytes)
    expect(JSON.parse(out).label).toBe('phishing')
    expect(code).toBe(1)
  })

  test('a folder is an array of files and verdicts, what could not be read among them', async () => {
    const { out } = await lurebook(['scan', at('mixed'), '--json'])
    expect(JSON.parse(out)).toMatchObject([
      { file: at('mixed/a.eml'), verdict: { label: 'phishing' } },
      { file: at('mixed/b.eml'), error: 'empty-file' },
    ])
  })

  test('NDJSON is one line a message', async () => {
    const { out } = await lurebook(['scan', at('lures'), '--ndjson'])
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows).toHaveLength(8)
    expect(rows.map((row) => row.verdict.label)).toEqual(Array(8).fill('phishing'))
  })
})

describe('the rest', () => {
  test('help in both languages, on standard output', async () => {
    expect((await lurebook(['--help'])).out).toMatch(/^Usage: lurebook scan/)
    expect(await lurebook(['--help', '--lang', 'ja'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^使い方: lurebook scan/),
    })
  })

  test('the version names the corpus too', async () => {
    expect((await lurebook(['--version'])).out).toMatch(/^lurebook \d+\.\d+\.\d+ \(corpus \S+ [0-9a-f]{16}\)\n$/)
  })

  test('a wrong command line exits with 2 and points to the help', async () => {
    expect(await lurebook(['scna', 'x'])).toEqual({
      code: 2,
      out: '',
      err: 'lurebook: unknown command: scna\nsee lurebook --help\n',
    })
  })
})
