/** Do the segments join to the mail's text, and does each carry the findings that stand on it? */
import { expect, test } from 'vitest'
import type { Evidence, Verdict } from '../../src/detect/model.ts'
import { highlight } from '../../src/explain/index.ts'
import type { Message } from '../../src/message/model.ts'

const message: Message = {
  source: 'bytes',
  headers: [],
  fromText: 'Kagoya <x@evil.example>',
  fromAll: [],
  replyTo: [],
  to: [],
  subject: '',
  text: 'abcdefghij',
  html: '<p>a<b>bc</b></p>',
  attachments: [],
  inner: [],
  decoding: [],
  limits: [],
}

const at = (field: 'from' | 'text' | 'html', start: number, end: number): Evidence => ({
  code: 'pretext',
  group: 'P',
  weight: 5,
  field,
  span: { field, start, end },
  found: '',
})

const verdict: Verdict = {
  label: 'phishing',
  decidedBy: 'own',
  score: 80,
  lures: [],
  evidence: [at('text', 2, 6), at('text', 4, 8), at('from', 0, 6), at('text', 4, 4), at('text', 9, 99)],
  links: [],
  inner: [],
  decoding: [],
  skipped: [],
  limits: [],
  corpus: { version: '0', digest: '0' },
  schema: 1,
}

test('overlapping findings are cut where one begins or ends; spans outside the text are clamped', () => {
  expect(highlight(verdict, message)).toEqual([
    {
      field: 'from',
      segments: [
        { text: 'Kagoya', start: 0, end: 6, evidence: [2] },
        { text: ' <x@evil.example>', start: 6, end: 23, evidence: [] },
      ],
    },
    {
      field: 'text',
      segments: [
        { text: 'ab', start: 0, end: 2, evidence: [] },
        { text: 'cd', start: 2, end: 4, evidence: [0] },
        { text: 'ef', start: 4, end: 6, evidence: [0, 1] },
        { text: 'gh', start: 6, end: 8, evidence: [1] },
        { text: 'i', start: 8, end: 9, evidence: [] },
        { text: 'j', start: 9, end: 10, evidence: [4] },
      ],
    },
    { field: 'html', segments: [{ text: 'abc', start: 0, end: 3, evidence: [] }] },
  ])
})

test('a span that counts into a forwarded message marks nothing here', () => {
  const evidence: Evidence[] = [{ ...at('text', 0, 5), span: { field: 'text', start: 0, end: 5, inner: [0] } }]
  const text = highlight({ ...verdict, evidence }, message).find((f) => f.field === 'text')
  expect(text?.segments).toEqual([{ text: 'abcdefghij', start: 0, end: 10, evidence: [] }])
})
