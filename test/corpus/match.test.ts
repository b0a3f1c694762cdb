import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompiledCorpus, compileChecked, compileCorpus, matchTerms } from '../../src/corpus/compile.ts'
import { foldAll, foldsOf } from '../../src/corpus/matcher.ts'
import type { Corpus } from '../../src/corpus/model.ts'
import { fold, foldedString } from '../../src/text/fold.ts'
import { quietest } from '../support/quietest.ts'
import { brandOf, corpusOf, corpusOfPhrases, lureOf, phraseOf } from './corpus-of.ts'

/** `term:text found`, with a `~` behind a hit that is glued to more letters. */
function found(corpus: Corpus, text: string): string[] {
  const compiled = compileCorpus(corpus)
  const folded = fold(text)
  return matchTerms(compiled, folded).map(
    (hit) => `${compiled.terms[hit.term]!.text}:${foldedString(folded, hit.start, hit.end)}${hit.bounded ? '' : '~'}`,
  )
}

const BRANDS = corpusOf({
  brands: [
    brandOf('kagoya', ['カゴヤ', 'KAGOYA', 'KAGOYA JAPAN']),
    brandOf('aiful', ['アイフル']),
    brandOf('aifulhome', ['アイフルホーム']),
    brandOf('smbc-bank', ['三井住友銀行']),
    brandOf('smbc', ['三井住友']),
    brandOf('au', ['au'], { ambiguous: ['au'] }),
  ],
})

describe('brand names', () => {
  it.each([
    ['カゴヤのメール', ['カゴヤ:カゴヤ']],
    ['ｶｺﾞﾔのメール', ['カゴヤ:カゴヤ']],
    ['カ\u200bゴ\u200bヤ', ['カゴヤ:カゴヤ']],
    ['力ゴヤ', ['カゴヤ:カゴヤ']],
    ['Ｋａｇｏｙａ', ['KAGOYA:kagoya']],
    ['КАGОYА', ['KAGOYA:kagoya']],
    ['Kagoya Japan Inc.', ['KAGOYA JAPAN:kagoya japan']],
    ['アイフルホーム', ['アイフルホーム:アイフルホーム']],
    ['アイフルのカード', ['アイフル:アイフル']],
    ['三井住友銀行', ['三井住友銀行:三井住友銀行']],
    ['株式会社三井住友銀行様', ['三井住友銀行:三井住友銀行']],
    ['新三井住友銀行', ['三井住友銀行:三井住友銀行~']],
    ['カゴヤマ', ['カゴヤ:カゴヤ~']],
    ['mykagoya.example', ['KAGOYA:kagoya~']],
    ['au PAY', ['au:au']],
    ['because', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(found(BRANDS, text)).toEqual(expected)
  })

  it('marks names that need a second signal', () => {
    const { terms } = compileCorpus(BRANDS)
    expect(terms.filter((t) => t.ambiguous).map((t) => [t.text, t.strength])).toEqual([['au', 1]])
  })

  it('makes one term of spellings that fold to the same', () => {
    const { terms } = compileCorpus(corpusOf({ brands: [brandOf('x', ['KAGOYA', 'Kagoya', 'ｋａｇｏｙａ'])] }))
    expect(terms.map((t) => t.text)).toEqual(['KAGOYA'])
  })

  it('finds a name that two brands share for both', () => {
    const corpus = corpusOf({ brands: [brandOf('a', ['Vポイント']), brandOf('b', ['Vポイント'])] })
    const hits = matchTerms(compileCorpus(corpus), fold('Vポイント'))
    expect(hits.map((h) => h.term)).toEqual([0, 1])
  })
})

describe('phrases', () => {
  it.each([
    [
      'メールボックスがいっぱい',
      'お客様のメール ボックスが\nいっぱいです',
      ['メールボックスがいっぱい:メールボックスがいっぱい'],
    ],
    ['click here', 'please click here.', ['click here:click here']],
    ['click here', 'click hereafter', []],
    ['{num}通のメール', '12通のメール', ['{num}通のメール:12通のメール']],
    ['{num}通のメール', '1,200 通のメール', ['{num}通のメール:1,200通のメール']],
    ['{num}通のメール', '多数通のメール', []],
    ['残り{num}日で停止', '残り 3 日で停止', ['残り{num}日で停止:残り3日で停止']],
    ['{date}までに確認', '2024年5月6日までに確認', ['{date}までに確認:2024年5月6日までに確認']],
    ['{date}までに確認', '2024/05/06 までに確認', ['{date}までに確認:2024/05/06までに確認']],
    ['{date}までに確認', '12までに確認', []],
    ['期限は{date}', '期限は5月6日。', ['期限は{date}:期限は5月6日']],
    ['https://{host}/jp', 'https://evil.example/jp', ['https://{host}/jp:https://evil.example/jp']],
    ['https://{host}/jp', 'https://evil/jp', []],
  ])('%s in %s', (phrase, text, expected) => {
    expect(found(corpusOfPhrases(phrase), text)).toEqual(expected)
  })

  it('fills {brand} with any name of the corpus, before and after a literal', () => {
    const corpus = { ...BRANDS, phrases: corpusOfPhrases('{brand}をご利用のお客様', 'ようこそ{brand}').phrases }
    const phrases = (text: string) => found(corpus, text).filter((hit) => hit.includes('{'))
    expect(phrases('三井住友銀行をご利用のお客様')).toEqual(['{brand}をご利用のお客様:三井住友銀行をご利用のお客様'])
    expect(phrases('ようこそKagoya Japan')).toEqual(['ようこそ{brand}:ようこそkagoya japan'])
    expect(phrases('知らない銀行をご利用のお客様')).toEqual([])
  })

  const near = (...pieces: string[]) => corpusOfPhrases(phraseOf(pieces, 5))
  it.each([
    [near('容量', '超え'), '容量を大きく超えています', ['容量 … 超え:容量を大きく超え']],
    [near('容量', '超え'), '容量を大きく大きく超えています', []],
    [near('容量', '超え'), '超え容量', []],
    [near('aa', 'bb', 'ccc'), 'aaxbbxbbxxxxxccc', ['aa … bb … ccc:aaxbbxbbxxxxxccc']],
    [near('aa', 'bb', 'ccc'), 'aaxxxxxxbbccc', []],
    [near('長い言葉', 'ab', 'cd'), '長い言葉ab1cd', ['長い言葉 … ab … cd:長い言葉ab1cd']],
    [near('ab', 'cd', '長い言葉'), 'ab1ab1cd長い言葉', ['ab … cd … 長い言葉:ab1cd長い言葉']],
  ])('near pieces, case %#', (corpus, text, expected) => {
    expect(found(corpus, text)).toEqual(expected)
  })

  it('gives hits by place, longest first', () => {
    expect(found(corpusOfPhrases('クリックして', 'クリック', 'リンクをクリック'), 'リンクをクリックして')).toEqual([
      'リンクをクリック:リンクをクリック',
      'クリックして:クリックして',
      'クリック:クリック',
    ])
  })

  it('gives the same answer twice', () => {
    const corpus = compileCorpus(corpusOfPhrases('クリック'))
    const folded = fold('クリック'.repeat(300))
    expect(matchTerms(corpus, folded)).toHaveLength(256)
    expect(matchTerms(corpus, folded)).toHaveLength(256)
  })

  it('stays linear where the anchors of many near phrases flood the text', () => {
    const phrases = Array.from({ length: 200 }, (_, i) => phraseOf(['クリック', `な${i}`], 80))
    const corpus = compileCorpus(corpusOfPhrases(...phrases))
    const folded = fold('クリック'.repeat(100_000))
    expect(quietest(2000, () => expect(matchTerms(corpus, folded)).toEqual([]))).toBeLessThan(2000)
  })
})

describe('folding all literals at once', () => {
  it('gives what folding each alone gives', () => {
    const unit = fc.constantFrom(
      'a',
      'Ｂ',
      'カ',
      'ｶ',
      'ﾞ',
      '一',
      'ー',
      '-',
      '力',
      ' ',
      '　',
      '1',
      '㍿',
      '\u200b',
      'が',
      '𝐀',
    )
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 8 }), { minLength: 1, maxLength: 8 }), (texts) => {
        const { units, starts, ends } = foldAll(texts)
        const folded = texts.map((_, i) => String.fromCharCode(...units.subarray(starts[i]!, ends[i]!)))
        expect(folded).toEqual(texts.map((text) => foldedString(fold(text))))
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses half a surrogate pair, which would shift all others', () => {
    expect(() => foldAll(['ab', 'c\ud800d', 'ef'])).toThrow('invisible')
  })
})

describe('a retired lure', () => {
  const corpus = (status: 'stable' | 'retired') =>
    corpusOf({
      lures: [
        lureOf('a/retired', { status, phrases: [phraseOf('サーバー障害が発生しました')] }),
        lureOf('a/kept', { phrases: [phraseOf('受信メールを配信できません')] }),
      ],
    })
  const text = 'サーバー障害が発生しました。受信メールを配信できません。'
  it.each([
    ['stable', ['a/retired', 'a/kept']],
    ['retired', ['a/kept']],
  ] as const)('that is %s: found are %j', (status, ids) => {
    const compiled = compileCorpus(corpus(status))
    expect(matchTerms(compiled, fold(text)).map((hit) => compiled.termIds[hit.term])).toEqual(ids)
  })
})

describe('names and phrases that were folded before', () => {
  it('give the same matcher, though a lure is retired', () => {
    const corpus = corpusOf({
      brands: [brandOf('a', ['カゴヤ', 'KAGOYA'])],
      lures: [
        lureOf('a/retired', { status: 'retired', phrases: [phraseOf('サーバー障害が発生しました')] }),
        lureOf('a/kept', { phrases: [phraseOf('受信メールを配信できません')] }),
      ],
    })
    const at = (compiled: CompiledCorpus) =>
      matchTerms(compiled, fold('カゴヤのサーバー障害が発生しました。受信メールを配信できません。')).map(
        (hit) => compiled.terms[hit.term]!.text,
      )
    expect(at(compileChecked(corpus, foldsOf(corpus)))).toEqual(['カゴヤ', '受信メールを配信できません'])
    expect(at(compileChecked(corpus))).toEqual(at(compileChecked(corpus, foldsOf(corpus))))
  })
})
