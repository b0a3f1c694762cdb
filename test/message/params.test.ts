import { expect, test } from 'vitest'
import { parameter, parseStructured } from '../../src/message/params.ts'

const values: Array<[string, string, string, string]> = [
  ['a token', 'text/plain; charset=utf-8', 'charset', 'utf-8'],
  ['a quoted string', 'text/plain; charset="utf-8"', 'charset', 'utf-8'],
  ['blanks around everything', 'text/plain ; charset = "utf-8" ', 'charset', 'utf-8'],
  ['a name in capitals', 'text/plain; CHARSET=utf-8', 'charset', 'utf-8'],
  ['the first of two', 'multipart/mixed; boundary=a; boundary=b', 'boundary', 'a'],
  ['a semicolon in quotes', 'x/y; name="a;b"', 'name', 'a;b'],
  ['escapes', 'x/y; name="a\\"b\\\\c"', 'name', 'a"b\\c'],
  ['a Windows path', 'x/y; name="C:\\Users\\a.pdf"', 'name', 'C:\\Users\\a.pdf'],
  ['a quote that never closes', 'x/y; name="a.pdf; size=1', 'name', 'a.pdf'],
  ['junk after a quote', 'x/y; boundary="a" (old); name=b', 'boundary', 'a'],
  ['a comment', 'text/plain; charset=utf-8 (Unicode)', 'charset', 'utf-8'],
  ['blanks and parentheses without quotes', 'x/y; name=見積 (1).pdf', 'name', '見積 (1).pdf'],
  ['a parameter without a value before it', 'x/y; flag; name=a', 'name', 'a'],
  ['no type at all', '; name=a', 'name', 'a'],
  ['an encoded-word', 'x/y; name="=?UTF-8?B?44Oh?=.pdf"', 'name', 'メ.pdf'],
  ['RFC 2231', "x/y; name*=UTF-8'ja'%E3%83%A1.pdf", 'name', 'メ.pdf'],
  ['RFC 2231 with a wrong charset', "x/y; name*=us-ascii''%83%81%81%5B%83%8B.pdf", 'name', 'メール.pdf'],
  ['RFC 2231 in pieces', "x/y; name*0*=UTF-8''%E3%83; name*1*=%A1.p; name*2=df", 'name', 'メ.pdf'],
  ['pieces in disorder', 'x/y; name*1=b; name*2=c; name*0=a', 'name', 'abc'],
  ['a percent sign in a literal piece', "x/y; name*0*=UTF-8''a; name*1=%41", 'name', 'a%41'],
  ['RFC 2231 before the plain name', "x/y; name=old.pdf; name*=UTF-8''new.pdf", 'name', 'new.pdf'],
  ['a missing piece', 'x/y; name*0=a; name*2=c', 'name', 'a'],
  ['nothing', 'x/y', 'name', ''],
]

test.each(values)('a parameter with %s is read', (_, field, name, expected) => {
  expect(parameter(parseStructured(field), name, '', [])).toBe(expected)
})

test.each([
  ['Text/HTML; charset=x', 'text/html'],
  ['text/plain (comment)', 'text/plain'],
  ['(comment) text/plain', 'text/plain'],
  ['', ''],
])('the value of %j is %j', (field, expected) => {
  expect(parseStructured(field).value).toBe(expected)
})
