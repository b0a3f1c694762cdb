/** Does every adapter and every command answer bad input with a clear error or with a verdict, and never with a crash? */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import * as adapters from '../src/adapters/index.ts'
import { main } from '../src/cli/main.ts'
import { explain, highlight } from '../src/explain/index.ts'
import { classify, decodeBytes, extractLinks, foldText, inspectLink, parseMessage, visibleText } from '../src/index.ts'
import * as report from '../src/report/index.ts'

const thrower = {
  get text(): string {
    throw new Error('a getter of the host program')
  },
}
/** What a host program may hand over by mistake. */
const WRONG: Array<[string, unknown]> = [
  ['undefined', undefined],
  ['null', null],
  ['true', true],
  ['a number', 7],
  ['a symbol', Symbol('x')],
  ['a function', () => 'x'],
  ['a list', [1, 'x', null]],
  ['an empty object', {}],
  ['an object without a prototype', Object.create(null)],
  ['a date', new Date(0)],
  ['an empty string', ''],
  ['a string of surrogates', '\ud800\udc00\udfff\ud800'],
  ['a buffer of no bytes', new Uint8Array(0)],
  ['numbers for all fields', { from: 1, to: 2, subject: 3, text: 4, html: 5, headers: 6, attachments: 7 }],
  [
    'nulls for all fields',
    { from: null, to: null, subject: null, text: null, html: null, headers: null, attachments: null },
  ],
  [
    'lists for all fields',
    { from: [[]], to: [null], subject: [], text: [], html: [], headers: [null], attachments: [null] },
  ],
  ['headers of odd values', { headers: { from: [1, null, {}], subject: { toString: () => 'x' } } }],
  [
    'itself',
    (() => {
      const self: Record<string, unknown> = {}
      self.from = self.headers = self.text = self
      return self
    })(),
  ],
]

type Taker = (input: never) => unknown
const TAKERS: Array<[string, Taker]> = [
  ['classify', classify as Taker],
  ['parseMessage', parseMessage as Taker],
  ['decodeBytes', decodeBytes as Taker],
  ['visibleText', visibleText as Taker],
  ['extractLinks', extractLinks as Taker],
  ['inspectLink', inspectLink as Taker],
  ['foldText', foldText as Taker],
  ['explain', explain as Taker],
  ['highlight', ((input: never) => highlight(input, input)) as Taker],
  ...Object.entries(adapters)
    .filter(([, value]) => typeof value === 'function')
    .map(([name, value]): [string, Taker] => [name, value as Taker]),
  ...Object.entries(report)
    .filter(([, value]) => typeof value === 'function')
    .map(([name, value]): [string, Taker] => [name, value as Taker]),
]

/** `TypeError: …` as users read it, or what came back. */
async function answer(take: Taker, input: unknown): Promise<{ error?: Error; value?: unknown }> {
  try {
    return { value: await take(input as never) }
  } catch (error) {
    return { error: error as Error }
  }
}

describe.each(TAKERS)('%s', (_, take) => {
  it.each(WRONG)('given %s answers, or says what is wrong with it', async (_what, input) => {
    const { error } = await answer(take, input)
    if (error === undefined) return
    // of our own: it says what was expected, and is none that the language throws when it reads a field of nothing
    expect([error.constructor.name, error.message]).toEqual([
      expect.stringMatching(/^(?:TypeError|RangeError|CorpusError)$/),
      expect.not.stringMatching(
        /undefined \(reading|null \(reading|is not a function|is not iterable|Cannot (?:read|convert|destructure)/,
      ),
    ])
  })
})

const LISTED = 'the fields are from, replyTo, to, subject, text, html, headers, attachments'
const UNREAD = 'the message must have one of the fields from, replyTo, to, subject, text, html, headers, attachments'

describe('a program that hands over something else than a mail is told so', () => {
  const later = (): unknown => Promise.resolve('From: a@b.example')
  const wrong: Array<[string, () => unknown, string]> = [
    ['a file that was not awaited', () => classify(later() as never), 'the message is a Promise: await it first'],
    ['the same, to read it', () => parseMessage(later() as never), 'the message is a Promise: await it first'],
    ['any object', () => classify({ foo: 1 } as never), `${UNREAD}; received an object with foo`],
    ['one of many keys', () => classify({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 } as never), 'with a, b, c, d, e ...'],
    ['a Map', () => classify(new Map() as never), `${UNREAD}; received an object of type Map`],
    ['a Date', () => classify(new Date(0) as never), 'received an object of type Date'],
    [
      'a body alone',
      () => classify({ body: 'x' } as never),
      `body is no field of a message: a body is text or html; ${LISTED}`,
    ],
    [
      'a body of another name beside a subject',
      () => classify({ subject: 'x', 'body-plain': 'x' } as never),
      'body-plain is no field of a message: a body is text or html',
    ],
    [
      'a field in capitals',
      () => classify({ Subject: 'x' } as never),
      `Subject is no field of a message: write subject; ${LISTED}`,
    ],
    [
      'one of the fields in capitals',
      () => classify({ text: 'x', Subject: 'x' } as never),
      'Subject is no field of a message: write subject',
    ],
    [
      'Reply-To',
      () => classify({ text: 'x', 'Reply-To': 'x' } as never),
      'Reply-To is no field of a message: write replyTo',
    ],
    [
      'reply_to',
      () => classify({ text: 'x', reply_to: 'x' } as never),
      'reply_to is no field of a message: write replyTo',
    ],
    [
      'a sender of another shape',
      () => classify({ from: { emailAddress: { address: 'a@b.example' } } } as never),
      'from must be a string or { name, address }, received an object with emailAddress',
    ],
    [
      'a postal-mime parse that was not awaited',
      () => adapters.fromPostalMime(later() as never),
      'fromPostalMime: expected an Email of postal-mime, received a Promise: await it first',
    ],
    [
      'a mailparser parse that was not awaited',
      () => adapters.fromMailparser(later() as never),
      'fromMailparser: expected a ParsedMail of mailparser, received a Promise: await it first',
    ],
    [
      'another object for postal-mime',
      () => adapters.fromPostalMime({ raw: 1 } as never),
      'received an object with raw',
    ],
    [
      'another object for mailparser',
      () => adapters.fromMailparser({ raw: 1 } as never),
      'received an object with raw',
    ],
    [
      'a ticket that was not awaited',
      () => adapters.fromHelpdesk(later() as never),
      'fromHelpdesk: expected a ticket, received a Promise: await it first',
    ],
    [
      'a ticket of other names',
      () => adapters.fromHelpdesk({ comment: 'x' } as never),
      'received an object with comment',
    ],
    [
      'base64 that was not awaited',
      () => adapters.fromBase64(later() as never),
      'fromBase64: expected a string, received a Promise: await it first',
    ],
    [
      'a Gmail message that was not awaited',
      () => adapters.fromGmail(later() as never),
      'fromGmail: received a Promise: await it first',
    ],
    [
      'an n8n item that was not awaited',
      () => adapters.fromN8n(later() as never),
      'fromN8n: received a Promise: await it first',
    ],
    [
      'a stream that was not awaited',
      () => adapters.readStream(later() as never),
      'readStream: expected a ReadableStream or a Readable, received a Promise: await it first',
    ],
    [
      'a Thunderbird mail that was not awaited',
      () => adapters.fromThunderbird(later() as never),
      'fromThunderbird: expected a binary string or a File, received a Promise: await it first',
    ],
  ]
  it.each(wrong)('%s', async (_, call, message) => {
    const { error } = await answer(call, undefined)
    expect([error?.constructor.name, error?.message]).toEqual(['TypeError', expect.stringContaining(message)])
  })

  class Ticket {
    get text(): string {
      return 'x'
    }
  }
  const right: Array<[string, unknown]> = [
    ['no fields', {}],
    ['a sender without anything', { from: {}, to: [{}], text: 'x' }],
    ['what a parser adds to some mails', { subject: 'x', date: new Date(0), cc: [], inReplyTo: '<a@b.example>' }],
    ['an absent body', { subject: 'x', text: undefined, body: 'x' }],
    ['a field and another that is spelled like it', { subject: 'x', Subject: 'y' }],
    ['fields of a class', new Ticket()],
    ['fields without a prototype', Object.assign(Object.create(null) as object, { text: 'x' })],
  ]
  it.each(right)('%s are a mail', (_, input) => {
    expect(classify(input as never).label).toBe('none')
  })
})

describe('a getter that throws', () => {
  it.each(TAKERS.filter(([name]) => /^(?:classify|parseMessage|from(?:PostalMime|Mailparser|Helpdesk))$/.test(name)))(
    'is the host program’s own error in %s',
    async (_, take) => {
      const { error } = await answer(take, thrower)
      if (error) expect(error.message).toBe('a getter of the host program')
    },
  )
})

const base64 = (text: string): string => Buffer.from(text).toString('base64')
/** Mails that only look like mails. */
const MAILS: Record<string, Uint8Array | string> = {
  'empty.eml': '',
  'blank.eml': '\r\n\r\n',
  'bom.eml': '\ufeffFrom: a@b.example\r\nSubject: x\r\n\r\nx',
  'html-only.eml': '<html><body><p>パスワードの期限切れ</p><a href="https://a.example/">x</a></body></html>',
  'no-from.eml': 'Subject: x\r\n\r\nx',
  'cut-base64.eml': `From: a@b.example\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64('メールボックス').slice(0, -3)}`,
  'cut-multipart.eml':
    'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/ht',
  'headers.eml': `From: a@b.example\r\n${'X-Filler: 0123456789012345678901234567890123456789\r\n'.repeat(100_000)}\r\nx`,
  'one-line.eml': `From: a@b.example\r\n\r\n${'あ'.repeat(2_000_000)}`,
  'one-header.eml': `Subject: ${'x'.repeat(5_000_000)}`,
  'binary.eml': new Uint8Array(100_000).map((_, i) => (i * 7919) % 256),
  'nul.eml': 'From: a@b.example\r\n\r\n\0\0\0',
  'outlook.msg': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
  'not.mbox': 'From here on: nothing\n\nx\n',
}

const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
for (const [name, content] of Object.entries(MAILS)) writeFileSync(join(folder, name), content)
mkdirSync(join(folder, 'nothing'))

async function lurebook(
  args: string[],
  stdin: Uint8Array = new Uint8Array(),
): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await main(args, {
    stdin: (async function* () {
      yield stdin
    })(),
    out: (text) => {
      out += String(text)
    },
    err: (text) => {
      err += text
    },
    env: { LANG: 'C' },
    isTerminal: false,
    now: new Date(0),
  })
  return { code, out, err }
}

const INPUTS = [...Object.keys(MAILS), 'nothing', 'nowhere.eml', '.']
const REPORTS = ['text', 'csv', 'misp', 'stix', 'arf', 'drafts'].map((as) => ['report', '--as', as])

describe.each([
  ['scan'],
  ['scan', '--json'],
  ['scan', '--ndjson'],
  ['explain'],
  ['explain', '--audience', 'customer'],
  ...REPORTS,
])('lurebook %s %s %s', (...words) => {
  const command = words.filter((word) => typeof word === 'string')
  it.each(INPUTS)('of %s ends with a documented code, and says why when it read nothing', async (name) => {
    const { code, out, err } = await lurebook([...command, join(folder, name)])
    expect([0, 1, 2]).toContain(code)
    expect(err).not.toMatch(/internal error|\n\s+at /)
    if (code === 2) expect(err + out).toMatch(/\S/)
  })

  it('of standard input that is empty says so', async () => {
    const { code, err } = await lurebook([...command, '-'])
    expect(code).toBe(2)
    expect(err).not.toMatch(/internal error/)
  })
})
