/** Is a part read for which two fields of one name say different things? */
import { expect, test } from 'vitest'
import { parse } from './helpers.ts'

const BASE64 = btoa('a text long enough to be told')
const Q = 'a =3D b'
const PARTS = '--b\n\nin a part\n--b--'
const cte = (...values: string[]): string => values.map((value) => `Content-Transfer-Encoding: ${value}\n`).join('')
const type = (...values: string[]): string => values.map((value) => `Content-Type: ${value}\n`).join('')

test.each([
  ['7bit, base64', cte('7bit', 'base64'), BASE64, 'a text long enough to be told'],
  ['base64, 7bit', cte('base64', '7bit'), BASE64, 'a text long enough to be told'],
  ['base64, 7bit over plain words', cte('base64', '7bit'), 'just a few words', 'just a few words'],
  ['base64, 7bit over an address', cte('base64', '7bit'), 'https://a-b.example/log-in', 'https://a-b.example/log-in'],
  ['7bit, quoted-printable', cte('7bit', 'quoted-printable'), Q, 'a = b'],
  ['base64, quoted-printable', cte('base64', 'quoted-printable'), Q, 'a = b'],
  ['quoted-printable, base64', cte('quoted-printable', 'base64'), BASE64, 'a text long enough to be told'],
  ['raw, raw, base64', cte('raw', 'raw', 'base64'), BASE64, 'a text long enough to be told'],
  ['7bit, 8bit', cte('7bit', '8bit'), Q, Q],
  ['application/pdf, text/plain', type('application/pdf', 'text/plain'), Q, Q],
  ['text/plain, application/pdf', type('text/plain', 'application/pdf'), Q, Q],
  ['text/plain, multipart', type('text/plain', 'multipart/mixed; boundary=b'), PARTS, 'in a part'],
  ['two boundaries', type('multipart/mixed; boundary=a', 'multipart/mixed; boundary=b'), PARTS, 'in a part'],
  ['multipart whose boundary stands nowhere, text', type('multipart/mixed; boundary=a', 'text/plain'), Q, Q],
])('%s: the text is read', (_, fields, body, text) => {
  expect(parse(`Subject: s\n${fields}\n${body}`).text).toBe(text)
})

test('of a text type and HTML, HTML is read', () => {
  expect(parse(`${type('text/plain', 'text/html')}\n<b>`).html).toBe('<b>')
})

test('a body that one of two dispositions shows is shown', () => {
  const heads = 'Content-Disposition: attachment; filename=a.txt\nContent-Disposition: inline\n'
  const message = parse(`Content-Type: multipart/mixed; boundary=x\n\n--x\n\na\n--x\n${heads}\nb\n--x--`)
  expect(message.text).toBe('a\nb')
})
