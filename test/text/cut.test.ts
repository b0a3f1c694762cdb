import { describe, expect, it } from 'vitest'
import { cutText } from '../../src/text/cut.ts'

describe('cutText', () => {
  it.each([
    ['カゴヤ', 2, 'カゴ'],
    ['カゴヤ', 3, 'カゴヤ'],
    ['カゴヤ', 9, 'カゴヤ'],
    ['a😀b', 2, 'a'],
    ['a😀b', 3, 'a😀'],
    ['', 5, ''],
  ])('never leaves half a character: %j cut at %i', (text, most, expected) => {
    expect(cutText(text, most)).toBe(expected)
  })
})
