import { expect, test } from 'vitest'
import { parseMessage } from '../../src/message/message.ts'
import type { MessageFields, MessageInput } from '../../src/message/model.ts'
import { utf8 } from './helpers.ts'

const RAW_SUBJECT = '=?ISO-2022-JP?B?GyRCJWEhPCVrGyhC?='

const raw: Array<[string, NonNullable<MessageFields['headers']>]> = [
  ['a record', { Subject: RAW_SUBJECT, From: 'A <a@b.example>' }],
  ['a record of lists', { subject: [RAW_SUBJECT], from: ['A <a@b.example>'] }],
  [
    'name and value pairs',
    [
      { name: 'Subject', value: RAW_SUBJECT },
      { name: 'From', value: 'A <a@b.example>' },
    ],
  ],
  [
    'key and value pairs',
    [
      { key: 'subject', value: RAW_SUBJECT },
      { key: 'from', value: 'A <a@b.example>' },
    ],
  ],
  ['a raw block', `Subject: ${RAW_SUBJECT}\r\nFrom: A\r\n <a@b.example>\r\n\r\n`],
  ['a raw block of 8-bit bytes', 'Subject: \x1b$B%a!<%k\x1b(B\r\nFrom: A <a@b.example>\r\n'],
]

test.each(raw)('header lines as %s win over what the host decoded', (_, headers) => {
  const message = parseMessage({ subject: '$B%a!<%k(B', from: 'x@y.example', headers })
  expect([message.source, message.subject, message.from?.name, message.from?.address]).toEqual([
    'fields',
    'メール',
    'A',
    'a@b.example',
  ])
})

test('header lines as a Map are read', () => {
  const headers = new Map([['subject', 's']]) as unknown as NonNullable<MessageFields['headers']>
  expect(parseMessage({ headers }).subject).toBe('s')
})

test('without a header line the decoded field is taken', () => {
  const message = parseMessage({ subject: 'メール', headers: { From: 'a@b.example' } })
  expect([message.subject, message.from?.address]).toEqual(['メール', 'a@b.example'])
})

const mailboxes: Array<[string, MessageFields['from'], string, string]> = [
  ['a string', 'カゴヤ <a@b.example>', 'カゴヤ', 'a@b.example'],
  ['an object', { name: 'カゴヤ', address: 'a@b.example' }, 'カゴヤ', 'a@b.example'],
  ['an object without a name', { address: 'a@b.example' }, '', 'a@b.example'],
  ['an object without an address', { name: 'カゴヤ' }, 'カゴヤ', ''],
  [
    'a name that looks like a mailbox',
    { name: 'support@kagoya.jp, "x" <y>', address: 'a@b.example' },
    'support@kagoya.jp, "x" <y>',
    'a@b.example',
  ],
  ['a list', [{ name: 'カゴヤ', address: 'a@b.example' }, 'c@d.example'], 'カゴヤ', 'a@b.example'],
]

test.each(mailboxes)('a From given as %s is read', (_, from, name, address) => {
  const message = parseMessage({ from })
  expect([message.from?.name, message.from?.address]).toEqual([name, address])
})

test('text that the host left as bytes is decoded', () => {
  const message = parseMessage({ subject: '\x1b$B%a!<%k\x1b(B', text: '\x83\x81\x81\x5b\x83\x8b' })
  expect([message.subject, message.text]).toEqual(['メール', 'メール'])
  expect(message.decoding.map((note) => [note.where, note.used])).toEqual([
    ['subject', 'iso-2022-jp'],
    ['text', 'shift_jis'],
  ])
})

test('accented text is text', () => {
  expect(parseMessage({ subject: 'São', text: 'Grüße' })).toMatchObject({ subject: 'São', text: 'Grüße' })
})

test('what the host lost is counted', () => {
  expect(parseMessage({ text: 'a\ufffdb\ufffd' }).decoding).toEqual([
    { where: 'text', used: 'utf-16', why: 'host', replaced: 2 },
  ])
})

test('attachments are named and sized; HTML is read; a mail becomes an inner message', () => {
  const message = parseMessage({
    attachments: [
      { filename: '見積.pdf', contentType: 'Application/PDF', size: 12 },
      { filename: null, mimeType: 'text/html', content: new TextEncoder().encode('<b>名前</b>') },
      {
        filename: 'fw.eml',
        contentType: 'message/rfc822',
        content: new TextEncoder().encode('Subject: inner\n\nx').buffer,
      },
      { filename: 'winmail.dat' },
    ],
  })
  expect(message.attachments).toEqual([
    { filename: '見積.pdf', type: 'application/pdf', size: 12 },
    { filename: '', type: 'text/html', size: 13, html: '<b>名前</b>' },
    { filename: 'winmail.dat', type: '', size: 0 },
  ])
  expect(message.inner[0]).toMatchObject({ source: 'inner', subject: 'inner', text: 'x' })
  expect(message.limits).toMatchObject([{ limit: 'unreadable', where: 'attachment 4' }])
})

const page = '<b>名前</b>'
const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:会議\r\nX-ALT-DESC:<i>\r\nEND:VCALENDAR'

test.each([
  ['a page whose type has a charset', { contentType: 'text/html; charset=utf-8' }],
  ['XHTML', { contentType: 'application/xhtml+xml' }],
  ['a page by its name', { contentType: 'application/octet-stream', filename: 'Login.SHTML ' }],
  ['a picture in SVG', { contentType: 'image/svg+xml' }],
  ['a saved page', { filename: 'a.mht' }],
])('%s is read from bytes and from text alike', (_, file) => {
  for (const content of [utf8(page), page]) {
    expect(parseMessage({ attachments: [{ ...file, content }] }).attachments[0]?.html).toBe(page)
  }
})

test('the charset of an attached page is that of its type, for text that of the host', () => {
  const contentType = 'text/html; charset=Shift_JIS'
  const of = (content: unknown): string | undefined =>
    parseMessage({ attachments: [{ contentType, content }] }).attachments[0]?.html
  expect([of(Uint8Array.of(0x83, 0x81)), of('メ')]).toEqual(['メ', 'メ'])
})

test.each(['message/rfc822', 'message/global', 'text/rfc822-headers', 'Message/RFC822; name="a"'])(
  'an attachment of type %s is an inner message',
  (contentType) => {
    const { inner, attachments } = parseMessage({ attachments: [{ contentType, content: 'Subject: inner\n\nx' }] })
    expect([inner[0]?.subject, attachments]).toEqual(['inner', []])
  },
)

test('an attached invitation is read behind the text, once', () => {
  const file = { contentType: 'text/calendar; method=REQUEST', content: utf8(calendar) }
  const message = parseMessage({ text: 'hello', attachments: [file, { filename: 'a.ics', content: calendar }] })
  expect([message.text, message.html]).toEqual(['hello\n会議', '<i>'])
  expect(message.attachments).toHaveLength(2)
})

test('an attached text is read where there is no other body', () => {
  const attachments = [{ contentType: 'text/plain; charset=utf-8', filename: 'a.txt', content: utf8('本文') }]
  expect(parseMessage({ text: ' \n', attachments }).text).toBe(' \n本文')
  expect(parseMessage({ text: 'hello', attachments }).text).toBe('hello')
})

test('no fields are a message with nothing in it', () => {
  expect(parseMessage({})).toMatchObject({ source: 'fields', subject: '', text: '', headers: [], limits: [] })
})

test('null stands for absent', () => {
  const nothing = {
    subject: null,
    from: null,
    text: null,
    html: null,
    headers: null,
    attachments: null,
  } as unknown as MessageInput
  expect(parseMessage(nothing).subject).toBe('')
})

const mistakes: Array<[string, unknown]> = [
  ['null', null],
  ['undefined', undefined],
  ['a number', 1],
  ['a list', []],
  ['a DataView', new DataView(new ArrayBuffer(1))],
  ['a subject that is a number', { subject: 1 }],
  ['a From that is a number', { from: 1 }],
  ['an address that is a number', { from: { address: 1 } }],
  ['headers that are a number', { headers: 1 }],
  ['attachments that are no list', { attachments: {} }],
  ['an attachment that is no object', { attachments: ['a'] }],
]

test.each(mistakes)('%s is a TypeError', (_, input) => {
  expect(() => parseMessage(input as MessageInput)).toThrow(TypeError)
})

test('an ArrayBuffer is bytes', () => {
  expect(parseMessage(new TextEncoder().encode('Subject: s\n\nx').buffer as ArrayBuffer).subject).toBe('s')
})
