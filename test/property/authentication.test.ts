/** Whose results does a classifier believe, whatever stands in the field? */
import { expect, test } from 'vitest'
import { classify } from '../../src/classify.ts'

const mail = (results: string): Uint8Array =>
  new TextEncoder().encode(
    `Authentication-Results: ${results}\r\nFrom: "カゴヤ" <info@kagoya.jp>\r\nTo: user@customer.example\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nカゴヤ\r\n`,
  )

test.each([
  ['mx.example; dkim=pass header.d=kagoya.jp', 'auth-official-sender'],
  ['mx.example; dkim=pass (2048-bit key) header.d="kagoya.jp" header.s=a', 'auth-official-sender'],
  ['mx.example; dkim=pass header.i=@mail.kagoya.jp', 'auth-official-sender'],
  ['mx.example; spf=pass smtp.mailfrom=bounce@kagoya.jp', 'auth-official-sender'],
  ['mx.example; spf=pass smtp.mailfrom = kagoya.jp;', 'auth-official-sender'],
  ['(a(b)c) mx.example (d) ; (e) dmarc=pass', 'auth-official-sender'],
  ['mx.example; dkim=pass header.d=header.d=kagoya.jp', 'auth-other-domain'],
  ['mx.example; dkim=pass header.d=evil.example', 'auth-other-domain'],
  ['mx.example; dkim=pass header.d=', undefined],
  ['mx.example; spf=fail smtp.mailfrom=evil.example', 'auth-failed'],
  ['mx.other.example; dmarc=pass', undefined],
  ['mx.example (', undefined],
])('%s', (results, code) => {
  const codes = classify(mail(results), { trustedAuthserv: 'mx.example' }).evidence.map((e) => e.code)
  expect(codes.filter((c) => c.startsWith('auth-'))).toEqual(code === undefined ? [] : [code])
})
