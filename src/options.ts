/** Are the caller's options of the right types, and can each do something? A programmer's mistake throws, a mail never does. */
import type { CompiledCorpus } from './corpus/compile.ts'
import type { ClassifyOptions } from './detect/model.ts'
import { LIMITS } from './limits.ts'
import { isPromise, received } from './received.ts'
import { CODES } from './verdict.ts'

const isStringArray = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((v) => typeof v === 'string')

/** Judging goes into a message's inner ones call by call: beyond some thousands a mail could end the stack. */
const DEEPEST = 50

/** What an option must be; `odd` is the one value of it that can never match anything. */
interface Check {
  ok: (value: unknown) => boolean
  odd?: (value: unknown) => string | undefined
  expected: string
}

/** What each option must be. */
const CHECKS: Record<keyof ClassifyOptions, Check> = {
  trustedAuthserv: {
    ok: (v) => typeof v === 'string' || isStringArray(v),
    expected: 'a string or an array of strings',
  },
  receivedSpf: { ok: (v) => typeof v === 'boolean', expected: 'a boolean' },
  recipient: {
    ok: (v) => typeof v === 'string',
    odd: (v) => (isAddress(v as string) ? undefined : (v as string)),
    expected: 'an address such as user@example.com',
  },
  redact: { ok: (v) => typeof v === 'boolean', expected: 'a boolean' },
  ownDomains: {
    ok: isStringArray,
    odd: (v) => (v as string[]).find((domain) => !isDomain(domain)),
    expected: 'an array of domains such as example.co.jp',
  },
  disable: { ok: isStringArray, expected: 'an array of ids' },
  limits: {
    ok: isLimits,
    expected: `an object of positive numbers (innerDepth at most ${DEEPEST}); keys ${Object.keys(LIMITS).join(', ')}`,
  },
}

function isLimits(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isPromise(value)) return false
  return Object.entries(value).every(
    ([key, n]) =>
      Object.hasOwn(LIMITS, key) &&
      typeof n === 'number' &&
      Number.isFinite(n) &&
      n > 0 &&
      (key !== 'innerDepth' || n <= DEEPEST),
  )
}

/** One address without a name or brackets: it is looked for in links and evidence as it stands. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  // SMTP allows `"a b"@example.com` and `a@[192.0.2.1]`
  const isLocal = at > 0 && (local.startsWith('"') || !/[<>,\s]/.test(local))
  return isLocal && (domain.startsWith('[') || isDomain(domain))
}

/** A host as it can stand behind the @ of a sender. */
export function isDomain(text: string): boolean {
  return text !== '' && !/[\s/:@*,;<>"'\\]|^\.|\.$|\.\./.test(text)
}

/**
 * Checks that options are an object at all: before it is spread, which makes nothing of a Promise.
 *
 * @throws TypeError that says what was received
 */
export function checkObject(options: unknown): asserts options is object {
  if (typeof options !== 'object' || options === null || isPromise(options))
    throw new TypeError(`options: expected an object, received ${received(options)}`)
}

/**
 * Checks the options of `classify`.
 *
 * @throws TypeError that names the option, what was expected and what was received
 */
export function checkOptions(options: unknown): asserts options is ClassifyOptions {
  checkObject(options)
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined) continue
    const check = Object.hasOwn(CHECKS, key) ? CHECKS[key as keyof ClassifyOptions] : undefined
    if (!check) throw new TypeError(`options.${key}: no such option; there are ${Object.keys(CHECKS).join(', ')}`)
    if (!check.ok(value)) throw new TypeError(`options.${key}: expected ${check.expected}, received ${received(value)}`)
    const odd = check.odd?.(value)
    if (odd !== undefined)
      throw new TypeError(`options.${key}: expected ${check.expected}, received ${JSON.stringify(odd.slice(0, SHOWN))}`)
  }
}

/** Characters of a useless value that an error shows. */
const SHOWN = 100

const idsOf = new WeakMap<CompiledCorpus, ReadonlySet<string>>()

/**
 * Checks that each id of `disable` names something: an evidence code, or a brand or lure of the corpus, retired ones too,
 * so that a new release of the corpus breaks no settings.
 *
 * @throws TypeError that names the first that does not
 */
export function checkDisabled({ disable }: ClassifyOptions, corpus: CompiledCorpus): void {
  if (disable === undefined || disable.length === 0) return
  let ids = idsOf.get(corpus)
  if (ids === undefined) {
    ids = new Set([...corpus.brands.map(({ id }) => id), ...corpus.lures.map(({ id }) => id), ...corpus.retired])
    idsOf.set(corpus, ids)
  }
  for (const id of disable) {
    if (ids.has(id) || Object.hasOwn(CODES, id)) continue
    throw new TypeError(
      `options.disable: ${JSON.stringify(id.slice(0, SHOWN))} is no evidence code, and no brand or lure of the corpus`,
    )
  }
}
