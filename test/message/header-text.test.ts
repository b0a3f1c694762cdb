/** Which fields stay as the server wrote them? */
import { expect, test } from 'vitest'
import { parseMessage } from '../../src/index.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const headValue = (field: string, type = 'text/plain'): string | undefined =>
  parseMessage(bytes(`${field}\r\nContent-Type: ${type}\r\n\r\nx`)).headers[0]?.value

test.each(['Authentication-Results', 'ARC-Authentication-Results', 'Received-SPF'])(
  '%s keeps what looks like an encoded-word',
  (name) => {
    expect(headValue(`${name}: a =?utf-8?q?b=3B?=@c.example`)).toBe('a =?utf-8?q?b=3B?=@c.example')
    expect(headValue(`${name}: a =?utf-8?q?b=3B?=@\xe3\x83\xa1.example`)).toBe('a =?utf-8?q?b=3B?=@メ.example')
  },
)

test('other fields are decoded', () => {
  expect(headValue('X-Any: a =?utf-8?q?b=3B?=')).toBe('a b;')
})

test.each([
  ['the body’s charset', 'a="\x83\\"; b=c"', 'text/plain; charset=shift_jis', 'a="\ufffd\\"; b=c"'],
  ['UTF-7', 'a="+ACI-; b=c\xe9"', 'text/plain; charset=utf-7', 'a="+ACI-; b=c\ufffd"'],
  ['ISO-2022-JP', 'a="$B"@c.example; b=c', 'text/plain; charset=iso-2022-jp', 'a="$B"@c.example; b=c'],
])('results are not read in %s', (_, value, type, expected) => {
  expect(headValue(`Authentication-Results: ${value}`, type)).toBe(expected)
})
