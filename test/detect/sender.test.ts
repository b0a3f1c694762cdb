import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { SENDER } from './cases/sender.ts'

describe('what in the sender contradicts the claim', () => {
  for (const row of SENDER) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
