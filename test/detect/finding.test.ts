import { describe, expect, it } from 'vitest'
import { findingAt, quoteWords } from '../../src/detect/finding.ts'
import type { View } from '../../src/detect/mail.ts'

/** Room for what verdict.ts says. */
const NOT_WEIGHED = { group: 'N', weight: 0 }

const view = { field: 'text', text: '件名:\n 重要な  お知らせ' } as View

describe('quoteWords', () => {
  const cases: Array<[name: string, text: string, quoted: string]> = [
    ['keeps short words', 'カゴヤ', 'カゴヤ'],
    ['makes one blank of blanks and line ends', ' a \n\t b\u3000c ', 'a b c'],
    ['has no NUL, ESC or other control character', '\0Ama\u001b\u007fzon\u009b', 'Ama zon'],
    ['is empty for blanks', ' \n ', ''],
    ['cuts at 200 code units', 'あ'.repeat(300), 'あ'.repeat(200)],
    ['cuts before a pair that would be halved', `${'a'.repeat(199)}😀b`, 'a'.repeat(199)],
    ['keeps a pair that ends at the cut', `${'a'.repeat(198)}😀b`, `${'a'.repeat(198)}😀`],
    ['leaves out a word that is cut behind many blanks', `to${' '.repeat(390)}taro@client.example`, 'to'],
    ['leaves out the only word where it is cut', `${' '.repeat(392)}taro@client.example`, ''],
    ['keeps a word that ends where reading ends', `${' '.repeat(398)}to you`, 'to'],
    ['reads no further than 400 code units', `${' '.repeat(400)}a`, ''],
  ]
  for (const [name, text, quoted] of cases) {
    it(name, () => {
      expect(quoteWords(text)).toBe(quoted)
    })
  }
})

describe('findingAt', () => {
  it('points at the place and quotes what stands there', () => {
    expect(findingAt('pretext', view, { start: 5, end: 14 }, { pretext: 'maintenance' })).toEqual({
      code: 'pretext',
      ...NOT_WEIGHED,
      field: 'text',
      span: { field: 'text', start: 5, end: 14 },
      found: '重要な お知らせ',
      pretext: 'maintenance',
    })
  })
  it('quotes other words where they are given, and leaves out what is absent', () => {
    const place = { start: 0, end: 2, kind: 'href' }
    expect(
      findingAt('link-foreign', view, place, { found: 'a.example', expected: 'kagoya.jp', brand: 'kagoya' }),
    ).toEqual({
      code: 'link-foreign',
      ...NOT_WEIGHED,
      field: 'text',
      span: { field: 'text', start: 0, end: 2 },
      found: 'a.example',
      expected: 'kagoya.jp',
      brand: 'kagoya',
    })
  })
})
