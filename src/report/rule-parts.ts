/** What do rspamd and SpamAssassin get of the corpus: names, domains and phrases as patterns both can load? */
import { activeLures } from '../corpus/active.ts'
import { NEAR } from '../corpus/matcher.ts'
import type { BrandEntry, LureEntry, Phrase } from '../corpus/model.ts'

/** The part of a corpus that goes into rules of other programs. */
export interface RuleCorpus {
  version: string
  digest: string
  brands: readonly BrandEntry[]
  lures: readonly LureEntry[]
}

/** Shorter names stand in too much other text. */
const LATIN_NAME = 5
const JAPANESE_NAME = 3

/** The literal as a regular expression of PCRE's and Hyperscan's common part. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/#@%"'&~!<>:;=,`-]/g, (sign) => `\\${sign}`).replaceAll(' ', '\\s+')
}

/** Names to look for in a display name: without ambiguous, short and speaker-only ones. */
export function namesOf(brand: BrandEntry): string[] {
  if (brand.speakerOnly || brand.theme) return []
  const all = [...brand.names.ja, ...brand.names.en, ...brand.names.aliases]
  return [...new Set(all)].filter(
    (name) => !brand.ambiguous.includes(name) && [...name].length >= (isAscii(name) ? LATIN_NAME : JAPANESE_NAME),
  )
}

/** Domains a genuine sender of the brand can have; the whole company group's. */
export function sendersOf(brand: BrandEntry, brands: readonly BrandEntry[]): string[] {
  const family = brands.filter(({ id, group }) => id === brand.id || group === brand.group)
  return [
    ...new Set(family.flatMap(({ domains: d }) => [...d.official, ...d.senders, ...d.mixed, ...d.unverified])),
  ].sort()
}

/** Phrases that say it all, of lures in use; slots become short gaps. */
export function phrasesOf(lures: readonly LureEntry[]): Array<{ lure: string; pattern: string }> {
  const found: Array<{ lure: string; pattern: string }> = []
  for (const { id, phrases } of activeLures(lures)) {
    for (const phrase of phrases) if (phrase.strength === 3) found.push({ lure: id, pattern: patternOf(phrase) })
  }
  return found.filter(({ pattern }) => pattern !== '')
}

function patternOf({ text, within = NEAR }: Phrase): string {
  const pieces = typeof text === 'string' ? [text] : text
  // Pieces of a `near` phrase: a bounded gap, so that no engine backtracks far.
  return pieces
    .map((piece) =>
      piece
        .split(/\{[a-z-]+\}/)
        .map(escaped)
        .join('.{0,60}'),
    )
    .join(`.{0,${Math.min(within, 60) * 3}}`)
}

export const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

/** A line for the head of each file. */
export const madeFrom = ({ version, digest }: RuleCorpus): string =>
  `# Made by lurebook from corpus ${version} ${digest}.`

/** Throws unless the value can be read as a corpus. */
export function assertRuleCorpus(corpus: unknown, caller: string): void {
  const c = corpus as { brands?: unknown; lures?: unknown } | null
  if (typeof c !== 'object' || c === null || !Array.isArray(c.brands) || !Array.isArray(c.lures))
    throw new TypeError(`${caller}: expected a corpus`)
}
