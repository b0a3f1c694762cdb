import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { PRETEXT } from './cases/pretext.ts'

describe('what the mail tells and asks for', () => {
  for (const row of PRETEXT) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
