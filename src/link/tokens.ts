/** Which names of brands are looked for in URLs, and how are they found in a few look-ups? */
import type { BrandEntry, TokenRule } from '../corpus/model.ts'
import { firstShape, shapeKey } from './lookalike.ts'

/** A name to look for. */
export interface TokenRef {
  /** Without hyphens, lower case. */
  text: string
  /** As the corpus writes it. */
  written: string
  rule: TokenRule
  /** Brands that have it, in corpus order: a group may share one (mufg, rakuten). */
  brands: number[]
}

/** A brand's domain as the parts between dots and hyphens: `etc-meisai.jp` is etc, meisai, jp. */
export interface DomainRef {
  domain: string
  /** Empty where the domain is looked for as a whole only: customers' domains. */
  parts: string[]
  /** Parts that belong to the public suffix. */
  suffixParts: number
  brands: number[]
}

/** Made once for a corpus. */
export interface TokenIndex {
  /** By the name itself. */
  exact: Map<string, TokenRef>
  /** By `shapeKey` of the name. */
  shapes: Map<number, TokenRef[]>
  /** Names that may be imitated, by `nearKey`: for the comparison letter by letter. */
  near: Map<number, TokenRef[]>
  /** By `headKey` of their first three letters, longest first: names inside a longer word. */
  heads: Map<number, TokenRef[]>
  /** One bit for the keys of `heads`, so that most places cost no look-up. */
  headBits: Uint8Array
  /** Domains by their first part. */
  sequences: Map<string, DomainRef[]>
  /** Domains by themselves, customers' and mixed ones too: a kit's path names the provider's mail domain. */
  domains: Map<string, DomainRef>
}

/** Shorter domains (`t.co`, `x.com`) stand in too many honest hosts. */
const MIN_DOMAIN = 6
/** An official registrable label this long, with a hyphen or the brand's name in it, is a name nobody else has by chance. */
const MIN_DERIVED = 7

const RANK: Readonly<Record<TokenRule, number>> = {
  substring: 0,
  label: 1,
  'label+context': 2,
  'path-or-host': 3,
  'never-alone': 4,
}

/**
 * Builds the index from the brands' tokens and domains.
 *
 * @param brands entries of the corpus; indexes in the result count into it
 * @example buildTokenIndex(corpus.brands).exact.get('kagoya')?.brands
 */
export function buildTokenIndex(brands: BrandEntry[]): TokenIndex {
  const index: TokenIndex = {
    exact: new Map(),
    shapes: new Map(),
    near: new Map(),
    heads: new Map(),
    headBits: new Uint8Array(HEAD_BITS),
    sequences: new Map(),
    domains: new Map(),
  }
  brands.forEach((entry, brand) => {
    const { domains } = entry
    for (const domain of [...domains.official, ...domains.mixed, ...domains.unverified])
      addDomain(index, domain, brand, true)
    for (const domain of domains.customers) addDomain(index, domain, brand, false)
    for (const { token, rule } of entry.tokens) {
      const written = token.toLowerCase()
      if (rule === 'never-alone') continue
      if (written.includes('.')) addDomain(index, written, brand, true)
      else addToken(index, written, rule, brand)
    }
    for (const domain of [...domains.official, ...domains.unverified]) {
      const label = domain.slice(0, domain.indexOf('.'))
      if (label.length >= MIN_DERIVED && (label.includes('-') || holdsToken(entry, label)))
        addToken(index, label, 'substring', brand)
    }
  })
  for (const ref of index.exact.values()) {
    const head = headKey(ref.text, 0)
    push(index.heads, head, ref)
    index.headBits[head & (HEAD_BITS - 1)] = 1
    // near a word that is a name too lie other words
    if (ref.rule === 'substring') push(index.near, nearKey(firstShape(ref.text), ref.text.length), ref)
  }
  for (const refs of index.heads.values()) refs.sort((a, b) => b.text.length - a.text.length)
  for (const ref of index.exact.values())
    ref.brands.sort((a, b) => nearness(brands, b, ref.text) - nearness(brands, a, ref.text))
  for (const ref of index.domains.values())
    ref.brands.sort((a, b) => nearness(brands, b, ref.domain) - nearness(brands, a, ref.domain))
  return index
}

/** Of brands that share a name or domain, the one that is named so has most: rakuten before rakuten-mobile. */
export function nearness(brands: BrandEntry[], brand: number, name: string): number {
  const entry = brands[brand]
  if (!entry) return 0
  const first = entry.domains.official[0] ?? entry.domains.unverified[0] ?? ''
  return (first === name || first.startsWith(`${name}.`) ? 100 : 0) - entry.id.length
}

/** `microsoftonline`, `smbcgroup`: the brand's own name with a word; `office` and `family` are words alone. */
function holdsToken(entry: BrandEntry, label: string): boolean {
  return entry.tokens.some(
    ({ token, rule }) => rule === 'substring' && token.length >= 4 && label.includes(token.toLowerCase()),
  )
}

function addToken(index: TokenIndex, written: string, rule: TokenRule, brand: number): void {
  const text = written.replaceAll('-', '').replaceAll('_', '')
  const known = index.exact.get(text)
  if (known) {
    if (!known.brands.includes(brand)) known.brands.push(brand)
    if (RANK[rule] < RANK[known.rule]) known.rule = rule
    if (written.includes('-')) known.written = written
    return
  }
  const ref: TokenRef = { text, written, rule, brands: [brand] }
  index.exact.set(text, ref)
  push(index.shapes, shapeKey(text), ref)
}

/** Bits of `headBits`: the three letters of some 600 names set 1 in 20. */
const HEAD_BITS = 16_384

/** Three letters as one number: five bits of each tell letters apart. */
function headKey(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) & 0x7f) << 14) ^ ((text.charCodeAt(at + 1) & 0x7f) << 7) ^ (text.charCodeAt(at + 2) * 129)
  )
}

/**
 * Names that may begin at a place, by their first three letters, longest first.
 *
 * @param index token index
 * @param text lower case
 * @param at offset
 */
export function namesAt(index: TokenIndex, text: string, at: number): TokenRef[] | undefined {
  const key = headKey(text, at)
  return index.headBits[key & (HEAD_BITS - 1)] === 1 ? index.heads.get(key) : undefined
}

/** The first letter's shape, and a length. */
export function nearKey(shape: number, length: number): number {
  return (shape << 8) | length
}

function addDomain(index: TokenIndex, written: string, brand: number, imitated: boolean): void {
  const domain = written.toLowerCase()
  const known = index.domains.get(domain)
  if (known) {
    if (!known.brands.includes(brand)) known.brands.push(brand)
    return
  }
  const ref: DomainRef = { domain, parts: NO_PARTS, suffixParts: 0, brands: [brand] }
  index.domains.set(domain, ref)
  if (!imitated || domain.length < MIN_DOMAIN) return
  ref.parts = domain.split(/[.-]/)
  ref.suffixParts = suffixParts(domain)
  push(index.sequences, ref.parts[0] ?? '', ref)
}

const NO_PARTS: string[] = []

/** `co.jp` has two, `com` one; brands' domains have no longer suffixes. */
function suffixParts(domain: string): number {
  const labels = domain.split('.')
  return labels.length > 2 && (labels[labels.length - 2]?.length ?? 0) <= 3 ? 2 : 1
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
