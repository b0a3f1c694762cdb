import { describe, expect, it } from 'vitest'
import { CODES } from '../../src/verdict.ts'
import { evidenceOf } from '../support/case.ts'
import { AUTH } from './cases/auth.ts'
import { BRAND } from './cases/brand.ts'
import { CRAFT } from './cases/craft.ts'
import { LINK } from './cases/link.ts'
import { LURES } from './cases/lure.ts'
import { ORGANISATION } from './cases/organisation.ts'
import { PRETEXT } from './cases/pretext.ts'
import { QUOTED } from './cases/quoted.ts'
import { SENDER } from './cases/sender.ts'

const ROWS = [AUTH, BRAND, CRAFT, LINK, LURES, ORGANISATION, PRETEXT, QUOTED, SENDER].flat()

describe('the tables of evidence', () => {
  it('ask for every code there is in some row', () => {
    const asked = new Set(ROWS.flatMap((row) => row.has ?? []))
    expect(Object.keys(CODES).filter((code) => !asked.has(code as keyof typeof CODES))).toEqual([])
  })

  it('yield evidence whose words stand where its span points, or tell what was found elsewhere', () => {
    const wrong = ROWS.flatMap(evidenceOf).filter(
      (e) => e.found === '' || e.found.length > 200 || (e.span !== undefined && e.span.end < e.span.start),
    )
    expect(wrong).toEqual([])
  })
})
