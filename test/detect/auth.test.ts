import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { AUTH } from './cases/auth.ts'

describe('what a trusted server found', () => {
  for (const row of AUTH) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
