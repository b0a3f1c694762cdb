import { expect, test } from 'vitest'
import { parseMessage } from '../../src/message/message.ts'
import type { MessageInput } from '../../src/message/model.ts'
import { quietest } from '../support/quietest.ts'
import { bytes } from './helpers.ts'

const HEAD = 'From: a@b.example\r\nSubject: s\r\n'
const MIXED = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n`
const repeat = (unit: string, size: number): string => unit.repeat(Math.floor(size / unit.length))
const each = (count: number, unit: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => unit(i)).join('')
const FORWARD = '-----Original Message-----\nFrom: a@b.example\nSubject: s\n\n'

/** Name, the input at full size, and a cap that has to show. */
const cases: Array<[string, () => MessageInput, string]> = [
  [
    '10,000 nested multiparts',
    () =>
      bytes(
        MIXED + each(10_000, (i) => `--b${i ? i - 1 : ''}\r\nContent-Type: multipart/mixed; boundary="b${i}"\r\n\r\n`),
      ),
    'depth',
  ],
  [
    '20,000 parts',
    () => bytes(MIXED + each(20_000, (i) => `--b\r\nContent-Type: text/plain\r\n\r\npart ${i}\r\n`)),
    'parts',
  ],
  [
    '5,000 nested messages',
    () => bytes(each(5_000, (i) => `From: a@b.example\r\nSubject: ${i}\r\nContent-Type: message/rfc822\r\n\r\n`)),
    'innerDepth',
  ],
  [
    '5,000 attached messages',
    () => bytes(MIXED + each(5_000, (i) => `--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: ${i}\r\n\r\nx\r\n`)),
    'parts',
  ],
  ['3 MB of lines like a boundary', () => bytes(MIXED + repeat('--bx\r\n', 3e6)), ''],
  ['3 MB of dashes between letters', () => bytes(MIXED + repeat('-a', 3e6)), ''],
  ['5 MB of dashes', () => bytes(MIXED + repeat('-', 5e6)), ''],
  [
    '32 open boundaries that share a long prefix',
    () =>
      bytes(
        `${HEAD}Content-Type: multipart/mixed; boundary=${'b'.repeat(60)}0\r\n\r\n` +
          each(
            31,
            (i) =>
              `--${'b'.repeat(60)}${i}\r\nContent-Type: multipart/mixed; boundary=${'b'.repeat(60)}${i + 1}\r\n\r\n`,
          ) +
          repeat(`--${'b'.repeat(60)}x\r\n`, 3e6),
      ),
    '',
  ],
  ['a header of 5 MB', () => bytes(`X: ${repeat('a', 5e6)}\r\n${HEAD}\r\nx`), 'headerBytes'],
  ['a header of 600,000 folds', () => bytes(`X: a\r\n${repeat(' bcdefg\r\n', 5e6)}${HEAD}\r\nx`), 'headerBytes'],
  ['50,000 headers', () => bytes(`${repeat('Received: from a.example by b.example\r\n', 2e6)}${HEAD}\r\nx`), 'headers'],
  [
    '50,000 parameters',
    () => bytes(`Content-Type: text/plain${each(50_000, (i) => `;\r\n name*${i}="a"`)}\r\n${HEAD}\r\nx`),
    'headerBytes',
  ],
  [
    'parameters without values',
    () => bytes(`Content-Type: text/plain${repeat(';a', 1e6)}=\r\n${HEAD}\r\nx`),
    'headerBytes',
  ],
  ['1 MB of =?', () => bytes(`Subject: ${repeat('=?', 1e6)}\r\n${HEAD}\r\nx`), 'headerBytes'],
  [
    '1 MB of words that never end',
    () => bytes(`Subject: ${repeat('=?utf-8?q?a', 1e6)}\r\n${HEAD}\r\nx`),
    'headerBytes',
  ],
  [
    '2 MB of encoded-words',
    () => bytes(`Subject: ${repeat('=?ISO-2022-JP?B?GyRCNls1XhsoQg==?=\r\n ', 2e6)}\r\n${HEAD}\r\nx`),
    'headerBytes',
  ],
  [
    '100,000 addresses',
    () => bytes(`To: ${each(100_000, (i) => `"U ${i}" <u${i}@b.example>,\r\n `)}\r\n${HEAD}\r\nx`),
    'addresses',
  ],
  [
    '64 MB of base64 in one line at a cap of 1 MB',
    () => bytes(`${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${repeat('QUJD', 8e6)}`),
    'textUnits',
  ],
  [
    '5 MB of soft line breaks',
    () => bytes(`${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${repeat('=\r\n', 5e6)}`),
    '',
  ],
  [
    '1 MB of blanks in quoted-printable',
    () => bytes(`${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${repeat(' ', 1e6)}x`),
    '',
  ],
  [
    'padding after every digit',
    () => bytes(`${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${repeat('A=', 5e6)}`),
    '',
  ],
  [
    '5 MB of flowed quotes',
    () => bytes(`${HEAD}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${repeat('> a \r\n', 5e6)}`),
    '',
  ],
  ['5 MB of lone CRs', () => bytes(`${HEAD}\r\n${repeat('\r', 5e6)}`), 'textUnits'],
  ['5 MB of NULs', () => bytes(`${HEAD}\r\n${repeat('\0', 5e6)}`), 'textUnits'],
  ['20,000 nested forwards', () => ({ text: repeat(FORWARD, 2e6) }), 'innerDepth'],
  ['40,000 forward markers without a head', () => ({ text: repeat('-----Original Message-----\n\n', 1e6) }), ''],
  ['head lines without an end', () => ({ subject: 'FW: a', text: repeat('From: a\nDate: b\n', 1e6) }), ''],
  ['HTML of 40,000 forward markers', () => ({ html: repeat('<p>-----Original Message-----</p>', 1e6) }), ''],
  ['HTML of 10,000 forwards', () => ({ html: repeat(FORWARD.replaceAll('\n', '<br>'), 1e6) }), 'innerDepth'],
  ['pasted heads without an end', () => `件名: a\n${repeat(' b\n', 2e6)}`, ''],
  ['a pasted line of 5 MB', () => `件名: ${repeat('あ', 5e6)}`, 'headerBytes'],
  [
    '100,000 header lines from a host',
    () => ({ headers: Array.from({ length: 100_000 }, (_, i) => ({ name: `x-${i}`, value: 'a' })) }),
    'headers',
  ],
  ['a From of 5 MB from a host', () => ({ from: repeat('a@b.example,', 5e6) }), 'addresses'],
  [
    '5,000 attachments from a host',
    () => ({ attachments: Array.from({ length: 5_000 }, () => ({ filename: 'a' })) }),
    'parts',
  ],
]

test.each(cases)('%s are read within a second', (_, build, cap) => {
  const input = build()
  expect(quietest(1000, () => parseMessage(input))).toBeLessThan(1000)
  const message = parseMessage(input)
  const hits = [message, ...message.inner]
    .flatMap((one) => [one, ...one.inner, ...one.inner.flatMap((deep) => deep.inner)])
    .flatMap((one) => one.limits)
  if (cap !== '') expect(hits.map((hit) => hit.limit)).toContain(cap)
})

/** Fields that end in no cap at once: the address and word readers on their own, at 1 MB. */
const fields: Array<[string, string]> = [
  ['unclosed quotes', `"${repeat('a" "', 1e6)}`],
  ['open parentheses', repeat('(', 1e6)],
  ['nested parentheses', `${repeat('(', 5e5)}${repeat(')', 5e5)}`],
  ['open brackets', repeat('<', 1e6)],
  ['open brackets with addresses', repeat('<a@b', 1e6)],
  ['groups', `${repeat('a:', 1e6)};`],
  ['at-signs', repeat('a@', 1e6)],
  ['comments between letters', repeat('a(b)', 1e6)],
  ['quotes that may be broken', repeat('"<a@b>"x', 1e6)],
  ['words that never end', repeat('=?utf-8?q?a', 1e6)],
  ['words that hold blanks', repeat('=?utf-8?q?a b', 1e6)],
  ['dots behind a domain', `a@${repeat('.', 1e6)}x`],
  ['blanks', `a${repeat(' ', 1e6)}b`],
]

test.each(fields)('an address field of 1 MB of %s is read within a second', (_, field) => {
  const input = { from: field, subject: field, text: 'x' }
  expect(quietest(1000, () => parseMessage(input, { headerBytes: 2e6, addresses: 1e6 }))).toBeLessThan(1000)
})
