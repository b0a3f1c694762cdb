/** What can be wrong in a corpus of the user's, and how is each said in both languages? */
import type { CorpusErrorCode } from '../corpus/errors.ts'
import type { Language } from '../explain/index.ts'
import { printable } from './terminal.ts'

/** Types as JSON Schema calls them. */
export type TypeName = 'string' | 'array' | 'object' | 'boolean' | 'integer'

/** A flaw and its place: `brands[0].domains.official[1]`, empty for the whole file. */
export type Flaw = { path: string } & (
  | { kind: 'type'; types: TypeName[]; found: unknown }
  | { kind: 'schema'; expected: unknown; found: unknown }
  | { kind: 'one-of'; values: readonly unknown[]; found: unknown }
  | { kind: 'missing'; key: string }
  | { kind: 'unknown-key'; key: string; keys: string[] }
  | { kind: 'length'; of: 'characters' | 'entries'; min: number; max: number; length: number }
  | { kind: 'range'; min: number; max: number; found: unknown }
  | { kind: 'id'; example: string; found: unknown }
  /** `instead`: how the same host has to be written. */
  | { kind: 'domain'; found: unknown; instead?: string }
  | { kind: 'url'; found: unknown }
  | { kind: 'no-name' }
  /** What only compiling shows; `message` is the library's, in English. */
  | { kind: 'compile'; code: CorpusErrorCode; message: string; found: unknown }
)

type Kind = Flaw['kind']
type Sentences = { [K in Kind]: (flaw: Extract<Flaw, { kind: K }>) => string }

/** Code units of a value that are shown. */
const SHOWN = 60

interface Table {
  types: Record<TypeName, string>
  sentences: Sentences
}

/** A value as JSON has it, its beginning; of a list or an object only that it is one. */
function shown(value: unknown, types: Table['types']): string {
  if (Array.isArray(value)) return types.array
  if (typeof value === 'object' && value !== null) return types.object
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value)
}

const listed = (values: readonly unknown[], comma: string): string => values.map(String).join(comma)

const EN: Table['types'] = {
  string: 'a string',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
  integer: 'a whole number',
}
const JA: Table['types'] = {
  string: '文字列',
  array: 'リスト',
  object: 'オブジェクト',
  boolean: 'true か false',
  integer: '整数',
}
const COMPILE_JA: Partial<Record<CorpusErrorCode, string>> = {
  'duplicate-id': '同じ ID が2度あります',
  slot: '使えるスロットは {num}、{date}、{brand}、{host} です。続けて並べること、リストにした語句の中で使うこと、括弧の片方だけを書くことはできません',
  length: '探す語句として短すぎるか、長すぎます',
  fingerprint: '読み取れない指紋です',
  invisible: '使えない文字が含まれています',
}

const TABLES: Record<Language, Table> = {
  en: {
    types: EN,
    sentences: {
      type: ({ types, found }) => `expected ${types.map((type) => EN[type]).join(' or ')}, found ${shown(found, EN)}`,
      schema: ({ expected, found }) => `this version reads corpora of schema ${expected}, found ${shown(found, EN)}`,
      'one-of': ({ values, found }) => `expected one of ${listed(values, ', ')}, found ${shown(found, EN)}`,
      missing: ({ key }) => `the key ${key} is missing`,
      'unknown-key': ({ key, keys }) => `there is no key ${key}; the keys are ${listed(keys, ', ')}`,
      length: ({ of, min, max, length }) =>
        `expected ${max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`} ${of}, found ${length}`,
      range: ({ min, max, found }) => `expected a whole number from ${min} to ${max}, found ${shown(found, EN)}`,
      id: ({ example, found }) =>
        `expected an id of small letters, digits and hyphens, as ${example}, found ${shown(found, EN)}`,
      domain: ({ found, instead }) =>
        `expected a domain${instead === undefined ? ', as client.example' : `: ${instead}`}, found ${shown(found, EN)}`,
      url: ({ found }) => `expected a URL that begins with https://, found ${shown(found, EN)}`,
      'no-name': () => 'expected a name in ja, en or aliases, found none',
      compile: ({ message, found }) => (found === undefined ? message : `${message}: ${shown(found, EN)}`),
    },
  },
  ja: {
    types: JA,
    sentences: {
      type: ({ types, found }) =>
        `${types.map((type) => JA[type]).join('または')}にしてください。現在の値: ${shown(found, JA)}`,
      schema: ({ expected, found }) =>
        `このバージョンで読めるのはスキーマ ${expected} のコーパスです。現在の値: ${shown(found, JA)}`,
      'one-of': ({ values, found }) =>
        `次のいずれかにしてください: ${listed(values, '、')}。現在の値: ${shown(found, JA)}`,
      missing: ({ key }) => `キー ${key} がありません`,
      'unknown-key': ({ key, keys }) => `${key} というキーはありません。使えるキー: ${listed(keys, '、')}`,
      length: ({ of, min, max, length }) => {
        const unit = of === 'characters' ? '文字' : '件'
        const upTo = max === Number.POSITIVE_INFINITY ? '以上' : `から ${max} ${unit}まで`
        return `${min} ${unit}${upTo}にしてください。現在は ${length} ${unit}です`
      },
      range: ({ min, max, found }) => `${min} から ${max} までの整数にしてください。現在の値: ${shown(found, JA)}`,
      id: ({ example, found }) =>
        `ID は半角の英小文字、数字、ハイフンで書いてください（例: ${example}）。現在の値: ${shown(found, JA)}`,
      domain: ({ found, instead }) =>
        `ドメインだけを書いてください（${instead === undefined ? '例: client.example' : `正しい書き方: ${instead}`}）。現在の値: ${shown(found, JA)}`,
      url: ({ found }) => `https:// で始まる URL にしてください。現在の値: ${shown(found, JA)}`,
      'no-name': () => 'ja、en、aliases のどれかに名前を書いてください',
      compile: ({ code, message, found }) =>
        `${COMPILE_JA[code] ?? message}${found === undefined ? '' : `。現在の値: ${shown(found, JA)}`}`,
    },
  },
}

/** Codes of a `CorpusError` for what it names too; the others are found by the command alone. */
const CODES: Partial<Record<Kind, string>> = { 'one-of': 'type', range: 'type', 'no-name': 'length', url: 'type' }

/** One line: place, sentence, code. */
export function flawLine(flaw: Flaw, lang: Language): string {
  const say = TABLES[lang].sentences[flaw.kind] as (flaw: Flaw) => string
  const code = flaw.kind === 'compile' ? flaw.code : (CODES[flaw.kind] ?? flaw.kind)
  return printable(`${flaw.path || 'corpus'}: ${say(flaw)} (${code})`)
}
