/** Does text of a mail fit a terminal, and can it do no harm there? */
import { expect, test } from 'vitest'
import { columns, painter, printable, truncate, wrap } from '../../src/cli/terminal.ts'

test.each([
  ['abc', 3],
  ['メール', 6],
  ['ﾒｰﾙ', 3],
  ['件名: x', 7],
  ['が', 2],
  ['か\u3099', 2],
  ['e\u0301', 1],
  ['𠮷野家', 6],
  ['…', 1],
  ['', 0],
])('%s takes %d columns', (text, width) => {
  expect(columns(text)).toBe(width)
})

test.each([
  ['メールボックス', 9, 'メールボ…'],
  ['メールボックス', 8, 'メール…'],
  ['メールボックス', 14, 'メールボックス'],
  ['hxxps://a[.]example/', 10, 'hxxps://a…'],
])('%s in %d columns is %s', (text, width, expected) => {
  expect(truncate(text, width)).toBe(expected)
})

test('Japanese wraps anywhere but before closing punctuation, Latin at blanks', () => {
  expect(wrap('差出人のアドレスは、別のものです。', 18)).toEqual(['差出人のアドレス', 'は、別のものです。'])
  expect(wrap('The link leads elsewhere.', 10)).toEqual(['The link', 'leads', 'elsewhere.'])
  expect(wrap('', 10)).toEqual([])
})

test('no line is wider than asked unless one word is', () => {
  const text = '表示されているURLと、実際のリンク先が異なります。本来は「kagoya.jp」です。'
  for (const line of wrap(text, 24)) expect(columns(line)).toBeLessThanOrEqual(24 + 2)
  expect(wrap(text, 24).join('')).toBe(text)
})

test('escape sequences, bidi overrides and line ends of a mail never reach the terminal', () => {
  expect(printable('a\u001b[2J\u0007b\u202ec\r\nd\u200be')).toBe('a [2J b c d e')
})

test.each([
  [true, {}, '\u001b[31mx\u001b[0m'],
  [true, { NO_COLOR: '1' }, 'x'],
  [true, { NO_COLOR: '' }, '\u001b[31mx\u001b[0m'],
  [true, { TERM: 'dumb' }, 'x'],
  [false, {}, 'x'],
])('terminal %s with %o paints %j', (isTerminal, env, expected) => {
  expect(painter(isTerminal, env)('x', 'red')).toBe(expected)
})
