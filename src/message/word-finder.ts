/** Where in a header do encoded-words (RFC 2047) stand? */

/** One encoded-word: offsets into the text. */
export interface Word {
  charset: string
  base64: boolean
  start: number
  textStart: number
  textEnd: number
  end: number
}

/** No charset label is longer; a longer one is no encoded-word. */
const LABEL = 64

/** Remembers where the next `?=` and `=?` are, so that a header full of broken words costs one scan. */
export class WordFinder {
  private close = -1
  private open = -1
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** The encoded-word that begins at `at` (where `=?` stands), or undefined. */
  wordAt(at: number): Word | undefined {
    const text = this.text
    let mark = at + 2
    const most = Math.min(text.length, mark + LABEL)
    while (mark < most && isLabelUnit(text.charCodeAt(mark))) mark++
    if (text.charCodeAt(mark) !== 63 || text.charCodeAt(mark + 2) !== 63) return undefined
    const encoding = text.charCodeAt(mark + 1) | 32
    if (encoding !== 98 && encoding !== 113) return undefined
    const textStart = mark + 3
    if (this.close < textStart) this.close = positionFrom(text, '?=', textStart)
    // `=?utf-8?q?a=?utf-8?q?b?=`: the first has no end. (`??=` is an empty word, and its `?=` no start of another.)
    if (this.open < textStart) this.open = positionFrom(text, '=?', textStart)
    let textEnd = this.close
    let end = textEnd + 2
    if (this.open < textEnd && !(this.open === textEnd - 1)) return undefined
    if (textEnd === Infinity) {
      // A subject cut off in its last word still shows what is there, when no blank says that it was never one.
      textEnd = text.length
      end = textEnd
      if (text.charCodeAt(textEnd - 1) === 63) textEnd--
      if (textEnd - textStart < 4) return undefined
      for (let i = textStart; i < textEnd; i++) if (text.charCodeAt(i) <= 32) return undefined
    }
    const star = text.slice(at + 2, mark).indexOf('*')
    const charset = text.slice(at + 2, star < 0 ? mark : at + 2 + star)
    return { charset, base64: encoding === 98, start: at, textStart, textEnd, end }
  }
}

function positionFrom(text: string, needle: string, from: number): number {
  const at = text.indexOf(needle, from)
  return at < 0 ? Infinity : at
}

/** Visible ASCII but `?` and `=`: what mailers put into labels, and more than RFC 2047 allows. */
function isLabelUnit(unit: number): boolean {
  return unit > 32 && unit < 127 && unit !== 63 && unit !== 61
}
