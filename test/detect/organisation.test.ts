import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { ORGANISATION } from './cases/organisation.ts'

describe('the organisation a mail claims to come from', () => {
  for (const row of ORGANISATION) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
