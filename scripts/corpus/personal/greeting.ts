/** Whom does a text address without an honorific? `Dear Taro,`, `親愛なる太郎`, and values behind `氏名:` and its like. */
import type { Span } from './spans.ts'

/** What opens a line that ends with a name. */
const GREETINGS = [
  'dear ',
  'hello ',
  'hi ',
  'hey ',
  'attn ',
  'attention ',
  'good morning ',
  'good afternoon ',
  '親愛なる',
  '拝啓',
]

/** Words of greetings to anybody. */
const ANYBODY = new Set(
  (
    'all and customer customers user users client clients valued our member members sir sirs madam account owner owners holder ' +
    'team friend friends colleague colleagues email e-mail mail mailbox there or the subscriber cardholder employee staff ' +
    'everyone partner admin administrator to you beneficiary'
  ).split(' '),
)
const ANYBODY_JA = ['ユーザー', 'ユーザ', 'お客', '会員', '皆', 'みな', '利用者', 'メンバー', '顧客', 'カスタマー']

/** What stands before a value that says who, where or under which number. */
const LABELS = [
  ...'氏名 お名前 名前 会員名 宛名 宛先 フリガナ ふりがな カナ 氏名カナ カナ氏名 ローマ字'.split(' '),
  ...'会社名 貴社名 御社名 所属 部署 部署名 担当者 受取人 宛て'.split(' '),
  ...'ご住所 住所 お届け先 届け先 電話番号 お電話番号 携帯番号 携帯電話番号'.split(' '),
  ...'契約者 契約者名 名義 口座名義 お客様番号 お客様id 会員番号 会員id'.split(' '),
  ...'ユーザー名 ユーザーid ユーザid ログインid アカウント アカウント名 アカウントid メールアドレス'.split(' '),
  ...'name,full name,user,username,user name,user id,userid,account,account name,account id,login'.split(','),
  ...'email,e-mail,email address,to,address,phone,recipient,customer,customer name'.split(','),
]

/** Code units of a name, and of a labelled value. */
const NAME = 40
const VALUE = 80

/** The names in greetings; the whole rest of the line up to a mark. */
export function greetedNames(text: string): Span[] {
  return linesOf(text).flatMap(({ start, line }): Span[] => {
    const lower = line.toLowerCase()
    const greeting = GREETINGS.find((word) => lower.startsWith(word))
    if (greeting === undefined) return []
    const rest = line.slice(greeting.length)
    const end = rest.search(/[,:;!.、。，：！]/)
    const name = (end < 0 ? rest : rest.slice(0, end)).trimEnd()
    if (name.trim() === '' || name.length > NAME || isAnybody(name)) return []
    return [{ start: start + greeting.length, end: start + greeting.length + name.length, kind: 'name' }]
  })
}

function isAnybody(name: string): boolean {
  if (ANYBODY_JA.some((word) => name.includes(word))) return true
  return name
    .toLowerCase()
    .split(/[ /]+/)
    .every((word) => word === '' || ANYBODY.has(word))
}

/** The values behind labels, up to the end of the line. */
export function labelledValues(text: string): Span[] {
  return linesOf(text).flatMap(({ start, line }): Span[] => {
    const colon = line.search(/[:：]/)
    if (colon <= 0 || colon > 20) return []
    const label = line
      .slice(0, colon)
      .replace(/^[■□●○◆◇・*＊>\s【[]+|[】\]\s]+$/g, '')
      .toLowerCase()
    if (!LABELS.includes(label.replace(/^ご/, '')) && !LABELS.includes(label)) return []
    const value = line.slice(colon + 1, colon + 1 + VALUE)
    const from = value.length - value.trimStart().length
    if (value.trim() === '') return []
    return [{ start: start + colon + 1 + from, end: start + colon + 1 + value.trimEnd().length, kind: 'value' }]
  })
}

function linesOf(text: string): Array<{ start: number; line: string }> {
  const lines: Array<{ start: number; line: string }> = []
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at)
    const raw = text.slice(at, end < 0 ? text.length : end)
    const line = raw.trimStart()
    lines.push({ start: at + raw.length - line.length, line: line.trimEnd() })
    if (end < 0) break
    at = end + 1
  }
  return lines
}
