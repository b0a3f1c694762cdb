/** How is the mail made: salting, homoglyphs, leaked templates, foreign fonts? Craft convicts nobody alone. */
import { isAlpha } from '../link/chars.ts'
import { isIgnorable } from '../text/ignorable.ts'
import { type Finding, findingAt, quoteWords } from './finding.ts'
import type { Mail, View } from './mail.ts'

/** Hidden stretches shorter than this are spacer marks of ordinary editors. */
const HIDDEN_UNITS = 3
/** Default-ignorable code points inside words, per mail, from which it is salting; soft hyphens and joiners occur in ordinary mail. */
const IGNORABLE = 12
/** Undecodable bytes of a part from which its text is broken; a truncated font name in CSS gives one or two. */
const BROKEN = 4
/** Words written letter by letter, per mail, from which it is deliberate. */
const SPLIT_WORDS = 2

/** Summed strength of phrases of machine translation that counts. */
const RESIDUE = 2
/** Chinese letters on lines of Japanese from which it is no single misprint. */
const CHINESE = 5
/** Simplified letters that Japanese text does not use, the most common ones of Chinese. */
const CHINESE_ONLY =
  '这们为说时对还过两样发变经动见让认头东车长门问间买卖实关开给谁现觉语读请谢钱错镜么吗吧呢边进远选话该谈谋调图书杀极构汉沟济类红级纪约账验职员锁专业络电码龙鱼资讯输确规则'

/** Which code units those are; made at the first mail, as nothing runs at import. */
let chineseOnly: Uint8Array | undefined

function chineseLetters(): Uint8Array {
  if (!chineseOnly) {
    chineseOnly = new Uint8Array(0xa000)
    for (const letter of CHINESE_ONLY) chineseOnly[letter.charCodeAt(0)] = 1
  }
  return chineseOnly
}

/** Finds marks of craft. */
export function findCraft(mail: Mail): Finding[] {
  const findings: Finding[] = []
  for (const view of [mail.from, mail.subject, ...mail.bodies]) {
    const marks = marksOf(view.text)
    addIgnorables(view, marks, findings)
    addSplitWords(view, findings)
    if (marks.mixed) add(findings, findingAt('homoglyphs', view, marks.mixed))
    for (const found of view.found) {
      if (found.term.kind !== 'list') continue
      if (found.id === 'leaked-template' && view !== mail.from) add(findings, findingAt('leaked-template', view, found))
    }
    addResidue(view, marks, findings)
  }
  const broken = mail.message.decoding.find((note) => note.replaced >= BROKEN && note.where.startsWith('part'))
  if (broken)
    findings.push({ code: 'mojibake', found: `${broken.replaced} × U+FFFD (${broken.declared ?? 'no label'})` })
  const visible = mail.visible
  if (visible) {
    const inside = visible.hidden.filter((h) => h.text.trim().length >= HIDDEN_UNITS && splitsWord(visible.text, h.at))
    const first = inside[0]
    // a preheader hides text before the first words; salting hides it inside them
    if (first && inside.length >= 3)
      findings.push(findingAt('hidden-salting', mail.html, { start: first.at, end: first.at }, { found: first.text }))
    const font = visible.fonts.find((name) => isForeignFont(mail, name))
    if (font) findings.push({ code: 'foreign-fonts', field: 'html', found: quoteWords(font) })
  }
  return findings
}

/** Phrases of machine translation (a weak one alone stands in honest mail), or Chinese letters among kana. */
function addResidue(view: View, marks: Marks, findings: Finding[]): void {
  const told = new Map<unknown, number>()
  for (const found of view.found) {
    if (found.id !== 'translation-residue') continue
    told.set(found.term, found.term.strength)
    let sum = 0
    for (const strength of told.values()) sum += strength
    if (sum < RESIDUE) continue
    add(findings, findingAt('foreign-residue', view, found))
    return
  }
  if (marks.chinese) add(findings, findingAt('foreign-residue', view, marks.chinese))
}

/** What single letters of a text give away. */
interface Marks {
  /** Default-ignorable characters behind word letters, and the place of the first. */
  ignorables: number
  firstIgnorable: number
  /** A Cyrillic, Greek or Armenian letter between Latin letters, or mathematical letters. */
  mixed?: { start: number; end: number }
  /**
   * Chinese letters on lines of Japanese: lures are filled with pieces of Chinese novels so that no two are alike. A notice
   * in two languages has its Chinese lines for themselves, so only lines that hold kana too are counted.
   */
  chinese?: { start: number; end: number }
}

/** Units of a text that are looked at. */
const LOOKED_AT = 100_000

/** Looks at each unit once, the common ones first. */
function marksOf(text: string): Marks {
  const marks: Marks = { ignorables: 0, firstIgnorable: -1 }
  const end = Math.min(text.length, LOOKED_AT)
  const chinese = chineseLetters()
  let count = 0
  let first = -1
  let last = 0
  let inLine = 0
  let kana = false
  for (let i = 0; i <= end; i++) {
    const c = i < end ? text.charCodeAt(i) : 0x0a
    if (c < 0xad) {
      if (c !== 0x0a) continue
      if (kana) count += inLine
      if (count >= CHINESE) marks.chinese ??= { start: first, end: Math.min(last + 1, first + 40) }
      else if (count === 0) first = -1
      inLine = 0
      kana = false
    } else if (c >= 0x3041 && c <= 0x30ff) kana = true
    else if (c >= 0x3165 && c < 0xa000) {
      if (chinese[c] !== 1) continue
      inLine++
      if (first < 0) first = i
      last = i
    } else if (isIgnorable(c)) {
      if (i === 0 || i >= end - 1 || !isCommonUnit(text.charCodeAt(i - 1))) continue
      marks.ignorables++
      if (marks.firstIgnorable < 0) marks.firstIgnorable = i
    } else if (c >= 0x370 && c <= 0x58f) {
      if (!isAlpha(text.charCodeAt(i - 1)) && !isAlpha(text.charCodeAt(i + 1))) continue
      marks.mixed ??= { start: Math.max(0, i - 5), end: Math.min(text.length, i + 6) }
    } else if (c === 0xd835) marks.mixed ??= { start: i, end: Math.min(text.length, i + 12) }
  }
  return marks
}

function add(findings: Finding[], finding: Finding): void {
  if (!findings.some((f) => f.code === finding.code)) findings.push(finding)
}

/** Letters and digits of English and Japanese; other alphabets have such signs inside their own words. */
const isCommonUnit = (c: number): boolean =>
  (c >= 0x30 && c <= 0x39) ||
  (c >= 0x41 && c <= 0x5a) ||
  (c >= 0x61 && c <= 0x7a) ||
  (c >= 0x3041 && c <= 0x30ff) ||
  (c >= 0x3400 && c <= 0x9fff)

function splitsWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && isCommonUnit(text.charCodeAt(at - 1)) && isCommonUnit(text.charCodeAt(at))
}

/** Any default-ignorable code point serves as salt (variation selectors, U+2061-2064), not only zero-width spaces. */
function addIgnorables(view: View, { ignorables, firstIgnorable }: Marks, findings: Finding[]): void {
  const enough = view.field === 'subject' || view.field === 'from' ? 1 : IGNORABLE
  if (ignorables < enough) return
  const start = Math.max(0, firstIgnorable - 6)
  const end = Math.min(view.text.length, firstIgnorable + 8)
  add(findings, findingAt('hidden-salting', view, { start, end }))
}

/** `ロ グ イ ン`, `三 菱 Ｕ Ｆ Ｊ`: four or more single Japanese letters with one blank between each. */
function addSplitWords(view: View, findings: Finding[]): void {
  const { text } = view
  const end = Math.min(text.length, LOOKED_AT)
  let runs = 0
  let first = -1
  let at = text.indexOf(' ')
  while (at > 0 && at < end) {
    // blanks two units apart with a Japanese letter on each side
    let last = at
    while (
      text.charCodeAt(last + 2) === 0x20 &&
      isJapanese(text.charCodeAt(last + 1)) &&
      isJapanese(text.charCodeAt(last + 3))
    ) {
      last += 2
    }
    const blanks = (last - at) / 2 + 1
    if (blanks >= 3 && isJapanese(text.charCodeAt(at - 1)) && isJapanese(text.charCodeAt(last + 1))) {
      runs++
      if (first < 0) first = at - 1
    }
    at = text.indexOf(' ', last + 1)
  }
  const enough = view.field === 'from' || view.field === 'subject' ? 1 : SPLIT_WORDS
  if (runs >= enough) {
    add(findings, findingAt('split-words', view, { start: first, end: Math.min(text.length, first + 20) }))
  }
}

const isJapanese = (c: number): boolean =>
  (c >= 0x3041 && c <= 0x30ff) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xff21 && c <= 0xff5a)

/** A family of the corpus' list of fonts that Chinese systems have and Japanese mail does not name. */
function isForeignFont(mail: Mail, name: string): boolean {
  const lower = name.toLowerCase()
  const list = mail.corpus.phrases.find((p) => p.id === 'foreign-fonts')
  return list?.phrases.some(({ text }) => typeof text === 'string' && lower.includes(text.toLowerCase())) ?? false
}
