/** Does a corpus file follow its JSON Schema? */
import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { shorten, type Text } from '../problem.ts'
import type { SourceFile } from '../source.ts'
import type { Kind } from '../types.ts'
import type { Check, Finding } from './check.ts'
import { type MeantKey, meantKey, meantValue } from './meant.ts'
import { COLON } from './yaml-advice.ts'

let validators: Map<Kind, ValidateFunction> | undefined

function schemaOf(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../../corpus/schema/${name}.schema.json`, import.meta.url), 'utf8'))
}

function validatorOf(kind: Kind): ValidateFunction {
  if (!validators) {
    const ajv = new Ajv({ allErrors: true, strictTypes: false, verbose: true })
    ajv.addSchema(schemaOf('common'), 'common.schema.json')
    validators = new Map()
    for (const name of ['brand', 'pretext', 'phrases', 'hosts', 'lure'] as const)
      validators.set(name, ajv.compile(schemaOf(name)))
  }
  return validators.get(kind)!
}

export const schema: Check<SourceFile> = {
  id: 'schema',
  title: { ja: 'スキーマに合いません', en: 'does not follow the schema' },
  run(source) {
    const validate = validatorOf(source.kind)
    if (validate(source.data)) return []
    const findings = new Map<string, Finding>()
    const errors = mostTelling(validate.errors ?? [])
    for (const error of errors) {
      if (isMisspelled(error, errors)) continue
      const above = error.instancePath
        .split('/')
        .slice(1)
        .map((part) => {
          const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
          return /^[0-9]+$/.test(key) ? Number(key) : key
        })
      const extra = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : []
      const path = [...above, ...extra]
      // each place once
      if (findings.has(path.join('/'))) continue
      findings.set(path.join('/'), { source, path, atKey: extra.length > 0, ...saying(error, above.join('.')) })
    }
    return [...findings.values()]
  },
}

/** Of the branches of a `oneOf`, those whose type fits; the deepest places say most. */
function mostTelling(errors: ErrorObject[]): ErrorObject[] {
  const telling = errors.filter((error) => {
    if (error.schemaPath.startsWith('#/anyOf/')) return false
    if (error.keyword === 'oneOf')
      return !errors.some((e) => e !== error && e.instancePath.startsWith(error.instancePath))
    // a phrase that is a map is no bad string, and one with `near` is no bad `text`
    if (error.schemaPath.includes('/oneOf/') || error.schemaPath.includes('literal')) {
      const isMap = typeof error.data === 'object'
      if (error.keyword === 'type' && isMap) return false
      if (
        error.keyword === 'required' &&
        isMap &&
        ('near' in (error.data as object) || 'text' in (error.data as object))
      )
        return false
      if (error.keyword === 'additionalProperties') {
        const [needed] = (error.parentSchema as { required?: string[] }).required ?? []
        return needed === undefined || needed in (error.data as object)
      }
    }
    return true
  })
  return telling.length > 0 ? telling : errors.slice(0, 1)
}

/** A key is missing because it was misspelled, which the error for what stands there says. */
function isMisspelled({ keyword, instancePath, params }: ErrorObject, errors: ErrorObject[]): boolean {
  if (keyword !== 'required') return false
  return errors.some((e) => e.instancePath === instancePath && meantBy(e)?.key === params.missingProperty)
}

function meantBy(error: ErrorObject): MeantKey | undefined {
  if (error.keyword !== 'additionalProperties') return undefined
  const free = Object.keys(error.parentSchema?.properties ?? {}).filter((key) => !(key in (error.data as object)))
  return meantKey(String(error.params.additionalProperty), free)
}

/** Values of keys that are easily forgotten. */
const EXAMPLES: Record<string, string> = {
  id: 'id: kagoya',
  brand: 'brand: kagoya',
  pretext: 'pretext: mailbox-full',
  status: 'status: experimental',
  firstSeen: 'firstSeen: 2026-11-24',
  lastSeen: 'lastSeen: 2026-11-24',
  sources: "sources: [{ url: 'https://www.example.com/', what: its notice, checked: 2026-11-24 }]",
  checked: 'checked: 2026-11-24',
  accessed: 'accessed: 2026-11-24',
  publisher: 'publisher: KAGOYA JAPAN',
  subjects: 'subjects: [緊急の重要な通知]',
  owner: 'owner: KAGOYA JAPAN',
  group: 'group: kagoya',
  kind: 'kind: hosting',
  names: 'names: { ja: [カゴヤ・ジャパン], en: [KAGOYA] }',
  domains: 'domains: { official: [{ domain: kagoya.jp, evidence: P }] }',
  domain: 'domain: kagoya.jp',
  url: "url: 'https://www.example.com/'",
  evidence: 'evidence: P',
  title: 'title: { ja: メールボックスの容量超過, en: Mailbox is full }',
  phrases: 'phrases: [メールボックスがいっぱい]',
}

/** Types of JSON by their names. */
const TYPES: Record<string, Text> = {
  string: { ja: '文字列', en: 'a string' },
  integer: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true か false', en: 'true or false' },
  array: { ja: 'リスト', en: 'a list' },
  object: { ja: 'キーと値のマップ', en: 'a map of keys and values' },
}

const NO_WIDE_BLANK: Text = {
  ja: '字下げは全角でなく半角の空白で',
  en: 'blanks of half width at the head of the line, not full-width ones',
}

const REST: Text = {
  ja: 'カンマを含む値は引用符で囲む。キーのあとにはコロンと空白',
  en: 'a value that holds a comma stands in quotes; a key has a colon and a blank behind it',
}

type Saying = Omit<Finding, 'source' | 'path'>

function saying(error: ErrorObject, path: string): Saying {
  const at: Text = path === '' ? { ja: 'ファイル', en: 'the file' } : { ja: `${path} `, en: path }
  const found = shorten(error.data)
  const say = (code: string, ja: string, en: string, more: Omit<Saying, 'code' | 'message'> = { found }): Saying => ({
    code,
    message: { ja: `${at.ja}${ja}`, en: `${at.en} ${en}` },
    ...more,
  })
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys(error.parentSchema?.properties ?? {}).join(', ')
      const key = String(error.params.additionalProperty)
      const meant = meantBy(error)
      // `url: https://a.example/?a,b` in braces: the rest of a value
      const isRest = (error.data as Record<string, unknown>)[key] === null && !meant
      return say('unknown-key', 'に知らないキーがあります', 'has an unknown key', {
        ...(known !== '' && {
          expected: key.startsWith('\u3000')
            ? NO_WIDE_BLANK
            : meant?.isColon
              ? COLON
              : isRest
                ? REST
                : { ja: known, en: known },
        }),
        ...(meant && { example: meant.example }),
        found: shorten(key),
      })
    }
    case 'required': {
      const key = String(error.params.missingProperty)
      const example = EXAMPLES[key]
      return say('missing', `にキー ${key} がありません`, `lacks the key ${key}`, {
        expected: { ja: `キー ${key} とその値`, en: `the key ${key} with its value` },
        ...(example !== undefined && { example }),
      })
    }
    case 'enum': {
      const allowed = (error.params.allowedValues as unknown[]).join(', ')
      const expected = { ja: allowed, en: allowed }
      return say('type', 'は決められた値ではありません', 'is none of the allowed values', { expected, found })
    }
    case 'pattern': {
      const form = `/${String(error.params.pattern)}/`
      const expected = descriptionOf(error) ?? { ja: form, en: form }
      const key = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? ''
      const meant = meantValue(error.data, String(error.params.pattern))
      const example = meant === undefined ? EXAMPLES[key] : `${key}: ${meant}`
      return say('type', 'の形が正しくありません', 'does not have the right form', {
        expected,
        ...(example !== undefined && { example }),
        found,
      })
    }
    case 'type': {
      const type = TYPES[String(error.params.type)] ?? { ja: String(error.params.type), en: String(error.params.type) }
      const isBare = error.params.type === 'string' && typeof error.data !== 'object'
      const list = error.params.type === 'array' && typeof error.data === 'string' ? error.data : undefined
      const expected = isBare ? { ja: `${type.ja}(引用符で囲む)`, en: `${type.en} (quote it)` } : type
      return say('type', 'の型が違います', 'is of the wrong type', {
        expected,
        ...(isBare && { example: `'${shorten(error.data)}'` }),
        ...(list !== undefined && { example: `['${shorten(list.replaceAll(/^[［[]|[\]］]$|'/g, ''))}']` }),
        found,
      })
    }
    case 'anyOf':
      return say(
        'missing',
        'に `samples` か `fingerprints` が必要です',
        'needs `samples` or `fingerprints`',
        // a whole file is no example of what is wrong
        { expected: { ja: 'npm run lure:new が作る指紋', en: 'a fingerprint, made by npm run lure:new' } },
      )
    case 'uniqueItems':
      return say('duplicate-key', 'に同じものが二度あります', 'holds the same entry twice')
    case 'maxLength':
      return sized(say, `${error.params.limit} 文字まで`, `at most ${error.params.limit} characters`, error)
    case 'minLength':
      return sized(say, `${error.params.limit} 文字以上`, `at least ${error.params.limit} characters`, error)
    case 'minItems':
      return sized(say, `${error.params.limit} 個以上`, `at least ${error.params.limit}`, error)
    case 'maxItems':
      return sized(say, `${error.params.limit} 個まで`, `at most ${error.params.limit}`, error)
    case 'maximum':
      return say('type', 'が大きすぎます', 'is too large', {
        expected: { ja: `${error.params.limit} まで`, en: `at most ${error.params.limit}` },
        found,
      })
    case 'minimum':
      return say('type', 'が小さすぎます', 'is too small', {
        expected: { ja: `${error.params.limit} 以上`, en: `at least ${error.params.limit}` },
        found,
      })
    default:
      return say('type', 'は許されていません', error.message ?? 'is not allowed')
  }
}

function sized(
  say: (code: string, ja: string, en: string, more: Omit<Saying, 'code' | 'message'>) => Saying,
  ja: string,
  en: string,
  { data }: ErrorObject,
): Saying {
  const size = (data as string | unknown[]).length
  return say('length', 'の長さが合いません', 'is too short or too long', {
    expected: { ja, en },
    found: `${size}: ${shorten(data)}`,
  })
}

/** The two halves of the schema's description, Japanese first: what a right value looks like. */
function descriptionOf(error: ErrorObject): Text | undefined {
  const description = (error.parentSchema as { description?: unknown } | undefined)?.description
  if (typeof description !== 'string') return undefined
  const end = description.lastIndexOf('。') + 1
  return { ja: description.slice(0, end).trim(), en: description.slice(end).trim() }
}
