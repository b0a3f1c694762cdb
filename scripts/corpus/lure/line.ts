/** What of one line of somebody's mail may be published? Known words; names of brands, numbers and dates as slots. */
import { isDigit } from '../personal/letters.ts'
import { personalSpans } from '../personal/spans.ts'
import { runsOf, type Vocabulary } from './vocabulary.ts'

/** What is needed to tell. */
export interface Judge {
  vocabulary: Vocabulary
  /** The recipient's names and parts of addresses. */
  words: readonly string[]
}

/** A line that may be published. */
export interface Published {
  text: string
  /** Words that were left out because the corpus does not know them: they could be a name. */
  leftOut: string[]
}

/** Stands where a word was left out. */
export const GAP = '…'

/** Object replacement character: taken out of the line before it marks what is hidden. */
const HIDDEN = '\ufffc'
const URL_RUN = /(?:h(?:tt|xx)ps?:\/\/)[^\s"'<>]{1,2000}/gi
/** A list's tag at the head of a subject. */
const TAG = /^\s*\[[^\]]{0,60}…[^\]]{0,60}\]\s*/
/** What spam filters put before a subject. */
const FILTER_TAG = /^\s*(?:\[spam\]|\*{2,5}spam\*{2,5})\s*/i
/** Characters of a word that counts, behind a number. */
const COUNTER = 2
const DATE = /\d{4}[年/.-]\d{1,2}(?:[月/.-]\d{1,2}日?|月)|\d{1,2}月\d{1,2}日|\d{1,2}:\d{2}(?::\d{2})?/g
const NUMBER = /\d[\d,.]*/g

/**
 * Makes a line publishable.
 *
 * @param line subject or display name
 * @param judge what is known and who received the mail
 */
export function publishLine(line: string, { vocabulary, words }: Judge): Published {
  const clean = line
    .slice(0, 300)
    .normalize('NFC')
    .replace(/[\s\u00a0\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\ufffc\ufffd]+/gu, ' ')
    .replace(URL_RUN, ' ')
    .trim()
  const hidden = new Uint8Array(clean.length)
  for (const { start, end } of personalSpans(clean, words)) hidden.fill(1, start, end)
  const leftOut: string[] = []
  let out = ''
  for (const { start, end, script } of runsOf(clean)) {
    const run = clean.slice(start, end)
    // 10日分, 3件: what counts is no name
    const counts = script === 'han' && end - start <= COUNTER && isDigit(clean.charAt(start - 1))
    if (script !== 'other' && !counts && hidden.subarray(start, end).every((h) => h === 0) && !vocabulary.has(run)) {
      hidden.fill(1, start, end)
      leftOut.push(run)
    }
    for (let i = start; i < end; i++) out += hidden[i] === 1 ? HIDDEN : clean.charAt(i)
  }
  const text = out
    // an honorific without its name, and what stands between two gaps, says nothing
    .replace(/\ufffc+(?:[ \u3000]*(?:様|さま|殿|さん|御中|先生))?/g, HIDDEN)
    .replace(DATE, '{date}')
    .replace(NUMBER, '{num}')
    .replace(/\ufffc(?:[\s._@+-]*\ufffc)*/g, GAP)
    .replace(TAG, '')
    .replace(FILTER_TAG, '')
    .replace(/[【「『[(（<＜]\s*…?\s*[】」』\])）>＞]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  return { text: /[^\s…\p{P}\p{S}]/u.test(text.replaceAll(/\{\w+\}/g, '')) ? text : '', leftOut }
}
