/** What if the lure named another brand of the same kind? */
import { builtinCorpus } from '../../src/corpus/builtin.ts'
import type { BrandEntry } from '../../src/corpus/model.ts'
import { brandOf } from './honest.ts'
import type { Letter } from './letter.ts'
import { mapHtml } from './places.ts'

const BRANDS = builtinCorpus().brands

/** Other brands of the kind of the letter's brand, at most `most`, spread over the list. */
export function othersOf(letter: Letter, most: number): BrandEntry[] {
  const own = brandOf(letter)
  if (!own) return []
  const others = BRANDS.filter(
    (b) => b.kind === own.kind && b.group !== own.group && !b.theme && !b.speakerOnly && officialOf(b) !== undefined,
  )
  const step = Math.max(1, Math.floor(others.length / most))
  return others.filter((_, i) => i % step === 0).slice(0, most)
}

const officialOf = (b: BrandEntry): string | undefined => b.domains.official[0] ?? b.domains.unverified[0]

/** Names, tokens and official domains of the claimed brand replaced by another's, in words, sender and links. */
export function rebranded(letter: Letter, other: BrandEntry): Letter {
  const own = brandOf(letter)
  if (!own) return letter
  const pairs: Array<[string, string]> = []
  const name = other.names.ja[0] ?? other.names.en[0] ?? other.id
  const latin = other.names.en[0] ?? name
  const domain = officialOf(other) ?? ''
  for (const n of [...own.names.ja, ...own.names.aliases, ...own.names.en])
    pairs.push([n, /^[\x20-\x7e]+$/.test(n) ? latin : name])
  for (const d of [...own.domains.official, ...own.domains.senders, ...own.domains.unverified]) pairs.push([d, domain])
  const token = other.tokens[0]?.token ?? domain.split('.')[0] ?? ''
  for (const t of own.tokens) if (t.token.length >= 4) pairs.push([t.token, token])
  pairs.sort(([a], [b]) => b.length - a.length)
  const inHosts = pairs.filter(([from]) => /^[a-z0-9.-]+$/.test(from))
  const swap = (text: string): string => swapped(text, pairs)
  return {
    ...letter,
    brand: other.id,
    from: { name: swap(letter.from.name), address: swapped(letter.from.address, inHosts) },
    replyTo: swapped(letter.replyTo, inHosts),
    subject: swap(letter.subject),
    text: swap(letter.text),
    html: mapHtml(letter.html, swap, (tag) => swapped(tag, inHosts)),
  }
}

/** One pass: what was put in is not replaced again. */
function swapped(text: string, pairs: Array<[string, string]>): string {
  const lower = text.toLowerCase()
  const lowered = pairs.map(([from, to]) => [from.toLowerCase(), to] as const)
  let out = ''
  for (let i = 0; i < text.length; ) {
    const pair = lowered.find(([from]) => lower.startsWith(from, i))
    out += pair ? pair[1] : text.charAt(i)
    i += pair ? pair[0].length : 1
  }
  return out
}
