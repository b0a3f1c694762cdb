import { expect, it } from 'vitest'
import { remember } from '../../src/link/cache.ts'

it('computes an answer once, forgets the oldest, and never keeps long arguments', () => {
  const asked: string[] = []
  const answer = remember(
    (key) => {
      asked.push(key)
      return { key }
    },
    2,
    5,
  )
  for (const key of ['a', 'a', 'b', 'a', 'c', 'd', 'e', 'a', 'longer', 'longer']) answer(key)
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'a', 'longer', 'longer'])
})
