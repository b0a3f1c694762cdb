import { describe, expect, it } from 'vitest'
import { compileCorpus } from '../../src/corpus/compile.ts'
import { CorpusError } from '../../src/corpus/errors.ts'
import type { Corpus } from '../../src/corpus/model.ts'
import { brandOf, corpusOf, corpusOfPhrases, lureOf, phraseOf } from './corpus-of.ts'

/** `code path` of the error that a corpus meets. */
function errorOf(corpus: unknown): string {
  try {
    compileCorpus(corpus as Corpus)
  } catch (error) {
    if (error instanceof CorpusError) return `${error.code} ${error.path}`
    throw error
  }
  return 'none'
}

const brand = brandOf('a', ['名前'])

describe('a corpus is refused with code and path', () => {
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'type corpus'],
    ['a string', 'corpus', 'type corpus'],
    ['a list', [], 'type corpus'],
    ['no schema', {}, 'schema schema'],
    ['another schema major', { ...corpusOf(), schema: 2 }, 'schema schema'],
    ['a part that is missing', { ...corpusOf(), brands: undefined }, 'missing brands'],
    ['a part of the wrong type', { ...corpusOf(), brands: {} }, 'type brands'],
    ['a number for an id', corpusOf({ brands: [{ ...brand, id: 1 as unknown as string }] }), 'type brands[0].id'],
    [
      'a name that is no string',
      corpusOf({ brands: [{ ...brand, names: { ja: [null as unknown as string], en: [], aliases: [] } }] }),
      'type brands[0].names.ja[0]',
    ],
    ['an id that stands twice', corpusOf({ brands: [brand, brand] }), 'duplicate-id brands[1].id'],
    [
      'a prototype key',
      corpusOf({ brands: [JSON.parse(`{"__proto__":{"id":"x"},${JSON.stringify(brand).slice(1)}`)] }),
      'prototype-key brands[0].__proto__',
    ],
    [
      'a constructor key',
      corpusOf({ brands: [{ ...brand, constructor: 1 } as never] }),
      'prototype-key brands[0].constructor',
    ],
    [
      'an object with a prototype of its own',
      corpusOf({ brands: [Object.assign(Object.create({ id: 'x' }), brand)] }),
      'prototype-key brands[0]',
    ],
    ['an inherited key', corpusOf({ brands: [Object.create(brand)] }), 'prototype-key brands[0]'],
    [
      'an unknown token rule',
      corpusOf({ brands: [{ ...brand, tokens: [{ token: 'a', rule: 'regex' as never }] }] }),
      'type brands[0].tokens[0].rule',
    ],
    [
      'a strength of 4',
      corpusOfPhrases({ text: 'クリック', strength: 4 as never }),
      'type phrases[0].phrases[0].strength',
    ],
    ['an unknown slot', corpusOfPhrases('{name}様へ'), 'slot phrases[0].phrases[0].text'],
    ['two slots side by side', corpusOfPhrases('あと{num}{date}です'), 'slot phrases[0].phrases[0].text'],
    ['a brace without its pair', corpusOfPhrases('あと}です'), 'slot phrases[0].phrases[0].text'],
    ['a slot alone', corpusOfPhrases('{brand}'), 'length phrases[0].phrases[0].text'],
    ['one character', corpusOfPhrases('あ'), 'length phrases[0].phrases[0].text'],
    ['nothing left after folding', corpusOfPhrases('\u200b\u200b'), 'length phrases[0]'],
    ['a literal of 10 MB', corpusOfPhrases('あ'.repeat(10_000_000)), 'length phrases[0].phrases[0].text'],
    ['near with one piece', corpusOfPhrases(phraseOf(['クリック'])), 'length phrases[0].phrases[0].text'],
    ['near with a slot', corpusOfPhrases(phraseOf(['クリック', '{num}日'])), 'slot phrases[0].phrases[0].text'],
    [
      'near that reaches too far',
      corpusOfPhrases(phraseOf(['クリック', 'ください'], 1000)),
      'type phrases[0].phrases[0].within',
    ],
    [
      'a fingerprint that cannot be read',
      corpusOf({ lures: [lureOf('a/b', { fingerprints: ['!!'] })] }),
      'fingerprint lures[0].fingerprints',
    ],
    ['an unknown status', corpusOf({ lures: [lureOf('a/b', { status: 'new' as never })] }), 'type lures[0].status'],
  ])('%s', (_, corpus, expected) => {
    expect(errorOf(corpus)).toBe(expected)
  })
})

describe('a corpus is taken', () => {
  it('when it is empty', () => {
    expect(errorOf(corpusOf())).toBe('none')
  })

  it('with keys that a later minor version may add', () => {
    expect(errorOf({ ...corpusOf({ brands: [{ ...brand, since: 2030 } as never] }), more: [] })).toBe('none')
  })

  it('when its objects have no prototype', () => {
    expect(errorOf(corpusOf({ brands: [Object.assign(Object.create(null), brand)] }))).toBe('none')
  })
})

describe('a corpus error', () => {
  it('never repeats what it was given at length', () => {
    let message = ''
    try {
      compileCorpus(corpusOfPhrases('あ'.repeat(1_000_000)))
    } catch (error) {
      message = (error as Error).message
    }
    expect(message.length).toBeLessThan(200)
  })

  it.each<[unknown, string]>([
    ['regex', '"regex"'],
    [4, '4'],
    [null, 'null'],
    [[], 'a list'],
    [{}, 'an object'],
    ['x'.repeat(50), `"${'x'.repeat(40)}"`],
  ])('shows the value %j that is none of the possible ones', (rule, shown) => {
    const tokens = [{ token: 'a', rule: rule as never }]
    expect(() => compileCorpus(corpusOf({ brands: [{ ...brand, tokens }] }))).toThrow(
      `brands[0].tokens[0].rule: expected one of substring, label, label+context, path-or-host, never-alone, found ${shown} (type)`,
    )
  })

  it('has a line only where the corpus came from a file', () => {
    expect('line' in new CorpusError('type', 'brands', 'wrong')).toBe(false)
    expect(new CorpusError('type', 'corpus/brands/a.yaml', 'wrong', { line: 3, column: 7 }).line).toBe(3)
  })
})
