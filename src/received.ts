/** What did a host program hand over by mistake, in words for the text of an error? */

/** Keys that an error names at most, and characters of each. */
const KEYS = 5
const KEY_UNITS = 40

/** Whether something still has to be awaited: a Promise, or an object that works like one. */
export function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
}

/**
 * What a value is, in words that follow "received".
 *
 * @example received({ foo: 1 }) // 'an object with foo'
 */
export function received(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value !== 'object') return typeof value
  if (Array.isArray(value)) return 'an array'
  if (isPromise(value)) return 'a Promise: await it first'
  const keys = Object.keys(value)
  const tag = Object.prototype.toString.call(value).slice(8, -1)
  if (tag !== 'Object') return `an object of type ${tag}`
  if (keys.length === 0) return 'an empty object'
  const shown = keys.slice(0, KEYS).map((key) => key.slice(0, KEY_UNITS))
  return `an object with ${shown.join(', ')}${keys.length > KEYS ? ' ...' : ''}`
}

/**
 * Whether an object has none of the names that a host program is asked for. A literal without any key is no mistake: a
 * mail of which nothing is known. An empty `Date` or `Map` is one.
 */
export function lacks(value: object, names: readonly string[]): boolean {
  if (names.some((name) => name in value)) return false
  if (Object.keys(value).length > 0) return true
  const proto: unknown = Object.getPrototypeOf(value)
  // the prototype of literals, of whatever realm, has none itself
  return proto !== null && Object.getPrototypeOf(proto) !== null
}
