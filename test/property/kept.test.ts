/** Do inputs that once broke something still do? Those the fuzzer kept, and what reading the code against hostile mail found. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { classify } from '../../src/classify.ts'
import type { ClassifyOptions } from '../../src/detect/model.ts'
import type { MessageInput } from '../../src/message/model.ts'
import { problemsOf } from './check-verdict.ts'
import { OPTIONS, SHAPES } from './shapes.ts'

const FOLDER = join(import.meta.dirname, '../mails/fuzz')

test('what the fuzzer kept', () => {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((f) => f.endsWith('.eml')) : []
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, file)))
    for (const shape of SHAPES)
      for (const options of OPTIONS) expect([file, ...problemsOf(shape(bytes), options)]).toEqual([file])
  }
})

const lure = (extra: string): string => `カゴヤ メールボックスの容量が上限に達しました。ご確認ください。${extra}`

const found: Array<[string, MessageInput, ClassifyOptions]> = [
  [
    'a letter that grows in lower case before a mail service and the own domain',
    { text: `メールサービス ${'İ'.repeat(50)} customer.example` },
    { recipient: 'user@customer.example' },
  ],
  [
    'a letter that grows in lower case before the address in a link',
    { text: lure(`https://evil.example/kagoya.jp/${'İ'.repeat(30)}?uid=user@customer.example`) },
    { recipient: 'user@customer.example' },
  ],
  [
    'the address as the name of an organisation',
    {
      subject: '【user@customer.example】',
      from: 'user@customer.example <a@b.example>',
      text: 'user@customer.exampleをご利用いただきありがとうございます。パスワードを更新してください https://evil.example/',
    },
    { recipient: 'user@customer.example' },
  ],
  [
    'the address of the outer mail inside a forwarded one',
    new TextEncoder().encode(
      `From: a@b.example\r\nTo: user@customer.example\r\nContent-Type: message/rfc822\r\n\r\nFrom: "カゴヤ" <x@evil.example>\r\nSubject: カゴヤ\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${lure('https://evil.example/kagoya.jp/?uid=user@customer.example')}`,
    ),
    {},
  ],
  [
    'the own domain in a display name with a quoted pair',
    new TextEncoder().encode('From: "Customer\\.example" <a@b.example>\r\nSubject: x\r\n\r\nx'),
    { recipient: 'user@customer.example' },
  ],
]

test.each(found)('%s', (_, input, options) => {
  expect(problemsOf(input, options)).toEqual([])
})

test('an address that a cut has shortened is redacted too', () => {
  const name = `${'カゴヤ '.repeat(20)}${'x'.repeat(99)}user@customer.example`
  const verdict = classify(
    { from: { name, address: 'a@b.example' }, text: lure('https://evil.example/kagoya.jp/') },
    { recipient: 'user@customer.example' },
  )
  expect(JSON.stringify(verdict)).not.toMatch(/user@c/)
})

test('where the recipient stands in no inner mail, the outer one tells whom to redact', () => {
  const inner = classify(found[3]![1]).inner[0]
  expect(inner?.evidence.length).toBeGreaterThan(0)
  expect(JSON.stringify(inner)).not.toContain('user@customer.example')
})
