import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { LINK } from './cases/link.ts'

describe('where the mail leads', () => {
  for (const row of LINK) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
