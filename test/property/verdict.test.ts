/** Does classify() keep its promises on inputs that nobody would think of? */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClassifyOptions } from '../../src/detect/model.ts'
import type { MessageFields } from '../../src/message/model.ts'
import { problemsOf } from './check-verdict.ts'
import { limits, mailBytes, mailText, pageText } from './inputs.ts'

const mailbox = fc.oneof(
  mailText,
  fc.record({ name: mailText, address: mailText }, { requiredKeys: [] }),
  fc.constantFrom('user@customer.example', { name: 'カゴヤ', address: 'info@kagoya.example' }),
)

const fields: fc.Arbitrary<MessageFields> = fc.record(
  {
    from: fc.oneof(mailbox, fc.array(mailbox, { maxLength: 3 })),
    replyTo: mailbox,
    to: fc.oneof(mailbox, fc.array(mailbox, { maxLength: 3 })),
    subject: mailText,
    text: mailText,
    html: pageText,
    headers: fc.oneof(
      mailText,
      fc.dictionary(fc.constantFrom('from', 'to', 'subject', 'list-id', 'x-a', 'authentication-results'), mailText),
      fc.array(fc.record({ name: fc.constantFrom('From', 'Subject', 'To', ''), value: mailText }), { maxLength: 5 }),
    ),
    attachments: fc.array(
      fc.record(
        {
          filename: fc.oneof(mailText, fc.constant(null)),
          contentType: fc.constantFrom('text/html', 'message/rfc822', 'application/ms-tnef', ''),
          size: fc.nat(),
          content: fc.oneof(pageText, mailBytes),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
)

const options: fc.Arbitrary<ClassifyOptions> = fc.record(
  {
    trustedAuthserv: fc.constantFrom('mx.example', 'mx.other.example'),
    recipient: fc.constantFrom('user@customer.example', 'İ@x.example', '"not an address"@x.example'),
    ownDomains: fc.constant(['customer.example']),
    limits,
    disable: fc.constantFrom([], ['kagoya', 'link-foreign']),
  },
  { requiredKeys: [] },
)

describe('a verdict is plain JSON, valid, the same again, points into the mail, and names no recipient', () => {
  test('for any fields', () => {
    fc.assert(
      fc.property(fields, options, (input, given) => {
        expect(problemsOf(input, given)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('for any string', () => {
    fc.assert(
      fc.property(mailText, options, (input, given) => {
        expect(problemsOf(input, given)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('for any bytes', () => {
    fc.assert(
      fc.property(mailBytes, options, (input, given) => {
        expect(problemsOf(input, given)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
