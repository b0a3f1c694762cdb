/** Which lines and subjects do mail programs mark a forward with? */

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

/** Whether a subject says that the mail is a forward. */
export function isForwardSubject(subject: string): boolean {
  const head = subject.trimStart().slice(0, 8).toLowerCase()
  // most subjects have no colon so near their beginning
  if (!head.includes(':') && !head.includes('：') && !head.startsWith('【転')) return false
  return PREFIXES.some((prefix) => head.startsWith(prefix))
}

/** The label between dashes; `_` for a ruler of underscores; empty when the line is no marker. */
export function dashMarker(text: string, start: number, stop: number): string {
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

/** The label of a line that marks a forward without dashes; empty when the line is none. */
export function sentenceMarker(text: string, start: number, stop: number): string {
  if (stop - start > 60 || !SENTENCE_STARTS.includes(text.charAt(start))) return ''
  let end = stop
  while (end > start && ' \t\r*:：。.'.includes(text.charAt(end - 1))) end--
  const label = text.slice(start, end)
  return SENTENCES.has(squeezed(label)) ? label : ''
}

function squeezed(label: string): string {
  return label.replace(/[ \t\u3000\u00a0]/g, '').toLowerCase()
}
