import { describe, expect, it } from 'vitest'
import { findPassages, isWithin } from '../../src/text/passage.ts'

const COMMENT = '次のようなメールが届いたら削除してください。\n'
/** The quoted stretches themselves. */
const quotesOf = (text: string, blockquotes: Array<{ start: number; end: number }> = [], warns = false): string[] =>
  findPassages(text, blockquotes, warns).quoted.map(({ start, end }) => text.slice(start, end))
const headsOf = (text: string): string[] => findPassages(text).heads.map(({ start, end }) => text.slice(start, end))

describe('the heads of embedded mails', () => {
  const cases: Array<[name: string, text: string, heads: string[]]> = [
    ['a head word and a colon', '件名:重要', ['件名:重要']],
    ['a full-width colon', '件名：重要', ['件名：重要']],
    ['marks before the word', '■【件名】重要', ['■【件名】重要']],
    ['blanks alone after a Japanese word', '差出人　Kagoya', ['差出人　Kagoya']],
    ['a longer label of the sender', '送信元メールアドレス：a@b.example', ['送信元メールアドレス：a@b.example']],
    ['an English word and a colon', 'Subject: hello', ['Subject: hello']],
    ['adjoining lines as one group', '件名:a\n差出人:b\n本文', ['件名:a\n差出人:b']],
    ['lines with blank ones between them as one group', '件名:a\n\n差出人:b', ['件名:a\n\n差出人:b']],
    ['lines far apart as two', '件名:a\n1\n2\n3\n4\n件名:b', ['件名:a', '件名:b']],
    ['no English prose that starts with the word', 'From now on we close at six', []],
    ['no sentence about senders', '差出人が不明なメール', []],
    ['no paragraph', `件名:${'あ'.repeat(200)}`, []],
    ['nothing in no text', '', []],
  ]
  for (const [name, text, heads] of cases) {
    it(`are ${name}`, () => {
      expect(headsOf(text)).toEqual(heads)
    })
  }
})

describe('what is quoted', () => {
  const cases: Array<[name: string, text: string, quoted: string[]]> = [
    ['nothing of plain words', `${COMMENT}本文`, []],
    ['lines behind a mark', `${COMMENT}> a\n> b\nそれでは`, ['> a\n> b']],
    ['an example from its heads to the end', `${COMMENT}件名:a\n差出人:b\n本文`, ['件名:a\n差出人:b\n本文']],
    [
      'an example from its heads to a rule',
      `${COMMENT}件名:a\n差出人:b\n\n本文\n----------\nそれでは`,
      ['件名:a\n差出人:b\n\n本文\n'],
    ],
    [
      'no rule of fewer than ten marks',
      `${COMMENT}件名:a\n差出人:b\n\n本文\n---------\n終`,
      ['件名:a\n差出人:b\n\n本文\n---------\n終'],
    ],
    ['nothing behind one head line', `${COMMENT}件名:a\n本文`, []],
    ['nothing where all is behind marks', '> お客様のアカウントを停止しました。\n> こちらへ。', []],
    ['nothing where a form of address alone stands above', 'お客様各位\n件名:a\n差出人:b\n本文', []],
  ]
  for (const [name, text, quoted] of cases) {
    it(`is ${name}`, () => {
      expect(quotesOf(text)).toEqual(quoted)
    })
  }
  it('is what HTML marks so, unless that is all there is', () => {
    const text = `${COMMENT}引用された本文`
    expect(quotesOf(text, [{ start: COMMENT.length, end: text.length }])).toEqual(['引用された本文'])
    expect(quotesOf(text, [{ start: 0, end: text.length }])).toEqual([])
  })
  it('is one stretch where two overlap', () => {
    const text = `${COMMENT}0123456789`
    const at = COMMENT.length
    expect(
      quotesOf(text, [
        { start: at, end: at + 6 },
        { start: at + 3, end: at + 9 },
      ]),
    ).toEqual(['012345678'])
  })
  it('is an example behind one head line, or all there is, in a mail that warns', () => {
    expect(quotesOf(`${COMMENT}件名:a\n本文`, [], true)).toEqual(['件名:a\n本文'])
    expect(quotesOf('From: a\nSubject: b\n本文', [], true)).toEqual(['From: a\nSubject: b\n本文'])
    expect(quotesOf('> お客様のアカウントを停止しました。', [], true)).toEqual([])
  })
})

describe('drawn rules', () => {
  const cases: Array<[text: string, rules: number]> = [
    ['----------', 1],
    ['==========  ', 1],
    ['──────────', 1],
    ['----------\n**********', 2],
    ['---------', 0],
    ['-----=----', 0],
    ['aaaaaaaaaaaa', 0],
  ]
  for (const [text, rules] of cases) {
    it(`are ${rules} in ${JSON.stringify(text)}`, () => {
      expect(findPassages(text).rules).toBe(rules)
    })
  }
})

describe('isWithin', () => {
  const ranges = [
    { start: 2, end: 4 },
    { start: 6, end: 9 },
  ]
  it('holds from the start of a range to before its end', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((at) => isWithin(ranges, at))).toEqual([2, 3, 6, 7, 8])
  })
  it('holds nowhere without ranges', () => {
    expect(isWithin([], 0)).toBe(false)
  })
})
