/** Can a mail hide its link behind the caps? */
import { expect, test } from 'vitest'
import { classify } from '../../src/classify.ts'
import type { MessageFields } from '../../src/message/model.ts'

const STORY =
  '<p>カゴヤ・ジャパン</p><p>メールボックスの容量が上限に達しました。以下のリンクをクリックしてください。</p><a href="https://evil.example/kagoya.jp/">こちらをクリック</a>'
const official = (count: number): string => '<a href="https://www.kagoya.jp/">カゴヤ</a> '.repeat(count)
const lure = (fields: MessageFields): MessageFields => ({
  from: 'カゴヤ <x@evil.example>',
  subject: '【重要】カゴヤ メールボックス',
  ...fields,
})

test.each([
  ['2,000 links in the text', lure({ text: 'https://www.kagoya.jp/ '.repeat(2_000), html: STORY })],
  ['2,000 links that nobody sees', lure({ html: `<div style="display:none">${official(2_000)}</div>${STORY}` })],
  [
    '2,000 units of user information',
    lure({ html: STORY.replace('evil', `www.kagoya.jp${'%20'.repeat(2_000)}@evil`) }),
  ],
  ['2 MB of hidden text', lure({ html: `<div style="display:none">${'カ'.repeat(2_000_000)}</div>${STORY}` })],
  ['500 elements that are open', lure({ html: `${'<div>'.repeat(600)}${STORY}` })],
  ['2,000 links behind it', lure({ html: STORY + official(2_000) })],
])('a lure behind %s is one', (_, input) => {
  expect(classify(input).label).toBe('phishing')
})

test('a lure behind more than is read is none, and the caps say so', () => {
  const verdict = classify(lure({ html: official(2_000) + STORY }))
  expect(verdict.limits).toContainEqual({ limit: 'links', where: 'html', cap: 1_000 })
})
