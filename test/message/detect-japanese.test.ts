/** Is Japanese without a label recognised, however short it is? */
import Encoding from 'encoding-japanese'
import { describe, expect, it } from 'vitest'
import { decodeBytes } from '../../src/message/charset.ts'
import { windowsOf } from './japanese-sentences.ts'

/** Share of all windows of `size` characters that are read right without a label. */
function shareRight(to: 'JIS' | 'UTF8' | 'SJIS' | 'EUCJP', size: number, label?: string): number {
  const windows = windowsOf(size, 1)
  let right = 0
  for (const text of windows) {
    const bytes = Uint8Array.from(Encoding.convert(text, { from: 'UNICODE', to, type: 'array' }))
    if (decodeBytes(bytes, label).text === text) right++
  }
  return right / windows.length
}

describe('Japanese without a label', () => {
  for (const charset of ['JIS', 'UTF8', 'SJIS', 'EUCJP'] as const) {
    it.each([
      [4, 0.99],
      [8, 0.99],
      [16, 1],
      [40, 1],
      [200, 1],
    ])(`in ${charset} of %i characters is read right in a share of at least %d`, (size, least) => {
      expect(shareRight(charset, size)).toBeGreaterThanOrEqual(least)
    })
  }
})

describe('Japanese under a label that says nothing, or the wrong Japanese charset', () => {
  for (const label of ['us-ascii', 'unknown-8bit', 'iso-8859-1', 'iso-2022-jp', 'utf-8', 'x-nobody-knows']) {
    it.each(['JIS', 'UTF8', 'SJIS', 'EUCJP'] as const)(
      `of ${label} in %s is read right from 16 characters on`,
      (charset) => {
        expect(shareRight(charset, 16, label)).toBe(1)
      },
    )
  }

  it('of euc-jp in Shift_JIS is read right from 16 characters on', () => {
    expect(shareRight('SJIS', 16, 'euc-jp')).toBe(1)
  })
})

describe('short subjects', () => {
  it.each([
    ['請求書', 'SJIS'],
    ['請求書', 'EUCJP'],
    ['重要通知', 'SJIS'],
    ['重要通知', 'EUCJP'],
    ['Re: 見積', 'SJIS'],
    ['Re: 見積', 'EUCJP'],
    ['ﾒｰﾙﾎﾞｯｸｽ', 'SJIS'],
    ['薔薇の蕾', 'EUCJP'],
    ['━━━━━━━━', 'EUCJP'],
    ['①②③です', 'SJIS'],
    ['髙橋様', 'SJIS'],
    ['㈱山本', 'SJIS'],
  ] as const)('%s in %s is read right', (text, to) => {
    const bytes = Uint8Array.from(Encoding.convert(text, { from: 'UNICODE', to, type: 'array' }))
    expect(decodeBytes(bytes).text).toBe(text)
  })
})
