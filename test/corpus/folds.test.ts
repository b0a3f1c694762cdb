/** Are the folded names and phrases that the package carries those that folding gives? */
import { describe, expect, it } from 'vitest'
import { builtin, builtinCorpus } from '../../src/corpus/builtin.ts'
import { compileChecked } from '../../src/corpus/compile.ts'
import { packFolds, readFolds } from '../../src/corpus/folds.ts'
import { foldAll } from '../../src/corpus/matcher.ts'

describe('folded forms that are carried', () => {
  it('are short: a digit for what folds to itself or to small letters, the form for all else', () => {
    const texts = ['カゴヤ', 'KAGOYA Mail', 'Ｋａｇｏｙａ', ' x ', 'Ärger']
    expect(packFolds(texts, foldAll(texts))).toBe('01222\nkagoya\nx\narger')
  })

  it('come back as folding gives them', () => {
    const texts = ['カゴヤ', 'KAGOYA Mail', 'Ｋａｇｏｙａ', 'ABC', '', '株式会社 Example']
    const whole = foldAll(texts)
    const read = readFolds(texts, packFolds(texts, whole))
    const formsOf = ({ units, starts, ends }: typeof whole) =>
      texts.map((_, i) => String.fromCharCode(...units.subarray(starts[i], ends[i])))
    expect(formsOf(read)).toEqual(['カゴヤ', 'kagoya mail', 'kagoya', 'abc', '', '株式会社example'])
    expect(formsOf(read)).toEqual(formsOf(whole))
  })

  it('make the same corpus as folding does', () => {
    const { terms, termIds, matcher } = compileChecked(builtinCorpus())
    expect(builtin().terms).toEqual(terms)
    expect(builtin().termIds).toEqual(termIds)
    expect(builtin().matcher.patterns).toEqual(matcher.patterns)
    expect(builtin().matcher.literalTerms).toEqual(matcher.literalTerms)
    expect(builtin().matcher.automaton.table).toEqual(matcher.automaton.table)
  })
})
