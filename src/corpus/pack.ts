/** How does the package carry its corpus? As rows without keys, which compress to three quarters of the plain JSON. */
import type { BrandEntry, Corpus, LureEntry, Phrase } from './model.ts'

/** Values that rows give by number. New ones go to the end. */
const KINDS: ReadonlyArray<BrandEntry['kind']> = [
  'hosting',
  'mail',
  'isp',
  'telecom',
  'platform',
  'retail',
  'card',
  'bank',
  'transport',
  'tax',
  'delivery',
  'securities',
  'utility',
  'government',
  'insurance',
  'crypto',
  'consumer-finance',
]
const RULES: ReadonlyArray<BrandEntry['tokens'][number]['rule']> = [
  'substring',
  'label',
  'label+context',
  'path-or-host',
  'never-alone',
]
/** Bits of a brand row's flags. */
const SPEAKER_ONLY = 1
const THEME = 2
const STATUSES: ReadonlyArray<LureEntry['status']> = ['experimental', 'stable', 'retired']

/** Phrases by strength, 1 to 3: a literal, or the pieces of a `near` phrase with its `within` (0 when it has none). */
type PhraseRow = Array<Array<string | Array<string | number>>>
type BrandRow = [
  id: string,
  kind: number,
  owner: string,
  group: string,
  ja: string[],
  en: string[],
  aliases: string[],
  ambiguous: string[],
  official: string[],
  senders: string[],
  customers: string[],
  mixed: string[],
  unverified: string[],
  neverSends: string[],
  tokens: Array<string | number>,
  noticeUrl: string,
  flags: number,
]
type LureRow = [
  id: string,
  brand: string,
  pretext: string,
  status: number,
  replacedBy: string,
  firstSeen: string,
  lastSeen: string,
  subjects: string[],
  senders: string[],
  phrases: PhraseRow,
  links: string[],
  fingerprints: string[],
]

interface Packed {
  version: string
  digest: string
  brands: BrandRow[]
  pretexts: Array<[id: string, ja: string, en: string, phrases: PhraseRow]>
  phrases: Array<[id: string, phrases: PhraseRow]>
  lures: LureRow[]
  hosts: Array<[id: string, hosts: string[]]>
}

/**
 * Packs a corpus. Phrases must stand in the order of their strength, as the build writes them.
 *
 * @returns JSON for `unpackCorpus`
 */
export function packCorpus(corpus: Corpus): string {
  const packed: Packed = {
    version: corpus.version,
    digest: corpus.digest,
    brands: corpus.brands.map((b) => [
      b.id,
      KINDS.indexOf(b.kind),
      unless(b.owner, b.names.en[0]),
      unless(b.group, b.id),
      b.names.ja,
      b.names.en,
      b.names.aliases,
      b.ambiguous,
      b.domains.official,
      b.domains.senders,
      b.domains.customers,
      b.domains.mixed,
      b.domains.unverified,
      b.neverSends.flatMap(({ type, value }) => [type, value]),
      b.tokens.flatMap(({ token, rule }) => [unless(token, b.id), RULES.indexOf(rule)]),
      b.noticeUrl ?? '',
      (b.speakerOnly ? SPEAKER_ONLY : 0) + (b.theme ? THEME : 0),
    ]),
    pretexts: corpus.pretexts.map(({ id, title, phrases }) => [id, title.ja, title.en, packPhrases(phrases)]),
    phrases: corpus.phrases.map(({ id, phrases }) => [id, packPhrases(phrases)]),
    lures: corpus.lures.map((l) => [
      l.id,
      unless(l.brand, brandOf(l.id)),
      l.pretext,
      STATUSES.indexOf(l.status),
      l.replacedBy ?? '',
      l.firstSeen,
      unless(l.lastSeen, l.firstSeen),
      l.subjects,
      l.senders,
      packPhrases(l.phrases),
      l.links,
      l.fingerprints,
    ]),
    hosts: corpus.hosts.map(({ id, hosts }) => [id, hosts]),
  }
  return JSON.stringify(packed)
}

/**
 * Unpacks what `packCorpus` packed.
 *
 * @param text from `packCorpus`; nothing else is checked for
 */
export function unpackCorpus(text: string): Corpus {
  const packed = JSON.parse(text) as Packed
  return {
    schema: 1,
    version: packed.version,
    digest: packed.digest,
    brands: packed.brands.map(unpackBrand),
    pretexts: packed.pretexts.map(([id, ja, en, phrases]) => ({
      id,
      title: { ja, en },
      phrases: unpackPhrases(phrases),
    })),
    phrases: packed.phrases.map(([id, phrases]) => ({ id, phrases: unpackPhrases(phrases) })),
    lures: packed.lures.map(unpackLure),
    hosts: packed.hosts.map(([id, hosts]) => ({ id, hosts })),
  }
}

/** Empty when a value is what it mostly is. */
const unless = (value: string, usual: string | undefined): string => (value === usual ? '' : value)

const brandOf = (lure: string): string => lure.slice(0, lure.indexOf('/'))

function unpackBrand(row: BrandRow): BrandEntry {
  const [
    id,
    kind,
    owner,
    group,
    ja,
    en,
    aliases,
    ambiguous,
    official,
    senders,
    customers,
    mixed,
    unverified,
    never,
    tokens,
    noticeUrl,
    flags,
  ] = row
  return {
    id,
    names: { ja, en, aliases },
    ambiguous,
    kind: KINDS[kind]!,
    owner: owner || en[0]!,
    group: group || id,
    domains: { official, senders, customers, mixed, unverified },
    neverSends: pairs(never, (type, value) => ({ type: type as BrandEntry['neverSends'][number]['type'], value })),
    tokens: pairs(tokens, (token, rule) => ({ token: (token as string) || id, rule: RULES[rule as number]! })),
    ...(noticeUrl !== '' && { noticeUrl }),
    ...(flags & SPEAKER_ONLY && { speakerOnly: true }),
    ...(flags & THEME && { theme: true }),
  }
}

function unpackLure(row: LureRow): LureEntry {
  const [id, brand, pretext, status, replacedBy, firstSeen, lastSeen, subjects, senders, phrases, links, fingerprints] =
    row
  return {
    id,
    brand: brand || brandOf(id),
    pretext,
    status: STATUSES[status]!,
    ...(replacedBy !== '' && { replacedBy }),
    firstSeen,
    lastSeen: lastSeen || firstSeen,
    subjects,
    senders,
    phrases: unpackPhrases(phrases),
    links,
    fingerprints,
  }
}

function pairs<T, R>(flat: T[], make: (first: T, second: T) => R): R[] {
  const made: R[] = []
  for (let i = 0; i + 1 < flat.length; i += 2) made.push(make(flat[i]!, flat[i + 1]!))
  return made
}

function packPhrases(phrases: Phrase[]): PhraseRow {
  const row: PhraseRow = [[], [], []]
  for (const { text, within, strength } of phrases) {
    row[strength - 1]!.push(typeof text === 'string' ? text : [within ?? 0, ...text])
  }
  return row
}

function unpackPhrases(row: PhraseRow): Phrase[] {
  return row.flatMap((texts, i) =>
    texts.map((text): Phrase => {
      const strength = (i + 1) as Phrase['strength']
      if (typeof text === 'string') return { text, strength }
      const within = text[0] as number
      return { text: text.slice(1) as string[], ...(within > 0 && { within }), strength }
    }),
  )
}
