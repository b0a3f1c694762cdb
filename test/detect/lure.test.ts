import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { LURES } from './cases/lure.ts'

describe('which documented lure the mail follows', () => {
  for (const row of LURES) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
