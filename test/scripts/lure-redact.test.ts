/** Does a lure made from a mail leave out who received it? */
import { describe, expect, it } from 'vitest'
import { isPersonal, linkShape, redactLine } from '../../scripts/corpus/lure/redact.ts'

describe('redactLine', () => {
  it.each([
    ['山田太郎様 重要なお知らせ', '重要なお知らせ'],
    ['user@customer.example 容量 95%', '容量 {num}%'],
    ['2024年5月6日の通知 https://a.example/x', '{date}の通知'],
  ])('turns %s into %s', (line, want) => expect(redactLine(line)).toBe(want))
})

describe('linkShape', () => {
  it.each([
    ['https://a.example/jp/kagoya.jp?uid=user@customer.example', 'https://{host}/jp/{provider-domain}?uid={victim}'],
    ['https://a.example/login.php?t=aGVsbG8', 'https://{host}/login.php?t={token}'],
    ['mailto:user@customer.example', undefined],
    ['no link', undefined],
  ])('gives %s the shape %s', (href, want) => expect(linkShape(href, ['kagoya.jp'])).toBe(want))
})

it.each(['田中様へのご連絡', '電話０３の番号', 'a@b'])('calls %s personal', (text) =>
  expect(isPersonal(text)).toBe(true),
)
