/** What was meant by a key or a value of a wrong form? Said as an example, where it can be told. */
import { shorten } from '../problem.ts'
import { nearest } from './references.ts'

/** A key that is none, as it should stand. */
export interface MeantKey {
  /** The key itself. */
  key: string
  /** As it would stand in the file. */
  example: string
  /** The colon was wrong and not the word. */
  isColon: boolean
}

/**
 * Guesses a key: `publisher：own mailbox`, `FirstSeen`, `pretex`.
 *
 * @param found what stands in its place
 * @param known keys of this map
 * @returns undefined when none is near
 */
export function meantKey(found: string, known: readonly string[]): MeantKey | undefined {
  const text = found.trim()
  const colon = text.search(/[:：]/)
  const word = (colon < 0 ? text : text.slice(0, colon)).normalize('NFKC').trim()
  const key = known.find((k) => k.toLowerCase() === word.toLowerCase()) ?? nearestKey(word, known)
  if (key === undefined) return undefined
  const value = colon < 0 ? '' : text.slice(colon + 1).trim()
  return { key, example: shorten(value === '' ? key : `${key}: ${value}`), isColon: colon >= 0 }
}

/** The key that begins like the word and is about as long. */
function nearestKey(word: string, known: readonly string[]): string | undefined {
  const near = nearest(word, known)
  if (near === undefined || Math.abs(near.length - word.length) > 2 || word.length < 3) return undefined
  return near.slice(0, 3) === word.slice(0, 3) ? near : undefined
}

/** Slips of a Japanese keyboard and of habit, each mended alone and after those before it. */
const MENDS: ReadonlyArray<(value: string) => string> = [
  (value) =>
    value
      .normalize('NFKC')
      .replaceAll(/[。｡]/g, '.')
      .replaceAll(/(?<=[A-Za-z\d])[ー‐–—−](?=[A-Za-z\d])/g, '-')
      .trim(),
  (value) => value.toLowerCase(),
  // 2026/11/24, 2026.11.24, 2026年11月24日, 2026-1-5
  (value) =>
    value.replace(/^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?[日月]?$/, (_, year: string, ...parts: string[]) =>
      [year, ...parts.slice(0, 2).filter((part) => part !== undefined)].map((part) => part.padStart(2, '0')).join('-'),
    ),
  // https://kagoya.jp/, info@kagoya.jp, kagoya.jp.
  (value) =>
    value
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^[^@/]*@/, '')
      .replace(/[/?#].*$/, '')
      .replace(/\.$/, ''),
  // 見本.jp
  (value) =>
    /[^\x20-\x7e]/.test(value) && URL.canParse(`http://${value}/`) ? new URL(`http://${value}/`).hostname : value,
  (value) => value.replaceAll(/[_ ]+/g, '-'),
]

/**
 * Guesses a value of a known form.
 *
 * @param value as it stands
 * @param pattern of JSON Schema
 * @returns undefined when nothing near has the form
 */
export function meantValue(value: unknown, pattern: string): string | undefined {
  if (typeof value !== 'string' || value.length > 300) return undefined
  const form = new RegExp(pattern)
  let text = value
  for (const mend of MENDS) {
    text = mend(text)
    if (form.test(text)) return text
  }
  return undefined
}
