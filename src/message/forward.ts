/** Where does a plain forward begin in a text, and what mail does it carry? */
import type { RawField } from './draft.ts'
import { type Heads, headLine, readHeads } from './heads.ts'

/** A forward found in a text. */
export interface Forward {
  /** Where it begins: before its marker. What stands before is the sender's own. */
  start: number
  /** Where the carried text begins, after the head. */
  body: number
  fields: RawField[]
  /** The carried text is quoted (`> `). */
  isQuoted: boolean
  /** The words that mark it: to find the place again in HTML source. */
  anchor: string
}

/** What stands between the dashes of `-------- Forwarded Message --------`, lower case, blanks out. */
const LABELS = new Set([
  'originalmessage',
  'originalmessagefollows',
  'originalmail',
  'originale-mail',
  'originalappointment',
  'forwardedmessage',
  'forwardedmail',
  'forwardedemail',
  'forwardmessage',
  '転送メッセージ',
  '転送されたメッセージ',
  '転送元メッセージ',
  '転送メール',
  '元のメッセージ',
  '元のメール',
  'オリジナルメッセージ',
  'オリジナル・メッセージ',
  'originalメッセージ',
  '原始邮件',
  '原始郵件',
  '转发邮件',
  '转发的邮件',
  '轉寄郵件',
  '전달된메시지',
  '원본메시지',
  'ursprünglichenachricht',
  'weitergeleitetenachricht',
  'messaged’origine',
  "messaged'origine",
  'messagetransféré',
  'mensajeoriginal',
  'mensajereenviado',
  'mensagemoriginal',
  'mensagemencaminhada',
])

/** Lines that mark a forward without dashes, their colon off. */
const SENTENCES = new Set([
  'beginforwardedmessage',
  '転送されたメッセージ',
  '以下は転送メッセージです',
  '以下、転送',
  '以下転送',
  '以下転送します',
  '以下、転送メッセージ',
  '以下は転送されたメッセージです',
  '下記転送します',
  'anfangderweitergeleitetennachricht',
  'débutdumessageréexpédié',
])

/** First characters of `SENTENCES`: most lines are dismissed by them. */
const SENTENCE_STARTS = 'bBaAdD転以下'

/** Subjects of forwards begin so. */
const PREFIXES = [
  'fw:',
  'fwd:',
  'fw：',
  'fwd：',
  '[fwd:',
  '転送:',
  '転送：',
  '【転送】',
  'wg:',
  'tr:',
  'rv:',
  'enc:',
  '转发:',
  '转发：',
  '答复: 转发:',
  '전달:',
]

/** No marker is longer. */
const MARKER = 120
/** Units of a head's value that are kept. */
const VALUE = 4096

/** Whether a subject says that the mail is a forward. */
export function isForwardSubject(subject: string): boolean {
  const head = subject.trimStart().slice(0, 8).toLowerCase()
  return PREFIXES.some((prefix) => head.startsWith(prefix))
}

/**
 * Finds the first plain forward in a text.
 *
 * A forward is a marker line (`-----Original Message-----`, `---------- Forwarded message ---------`, `Begin forwarded
 * message:`, a ruler of underscores) with a mail's head (`From:`, `差出人:`, `件名:` ...) after it; or, in a mail whose subject
 * says so (`FW:`), an Outlook head without any marker. A reply's quote (`> `) is none, nor is a marker without a head.
 *
 * @param text `Message.text`, or the visible text of HTML.
 * @param subject The message's subject.
 * @example findForward('FYI\n---------- Forwarded message ---------\nFrom: a@b.example\nSubject: x\n\nhi', '')?.start // 4
 */
export function findForward(text: string, subject: string): Forward | undefined {
  const isForward = isForwardSubject(subject)
  let isAfterGap = true
  let at = 0
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const next = newline < 0 ? text.length : newline + 1
    let start = at
    while (start < next && ' \t\r\n\u3000\u00a0*'.includes(text.charAt(start))) start++
    const unit = text.charCodeAt(start)
    const isDash = unit === 45 || unit === 61 || unit === 95 || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2500
    const isWord = unit > 0x2e80 || ((unit | 32) >= 97 && (unit | 32) <= 122)
    if (start >= next) isAfterGap = true
    else if (isDash || isWord) {
      const stop = Math.min(newline < 0 ? text.length : newline, start + MARKER)
      const marker = isDash ? dashMarker(text, start, stop) : sentenceMarker(text, start, stop)
      const heads = marker === '' ? undefined : readHeads(text, next, VALUE)
      if (heads !== undefined && isHead(heads, marker === '_')) return forward(start, marker, heads)
      if (marker === '' && isForward && isAfterGap && isWord && isOutlookStart(text, start, stop)) {
        const bare = readHeads(text, at, VALUE)
        if (isHead(bare, true)) return forward(start, '', bare)
      }
      isAfterGap = isDash
    } else isAfterGap = false
    at = next
  }
  return undefined
}

function forward(start: number, marker: string, heads: Heads): Forward {
  return { start, body: heads.end, fields: heads.fields, isQuoted: heads.isQuoted, anchor: marker }
}

/** Whether these heads are a mail's; without words that mark a forward it takes the three that Outlook writes. */
function isHead(heads: Heads, isBare: boolean): boolean {
  const has = (name: string): boolean => heads.fields.some((field) => field.name === name)
  return isBare ? has('from') && has('date') && has('subject') : has('from') || has('subject')
}

/** The label between dashes; `_` for a ruler of underscores; empty when the line is no marker. */
function dashMarker(text: string, start: number, stop: number): string {
  const line = text.slice(start, stop)
  let from = 0
  while (from < line.length && isRuler(line.charCodeAt(from))) from++
  let to = line.length
  while (to > from && isRuler(line.charCodeAt(to - 1))) to--
  if (to === from) return line.trim().length >= 10 && line.startsWith('_') ? '_' : ''
  if (from < 2) return ''
  const label = line.slice(from, to)
  const key = squeezed(label)
  return LABELS.has(key) || key.startsWith('forwardedby') ? label : ''
}

/** Dashes and what stands between them and the label. */
function isRuler(unit: number): boolean {
  return (
    unit === 45 ||
    unit === 61 ||
    unit === 95 ||
    unit === 32 ||
    unit === 13 ||
    unit === 42 ||
    unit === 126 ||
    unit === 0x3000 ||
    unit === 0xa0 ||
    (unit >= 0x2010 && unit <= 0x2015) ||
    unit === 0x2500 ||
    unit === 0x2501
  )
}

function sentenceMarker(text: string, start: number, stop: number): string {
  if (stop - start > 60 || !SENTENCE_STARTS.includes(text.charAt(start))) return ''
  let end = stop
  while (end > start && ' \t\r*:：。.'.includes(text.charAt(end - 1))) end--
  const label = text.slice(start, end)
  return SENTENCES.has(squeezed(label)) ? label : ''
}

function squeezed(label: string): string {
  return label.replace(/[ \t\u3000\u00a0]/g, '').toLowerCase()
}

function isOutlookStart(text: string, start: number, stop: number): boolean {
  return headLine(text, start, stop)?.name === 'from'
}
