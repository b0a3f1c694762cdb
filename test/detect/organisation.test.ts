import { describe, expect, it } from 'vitest'
import { classify } from '../../src/classify.ts'
import { shownOf } from '../support/case.ts'
import { ORGANISATION } from './cases/organisation.ts'

describe('the organisation a mail claims to come from', () => {
  for (const row of ORGANISATION) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }

  it('of several recipients, it is the one that the sender names', () => {
    const { evidence } = classify({
      from: 'IT Desk <desk@kanamono-it.example>',
      to: ['taro@other-shop.example', 'hanako@kanamono.example'],
      subject: 'メールのパスワードの有効期限',
      text: 'メールボックスのパスワードの有効期限が切れます。\nhttps://kanamono-it.example/login?uid=hanako@kanamono.example\n',
    })
    expect(evidence.find(({ code }) => code === 'sender-lookalike')).toMatchObject({
      found: 'kanamono-it.example',
      expected: 'kanamono.example',
    })
  })
})
