/** Does a mail come out with the same label whichever host program hands it over, and does bad input end in a clear error? */
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { demoMails } from '../../scripts/demo-mails.ts'
import {
  fromBase64,
  fromGmail,
  fromHelpdesk,
  fromMailparser,
  fromN8n,
  fromPostalMime,
  fromThunderbird,
  readStream,
  stripHeaders,
  toHeaders,
} from '../../src/adapters/index.ts'
import { classify } from '../../src/classify.ts'
import type { MessageInput } from '../../src/message/model.ts'

const DEMOS = demoMails()
const LURE = DEMOS[0]!.bytes
const bytes = (text: string) => new TextEncoder().encode(text)
const base64 = (raw: Uint8Array) => Buffer.from(raw).toString('base64')
const base64url = (raw: Uint8Array) => Buffer.from(raw).toString('base64url')
const webStream = (raw: Uint8Array) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < raw.length; at += 100) controller.enqueue(raw.subarray(at, at + 100))
      controller.close()
    },
  })

const HOSTS: Array<[string, (raw: Uint8Array) => MessageInput | Promise<MessageInput>]> = [
  ['postal-mime', async (raw) => fromPostalMime(await PostalMime.parse(raw))],
  [
    'postal-mime before 2.5',
    async (raw) => fromPostalMime({ ...(await PostalMime.parse(raw)), headerLines: undefined }),
  ],
  ['mailparser', async (raw) => fromMailparser(await simpleParser(Buffer.from(raw)))],
  ['Outlook (base64)', (raw) => fromBase64(base64(raw))],
  ['Gmail (base64url)', (raw) => fromGmail({ raw: base64url(raw) })],
  ['n8n', (raw) => fromN8n({ binary: { data: { data: base64(raw) } } })],
  ['Thunderbird, binary string', (raw) => fromThunderbird(Buffer.from(raw).toString('latin1'))],
  ['Thunderbird, File', (raw) => fromThunderbird(new Blob([Buffer.from(raw)]))],
  ['a web stream', (raw) => readStream(webStream(raw))],
  ['a Node stream', (raw) => readStream(Readable.from([Buffer.from(raw)]))],
]

describe.each(HOSTS)('%s', (_, take) => {
  test.each(DEMOS)('gives $name the label of its bytes', async ({ bytes: raw }) => {
    const verdict = classify(await take(raw))
    const expected = classify(raw)
    expect([verdict.label, verdict.brand?.id]).toEqual([expected.label, expected.brand?.id])
  })

  test.each([
    ['HTML only', 'Content-Type: text/html\r\n\r\n<p>x</p>', 'sender'],
    ['no From', 'Subject: x\r\n\r\nx', 'sender'],
    ['no text', 'From: a@b.example\r\nSubject: x\r\n\r\n', 'text'],
  ])('%s is judged, and what was missing is named', async (_name, raw, check) => {
    const verdict = classify(await take(bytes(raw)))
    expect(verdict.label).toBe('none')
    expect(verdict.skipped.map((s) => s.check)).toContain(check)
  })
})

describe('5 MB of headers', () => {
  const raw = bytes(`From: a@b.example\r\nX-Long: ${'x'.repeat(2_500_000)}\r\n${'X-Many: y\r\n'.repeat(230_000)}\r\nhi`)

  // The parsers themselves refuse or take seconds; their results with that much are made by hand.
  const lines = Array.from({ length: 100_000 }, () => ({ key: 'x-many', line: `X-Many: ${'y'.repeat(40)}` }))
  test.each<[string, () => MessageInput | Promise<MessageInput>]>([
    ['postal-mime', () => fromPostalMime({ headerLines: lines, text: 'hi' })],
    ['mailparser', () => fromMailparser({ headerLines: lines, text: 'hi' })],
    ['base64', () => fromBase64(base64(raw))],
    ['a stream', () => readStream(webStream(raw))],
    ['Thunderbird', () => fromThunderbird(Buffer.from(raw).toString('latin1'))],
  ])('%s: a verdict that says so', async (_name, take) => {
    const verdict = classify(await take())
    expect(verdict.limits.map(({ limit }) => limit)).toContain('headers')
  })

  test('are passed over when fields are stripped', () => {
    expect(stripHeaders(raw)).toBe(raw)
  })
})

describe('base64', () => {
  test('a cut text gives what is whole', () => {
    const cut = fromBase64(base64(LURE).slice(0, 401))
    expect(cut).toEqual(Uint8Array.from(LURE.subarray(0, 300)))
    expect(classify(cut).label).toBeTypeOf('string')
  })

  test('line ends and a data: prefix are put up with', () => {
    expect(fromBase64(`data:message/rfc822;base64,${base64(LURE).replace(/.{76}/g, '$&\r\n')}`)).toEqual(
      Uint8Array.from(LURE),
    )
  })

  test.each([
    [() => fromBase64(undefined as never), 'fromBase64: expected a string, received undefined'],
    [() => fromBase64(''), 'fromBase64: the text is empty'],
    [() => fromBase64('From: a@b.example'), 'fromBase64: no base64 or base64url at offset 4'],
    [() => fromGmail({}), "fromGmail: no raw; fetch the message with format: 'raw'"],
    [() => fromGmail(null as never), "fromGmail: no raw; fetch the message with format: 'raw'"],
    [() => fromN8n({}), 'fromN8n: the item has no binary property data'],
    [
      () => fromN8n({ binary: { data: { data: 'filesystem-v2', id: 'x' } } }),
      'fromN8n: data lies outside the item; read it with getBinaryDataBuffer and pass the bytes',
    ],
    [() => fromPostalMime(null as never), 'fromPostalMime: expected an Email of postal-mime, received null'],
    [() => fromMailparser('x' as never), 'fromMailparser: expected a ParsedMail of mailparser, received string'],
    [() => fromHelpdesk([] as never), 'fromHelpdesk: expected a ticket, received an array'],
    [() => toHeaders({} as never), 'toHeaders: expected a verdict of classify()'],
    [() => stripHeaders('x' as never), 'stripHeaders: expected a Uint8Array'],
  ])('%# says what was expected', (call, message) => {
    expect(call).toThrow(new TypeError(message))
  })

  test.each([
    [() => readStream('x' as never)],
    [() => readStream(null as never)],
    [() => readStream(Readable.from([1]) as never)],
    [() => readStream(webStream(LURE), { maxBytes: 0 })],
    [() => fromThunderbird(1 as never)],
    [() => fromThunderbird('件名')],
  ])('%# rejects with a TypeError', async (call) => {
    await expect(call()).rejects.toThrow(TypeError)
  })
})

describe('streams', () => {
  test('are read up to the cap and closed', async () => {
    let pulled = 0
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(1_000))
      },
      cancel() {
        cancelled = true
      },
    })
    expect(await readStream(endless, { maxBytes: 2_500 })).toHaveLength(2_500)
    expect(pulled).toBeLessThan(6)
    expect(cancelled).toBe(true)
  })

  test('without an iterator are read through their reader', async () => {
    const inner = webStream(LURE)
    expect(await readStream({ getReader: () => inner.getReader() })).toEqual(Uint8Array.from(LURE))
  })
})

describe('a helpdesk ticket', () => {
  const text =
    'メールボックスのメモリ容量がほとんどいっぱいです\nそのため、5通の受信メールを配信できませんでした\n下のリンクをクリックして処理を完了してください。\nhttps://mail-quota.example/kagoya.jp/'

  test.each([
    [{ subject: 'x', text }],
    [{ title: 'x', description: text }],
    [{ subject: 'x', html_body: `<p>${text}</p>` }],
    [{ subject: 'x', body: `<div>${text}</div>` }],
    [{ body: `件名: メールボックスがいっぱいです\n差出人: カゴヤ <x@evil.example>\n\n${text}` }],
  ])('%# is judged without headers', (ticket) => {
    const verdict = classify(fromHelpdesk(ticket))
    expect(verdict.label).not.toBe('none')
    expect(verdict.skipped.map(({ check }) => check)).toContain('authentication')
  })

  test('without anything is an empty mail', () => {
    expect(classify(fromHelpdesk({ body: null })).label).toBe('none')
  })
})

describe('verdict headers', () => {
  test('are ASCII, folded, and name ids alone', () => {
    const headers = toHeaders(classify(LURE))
    expect(headers.map(({ name }) => name)).toEqual([
      'X-Lurebook-Verdict',
      'X-Lurebook-Brand',
      'X-Lurebook-Lures',
      'X-Lurebook-Evidence',
      'X-Lurebook-Corpus',
    ])
    for (const { value, line } of headers) {
      expect(value).toMatch(/^[\x20-\x7e]+$/)
      expect(line).toMatch(/^[!-9;-~]+:(?: [\x20-\x7e]{1,77}\r\n)+$/)
    }
  })

  test('a stored verdict that was tampered with cannot break out', () => {
    const verdict = classify(LURE)
    const evil = { ...verdict, brand: { ...verdict.brand!, id: 'x\r\nBcc: a@b.example\u0000é' } }
    expect(toHeaders(evil)[1]).toEqual({
      name: 'X-Lurebook-Brand',
      value: 'xBccab.example',
      line: 'X-Lurebook-Brand: xBccab.example\r\n',
    })
  })

  test('whatever words a stored verdict holds, each field is printable lines of one field', () => {
    const verdict = classify(LURE)
    const words = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(words, words, words, (brand, lure, version) => {
        const headers = toHeaders({
          ...verdict,
          brand: { ...verdict.brand!, id: `x${brand}` },
          lures: [{ id: lure, similarity: 1, passages: [] }],
          corpus: { ...verdict.corpus, version },
        })
        expect(headers).toHaveLength(5)
        for (const { name, value, line } of headers) {
          expect(value).toMatch(/^[\x20-\x7e]*$/)
          expect(line).toMatch(/^X-Lurebook-[A-Z][a-z]+:(?: [\x20-\x7e]*\r\n)+$/)
          expect(line.replaceAll('\r\n', '')).toBe(`${name}: ${value}`)
        }
      }),
    )
  })

  test.each([
    ['A: 1\r\nX-Lurebook-Verdict: none\r\nB: 2\r\n\r\nx', 'A: 1\r\nB: 2\r\n\r\nx'],
    ['x-LUREBOOK-verdict: none;\r\n folded\r\n\tmore\r\nB: 2\r\n\r\nx', 'B: 2\r\n\r\nx'],
    ['A: 1\nX-Lurebook-Verdict : none\nX-Lurebook-Brand: y\n\nx', 'A: 1\n\nx'],
    ['A: 1\rX-Lurebook-Verdict: none\rB: 2\r\n\r\nx', 'A: 1\rB: 2\r\n\r\nx'],
    [
      'A: 1\r\n X-Lurebook-Verdict: folded\r\n\r\nX-Lurebook-Verdict: body',
      'A: 1\r\n X-Lurebook-Verdict: folded\r\n\r\nX-Lurebook-Verdict: body',
    ],
    ['X-Lurebook-Verdict: none', ''],
    ['', ''],
  ])('inbound copies are taken off: %j', (raw, clean) => {
    expect(new TextDecoder().decode(stripHeaders(bytes(raw)))).toBe(clean)
  })
})

test('what is read of attachments goes along, pictures and documents stay behind', () => {
  const content = new TextEncoder().encode('<b>')
  const files = [
    { filename: 'a.html', mimeType: 'text/html', content },
    { filename: 'a.svg', mimeType: 'image/svg+xml', content },
    { filename: 'a.hta', mimeType: 'application/x-unknown', content },
    { filename: 'a.ics', mimeType: 'application/ics', content },
    { filename: 'a.png', mimeType: 'image/png', content },
    { filename: 'a.pdf', mimeType: 'application/pdf', content },
  ]
  const { attachments } = fromPostalMime({ headers: [], attachments: files })
  expect(attachments?.filter((file) => 'content' in file).map((file) => file.filename)).toEqual([
    'a.html',
    'a.svg',
    'a.hta',
    'a.ics',
  ])
})
