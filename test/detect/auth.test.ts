import { describe, expect, it } from 'vitest'
import { shownOf } from '../support/case.ts'
import { AUTH } from './cases/auth.ts'
import { GENUINE, STRANGERS } from './cases/auth-forms.ts'

describe('what a trusted server found', () => {
  for (const row of [...AUTH, ...STRANGERS, ...GENUINE]) {
    it(`${row.name}: ${[...(row.has ?? []), ...(row.lacks ?? []).map((code) => `no ${code}`)].join(', ')}`, () => {
      expect(shownOf(row)).toEqual(row.has ?? [])
    })
  }
})
