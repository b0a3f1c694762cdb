import { describe, expect, it } from 'vitest'
import { inOrder } from '../../src/cli/ordered.ts'

async function* numbers(count: number) {
  for (let n = 0; n < count; n++) yield n
}

describe('batches that run at once', () => {
  it('give their results in order, whichever is done first', async () => {
    const results: number[] = []
    const slowFirst = (n: number) => new Promise<number>((resolve) => setTimeout(() => resolve(n), n === 0 ? 20 : 1))
    for await (const n of inOrder(numbers(6), 3, slowFirst)) results.push(n)
    expect(results).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('are never more than asked for', async () => {
    let running = 0
    let most = 0
    const task = async (n: number) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running--
      return n
    }
    for await (const _ of inOrder(numbers(20), 4, task)) expect(running).toBeLessThanOrEqual(4)
    expect(most).toBe(4)
  })

  it('end with the failure of one of them', async () => {
    const run = async () => {
      for await (const _ of inOrder(numbers(3), 2, async (n) => (n === 1 ? Promise.reject(new Error('no')) : n))) {
      }
    }
    await expect(run()).rejects.toThrow('no')
  })
})
