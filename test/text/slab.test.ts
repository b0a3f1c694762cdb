import { expect, it } from 'vitest'
import { slabs } from '../../src/text/slab.ts'

const bytes = slabs((length) => new Uint8Array(length))

it('gives arrays of zeros that share no element, short and long ones', () => {
  const given = [...Array(3_000).keys()].map((i) => bytes(i % 40 === 0 ? 5_000 : i % 23))
  for (const [i, array] of given.entries()) {
    expect(array).toHaveLength(i % 40 === 0 ? 5_000 : i % 23)
    expect(array.some((byte) => byte !== 0)).toBe(false)
    array.fill(255)
  }
})

it('makes a long array on its own, so that little of it keeps nothing else alive', () => {
  expect(bytes(5_000).buffer.byteLength).toBe(5_000)
  expect(bytes(10).buffer.byteLength).toBe(16_384)
})
