/** Are links made harmless, and everything else left as it is? */
import { expect, test } from 'vitest'
import { defang } from '../../src/link/defang.ts'
import { quietest } from '../support/quietest.ts'

test.each([
  ['https://www.kagoya.evil.example/jp/', 'hxxps://www[.]kagoya[.]evil[.]example/jp/'],
  ['http://a.example//wp-includes/1/kagoya.net/?uid=x', 'hxxp://a[.]example//wp-includes/1/kagoya.net/?uid=x'],
  ['HTTPS://A.EXAMPLE', 'hxxps://A[.]EXAMPLE'],
  ['https://user.name@evil.example:8080/x', 'hxxps://user[.]name@evil[.]example:8080/x'],
  ['mail.evil.example', 'mail[.]evil[.]example'],
  ['198.51.100.77', '198[.]51[.]100[.]77'],
  ['https://www.kagoya.jp/ → evil.example', 'hxxps://www[.]kagoya[.]jp/ → evil[.]example'],
  ['詳細はhttps://evil.example/ログイン', '詳細はhxxps://evil[.]example/ログイン'],
  ['https://日本語.example/', 'hxxps://日本語[.]example/'],
])('%s becomes %s', (text, expected) => {
  expect(defang(text)).toBe(expected)
})

test.each([
  'KAGOYA JAPAN Inc. <support@kir.jp>',
  'hxxps://evil[.]example/a.b',
  '/jp/kagoya.net?uid=',
  '2020.2.24 No.1 v1.2',
  'メールボックスがいっぱいです',
  'https://○○/',
  '',
])('%s has nothing to defang but a scheme', (text) => {
  expect(defang(text)).toBe(text.replace('https://', 'hxxps://'))
})

test('a megabyte of dots and colons takes no time worth noting', () => {
  const texts = ['a.b'.repeat(300_000), 'http://'.repeat(100_000), '://'.repeat(300_000)]
  expect(quietest(2000, () => texts.map((text) => defang(text)))).toBeLessThan(2000)
})
