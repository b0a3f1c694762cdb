/** Are bytes that say no charset, or a wrong one, Shift_JIS or EUC-JP? */
import { isJapaneseCharset } from './aliases.ts'
import { type Reading, readEucJp, readShiftJis } from './japanese.ts'
import { isMostlyHalfWidth, type JapaneseScore, scoreJapanese } from './japanese-score.ts'

/** A charset that the bytes fit, and the text they are in it. */
export interface Detected {
  charset: 'shift_jis' | 'euc-jp'
  reading: Reading
}

/** How a label bears on the question. */
type Trust = 'japanese' | 'open' | 'latin' | 'other'

function trustOf(declared: string): Trust {
  if (isJapaneseCharset(declared)) return 'japanese'
  if (declared === '' || declared === 'us-ascii' || declared.startsWith('utf-')) return 'open'
  // Mailers put iso-8859-1 where they knew nothing, so it is doubted sooner than `koi8-r` or `gb2312`.
  return declared === 'windows-1252' ? 'latin' : 'other'
}

/**
 * Whether a reading is Japanese enough to go against the label. `São` and `Grüße` in Latin-1 are strictly valid Shift_JIS
 * and EUC-JP, each with one lone rare kanji; Japanese comes in runs, with kana, or in kanji of daily use.
 */
function isEnough(score: JapaneseScore, trust: Trust): boolean {
  const { kana, wide, run, half } = score
  switch (trust) {
    case 'japanese':
      return wide > 0
    case 'open':
      return kana > 0 || (half === wide ? run >= 4 && score.score > 0.4 * wide : run >= 2 && score.score > 0)
    case 'latin':
      return (kana >= 2 && kana * 4 >= wide) || (run >= 3 && half < wide && score.score >= 1.2 * wide)
    case 'other':
      return kana >= 4 && kana * 3 >= wide
  }
}

/** Bytes >= 0x80 that are scored, and bytes passed over to find them: the rest of a body tells nothing new. */
const SAMPLE_HIGH = 400
const SAMPLE_BYTES = 8_192

/** From the first byte >= 0x80, where both charsets begin a character, to where enough of them have been seen. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let from = 0
  while (from < bytes.length && (bytes[from] as number) < 0x80) from++
  let high = 0
  let end = from
  while (end < bytes.length && high < SAMPLE_HIGH && end - from < SAMPLE_BYTES) {
    if ((bytes[end++] as number) >= 0x80) high++
  }
  return bytes.subarray(from, end)
}

const read = (charset: Detected['charset'], bytes: Uint8Array): Reading =>
  charset === 'euc-jp' ? readEucJp(bytes) : readShiftJis(bytes)

const damageOf = (reading: Reading): number => reading.replaced - (reading.cut ? 1 : 0)

/**
 * Reads the bytes as Shift_JIS and as EUC-JP and takes the one that looks more like Japanese.
 *
 * @param bytes Bytes that are not UTF-8.
 * @param declared What the label means, by `charsetOf`.
 * @returns Undefined when neither reading is valid, or neither looks Japanese enough to go against the label. A last
 * character that is cut, or one broken piece in ten where the rest holds kana, does not rule a reading out.
 */
export function detectJapanese(bytes: Uint8Array, declared: string): Detected | undefined {
  const trust = trustOf(declared)
  const sample = sampleOf(bytes)
  const found: Array<Detected & { value: number }> = []
  for (const charset of ['euc-jp', 'shift_jis'] as const) {
    const reading = read(charset, sample)
    const damage = damageOf(reading)
    if (damage > 0 && trust === 'other') continue
    const score = scoreJapanese(reading.text)
    if (!isEnough(score, trust)) continue
    if (damage > 0 && (damage * 10 > score.wide || score.kana * 4 < score.wide)) continue
    // Under a label of ISO-2022-JP, 8-bit katakana is a practice of its own (CP50221).
    const bonus = charset === declared || (declared === 'iso-2022-jp' && score.half === score.wide) ? 2 : 0
    found.push({ charset, reading, value: score.score + bonus - damage * 10 })
  }
  found.sort((a, b) => b.value - a.value)
  for (const { charset, reading } of found) {
    if (sample.length === bytes.length) return { charset, reading }
    const whole = read(charset, bytes)
    const damage = damageOf(whole)
    if (damage === 0 || (trust !== 'other' && damage * 10 <= wideIn(whole.text))) return { charset, reading: whole }
  }
  return undefined
}

/** Characters beyond ASCII. */
function wideIn(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) count++
  return count
}

/** The sample's score where all of it stands for something and a third of it is kana. */
function plainJapanese(charset: Detected['charset'], sample: Uint8Array): JapaneseScore | undefined {
  const reading = read(charset, sample)
  if (damageOf(reading) > 0) return undefined
  const score = scoreJapanese(reading.text)
  return score.kana >= 4 && score.kana * 3 >= score.wide ? score : undefined
}

/** The reading of all bytes if every one stands for something. */
function readWhole(charset: Detected['charset'], bytes: Uint8Array): Reading | undefined {
  const whole = read(charset, bytes)
  return damageOf(whole) > 0 ? undefined : whole
}

/**
 * Whether bytes that are strictly valid under a Chinese or Korean label are Shift_JIS all the same: a third of it is kana,
 * which real Chinese and Korean never give in that charset. (EUC-JP cannot be told from GB 2312 that way: both have kana
 * in the same rows.)
 *
 * @param text The text by the label.
 */
export function isShiftJisInstead(bytes: Uint8Array, text: string): Reading | undefined {
  const sample = sampleOf(bytes)
  const score = plainJapanese('shift_jis', sample)
  if (score === undefined || scoreJapanese(firstWide(text, sample.length)).kana >= score.kana) return undefined
  return readWhole('shift_jis', bytes)
}

/**
 * Whether bytes that are strictly valid under a label of Shift_JIS are EUC-JP all the same: a third of it is kana, which
 * Shift_JIS reads as half-width katakana and marks in an order that cannot be spoken (`です` is `､ﾇ､ｹ`).
 *
 * @param text The text by the label.
 */
export function isEucJpInstead(bytes: Uint8Array, text: string): Reading | undefined {
  const sample = sampleOf(bytes)
  const shown = firstWide(text, sample.length)
  // counted first, as nearly all Shift_JIS is told by it
  if (!isMostlyHalfWidth(shown)) return undefined
  const labelled = scoreJapanese(shown)
  if (labelled.score > 0.4 * labelled.wide) return undefined
  return plainJapanese('euc-jp', sample) === undefined ? undefined : readWhole('euc-jp', bytes)
}

/** At most `most` code units of a text from its first character beyond ASCII on. */
function firstWide(text: string, most: number): string {
  let start = 0
  while (start < text.length && text.charCodeAt(start) < 0x80) start++
  return text.slice(start, start + most)
}
