import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { QUOTED } from './cases/quoted.ts'

describe('whether the mail shows lures', () => {
  for (const row of QUOTED) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
