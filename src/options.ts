/** Whether the caller's options are of the right types: a programmer's mistake throws, a mail never does. */
import type { ClassifyOptions } from './detect/model.ts'
import { LIMITS } from './limits.ts'

const isStringArray = (value: unknown): boolean => Array.isArray(value) && value.every((v) => typeof v === 'string')

/** Judging goes into a message's inner ones call by call: beyond some thousands a mail could end the stack. */
const DEEPEST = 50

/** What each option must be. */
const CHECKS: Record<keyof ClassifyOptions, { ok: (value: unknown) => boolean; expected: string }> = {
  trustedAuthserv: {
    ok: (v) => typeof v === 'string' || isStringArray(v),
    expected: 'a string or an array of strings',
  },
  receivedSpf: { ok: (v) => typeof v === 'boolean', expected: 'a boolean' },
  recipient: { ok: (v) => typeof v === 'string', expected: 'a string, the address the mail was delivered to' },
  redact: { ok: (v) => typeof v === 'boolean', expected: 'a boolean' },
  ownDomains: { ok: isStringArray, expected: 'an array of domains' },
  disable: { ok: isStringArray, expected: 'an array of ids' },
  limits: {
    ok: isLimits,
    expected: `an object of positive numbers (innerDepth at most ${DEEPEST}); keys ${Object.keys(LIMITS).join(', ')}`,
  },
}

function isLimits(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).every(
    ([key, n]) =>
      Object.hasOwn(LIMITS, key) &&
      typeof n === 'number' &&
      Number.isFinite(n) &&
      n > 0 &&
      (key !== 'innerDepth' || n <= DEEPEST),
  )
}

/**
 * Checks the options of `classify`.
 *
 * @throws TypeError that names the option, what was expected and what was received
 */
export function checkOptions(options: unknown): asserts options is ClassifyOptions {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`options: expected an object, received ${typeof options}`)
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined) continue
    const check = Object.hasOwn(CHECKS, key) ? CHECKS[key as keyof ClassifyOptions] : undefined
    if (!check) throw new TypeError(`options.${key}: no such option; there are ${Object.keys(CHECKS).join(', ')}`)
    if (!check.ok(value)) throw new TypeError(`options.${key}: expected ${check.expected}, received ${typeof value}`)
  }
}
