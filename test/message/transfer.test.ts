import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase64 } from '../../src/message/base64.ts'
import { decodeQuotedPrintable } from '../../src/message/quoted-printable.ts'
import { transferEncodingOf } from '../../src/message/transfer.ts'
import { bytes } from './helpers.ts'

const text = (decoded: Uint8Array): string => String.fromCharCode(...decoded)

const base64: Array<[string, string, string]> = [
  ['whole', 'SGVsbG8h', 'Hello!'],
  ['padded', 'SGVsbG8=', 'Hello'],
  ['without its padding', 'SGVsbG8', 'Hello'],
  ['cut in the middle of a quantum', 'SGVsbG8hSG', 'Hello!H'],
  ['cut after one digit', 'SGVsbG8hS', 'Hello!'],
  ['in lines', 'SGVs\r\nbG8h\r\n', 'Hello!'],
  ['in lines of odd lengths', 'SGV\nsbG8\nh', 'Hello!'],
  ['with junk between', 'SG*Vs\u0000bG8\xffh', 'Hello!'],
  ['with blanks between', ' SG Vs bG8h ', 'Hello!'],
  ['in chunks that were padded one by one', 'SGVsbG8=\r\nIFdvcmxk\r\n', 'Hello World'],
  ['in padded chunks on one line', 'SGVsbG8=IFdvcmxk', 'Hello World'],
  ['with the footer of a mailing list', 'SGVsbG8=\r\n_______________\r\ndevel mailing list\r\n', 'Hello'],
  ['with words of a footer that look like base64', 'SGVsbG8=\r\ndevel mailing list\r\n', 'Hello'],
  ['empty', '', ''],
  ['nothing but padding', '====', ''],
]

test.each(base64)('base64 that is %s decodes to what is there', (_, encoded, expected) => {
  expect(text(decodeBase64(bytes(encoded)))).toBe(expected)
})

test('base64 of any bytes in lines of any length decodes to those bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (input, width) => {
      const encoded = btoa(text(input)).replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n')
      // A pad sign alone in its line ends the quantum like any other.
      expect(text(decodeBase64(bytes(encoded)))).toBe(text(input))
    }),
  )
})

test('base64 stops at the number of bytes that were asked for', () => {
  expect(decodeBase64(bytes('QUJDREVG'.repeat(100)), 10)).toHaveLength(10)
})

const quoted: Array<[string, string, string]> = [
  ['hex', 'a=3D=E3=81=82', 'a=\xe3\x81\x82'],
  ['hex in small letters', '=e3=81', '\xe3\x81'],
  ['a soft line break', 'ab=\r\ncd', 'abcd'],
  ['a soft line break of LF alone', 'ab=\ncd', 'abcd'],
  ['a soft line break with blanks behind it', 'ab= \t\r\ncd', 'abcd'],
  ['a blank before a soft line break', 'ab =\r\ncd', 'ab cd'],
  ['blanks at a line end', 'ab  \t\r\ncd', 'ab\r\ncd'],
  ['an encoded blank at a line end', 'ab=20\r\ncd', 'ab \r\ncd'],
  ['an equals sign that is none', 'a=b&c=zz', 'a=b&c=zz'],
  ['an equals sign at the end', 'ab=', 'ab'],
  ['half a hex pair at the end', 'ab=E', 'ab=E'],
  ['raw 8-bit bytes', '\xe3\x81=82', '\xe3\x81\x82'],
  ['an encoded line end', 'a=0D=0Ab', 'a\r\nb'],
]

test.each(quoted)('quoted-printable with %s decodes as readers do', (_, encoded, expected) => {
  expect(text(decodeQuotedPrintable(bytes(encoded)))).toBe(expected)
})

test('quoted-printable of any bytes decodes to those bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
      const encoded = Array.from(input, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('=\r\n')
      expect(text(decodeQuotedPrintable(bytes(encoded)))).toBe(text(input))
    }),
  )
})

test.each([
  ['base64', 'base64'],
  ['BASE64', 'base64'],
  ['"base64"', 'base64'],
  ['(sent so) base64', 'base64'],
  ['base64;', 'base64'],
  ['Quoted-Printable', 'quoted-printable'],
  ['quoted_printable', 'quoted-printable'],
  ['7bit', 'identity'],
  ['x-unknown', 'identity'],
  ['', 'identity'],
])('Content-Transfer-Encoding %j is %s', (value, expected) => {
  expect(transferEncodingOf(value)).toBe(expected)
})
