import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldCodePoint } from '../../scripts/fold-rules.ts'
import { fold, foldedString, foldText, originalSpan } from '../../src/text/fold.ts'

const folded = (text: string): string => foldText(text).folded

const CASES: ReadonlyArray<readonly [why: string, text: string, folded: string]> = [
  ['full-width Latin and half-width katakana', 'Ｋａｇｏｙａ の ﾒｰﾙ', 'kagoyaのメール'],
  ['half-width katakana with their voicing marks', 'ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟ ｳﾞ', 'ガギグパピヴ'],
  ['combining voicing marks', 'か\u3099は\u309aカ\u3099', '\u304c\u3071\u30ac'],
  ['spacing voicing marks, even after a blank', 'カ゛ハ ゜', 'ガパ'],
  ['a voicing mark with nothing to voice is dropped', '゛あ゛゛ア゜', 'あア'],
  ['zero-width characters', 'カ\u200bゴ\u200c\u200d\ufeffヤ\u2060', 'カゴヤ'],
  ['soft hyphens, bidi controls and word joiners', 'Ama\u00adz\u202eo\u2066n\u061c', 'amazon'],
  ['variation selectors and invisible operators', 'カ\ufe0fゴ\u2061\u2062\u2063\u2064ヤ\u{e0100}', 'カゴヤ'],
  ['Hangul fillers, grapheme joiner and tags', 'A\u034f\u115f\u1160\u3164\uffa0\u{e0041}B', 'ab'],
  ['control characters', 'a\0b\x1bc\x7fd', 'abcd'],
  ['Cyrillic letters that look Latin', 'Аmаzоn РАУРАL', 'amazon paypal'],
  ['Greek letters that look Latin', 'ΑΜΑΖΟΝ αpple', 'amazon apple'],
  ['Armenian letters that look Latin', 'gօօgle', 'google'],
  ['mathematical and enclosed letters', '𝐀𝐦𝐚𝐳𝐨𝐧 Ⓐⓜⓐ 🄰🅐🅰🇦', 'amazon ama aaaa'],
  ['accents and ligatures', 'Ámàzön ﬁle Größe', 'amazon file grosse'],
  ['digits of other scripts and in circles', '１２٣४①❷⓵⑽', '123412' + '1(10)'],
  ['squared words', '㍿と㈱と㌖', '株式会社と(株)とキロメートル'],
  ['dashes of all kinds', 'a‐b‑c–d—e―f−g－h', 'a-b-c-d-e-f-g-h'],
  ['wave dashes and tildes', '10〜12～13', '10~12~13'],
  ['quotation marks', '“it’s”', '"it\'s"'],
  ['blanks beside Japanese', '株式 会社\r\n　Amazon\u00a0様', '株式会社amazon様'],
  ['blanks between Latin words', ' your \t\r\n account\u2003is ', 'your account is'],
  ['a Latin word written letter by letter', 'いつもS M B Cカード A m a z o n', 'いつもsmbcカードamazon'],
  ['full-width letters with wide blanks between', 'Ｓ　Ｍ　Ｂ　Ｃ', 'smbc'],
  ['initials and single letters before a word stay', 'J. R. Smith, a b cd', 'j. r. smith, a b cd'],
  ['a blank beside a dash stays', 'カゴヤ - ログイン', 'カゴヤ - ログイン'],
  ['dashes between katakana', 'カ-ド サ―ビス メ−ル', 'カードサービスメール'],
  ['a dash after katakana but before kanji stays', 'メール-送信', 'メール-送信'],
  ['the kanji one between katakana', 'サ一バ一', 'サーバ一'],
  ['look-alike kanji between katakana', 'アカウン卜工ラー', 'アカウントエラー'],
  ['a look-alike kanji before katakana', '【力ゴヤ】', '【カゴヤ】'],
  ['a look-alike kanji at the end', 'サイ卜の', 'サイトの'],
  ['kanji in kanji words stay', '能力アップ 入口 工事 二段階 夕方 八月', '能力アップ入口工事二段階夕方八月'],
  ['kanji after katakana that are words stay', 'カード口座 サーバ一覧 プレゼン力', 'カード口座サーバ一覧プレゼン力'],
  ['counts before katakana stay', '二カ月 3口タイプ', '二カ月3口タイプ'],
  ['hiragana and katakana he look the same', 'ヘルプ へるぷ ページ', 'へルプへるぷぺージ'],
  ['radicals that look like kanji', '⼒⻄⻑', '力西長'],
  ['lone surrogates', '\ud800a\udc00', '\ufffda\ufffd'],
  ['emoji and rare kanji stay', '😀 𠮷野家 x', '😀𠮷野家x'],
  ['a long expansion is cut', 'ﷺ', 'صلى ال'],
  ['nothing', '', ''],
]

describe('fold', () => {
  it.each(CASES)('makes %s comparable', (_why, text, expected) => {
    expect(folded(text)).toBe(expected)
  })

  it('points back to where each folded unit stood', () => {
    expect([...foldText('ﾒｰﾙ が\u200b届 く').map]).toEqual([0, 1, 2, 4, 6, 8, 9])
    expect([...foldText('ｶﾞ㍿').map]).toEqual([0, 2, 2, 2, 2, 3])
    expect([...foldText('').map]).toEqual([0])
  })

  it('gives the original span of a match without the blanks after it', () => {
    const text = 'の カ゛ \n㍿ 様'
    const f = fold(text)
    expect(foldedString(f)).toBe('のガ株式会社様')
    expect(originalSpan(f, text, 1, 2)).toEqual({ start: 2, end: 4 })
    expect(originalSpan(f, text, 2, 6)).toEqual({ start: 6, end: 7 })
    expect(originalSpan(f, text, 3, 4)).toEqual({ start: 6, end: 7 })
    expect(originalSpan(f, text, 2, 2)).toEqual({ start: 6, end: 6 })
  })

  it('stops at the limit', () => {
    const f = fold('abcdef', 3)
    expect(foldedString(f)).toBe('abc')
    expect(f.map[3]).toBe(3)
  })

  it('says what is wrong with an argument that is no string', () => {
    expect(() => foldText(1 as unknown as string)).toThrow(TypeError)
  })

  it('has a table that agrees with the rules for every BMP code point that both know', () => {
    const wrong: string[] = []
    for (let code = 0; code < 0x10000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const c = String.fromCharCode(code)
      // Alone, blanks are at an end and voicing marks have nothing to voice.
      const rule = foldCodePoint(c)
        .trim()
        .replace(/^[\u3099\u309a]$/, '')
      if (!/\p{Cn}/u.test(c) && folded(c) !== rule) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })

  it('is NFKC in lower case but for what it says it does more', () => {
    const more =
      /[\p{Default_Ignorable_Code_Point}\p{Cn}\p{Cc}\p{Z}\p{M}\p{Nd}\p{Pd}\p{Pi}\p{Pf}\p{Sk}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}\ufff9-\ufffb\u2800]/u
    const signs =
      /[\u02b9\u02bc\u0374\u203e\u2017\u201a\u201e\u2032-\u2037\u2043\u2053\u2057\u207b\u208b\u2212\u2216\u223c\u223e\u2500\u2501\u2e80-\u2eff\u301d-\u301f\u3030\u30d8-\u30da\uff8d\u309b\u309c\uff9e\uff9f\u31d0\u3250\u56d7\uff02\uff07\uff40\uff5e\u301c\u24eb-\u24ff\u2776-\u2793\u00b5\u0020-\u0040\u005b-\u0060]/
    const wrong: string[] = []
    for (let code = 0; code < 0x10000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const c = String.fromCharCode(code)
      const nfkc = c.normalize('NFKC').toLowerCase().normalize('NFKC')
      if (more.test(c) || signs.test(c) || more.test(nfkc) || signs.test(nfkc)) continue
      if (nfkc.length <= 6 && !nfkc.startsWith(' ') && folded(c) !== nfkc)
        wrong.push(`${code.toString(16)} ${nfkc} ${folded(c)}`)
    }
    expect(wrong).toEqual([])
  })
})

/** Text of what folding is about: kana, look-alikes, marks, blanks, dashes, surrogates, and any unit at all. */
const mixed = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'カ力ロ口ニ二エ工夕ター一-―ハ八ト卜ヘへ゛゜ﾞﾟｶﾊのアア語Aa1 　\n\u200b㍿ﷺ😀'.split('')),
      fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
      fc.integer({ min: 0x10000, max: 0x1ffff }).map((c) => String.fromCodePoint(c)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('fold on any text', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const once = folded(text)
        expect(folded(once)).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps its map rising, inside the text, and as long as the units', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const f = fold(text)
        expect(f.length).toBeLessThanOrEqual(text.length * 6)
        expect(f.map[f.length]).toBe(text.length)
        for (let i = 0; i < f.length; i++) expect(f.map[i]).toBeLessThanOrEqual(f.map[i + 1]!)
        for (let i = 0; i < f.length; i++) {
          const span = originalSpan(f, text, i, i + 1)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('folds a slice to what stands at its place in the whole, where the cut is a line of Latin words', () => {
    fc.assert(
      fc.property(mixed, mixed, (a, b) => {
        expect(folded(`${a} x\n|y ${b}`)).toBe(`${folded(`${a} x`)} ${folded(`|y ${b}`)}`)
      }),
    )
  })

  it('reads a limited text as if it ended there', () => {
    fc.assert(
      fc.property(mixed, fc.nat(40), (text, limit) => {
        expect(foldedString(fold(text, limit))).toBe(folded(text.slice(0, limit)))
      }),
    )
  })
})
