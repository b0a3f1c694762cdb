/** Is hostile mail read within a second, in linear time? At a tenth of the size; `npm run hostile` measures at full size. */
import { expect, test } from 'vitest'
import { classify } from '../../src/classify.ts'
import type { LimitHit } from '../../src/limits.ts'
import { quietest } from '../support/quietest.ts'
import { CASES } from './cases.ts'

const SCALE = 0.1

/** Caps of a verdict and of those inside it. */
function capsOf(verdict: ReturnType<typeof classify>): Array<LimitHit['limit']> {
  return [...verdict.limits.map((hit) => hit.limit), ...verdict.inner.flatMap(capsOf)]
}

test.each(CASES.map((c) => [c.name, c] as const))('%s', (_, { build, options }) => {
  const input = build(SCALE)
  // the budget of the full size
  expect(quietest(1000, () => classify(input, options))).toBeLessThan(1000)
})

test.each(CASES.flatMap((c) => (c.cap === undefined ? [] : [[c.name, c.cap, c] as const])))(
  'of %s at full size, %s is told',
  (_, cap, { build, options }) => {
    expect(capsOf(classify(build(1), options))).toContain(cap)
  },
)
