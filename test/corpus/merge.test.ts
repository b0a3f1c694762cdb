import { describe, expect, it } from 'vitest'
import { builtinCorpus } from '../../src/corpus/builtin.ts'
import { compileCorpus, findDomain } from '../../src/corpus/compile.ts'
import { mergeCorpora } from '../../src/corpus/merge.ts'
import { brandOf, corpusOf } from './corpus-of.ts'

describe('merging an own corpus', () => {
  const base = corpusOf({ brands: [brandOf('a', ['元の名']), brandOf('b', ['残る名'])] })
  const own = corpusOf({
    version: '7',
    digest: 'fedcba9876543210',
    brands: [brandOf('c', ['新しい名']), brandOf('a', ['自分の名'])],
  })

  it('lets own entries replace those of the same id and adds the others', () => {
    expect(mergeCorpora(base, own).brands.map((b) => [b.id, b.names.ja[0]])).toEqual([
      ['a', '自分の名'],
      ['b', '残る名'],
      ['c', '新しい名'],
    ])
  })

  it('names both in version and digest', () => {
    const { version, digest } = mergeCorpora(base, own)
    expect([version, digest]).toEqual(['1.0.0+7', '0123456789abcdef+fedcba9876543210'])
  })

  it('changes neither', () => {
    const before = JSON.stringify([base, own])
    mergeCorpora(base, own)
    expect(JSON.stringify([base, own])).toBe(before)
  })

  it('works on the corpus of the package', () => {
    const mine = corpusOf({
      brands: [
        brandOf('my-shop', ['わたしの店'], {
          domains: { official: ['shop.example'], senders: [], customers: [], mixed: [], unverified: [] },
        }),
      ],
    })
    const compiled = compileCorpus(mergeCorpora(builtinCorpus(), mine))
    expect(findDomain(compiled, 'www.shop.example').map((o) => compiled.brands[o.brand]!.id)).toEqual(['my-shop'])
  })

  it('takes an own corpus without the lists that it has no entries for', () => {
    const merged = mergeCorpora(base, { schema: 1, version: '7', digest: 'x', brands: [brandOf('c', ['新しい名'])] })
    expect(merged.brands.map((b) => b.id)).toEqual(['a', 'b', 'c'])
  })

  it.each<[string, unknown, string]>([
    ['an object without a schema', {}, 'schema'],
    ['another schema', { schema: 2, version: '7', digest: 'x' }, 'schema'],
    ['one without a version', { schema: 1, digest: 'x' }, 'missing'],
    ['a list that is none', { schema: 1, version: '7', digest: 'x', brands: {} }, 'type'],
    ['a prototype key', JSON.parse('{"schema":1,"version":"7","digest":"x","__proto__":{}}'), 'prototype-key'],
    ['the text of a corpus', '{"schema":1}', 'type'],
    ['a list', [], 'type'],
    ['null', null, 'type'],
    ['nothing', undefined, 'type'],
  ])('refuses %s', (_, own, code) => {
    expect(() => mergeCorpora(base, own as never)).toThrow(expect.objectContaining({ name: 'CorpusError', code }))
  })
})
