import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/text/fold.ts'

describe('words written letter by letter', () => {
  it('point back to the letters', () => {
    expect([...foldText('a m a z').map]).toEqual([0, 2, 4, 6, 7])
  })

  it('are read as the word, whatever stands around them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'abcxyz'), { minLength: 3, maxLength: 12 }),
        fc.constantFrom('', 'の', '。', '1', ','),
        fc.constantFrom('', 'の', '。', '1', ','),
        (letters, before, after) => {
          expect(foldText(before + letters.join(' ') + after).folded).toBe(before + letters.join('') + after)
        },
      ),
    )
  })
})
