import { expect, test } from 'vitest'
import { parseAddresses } from '../../src/message/address.ts'

/** Field, then `name|address` of each mailbox. */
const cases: Array<[string, string, string[]]> = [
  ['a bare address', 'a@b.example', ['|a@b.example']],
  ['brackets without a name', '<a@b.example>', ['|a@b.example']],
  ['a name', 'Kagoya Japan <info@kagoya.example>', ['Kagoya Japan|info@kagoya.example']],
  ['a quoted name', '"Kagoya, Japan" <info@kagoya.example>', ['Kagoya, Japan|info@kagoya.example']],
  ['a quoted name glued to its address', '"名前"<a@b.example>', ['名前|a@b.example']],
  ['a name glued to its address', 'Kagoya Japan<kashio@kagoya.example>', ['Kagoya Japan|kashio@kagoya.example']],
  ['full-width brackets', '名前＜a@b.example＞', ['名前|a@b.example']],
  ['a full-width at-sign', '名前 <a＠b.example>', ['名前|a@b.example']],
  ['an address as the name', 'support@kagoya.jp <x@evil.example>', ['support@kagoya.jp|x@evil.example']],
  ['a quoted address as the name', '"support@kagoya.jp" <x@evil.example>', ['support@kagoya.jp|x@evil.example']],
  [
    'two addresses in brackets',
    'Kagoya <support@kagoya.jp> <x@evil.example>',
    ['Kagoya <support@kagoya.jp>|x@evil.example'],
  ],
  ['two dots in a row, as Japanese carriers allowed', '<a..b@docomo.ne.jp>', ['|a..b@docomo.ne.jp']],
  ['a dot before the at-sign', 'ab.@ezweb.ne.jp', ['|ab.@ezweb.ne.jp']],
  ['a domain in capitals and a local part in capitals', 'Info@KAGOYA.Example', ['|Info@kagoya.example']],
  ['a dot after the domain', 'a@b.example.', ['|a@b.example']],
  ['a Japanese domain', 'a@日本語.example', ['|a@xn--wgv71a119e.example']],
  ['a domain that is blotted out', 'a@○○.example', ['|a@**.example']],
  ['a full-width domain that no browser would look up', 'a@Ｋａｇｏｙａ＆.example', ['|a@kagoya&.example']],
  ['several', 'a@b.example, "C" <c@d.example>; e@f.example', ['|a@b.example', 'C|c@d.example', '|e@f.example']],
  ['a group', 'Staff: a@b.example, C <c@d.example>;', ['Staff|a@b.example', 'C|c@d.example']],
  [
    'a group of one in quotes, and what follows it',
    '"A, B": a@b.example; c@d.example',
    ['A, B|a@b.example', '|c@d.example'],
  ],
  ['an empty group', 'undisclosed-recipients:;', []],
  ['a colon that begins no group', 'KAGOYA: Support <a@b.example>', ['KAGOYA: Support|a@b.example']],
  ['nothing', '', []],
  ['commas alone', ' , ,, ', []],
  ['a name without an address', 'カゴヤ・ジャパン', ['カゴヤ・ジャパン|']],
  ['a local address', 'Mail Delivery <MAILER-DAEMON>', ['Mail Delivery|']],
  ['an empty return path', '<>', []],
  ['a quote that never closes', '"名前 <a@b.example>', ['名前|a@b.example']],
  [
    'a quote that never closes before another mailbox',
    '"名前 <a@b.example>, "x" <c@d.example>',
    ['名前|a@b.example', 'x|c@d.example'],
  ],
  ['a bracket that never closes', '名前 <a@b.example', ['名前|a@b.example']],
  [
    'a bracket that never closes before a comma',
    '名前 <a@b.example, c@d.example',
    ['名前|a@b.example', '|c@d.example'],
  ],
  ['doubled brackets', '<<a@b.example>>', ['|a@b.example']],
  ['an unquoted comma in a name', 'KAGOYA JAPAN, Inc. <a@b.example>', ['KAGOYA JAPAN, Inc.|a@b.example']],
  ['a comment as the name', 'a@b.example (山田)', ['山田|a@b.example']],
  ['a comment in the name', '山田(営業部, 東京) <a@b.example>', ['山田(営業部, 東京)|a@b.example']],
  ['the address again as a comment', 'a@b.example (a@b.example)', ['a@b.example|a@b.example']],
  ['a parenthesis that never closes', '山田(営業 <a@b.example>', ['山田(営業|a@b.example']],
  ['escapes in a quoted name', '"Harald \\(DD0\\) \\"H\\"" <a@b.example>', ['Harald (DD0) "H|a@b.example']],
  ['an encoded name', '=?UTF-8?B?5ZCN5YmN?= <a@b.example>', ['名前|a@b.example']],
  ['an encoded name in quotes', '"=?UTF-8?B?5ZCN5YmN?=" <a@b.example>', ['名前|a@b.example']],
  ['quotes inside the encoded-word', '=?UTF-8?Q?=22=E5=90=8D=E5=89=8D=22?= <a@b.example>', ['名前|a@b.example']],
  ['a comma inside an encoded-word', '=?UTF-8?Q?KAGOYA,_Inc?= <a@b.example>', ['KAGOYA, Inc|a@b.example']],
  [
    'a forged mailbox inside an encoded-word',
    '=?UTF-8?Q?Kagoya_<support@kagoya.jp>?= <x@evil.example>',
    ['Kagoya <support@kagoya.jp>|x@evil.example'],
  ],
  ['a whole mailbox inside an encoded-word', '=?UTF-8?Q?Kagoya_<a@b.example>?=', ['Kagoya|a@b.example']],
  ['mailto: in brackets', '<mailto:a@b.example>', ['|a@b.example']],
  ['a route', '<@relay.example,@x.example:a@b.example>', ['|a@b.example']],
  ['single quotes around a name', "'Kagoya' <a@b.example>", ['Kagoya|a@b.example']],
  ['blanks and tabs in a name', 'Kagoya \t  Japan <a@b.example>', ['Kagoya Japan|a@b.example']],
]

test.each(cases)('an address field with %s is read as mail programs show it', (_, field, expected) => {
  expect(parseAddresses(field, 10).map((box) => `${box.name}|${box.address}`)).toEqual(expected)
})

test('the address is taken apart at its last at-sign', () => {
  expect(parseAddresses('a@x@b.example', 10)[0]).toEqual({
    name: '',
    address: 'a@x@b.example',
    local: 'a@x',
    domain: 'b.example',
  })
})

test('reading stops at the cap, and says so', () => {
  let hits = 0
  const boxes = parseAddresses('a@b.example, '.repeat(50), 3, () => {
    hits++
  })
  expect(boxes).toHaveLength(3)
  expect(hits).toBe(1)
})

test('exactly as many as the cap are no hit', () => {
  let hits = 0
  parseAddresses('a@b.example, c@d.example, ', 2, () => {
    hits++
  })
  expect(hits).toBe(0)
})
