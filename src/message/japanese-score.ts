/** How much does a text look like Japanese that somebody wrote, rather than other bytes misread as Japanese? */
import { jisX0208 } from './jis.ts'

/** What a reading is made of, in characters. */
export interface JapaneseScore {
  /** Weighted sum; the greater the likelier. */
  score: number
  /** Characters beyond ASCII. */
  wide: number
  /** Hiragana, katakana, and the two marks 、。 */
  kana: number
  /** Half-width katakana. */
  half: number
  /** Longest run of characters beyond ASCII. */
  run: number
}

/** 1 for the 2,965 kanji of JIS level 1 (rows 16 to 47), which are those in daily use. */
let daily: Uint8Array | undefined

function dailyKanji(): Uint8Array {
  if (daily === undefined) {
    const grid = jisX0208()
    daily = new Uint8Array(0x10000)
    for (let i = 15 * 94; i < 47 * 94; i++) daily[grid[i] as number] = 1
    daily[0xfffd] = 0
  }
  return daily
}

/**
 * Scores a text as Japanese. The weights separate Shift_JIS from EUC-JP in the table of test/message/detection.test.ts.
 *
 * @param text A reading of bytes; all of it is looked at.
 */
export function scoreJapanese(text: string): JapaneseScore {
  const common = dailyKanji()
  const found: JapaneseScore = { score: 0, wide: 0, kana: 0, half: 0, run: 0 }
  let run = 0
  let last = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      run = 0
    } else {
      found.wide++
      run++
      if (run > found.run) found.run = run
      if ((unit >= 0x3041 && unit <= 0x30fe) || unit === 0x3001 || unit === 0x3002) found.kana++
      if (isHalfWidth(unit)) {
        found.half++
        found.score += halfWidth(unit, last)
      } else found.score += fullWidth(unit, common)
    }
    last = unit
  }
  return found
}

const isHalfWidth = (unit: number): boolean => unit >= 0xff61 && unit <= 0xff9f

/** Whether at least half of the characters beyond ASCII are half-width katakana. */
export function isMostlyHalfWidth(text: string): boolean {
  let wide = 0
  let half = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    wide++
    if (isHalfWidth(unit)) half++
  }
  return half * 2 >= wide
}

function fullWidth(unit: number, common: Uint8Array): number {
  if (unit >= 0x3041 && unit <= 0x30fe) return 3
  if (unit >= 0x4e00 && unit <= 0x9fff) return common[unit] === 1 ? 2 : -0.7
  if (unit >= 0x3000 && unit <= 0x301f) return 2
  if (unit >= 0xff01 && unit <= 0xff5e) return 1.5
  // Rules, stars, circled numbers and arrows of the mail writer; Greek and Cyrillic letters are as a rule misread bytes.
  if (unit >= 0x2010 && unit <= 0x27bf) return 1
  return unit >= 0xe000 && unit < 0xf900 ? -4 : -2
}

const isVoiced = (unit: number): boolean => unit === 0xff9e || unit === 0xff9f

/** Half-width katakana counts by whether its order can be spoken; bytes of EUC-JP misread as it cannot, as a rule. */
function halfWidth(unit: number, last: number): number {
  const afterKana = (last >= 0xff66 && last <= 0xff9d) || isVoiced(last)
  // A sound mark follows ka, sa, ta, ha or u.
  if (unit === 0xff9e)
    return (last >= 0xff76 && last <= 0xff84) || (last >= 0xff8a && last <= 0xff8e) || last === 0xff73 ? 1.5 : -3
  if (unit === 0xff9f) return last >= 0xff8a && last <= 0xff8e ? 1.5 : -3
  // A small letter or the long mark begins no word, and no small letter follows another.
  if (unit >= 0xff67 && unit <= 0xff70)
    return !afterKana || (unit !== 0xff70 && last >= 0xff67 && last <= 0xff6f) ? -2 : 0.8
  if (unit < 0xff66) return -0.5
  return afterKana ? 0.6 : 0.2
}
