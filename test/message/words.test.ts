import { expect, test } from 'vitest'
import type { DecodeNote } from '../../src/message/model.ts'
import { decodeWords } from '../../src/message/words.ts'

const cases: Array<[string, string, string]> = [
  ['one word', '=?UTF-8?B?44Oh44O844Or?=', 'メール'],
  ['a Q word', '=?UTF-8?Q?a_b=E3=83=A1?=', 'a bメ'],
  ['text around a word', 'Re: =?UTF-8?B?44Oh?= end', 'Re: メ end'],
  ['a word glued to text', 'Re:=?UTF-8?B?44Oh?=end', 'Re:メend'],
  ['a blank between two words', '=?UTF-8?B?44Oh?= =?UTF-8?B?44O8?=', 'メー'],
  ['no blank between two words', '=?UTF-8?B?44Oh?==?UTF-8?B?44O8?=', 'メー'],
  ['two charsets', '=?UTF-8?B?44Oh?= =?ISO-2022-JP?B?GyRCITwbKEI=?=', 'メー'],
  ['a character cut in two', '=?UTF-8?B?44M=?= =?UTF-8?B?oQ==?=', 'メ'],
  ['a character cut in two between B and Q', '=?UTF-8?B?44M=?= =?utf-8?Q?=A1?=', 'メ'],
  ['a base64 quantum cut in two', '=?UTF-8?B?44Oh4?= =?UTF-8?B?4O844Or?=', 'メール'],
  ['words without padding that are whole', '=?UTF-8?B?YQ?= =?UTF-8?B?YmNk?=', 'abcd'],
  ['an escape cut in two', '=?ISO-2022-JP?B?GyRCJWEbKA==?= =?ISO-2022-JP?B?Qg==?=', 'メ'],
  ['a language', '=?UTF-8*ja?B?44Oh?=', 'メ'],
  ['blanks inside base64', '=?UTF-8?B?44Oh 44O8?=', 'メー'],
  ['a question mark inside Q', '=?UTF-8?Q?really?_yes?=', 'really? yes'],
  ['raw text inside Q', '=?UTF-8?Q?カゴヤ_a?=', 'カゴヤ a'],
  ['an empty word', 'a =?UTF-8?B??= b', 'a  b'],
  ['an unknown encoding', '=?UTF-8?X?abc?=', '=?UTF-8?X?abc?='],
  ['a word with no end before another', '=?UTF-8?Q?a=?UTF-8?Q?b?=', '=?UTF-8?Q?ab'],
  ['a last word that was cut off', '=?UTF-8?B?44Oh44O8', 'メー'],
  ['a last word that was cut off before the end sign', '=?UTF-8?B?44Oh44O8?', 'メー'],
  ['signs that are no word', 'a =? b ?= c =?', 'a =? b ?= c =?'],
]

test.each(cases)('a header with %s decodes', (_, text, expected) => {
  expect(decodeWords(text, '', [])).toBe(expected)
})

test('a word that is what its label says needs no note', () => {
  const notes: DecodeNote[] = []
  decodeWords('=?ISO-2022-JP?B?GyRCJWEbKEI=?= =?UTF-8?Q?a?=', 'subject', notes)
  expect(notes).toEqual([])
})

test('a word under a wrong label is noted, once a field', () => {
  const notes: DecodeNote[] = []
  expect(decodeWords('=?ISO-8859-1?B?GyRCJWEbKEI=?= x =?ISO-8859-1?B?GyRCJWEbKEI=?=', 'subject', notes)).toBe('メ x メ')
  expect(notes).toEqual([
    { where: 'subject', declared: 'iso-8859-1', used: 'iso-2022-jp', why: 'escapes', replaced: 0 },
  ])
})
