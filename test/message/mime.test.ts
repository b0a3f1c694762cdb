import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LIMITS } from '../../src/limits.ts'
import { parseMessage } from '../../src/message/message.ts'
import { bytes, parse, utf8 } from './helpers.ts'

const ALTERNATIVE = `From: a@b.example
Subject: s
Content-Type: multipart/alternative; boundary=x

preamble
--x
Content-Type: text/plain

plain
--x
Content-Type: text/html

<b>html</b>
--x--
epilogue
`

test('both parts of a multipart/alternative are kept, preamble and epilogue are not', () => {
  const message = parse(ALTERNATIVE)
  expect(message.text).toBe('plain')
  expect(message.html).toBe('<b>html</b>')
})

const sameMail: Array<[string, (mail: string) => string]> = [
  ['LF alone', (mail) => mail],
  ['CRLF', (mail) => mail.replaceAll('\n', '\r\n')],
  ['CR alone', (mail) => mail.replaceAll('\n', '\r')],
  ['CR CR LF', (mail) => mail.replaceAll('\n', '\r\r\n')],
  ['an mbox separator before it', (mail) => `From a@b.example Thu Feb 20 00:00:00 2020\n${mail}`],
  ['blank lines before it', (mail) => `\r\n\n\r\n${mail}`],
  ['a UTF-8 mark before it', (mail) => `\xef\xbb\xbf${mail}`],
  ['its last boundary lost', (mail) => mail.slice(0, mail.indexOf('--x--'))],
  ['blanks behind its boundaries', (mail) => mail.replaceAll('--x\n', '--x \t\n')],
  ['a quoted boundary', (mail) => mail.replace('boundary=x', 'boundary="x"')],
  ['a folded Content-Type', (mail) => mail.replace('; boundary', ';\n\tboundary')],
  ['a blank before a colon', (mail) => mail.replace('Content-Type: multipart', 'Content-Type : multipart')],
  ['a broken line in its header', (mail) => mail.replace('Subject: s\n', 'Subject: s\nthis is no field\n')],
  ['lines that only begin like a boundary', (mail) => mail.replace('preamble', '--xy\n--x-\n---x')],
]

test.each(sameMail)('a mail with %s reads the same', (_, change) => {
  const message = parseMessage(bytes(change(ALTERNATIVE)))
  expect([message.subject, message.from?.address, message.text.trim(), message.html.trim()]).toEqual([
    's',
    'a@b.example',
    'plain',
    '<b>html</b>',
  ])
})

test('a text saved as UTF-16 is a mail too', () => {
  const units = Uint16Array.from(`\ufeff${ALTERNATIVE}`, (unit) => unit.charCodeAt(0))
  expect(parseMessage(new Uint8Array(units.buffer)).html).toBe('<b>html</b>')
})

test('a line that is no field ends the header when none follows it', () => {
  const message = parse('Subject: s\nDear customer,\nclick here\n')
  expect(message.subject).toBe('s')
  expect(message.text).toBe('Dear customer,\r\nclick here\r\n')
})

test('of two equal fields the first counts', () => {
  const message = parse('Subject: one\nSubject: two\nFrom: a@b.example\nFrom: c@d.example\n\nx')
  expect(message.subject).toBe('one')
  expect(message.from?.address).toBe('a@b.example')
  expect(message.fromAll.map((box) => box.address)).toEqual(['a@b.example', 'c@d.example'])
})

test('the display names of two From fields are both in what is shown of the sender', () => {
  expect(parse('From: A <a@b.example>\nFrom: C <c@d.example>\n\nx').fromText).toBe('A <a@b.example>, C <c@d.example>')
})

test('every address field has its place', () => {
  const message = parse(
    'Return-Path: <r@x.example>\nSender: s@x.example\nReply-To: p@x.example\nTo: A <a@x.example>, b@x.example\n\nx',
  )
  expect(message.returnPath?.address).toBe('r@x.example')
  expect(message.sender?.address).toBe('s@x.example')
  expect(message.replyTo.map((box) => box.address)).toEqual(['p@x.example'])
  expect(message.to.map((box) => box.address)).toEqual(['a@x.example', 'b@x.example'])
})

test('headers are unfolded, decoded, and hold no control characters', () => {
  const message = parse('Subject: a\n\tb\0c\x7fd\re\nX-Name: =?UTF-8?B?44Oh?=\n\nx')
  expect(message.headers).toEqual([
    { name: 'subject', value: 'a b c d e' },
    { name: 'x-name', value: 'メ' },
  ])
})

const rawHeaders: Array<[string, string, string]> = [
  ['ISO-2022-JP', '\x1b$B%a!<%k\x1b(B', 'メール'],
  ['ISO-2022-JP whose second bytes are quotes and brackets', '"\x1b$B$"$<$,\x1b(B" <a@b.example>', 'あぜが'],
  ['UTF-8', '\xe3\x83\xa1\xe3\x83\xbc\xe3\x83\xab', 'メール'],
  ['Shift_JIS', '\x83\x81\x81\x5b\x83\x8b', 'メール'],
  ['Shift_JIS that ends in a backslash byte', '"\x95\x5c" <a@b.example>', '表'],
  ['EUC-JP', '\xa5\xe1\xa1\xbc\xa5\xeb', 'メール'],
]

test.each(rawHeaders)('a raw header in %s decodes before it is taken apart', (_, raw, expected) => {
  expect(parse(`From: ${raw}\nContent-Type: text/plain; charset=Shift_JIS\n\nx`).from?.name).toBe(expected)
})

test('an attachment is named and sized, not decoded', () => {
  const message = parse(`Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain

body
--x
Content-Type: text/plain; name=log.txt
Content-Disposition: attachment; filename=log.txt

not the body
--x
Content-Type: Application/PDF
Content-Transfer-Encoding: base64
Content-Disposition: attachment;
 filename*0*=iso-2022-jp'ja'%1B%24B%25a%21%3C;
 filename*1*=%25k%1B%28B.pdf

AAAA
AAAA
--x--`)
  expect(message.text).toBe('body')
  expect(message.attachments).toEqual([
    { filename: 'log.txt', type: 'text/plain', size: 12 },
    { filename: 'メール.pdf', type: 'application/pdf', size: 10 },
  ])
})

const attachedBody: Array<[string, string, string, string]> = [
  ['the only part, a text', 'Content-Type: text/plain\nContent-Disposition: attachment\n\nbody', 'body', ''],
  [
    'the only part, a page',
    'Content-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<b>',
    '',
    '<b>',
  ],
  [
    'a file below a blank text',
    'Content-Type: multipart/mixed; boundary=x\n\n--x\n\n \n\n--x\nContent-Disposition: attachment; filename=a.txt\n\na\n--x--',
    'a',
    '',
  ],
  [
    'a file of another type below a blank text',
    'Content-Type: multipart/mixed; boundary=x\n\n--x\n\n--x\nContent-Type: text/csv\nContent-Disposition: attachment\n\na\n--x--',
    '',
    '',
  ],
]

test.each(attachedBody)('without a body, what is marked as an attachment is shown: %s', (_, mail, text, html) => {
  const message = parse(mail)
  expect([message.text, message.html]).toEqual([text, html])
  expect(message.attachments.filter((file) => file.html !== undefined)).toEqual([])
})

const PAGE = 'Content-Transfer-Encoding: base64\n\nPGI+5ZCN5YmNPC9iPg==\n'

test.each([
  [
    'text/html with a disposition',
    'Content-Type: text/html; charset=utf-8\nContent-Disposition: attachment; filename=a.dat',
  ],
  ['an octet stream with the name of a page', 'Content-Type: application/octet-stream; name=Form.HTML'],
  ['a name that ends in blanks and dots', 'Content-Type: application/octet-stream; name="Form.HTML . "'],
  ['a picture in SVG', 'Content-Type: image/svg+xml; name=a'],
  ['an octet stream with the name of such a picture', 'Content-Type: application/octet-stream; name=a.svg'],
  ['a page that Windows runs', 'Content-Type: application/octet-stream; name=a.hta'],
  ['a page that is called an archive', 'Content-Type: application/octet-stream; name=a.mht'],
  ['a text with the name of a page', 'Content-Type: text/plain\nContent-Disposition: attachment; filename="a.shtml"'],
])('%s is read like a body', (_, head) => {
  const message = parse(`Content-Type: multipart/mixed; boundary=x\n\n--x\n${head}\n${PAGE}--x--`)
  expect(message.html).toBe('')
  expect(message.attachments[0]?.html).toBe('<b>名前</b>')
})

const ARCHIVE = `From: <Saved by a browser>
Subject: s
Content-Type: multipart/related; boundary=y

--y
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<b>=E5=90=8D</b>
--y
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--y--
`

test.each([
  ['application/octet-stream; name=a.mht', '7bit', ARCHIVE],
  ['message/rfc822; name="a.mhtml"', '7bit', ARCHIVE],
  ['application/x-mimearchive', 'base64', btoa(ARCHIVE)],
])('of a page that was saved with its pictures the page is read: %s in %s', (type, encoding, body) => {
  const message = parse(
    `Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--x--`,
  )
  expect([message.attachments[0]?.html?.trim(), message.inner]).toEqual(['<b>名</b>', []])
})

test('of a page longer than its cap the beginning is read', () => {
  const mail =
    'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\nContent-Disposition: attachment\n\n<b>12345\n--x--'
  const message = parseMessage(utf8(mail), { htmlAttachmentBytes: 4 })
  expect(message.attachments[0]?.html).toBe('<b>1')
  expect(message.limits).toEqual([{ limit: 'htmlAttachmentBytes', where: 'part 1', cap: 4 }])
})

test.each([
  ['winmail.dat', 'Content-Type: application/octet-stream; name=winmail.dat', 'TNEF'],
  ['TNEF by its type', 'Content-Type: application/ms-tnef', 'TNEF'],
  ['encrypted S/MIME', 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'encrypted'],
  ['opaque S/MIME', 'Content-Type: application/x-pkcs7-mime; smime-type=signed-data; name=smime.p7m', 'signed'],
  ['an Outlook message', 'Content-Type: application/octet-stream; name="FW.msg"', '.eml'],
])('%s is named as unreadable, with what to do', (_, head, hint) => {
  const { limits } = parse(`Subject: s\n${head}\n\nAAAA`)
  expect(limits).toHaveLength(1)
  expect(limits[0]).toMatchObject({ limit: 'unreadable', where: 'part 1', hint: expect.stringContaining(hint) })
})

test('OpenPGP mail is named as unreadable', () => {
  const mail =
    'Content-Type: multipart/encrypted; boundary=x\n\n--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x--'
  expect(parse(mail).limits.map((hit) => [hit.limit, hit.where])).toEqual([
    ['unreadable', 'message'],
    ['unreadable', 'part 1'],
  ])
})

test('an Outlook .msg given as the message is named as unreadable', () => {
  const message = parseMessage(bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest'))
  expect(message.limits[0]).toMatchObject({ limit: 'unreadable', where: 'message' })
  expect(message.text).toBe('')
})

test('a binary file that is no mail is named as unreadable', () => {
  expect(parseMessage(bytes('\x7fELF\x02\x01\x01\0\0\0\0')).limits[0]).toMatchObject({
    limit: 'unreadable',
    where: 'message',
  })
})

test('an attached message is an inner message, whatever its transfer encoding', () => {
  const inner = 'Subject: inner\nFrom: i@n.example\n\nhello'
  for (const [encoding, body] of [
    ['7bit', inner],
    ['base64', btoa(inner)],
    ['quoted-printable', inner.replaceAll('=', '=3D')],
  ]) {
    const message = parse(
      `Subject: outer\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nsee below\n--x\nContent-Type: message/rfc822\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--x--`,
    )
    expect(message.text).toBe('see below')
    expect(message.inner).toHaveLength(1)
    expect(message.inner[0]).toMatchObject({
      source: 'inner',
      subject: 'inner',
      text: expect.stringContaining('hello'),
    })
  }
})

test('an attached .eml of an unknown type is an inner message', () => {
  const message = parse(
    'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/octet-stream; name="fw.eml"\n\nSubject: inner\n\nhi\n--x--',
  )
  expect(message.inner[0]?.subject).toBe('inner')
})

test('the default in a multipart/digest is a message', () => {
  const message = parse(
    'Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: one\n\na\n--x\n\nSubject: two\n\nb\n--x--',
  )
  expect(message.inner.map((inner) => inner.subject)).toEqual(['one', 'two'])
})

test('what stands after an attached multipart message belongs to the outer one', () => {
  const message = parse(`Subject: outer
Content-Type: multipart/mixed; boundary=o

--o
Content-Type: message/rfc822

Subject: inner
Content-Type: multipart/mixed; boundary=i

--i

inner text
--i--
--o

outer text
--o--`)
  expect(message.text).toBe('outer text')
  expect(message.inner[0]?.text).toBe('inner text')
})

test('a multipart/report has its type, and the message that it brings back', () => {
  const message = parse(`Content-Type: multipart/report; report-type=Feedback-Report; boundary=x

--x

This is an abuse report.
--x
Content-Type: message/feedback-report

Feedback-Type: abuse
--x
Content-Type: message/rfc822

Subject: phish

click
--x--`)
  expect(message.report).toBe('feedback-report')
  expect(message.inner[0]?.subject).toBe('phish')
  expect(message.attachments.map((file) => file.type)).toEqual(['message/feedback-report'])
})

test('a multipart whose boundary stands nowhere is shown as it is', () => {
  expect(parse('Content-Type: multipart/mixed; boundary=x\n\n--y\n\nhidden\n--y--').text).toContain('hidden')
  expect(parse('Content-Type: multipart/mixed\n\n--y\n\nhidden\n--y--').text).toContain('hidden')
})

test('a part without a blank line ends at the next boundary', () => {
  const message = parse(
    'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n--x\n\nsecond\n--x--',
  )
  expect(message.text).toBe('second')
})

test('a type that is none is text, with a file name a file', () => {
  expect(parse('Content-Type: text\n\nhello').text).toBe('hello')
  expect(parse('Content-Type: binary; name=a\n\nhello').attachments).toEqual([
    { filename: 'a', type: 'application/octet-stream', size: 5 },
  ])
})

test('format=flowed is joined', () => {
  expect(parse('Content-Type: text/plain; format=Flowed; DelSp=Yes\n\na \nb\n').text).toBe('ab\r\n')
})

test('a charset that only a meta tag names is used, and noted so', () => {
  const message = parseMessage(
    bytes('Content-Type: text/html\n\n<meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2'),
  )
  expect(message.html).toContain('Привет')
  expect(message.decoding[0]).toMatchObject({ where: 'part 1', used: 'windows-1251', why: 'meta' })
})

test.each([
  ['', undefined],
  ['; charset=us-ascii', 'us-ascii'],
  ['; charset=unknown-8bit', 'unknown-8bit'],
])('a meta tag has its say where the mail says nothing: text/html%s', (label, declared) => {
  const message = parseMessage(
    bytes(`Content-Type: text/html${label}\n\n<meta charset="koi8-r"><p>\xf0\xf2\xe9\xf7\xe5\xf4 \xcd\xc9\xd2`),
  )
  expect(message.html).toContain('ПРИВЕТ мир')
  expect(message.decoding[0]?.declared).toBe(declared)
})

test('every text part has its note', () => {
  const mail = `Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n\x1b$B%a\x1b(B\n--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/html; charset=us-ascii\n\na\n--y--\n--x--`
  expect(parse(mail).decoding).toEqual([
    { where: 'part 1', declared: 'utf-8', used: 'iso-2022-jp', why: 'escapes', replaced: 0 },
    { where: 'part 2.1', declared: 'us-ascii', used: 'us-ascii', why: 'ascii', replaced: 0 },
  ])
})

const caps: Array<[string, string, Partial<typeof LIMITS>, Array<[string, string]>]> = [
  ['messageBytes', 'Subject: s\n\nhello', { messageBytes: 13 }, [['messageBytes', 'message']]],
  ['headerBytes', `Subject: ${'s'.repeat(99)}\n\nx`, { headerBytes: 9 }, [['headerBytes', 'header subject']]],
  ['headers', 'A: 1\nB: 2\nC: 3\n\nx', { headers: 2 }, [['headers', 'header']]],
  ['parts', ALTERNATIVE, { parts: 2 }, [['parts', 'message']]],
  [
    'depth',
    'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\na\n--y--\n--x--',
    { depth: 1 },
    [['depth', 'part 1']],
  ],
  ['innerDepth', 'Content-Type: message/rfc822\n\nSubject: i\n\nx', { innerDepth: 0 }, [['innerDepth', 'part 1']]],
  [
    'innerMessages',
    'Content-Type: message/rfc822\n\nSubject: i\n\nx',
    { innerMessages: 0 },
    [['innerMessages', 'message']],
  ],
  ['textUnits', 'Subject: s\n\nhello', { textUnits: 3 }, [['textUnits', 'text']]],
  ['htmlUnits', 'Content-Type: text/html\n\nhello', { htmlUnits: 3 }, [['htmlUnits', 'html']]],
  ['addresses', 'To: a@b.example, c@d.example\n\nx', { addresses: 1 }, [['addresses', 'to']]],
]

test.each(caps)('the cap %s that is reached shows in limits', (_, mail, limits, expected) => {
  const message = parseMessage(utf8(mail), limits)
  expect(message.limits.map((hit) => [hit.limit, hit.where])).toEqual(expected)
})

test('From and Subject are found behind more fields than the cap', () => {
  const message = parse(`${'Received: x\n'.repeat(1100)}From: a@b.example\nSubject: s\n\nx`)
  expect([message.from?.address, message.subject, message.headers.length]).toEqual(['a@b.example', 's', 1002])
})

test('a cap of a wrong type is a mistake of the caller', () => {
  expect(() => parseMessage('', { parts: -1 })).toThrow(TypeError)
  expect(() => parseMessage('', { parts: Number.NaN })).toThrow(TypeError)
})

const wholes: Array<[string, string]> = [
  ['nothing', ''],
  ['a NUL', '\0'],
  ['a line end', '\n'],
  ['half a header', 'Subject'],
  ['a header without a body', 'Subject: s\nFrom: a@b.example'],
  ['a boundary and nothing else', 'Content-Type: multipart/mixed; boundary=x\n\n--x'],
  ['an empty boundary', 'Content-Type: multipart/mixed; boundary=""\n\n--\n\na\n----'],
  ['NULs in a text', 'Subject: s\n\na\0b'],
  ['a mail cut in its base64', 'Content-Transfer-Encoding: base64\n\nSGVsb'],
  ['a mail cut in a quoted-printable pair', 'Content-Transfer-Encoding: quoted-printable\n\na=E'],
  ['an unknown charset', 'Content-Type: text/plain; charset=x-no-such\n\n\xff\xfe\xfd'],
]

test.each(wholes)('%s is read without an error', (_, mail) => {
  expect(parseMessage(bytes(mail)).inner).toEqual([])
})

/** Pieces that steer the parser; random bytes alone never would. */
const pieces = [
  'From: a@b.example\r\n',
  'Subject: =?ISO-2022-JP?B?GyRCJWE',
  '?=',
  'Content-Type: multipart/mixed; boundary=b\r\n',
  'Content-Type: message/rfc822\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Type: text/html; charset=Shift_JIS\r\n',
  '\r\n',
  '\n',
  '\r',
  '\r\n--b\r\n',
  '--b--',
  ' ',
  '\x1b$B%a',
  '\x83\x81',
  '\0\x7f',
  '-----Original Message-----\r\n',
  '"',
  '<',
]

test('no arrangement of pieces and bytes throws, or leaves control characters in a header', () => {
  const binary = fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces),
        fc.uint8Array({ maxLength: 8 }).map((input) => String.fromCharCode(...input)),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(binary, (mail) => {
      for (const input of [bytes(mail), mail, { subject: mail, from: mail, text: mail, html: mail, headers: mail }]) {
        const message = parseMessage(input)
        for (const header of message.headers) {
          for (const unit of header.value) expect(unit > '\x1f' && unit !== '\x7f').toBe(true)
        }
        expect(message.forward?.start ?? 0).toBeLessThanOrEqual(message.text.length + message.html.length)
      }
    }),
    { numRuns: 500 },
  )
})
