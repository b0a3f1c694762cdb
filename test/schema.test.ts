/** Does the published JSON Schema describe the verdicts that classify() really gives, and refuse others? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { describe, expect, test } from 'vitest'
import { demoMails } from '../scripts/demo-mails.ts'
import { classify } from '../src/classify.ts'
import type { Verdict } from '../src/detect/model.ts'
import { LIMITS } from '../src/limits.ts'
import type { MessageInput } from '../src/message/model.ts'
import { CODES } from '../src/verdict.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../schema/verdict.schema.json'), 'utf8'))
const validate = new Ajv({ allErrors: true, strict: true }).compile<Verdict>(schema)
const errorsOf = (value: unknown) => (validate(value) ? [] : validate.errors)

const bytes = (text: string) => new TextEncoder().encode(text)
const forward = `From: a@b.example\r\nSubject: Fwd: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsee below\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${Buffer.from(demoMails()[0]!.bytes).toString('latin1')}\r\n--b--\r\n`

const inputs: Array<[string, MessageInput]> = [
  ...demoMails().map(({ name, bytes }): [string, MessageInput] => [name, bytes]),
  ['a forwarded lure', bytes(forward)],
  ['no bytes at all', new Uint8Array()],
  ['an empty string', ''],
  ['no fields', {}],
  [
    'fields',
    {
      from: 'KAGOYA <x@evil.example>',
      subject: 'メールボックス',
      html: '<a href="https://evil.example/kagoya.jp/">https://www.kagoya.jp/</a>',
    },
  ],
  ['an unknown charset', bytes('From: a@b.example\r\nContent-Type: text/plain; charset=x-nobody\r\n\r\n\xff\xfe')],
  [
    'winmail.dat',
    bytes(
      'From: a@b.example\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n',
    ),
  ],
  ['a cap that is reached', bytes(`From: a@b.example\r\n${'X-A: b\r\n'.repeat(2_000)}\r\nhi\r\n`)],
]

describe('real verdicts are valid', () => {
  test.each(inputs)('%s', (_, input) => {
    expect(errorsOf(classify(input))).toEqual([])
  })

  test('and stay what they are as JSON', () => {
    const verdict = classify(demoMails()[0]!.bytes)
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
  })
})

describe('what is no verdict is refused', () => {
  const verdict = classify('')
  test.each([
    ['a label that does not exist', { ...verdict, label: 'safe' }],
    ['a key that does not exist', { ...verdict, safe: true }],
    ['a missing key', { ...verdict, evidence: undefined }],
    ['another schema', { ...verdict, schema: 2 }],
  ])('%s', (_, value) => {
    expect(errorsOf(JSON.parse(JSON.stringify(value)))).not.toEqual([])
  })
})

test('the schema lists every evidence code and every cap', () => {
  expect([...schema.definitions.code.enum].sort()).toEqual(Object.keys(CODES).sort())
  expect(schema.definitions.limitHit.properties.limit.enum).toEqual([...Object.keys(LIMITS), 'unreadable'])
})
