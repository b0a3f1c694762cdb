/** Is hostile mail read within a second, in linear time? At a tenth of the size; `npm run hostile` measures at full size. */
import { expect, test } from 'vitest'
import { classify } from '../../src/classify.ts'
import type { LimitHit } from '../../src/limits.ts'
import { CASES } from './cases.ts'

const SCALE = 0.1

/** Caps of a verdict and of those inside it. */
function capsOf(verdict: ReturnType<typeof classify>): Array<LimitHit['limit']> {
  return [...verdict.limits.map((hit) => hit.limit), ...verdict.inner.flatMap(capsOf)]
}

test.each(CASES.map((c) => [c.name, c] as const))('%s', (_, { build, options }) => {
  const input = build(SCALE)
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3 && best > 500; i++) {
    const start = performance.now()
    classify(input, options)
    best = Math.min(best, performance.now() - start)
  }
  // the budget of the full size, on a machine that runs other tests too
  expect(best).toBeLessThan(1000)
})

test.each(CASES.flatMap((c) => (c.cap === undefined ? [] : [[c.name, c.cap, c] as const])))(
  'of %s at full size, %s is told',
  (_, cap, { build, options }) => {
    expect(capsOf(classify(build(1), options))).toContain(cap)
  },
)
