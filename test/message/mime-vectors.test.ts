import { expect, test } from 'vitest'
import { parseMessage } from '../../src/message/message.ts'
import vectors from '../vectors/mime-vectors.json' with { type: 'json' }

interface Vector {
  b64: string
  field: string
  expect: string
}

/** What a vector asks for, in one string: the last field of some is one of several. */
function found(vector: Vector): string {
  const message = parseMessage(Uint8Array.from(atob(vector.b64), (unit) => unit.charCodeAt(0)))
  switch (vector.field) {
    case 'from':
      return message.from?.name ?? ''
    case 'filename':
      return message.attachments[0]?.filename ?? ''
    case 'any':
      return `${message.inner[0]?.subject} ${message.inner[0]?.text}`
    case 'subject':
      return message.subject
    case 'html':
      return message.html
    default:
      return message.text
  }
}

test.each(Object.entries(vectors as Record<string, Vector>))(
  'the vector %s is read as a person reads it',
  (_, vector) => {
    expect(found(vector)).toContain(vector.expect)
  },
)

test('all 22 vectors are here', () => {
  expect(Object.keys(vectors)).toHaveLength(22)
})
