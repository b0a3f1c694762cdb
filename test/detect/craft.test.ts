import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { CRAFT } from './cases/craft.ts'

describe('how the mail is made', () => {
  for (const row of CRAFT) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
