/** Is this value a corpus of the schema this version reads? Plain code, so that no schema compiler ships. */
import { CorpusError, type CorpusErrorCode } from './errors.ts'
import type { Corpus } from './model.ts'
import { RULES, STATUSES } from './pack.ts'
import { phraseProblem } from './phrase.ts'

/** The schema major this version reads. */
export const SCHEMA = 1

/** Code units of one text; a longer one is a mistake or an attack. */
const TEXT = 2_000
/** Code units of a name, literal, domain or token. */
const NAME = 300
/** Entries of one list inside an entry. */
const ENTRIES = 20_000
/** Brands, pretexts or lists. */
const FILES = 50_000
/** Lures; the design's target is 100,000. */
const LURES = 1_000_000

interface Problem {
  code: CorpusErrorCode
  /** Path from the value that was checked, innermost last: `.names`, `[3]`. */
  path: string
  message: string
}

type Check = (value: unknown) => Problem | undefined

const problem = (code: CorpusErrorCode, message: string, path = ''): Problem => ({ code, path, message })

/** What a value is, for messages: its beginning, for it may be 10 MB long. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = String(value).slice(0, 40)
  return typeof value === 'string' ? `"${text}"` : text
}

function text(max: number, min = 1): Check {
  return (value) => {
    if (typeof value !== 'string') return problem('type', `expected a string, found ${nameOf(value)}`)
    if (value.length < min || value.length > max) {
      return problem('length', `expected ${min} to ${max} characters, found ${value.length}`)
    }
    return undefined
  }
}

function oneOf(...values: unknown[]): Check {
  return (value) =>
    values.includes(value) ? undefined : problem('type', `expected one of ${values.join(', ')}, found ${nameOf(value)}`)
}

function list(of: Check, max = ENTRIES): Check {
  return (value) => {
    if (!Array.isArray(value)) return problem('type', `expected a list, found ${nameOf(value)}`)
    if (value.length > max) return problem('length', `expected at most ${max} entries, found ${value.length}`)
    for (let i = 0; i < value.length; i++) {
      const found = of(value[i])
      if (found) return { ...found, path: `[${i}]${found.path}` }
    }
    return undefined
  }
}

/** Required keys, and optional ones with `?`. Keys it does not know are a later minor version's and stay unread. */
function object(fields: Record<string, Check>): Check {
  const keys = Object.keys(fields).map((key) => ({
    name: key.replace('?', ''),
    optional: key.endsWith('?'),
    check: fields[key]!,
  }))
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return problem('type', `expected an object, found ${nameOf(value)}`)
    }
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      return problem('prototype-key', 'expected a plain object')
    }
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      if (Object.hasOwn(value, key)) return problem('prototype-key', `the key ${key} is not allowed`, `.${key}`)
    }
    for (const { name, optional, check } of keys) {
      // no inherited key has such a name: the prototype is the plain one or none
      const field = (value as Record<string, unknown>)[name]
      if (field === undefined) {
        if (optional) continue
        return problem('missing', `the key ${name} is missing`, `.${name}`)
      }
      const found = check(field)
      if (found) return { ...found, path: `.${name}${found.path}` }
    }
    return undefined
  }
}

const name = text(NAME)
const names = list(name)
const phrase: Check = (value) => {
  const found = object({
    text: (t) => (Array.isArray(t) ? list(name, 4)(t) : name(t)),
    'within?': (n) =>
      Number.isInteger(n) && (n as number) >= 1 && (n as number) <= 80
        ? undefined
        : problem('type', 'expected a whole number from 1 to 80'),
    strength: oneOf(1, 2, 3),
  })(value)
  if (found) return found
  const wrong = phraseProblem((value as { text: string | string[] }).text)
  return wrong ? problem(wrong.code, wrong.message, '.text') : undefined
}
const phrases = list(phrase)

const flag = oneOf(true, false)

const brand = object({
  id: name,
  names: object({ ja: names, en: names, aliases: names }),
  ambiguous: names,
  kind: name,
  owner: name,
  group: name,
  domains: object({ official: names, senders: names, customers: names, mixed: names, unverified: names }),
  neverSends: list(object({ type: oneOf('address', 'content', 'sms', 'display-name', 'domain-suffix'), value: name })),
  tokens: list(object({ token: name, rule: oneOf(...RULES) })),
  'noticeUrl?': text(TEXT),
  'speakerOnly?': flag,
  'theme?': flag,
})
const pretext = object({ id: name, title: object({ ja: name, en: name }), phrases })
const phraseList = object({ id: name, phrases })
const lure = object({
  id: name,
  brand: name,
  pretext: name,
  status: oneOf(...STATUSES),
  'replacedBy?': name,
  firstSeen: name,
  lastSeen: name,
  subjects: names,
  senders: names,
  phrases,
  links: list(text(TEXT)),
  fingerprints: list(text(TEXT), 100),
})
const hostList = object({ id: name, hosts: names })
const corpus = object({
  version: name,
  digest: name,
  brands: list(brand, FILES),
  pretexts: list(pretext, FILES),
  phrases: list(phraseList, FILES),
  lures: list(lure, LURES),
  hosts: list(hostList, FILES),
})

/**
 * Checks that a value is a corpus this version can compile.
 *
 * @param value anything, e.g. parsed JSON
 * @throws CorpusError for another schema major, a missing key, a wrong type, a prototype key, a duplicate id, or a
 *   phrase that cannot be read
 */
export function assertCorpus(value: unknown): asserts value is Corpus {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CorpusError('type', 'corpus', `expected an object, found ${nameOf(value)}`)
  }
  const schema = Object.hasOwn(value, 'schema') ? (value as { schema: unknown }).schema : undefined
  if (schema !== SCHEMA) {
    throw new CorpusError(
      'schema',
      'schema',
      `this version reads corpora of schema ${SCHEMA}, found ${typeof schema === 'number' ? schema : nameOf(schema)}`,
    )
  }
  const found = corpus(value)
  if (found) throw new CorpusError(found.code, found.path.replace(/^\./, '') || 'corpus', found.message)
  assertIds(value as Corpus)
}

function assertIds(value: Corpus): void {
  for (const part of ['brands', 'pretexts', 'phrases', 'lures', 'hosts'] as const) {
    const seen = new Set<string>()
    const entries = value[part]
    for (let i = 0; i < entries.length; i++) {
      const { id } = entries[i]!
      if (seen.has(id)) throw new CorpusError('duplicate-id', `${part}[${i}].id`, `the id ${id} stands twice`)
      seen.add(id)
    }
  }
}
