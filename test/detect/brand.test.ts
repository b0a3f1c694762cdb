import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { BRAND } from './cases/brand.ts'

describe('the brand a mail claims to come from', () => {
  for (const row of BRAND) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
