import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NameIndex } from '../../src/text/name-index.ts'

const NAMES = ['a', 'b', 'br', 'href', 'http-equiv', 'xlink:href', 'h1', 'h2', 'blockquote']
const index = new NameIndex(NAMES)

describe('NameIndex', () => {
  it('finds a name inside a longer text, whatever its case', () => {
    expect(index.find('<BlockQuote>', 1, 11)).toBe(8)
    expect(index.find('<br>', 1, 3)).toBe(2)
    expect(index.find('<br>', 1, 2)).toBe(1)
    expect(index.find('<brr>', 1, 4)).toBe(-1)
    expect(index.find('', 0, 0)).toBe(-1)
    expect(index.find('xlink\x1ahref', 0, 10)).toBe(-1)
  })

  it('agrees with a plain search for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...NAMES, 'HREF', 'H1')), (text) => {
        expect(index.find(text, 0, text.length)).toBe(NAMES.indexOf(text.toLowerCase()))
      }),
    )
  })
})
