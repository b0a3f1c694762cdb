/** Whom does a text address? Names before 様, さん, 殿 and their like. */
import { isHan, isHiragana, isKatakana, isLatin } from './letters.ts'
import type { Span } from './spans.ts'

/** What follows a name. */
const HONORIFICS = ['様', 'さま', '殿', 'さん', '御中', '先生', '氏', '宛']

/** Ends of words that address everybody. */
const ANYBODY = [
  ...['客', '会員', '皆', '各位', '者', '本人', '法人', '個人', '名義人', '受取人', '差出人', '管理人', '取引先'],
  ...['加盟店', '御社', '貴社', '企業', '家族', '担当', '顧客', '組合員', '組合', '職員', '学生', '主', '旅客', '店員'],
  ...['ユーザー', 'ユーザ', 'メンバー', 'オーナー', 'カスタマー', 'ゲスト', 'クライアント', 'パートナー'],
  ...['customer', 'user', 'member', 'client', 'owner'],
]
/** Before 様 and さん these alone are parts of other words: 仕様, 同様, 奥様; 健一様 is a name. */
const WORD_PARTS = new Set('仕同模多有一異両各何神王奥親貴母父兄姉皆客別様')
/** Hiragana that addresses everybody. */
const ANYBODY_KANA = ['みな', 'おきゃく', 'どなた', 'あなた', 'おつかれ', 'たく', 'みなみな']

/** Characters of a name before its honorific, and of one more part after a blank. */
const LONGEST = 24

const isNameCharacter = (c: string): boolean => isHan(c) || isKatakana(c) || isLatin(c) || "・．.-'’".includes(c)
const isBlank = (c: string): boolean => c === ' ' || c === '\u3000' || c === '\u00a0'

/** The names that honorifics follow, without them. */
export function honorificNames(text: string): Span[] {
  const spans: Span[] = []
  for (const honorific of HONORIFICS) {
    for (let at = text.indexOf(honorific); at >= 0; at = text.indexOf(honorific, at + honorific.length)) {
      const next = text.charAt(at + honorific.length)
      // 様子, 氏名, 殿堂: the middle of another word
      if (isHan(next) || next === '々') continue
      const span = nameBefore(text, at, honorific)
      if (span) spans.push({ ...span, kind: 'name' })
    }
  }
  return spans
}

function nameBefore(text: string, at: number, honorific: string): { start: number; end: number } | undefined {
  let end = at
  while (end > 0 && at - end < 2 && isBlank(text.charAt(end - 1))) end--
  let start = partBefore(text, end)
  if (start === end) return honorific === 'さん' ? undefined : kanaBefore(text, end)
  const last = text.slice(start, end)
  if (last.length === 1 && WORD_PARTS.has(last)) return undefined
  if (ANYBODY.some((word) => last.toLowerCase().endsWith(word))) return undefined
  // 山田 太郎様, Taro Yamada様
  if (isBlank(text.charAt(start - 1))) {
    const first = partBefore(text, start - 1)
    if (first < start - 1 && isLatin(text.charAt(first)) === isLatin(last.charAt(0))) start = first
  }
  return { start, end }
}

function partBefore(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start < LONGEST && isNameCharacter(text.charAt(start - 1))) start--
  return start
}

/** さくら様, where nothing else stands on the line. */
function kanaBefore(text: string, end: number): { start: number; end: number } | undefined {
  let start = end
  while (start > 0 && end - start < 10 && (isHiragana(text.charAt(start - 1)) || isBlank(text.charAt(start - 1))))
    start--
  const name = text.slice(start, end).trim()
  const opens = start === 0 || '\r\n「【:：'.includes(text.charAt(start - 1))
  if (name.length < 2 || !opens || ANYBODY_KANA.includes(name)) return undefined
  return { start, end }
}
