import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCorpus, matchTerms } from '../../src/corpus/compile.ts'
import { gramsOf, lurePassages, similarLures } from '../../src/corpus/fingerprint.ts'
import { decodeFingerprint, encodeFingerprint, GRAM_BITS } from '../../src/corpus/fingerprint-format.ts'
import { makeFingerprint } from '../../src/corpus/fingerprint-make.ts'
import { fold, foldedString } from '../../src/text/fold.ts'
import { brandOf, corpusOf, lureOf } from './corpus-of.ts'

const LURE = `カゴヤをご利用のお客様
お客様のメールボックスは本日中に保管上限へ達し、未着のメッセージが{n}通たまっています。
アカウントを引き続きお使いになるには、次のボタンから容量を広げてください。
https://mail-quota.example/kagoya.jp/?uid=taro@client.example
手続きをなさらない場合、保留のメッセージは削除されます。`.replace('{n}', '5')

const NEWSLETTER = `今月のおすすめ商品をご紹介します。春の新生活を応援するキャンペーンを開催中です。
会員の皆様にはポイントを差し上げます。配信停止をご希望の方は下記からお手続きください。
次回の会議は水曜日の午後三時からです。議事録を添付いたしますのでご確認をお願いいたします。`

const BRANDS = [brandOf('kagoya', ['カゴヤ', 'KAGOYA']), brandOf('sakura', ['さくらインターネット'])]
const NAMES = compileCorpus(corpusOf({ brands: BRANDS }))

function fingerprintOf(text: string): string {
  const folded = fold(text)
  return encodeFingerprint(makeFingerprint(folded, matchTerms(NAMES, folded), () => 5)!)
}

const CORPUS = compileCorpus(
  corpusOf({
    brands: BRANDS,
    lures: [
      lureOf('kagoya/other', {
        fingerprints: [fingerprintOf('サーバーに障害が起きました。復旧の状況は次のページでお確かめください。')],
      }),
      lureOf('kagoya/quota', { fingerprints: [fingerprintOf(LURE)] }),
    ],
  }),
)

const similarity = (text: string): number =>
  similarLures(CORPUS, gramsOf(fold(text))).find(({ lure }) => lure === 1)?.similarity ?? 0

describe('how much of a lure stands in a mail', () => {
  it.each([
    ['the lure itself', LURE, 1, 1],
    ['other numbers and another address', LURE.replace('5通', '128通').replace(/https.*/, 'http://x.example/a'), 1, 1],
    ['lines wrapped elsewhere', LURE.replaceAll('、', '、\n').replaceAll('は', 'は\r\n '), 1, 1],
    ['another brand', LURE.replace('カゴヤ', 'さくらインターネット').replace('kagoya.jp', 'sakura.ne.jp'), 0.9, 1],
    ['a brand that no file knows', LURE.replace('カゴヤ', 'ATW'), 0.9, 1],
    ['inside a mail ten times as long', NEWSLETTER.repeat(5) + LURE + NEWSLETTER.repeat(5), 1, 1],
    ['invisible characters between all letters', [...LURE].join('\u200b'), 1, 1],
    [
      'two of its four sentences',
      LURE.split('\n')
        .filter((_, i) => i % 2 === 1)
        .join('\n'),
      0.3,
      0.9,
    ],
    ['an ordinary mail', NEWSLETTER, 0, 0.2],
    ['nothing', '', 0, 0],
  ])('%s', (_, text, least, most) => {
    expect(similarity(text)).toBeGreaterThanOrEqual(least)
    expect(similarity(text)).toBeLessThanOrEqual(most)
  })

  it('names the most similar lure first and each lure once', () => {
    const corpus = compileCorpus(
      corpusOf({
        lures: [lureOf('a/a', { fingerprints: [fingerprintOf(LURE), fingerprintOf(`${LURE}${NEWSLETTER}`)] })],
      }),
    )
    expect(similarLures(corpus, gramsOf(fold(LURE)))).toEqual([{ lure: 0, sample: 0, similarity: 1 }])
  })

  it('shows where the lure stands', () => {
    const text = `${NEWSLETTER}\n${LURE}\n${NEWSLETTER}`
    const folded = fold(text)
    const [found] = similarLures(CORPUS, gramsOf(folded))
    const passages = lurePassages(CORPUS, folded, [found!])[0]!.map(({ start, end }) =>
      foldedString(folded, start, end),
    )
    expect(passages.every((passage) => fold(LURE).length >= passage.length)).toBe(true)
    expect(passages.join('')).toContain('保管上限')
    expect(passages.join('')).not.toContain('会員の皆様')
  })

  it('leaves brand names, addresses and hosts out', () => {
    const names = 'カゴヤ KAGOYA https://kagoya.example/jp info@kagoya.example '
    const folded = fold(names.repeat(20))
    expect(makeFingerprint(folded, matchTerms(NAMES, folded), () => 5)).toBeUndefined()
  })

  it('gives no fingerprint of what stands in ordinary mail too', () => {
    expect(makeFingerprint(fold(LURE), [], () => 1)).toBeUndefined()
  })
})

describe('grams', () => {
  it('are each given once and below 2^20', () => {
    const grams = gramsOf(fold(NEWSLETTER.repeat(3)))
    expect(new Set(grams).size).toBe(grams.length)
    expect(Math.max(...grams)).toBeLessThan(1 << GRAM_BITS)
  })

  it.each([
    ['', 0],
    ['ab', 0],
    ['abc', 1],
    ['a b c', 1],
    ['123', 0],
    ['a1b', 1],
    ['aaaa', 1],
  ])('%j has %i', (text, count) => {
    expect(gramsOf(fold(text))).toHaveLength(count)
  })
})

describe('fingerprints as text', () => {
  const fingerprints = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: (1 << GRAM_BITS) - 1 }), fc.integer({ min: 1, max: 4 })), {
      selector: ([gram]) => gram,
      minLength: 1,
      maxLength: 100,
    })
    .map((pairs) => pairs.sort((a, b) => a[0] - b[0]))

  it('come back as they were', () => {
    fc.assert(
      fc.property(fingerprints, (pairs) => {
        const fingerprint = { grams: Int32Array.from(pairs, ([g]) => g), weights: Uint8Array.from(pairs, ([, w]) => w) }
        expect(decodeFingerprint(encodeFingerprint(fingerprint))).toEqual(fingerprint)
      }),
    )
  })

  it.each(['', '!', 'g', '________', 'あ', '-'.repeat(500)])('%j cannot be read', (text) => {
    expect(decodeFingerprint(text)).toBeUndefined()
  })

  it('of any other text are read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.string({ maxLength: 50 }), (text) => void decodeFingerprint(text)))
  })
})
