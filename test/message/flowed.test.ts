import { expect, test } from 'vitest'
import { unflow } from '../../src/message/flowed.ts'

const cases: Array<[string, string, boolean, string]> = [
  ['joins a paragraph', 'a b \r\nc d\r\ne\r\n', false, 'a b c d\r\ne\r\n'],
  ['drops the blank of a flowed line with DelSp', 'これは \r\nテスト\r\n', true, 'これはテスト\r\n'],
  ['joins a URL that was cut', 'https://a.example/ \r\nb\r\n', true, 'https://a.example/b\r\n'],
  ['takes one stuffed blank away', ' From here\r\n', false, 'From here\r\n'],
  ['keeps the signature line', 'bye \r\n-- \r\nname\r\n', false, 'bye \n-- \r\nname\r\n'],
  ['joins lines of one quote depth', '> a \r\n> b\r\n', false, '> a b\r\n'],
  ['ends a paragraph where the quote depth changes', '> a \r\nb\r\n', false, '> a \nb\r\n'],
  ['reads quote marks without blanks', '>> a \n>> b\n', false, '>> a b\n'],
  ['keeps the last line when its end is lost', 'a \r\nb ', false, 'a b '],
  ['keeps blank lines', 'a\r\n\r\nb\r\n', false, 'a\r\n\r\nb\r\n'],
]

test.each(cases)('format=flowed %s', (_, text, delSp, expected) => {
  expect(unflow(text, delSp)).toBe(expected)
})
