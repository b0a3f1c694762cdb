/** Somebody who is no programmer makes a slip in a file: does the message say at which line what to do, in both languages? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../../scripts/corpus/source.ts'

const CONTRIBUTING = readFileSync(join(import.meta.dirname, '../../../CONTRIBUTING.md'), 'utf8')
const LURE = /```yaml\n([\s\S]*?)```/.exec(CONTRIBUTING)?.[1] ?? ''
const BRAND = `# yaml-language-server: $schema=../schema/brand.schema.json
id: mihon
names:
  ja: [見本銀行]
  en: [Mihon Bank]
kind: bank
owner: Mihon Bank
group: mihon
domains:
  official:
    - { domain: mihon.example, evidence: P, checked: 2026-11-24 }
sources:
  - { url: 'https://www.mihon.example/', what: its own page, checked: 2026-11-24 }
`

/** What a contributor is told: place, what to do in both languages, an example. */
function told(kind: 'lure' | 'brand', text: string): string[] {
  const id = kind === 'lure' ? 'kagoya/storage-notice' : 'mihon'
  const read = readSource(`${id}.yaml`, kind, id, new TextEncoder().encode(text))
  if (!Array.isArray(read)) return []
  return read.map(
    ({ line, column, expected, example }) =>
      `${line}:${column} ${expected?.ja} | ${expected?.en}${example === undefined ? '' : ` | ${example}`}`,
  )
}

const COLON = 'キーのあとに半角のコロンと半角の空白 | a colon of half width and a blank behind the key'
const COMMA = '区切りは半角のカンマと半角の空白 | a comma of half width and a blank between two values'
const INDENT =
  '行の頭をそろえる。並ぶキーは同じ桁から始め、`text: |` などの下の行は半角の空白2個だけ深くする | ' +
  'lines that begin where they belong: keys side by side in one column, what stands below `text: |` two blanks deeper'
const PAIR = "始まりと終わりの両方に引用符 ' | a quote at both ends | '【重要】お知らせ'"
const STRAIGHT = "始まりと終わりの両方に半角の ' | a straight ' at both ends"
const BRACKET = "[ は ] で、{ は } で閉じる | each [ closed by ], each { by } | ['【重要】お知らせ']"
const QUOTES =
  '波かっこやコロンを含む文字列、記号で始まる文字列は引用符で囲む | ' +
  "text with braces, colons or a leading mark stands in quotes | '{num}通のメール'"
const TAB = 'タブの代わりに半角の空白2個 | two blanks instead of the tab'
const ID =
  'ID。英小文字、数字、ハイフン。ファイル名(拡張子なし)と同じ。公開後は改名も再利用もしない。 | ' +
  'The id: small letters, digits and hyphens; the file name without its extension. Never renamed, never reused.'
const MONTH =
  '年、年月または日付(YYYY、YYYY-MM、YYYY-MM-DD)。YYYY だけのときは引用符で囲む。 | A year, month or date; quote a bare year.'
const DAY = '日付(YYYY-MM-DD)。 | A date, YYYY-MM-DD.'
const HOST =
  'ホスト名(小文字の ASCII、IDN は xn-- 形)。その下のホストも含む。 | ' +
  'Host name in lower-case ASCII (IDN as xn--); hosts below it are included.'
const LURE_KEYS =
  'id, brand, pretext, status, replacedBy, firstSeen, lastSeen, sources, subjects, senders, phrases, links, samples, fingerprints, legitimate, notes'

type Slip = [what: string, right: string, wrong: string, told: string[]]

const SUBJECT = "['【KAGOYA】保存容量が不足しています']"

describe('a slip in a lure', () => {
  it('is one of a lure that is right without it', () => {
    expect(told('lure', LURE)).toEqual([])
  })

  it.each<Slip>([
    ['a full-width colon', 'brand: kagoya', 'brand：kagoya', [`3:1 ${COLON} | brand: kagoya`]],
    ['a full-width colon before a text', 'text: |', 'text： |', [`15:5 ${COLON} | text: |`]],
    ['a full-width colon in braces', '{ publisher: own', '{ publisher：own', [`9:7 ${COLON} | publisher: own mailbox`]],
    ['no blank behind the colon', 'brand: kagoya', 'brand:kagoya', [`3:1 ${COLON} | brand: kagoya`]],
    ['a full-width blank behind it', 'brand: kagoya', 'brand:\u3000kagoya', [`3:1 ${COLON} | brand: kagoya`]],
    ['a full-width blank at the end', 'brand: kagoya', 'brand: kagoya\u3000', [`3:8 ${ID} | brand: kagoya`]],
    [
      'full-width blanks as indent',
      '    text: |\n      メール',
      '\u3000\u3000text: |\n      メール',
      [
        '15:1 字下げは全角でなく半角の空白で | blanks of half width at the head of the line, not full-width ones',
        '14:5 キー text とその値 | the key text with its value',
      ],
    ],
    ['a key that is indented', 'pretext: mailbox', '  pretext: mailbox', [`4:3 ${INDENT}`]],
    ['a text that is not indented', '      メールアカ', '    メールアカ', [`16:5 ${INDENT}`]],
    ['a line of a text that is not', '      下のボタン', '下のボタン', [`18:1 ${INDENT}`]],
    ['a tab', '    text: |', '\ttext: |', [`15:1 ${TAB}`]],
    ['no quote at the end', SUBJECT, "['【KAGOYA】保存容量が不足しています]", [`10:12 ${PAIR}`]],
    [
      'no quote at the beginning',
      SUBJECT,
      "[【KAGOYA】保存容量が不足しています']",
      [`10:12 ${STRAIGHT} | '【KAGOYA】保存容量が不足しています'`],
    ],
    [
      'curly quotes',
      SUBJECT,
      '[‘【KAGOYA】保存容量が不足しています’]',
      [`10:12 ${STRAIGHT} | '【KAGOYA】保存容量が不足しています'`],
    ],
    [
      'curly quotes around a slot',
      "['KAGOYA サポート <*@*>']",
      '[“{brand} <*@*>”]',
      ["11:12 引用符は半角の ' | straight quotes: ' | senders: ['{brand} <*@*>']"],
    ],
    ['no quotes around a slot', "['https://{host}/", '[https://{host}/', [`12:17 ${QUOTES}`]],
    [
      'no quotes around a star',
      "['KAGOYA サポート <*@*>']",
      '[*@*]',
      ["11:11 * で始まる文字列は引用符で囲む | text that begins with * stands in quotes | '*@*'"],
    ],
    ['a text with a colon', 'subject: 保存', 'subject: 重要: 保存', [`21:14 ${QUOTES}`]],
    [
      'a text with a number sign',
      'subject: 保存容量についてのお知らせ',
      'subject: 請求書 #12',
      [
        "21:14 # を含む文字列は引用符で囲む。注釈なら # のあとに空白 | text with # in quotes; a remark has a blank behind the # | '請求書 #12'",
      ],
    ],
    ['a Japanese comma between texts', SUBJECT, "['甲'、'乙']", [`10:15 ${COMMA} | subjects: ['甲', '乙']`]],
    [
      'a Japanese comma between keys',
      'own mailbox, ',
      'own mailbox、',
      [`9:18 ${COMMA} | - { publisher: own mailbox, accessed: 2026-11-25 }`],
    ],
    ['no bracket at the end', `${SUBJECT}\n`, `${SUBJECT.slice(0, -1)}\n`, [`10:11 ${BRACKET}`]],
    ['no brace at the end', '2026-11-25 }', '2026-11-25', [`9:5 ${BRACKET}`]],
    ['full-width brackets', SUBJECT, '［甲］', ["10:11 リスト | a list | ['甲']"]],
    ['no brackets', SUBJECT, '甲', ["10:11 リスト | a list | ['甲']"]],
    [
      'the id of another lure',
      'storage-notice',
      'other',
      [
        '2:5 ファイル名のとおり kagoya/storage-notice | kagoya/storage-notice, as the file is named | id: kagoya/storage-notice',
      ],
    ],
    ['a day with strokes', 'firstSeen: 2026-11-20', 'firstSeen: 2026/11/5', [`6:12 ${MONTH} | firstSeen: 2026-11-05`]],
    ['a Japanese day', 'firstSeen: 2026-11-20', 'firstSeen: 2026年11月', [`6:12 ${MONTH} | firstSeen: 2026-11`]],
    ['a day with dots', 'accessed: 2026-11-25', 'accessed: 2026.11.25', [`9:41 ${DAY} | accessed: 2026-11-25`]],
    ['a capital key', 'firstSeen:', 'FirstSeen:', [`6:1 ${LURE_KEYS} | ${LURE_KEYS} | firstSeen`]],
    ['a misspelled key', 'pretext:', 'pretex:', [`4:1 ${LURE_KEYS} | ${LURE_KEYS} | pretext`]],
    ['an underscore in an id', 'mailbox-full', 'mailbox_full', [`4:10 ${ID} | pretext: mailbox-full`]],
    [
      'a comma in an address',
      '{ publisher',
      '{ url: https://a.example/?b,c, publisher',
      [
        '9:33 カンマを含む値は引用符で囲む。キーのあとにはコロンと空白 | a value that holds a comma stands in quotes; a key has a colon and a blank behind it',
      ],
    ],
    [
      'the frame of the template',
      '# yaml-lang',
      '```yaml\n# yaml-lang',
      ['1:1 ``` の行を消す | the lines of ``` left out'],
    ],
  ])('%s', (_, right, wrong, expected) => {
    expect(LURE.includes(right)).toBe(true)
    expect(
      told(
        'lure',
        LURE.replace(right, () => wrong),
      ),
    ).toEqual(expected)
  })
})

describe('a slip in a brand', () => {
  it('is one of a brand that is right without it', () => {
    expect(told('brand', BRAND)).toEqual([])
  })

  it.each<Slip>([
    ['Japanese stops in a domain', 'mihon.example', 'mihon。example', [`11:17 ${HOST} | domain: mihon.example`]],
    ['full-width letters', 'mihon.example', 'ｍihon．example', [`11:17 ${HOST} | domain: mihon.example`]],
    [
      'a long-vowel mark for a hyphen',
      'mihon.example',
      'mihonーa.example',
      [`11:17 ${HOST} | domain: mihon-a.example`],
    ],
    [
      'an address of mail',
      'domain: mihon.example',
      'domain: a@mihon.example',
      [`11:17 ${HOST} | domain: mihon.example`],
    ],
    [
      'an address of a page',
      'domain: mihon.example',
      'domain: https://mihon.example/a',
      [`11:17 ${HOST} | domain: mihon.example`],
    ],
    ['a domain of kanji', 'domain: mihon', 'domain: 見本', [`11:17 ${HOST} | domain: xn--8pvz87e.example`]],
    [
      'a Japanese comma behind a domain',
      'mihon.example, ',
      'mihon.example、',
      [`11:17 ${COMMA} | - { domain: mihon.example, evidence: P, checked: 2026-11-24 }`],
    ],
    ['a full-width colon', 'domain: mihon', 'domain：mihon', [`11:9 ${COLON} | domain: mihon.example`]],
    ['a full-width colon before a list', 'ja: [', 'ja：[', [`4:3 ${COLON} | ja: [見本銀行]`]],
    ['a key that is too far left', '  en:', ' en:', [`5:1 ${INDENT}`]],
    ['a tab', 'kind: bank', 'kind:\tbank', [`6:6 ${TAB}`]],
    ['no quote at the end', "example/'", 'example/', [`13:12 ${PAIR}`]],
    [
      'the id of another brand',
      'id: mihon',
      'id: kagoya',
      ['2:5 ファイル名のとおり mihon | mihon, as the file is named | id: mihon'],
    ],
    [
      'a day with strokes',
      'checked: 2026-11-24 }\nsou',
      'checked: 2026/11/24 }\nsou',
      [`11:54 ${DAY} | checked: 2026-11-24`],
    ],
    [
      'a day that begins with the day',
      'page, checked: 2026-11-24',
      'page, checked: 24-11-2026',
      [`13:71 ${DAY} | checked: 2026-11-24`],
    ],
    ['a Japanese id', 'id: mihon', 'id: 見本', [`2:5 ${ID} | id: kagoya`]],
    ['a key twice', 'kind: bank', 'kind: bank\nkind: bank', ['7:1 キーは一度だけ | each key once']],
  ])('%s', (_, right, wrong, expected) => {
    expect(BRAND.includes(right)).toBe(true)
    expect(
      told(
        'brand',
        BRAND.replace(right, () => wrong),
      ),
    ).toEqual(expected)
  })
})
