/** What does a host say by itself: whose is it, which brands does it imitate, what is odd about it? Kept for a corpus. */
import {
  type CompiledCorpus,
  type DomainOwner,
  findDomain,
  type HostEntry,
  hostEntriesOf,
  hostListsOf,
} from '../corpus/compile.ts'
import { type BrandMark, brandMarks } from './brand-host.ts'
import { remember } from './cache.ts'
import type { Deception } from './deception.ts'
import { type DomainParts, domainParts } from './domain.ts'
import { hostDeceptions, mimickedSuffix } from './host-shape.ts'
import { type Wrapper, wrappersOf } from './redirect.ts'
import { buildTokenIndex, nearness, type TokenIndex } from './tokens.ts'

/** What a host says by itself. */
export interface HostFacts {
  parts: DomainParts
  owner: DomainOwner | undefined
  /** The brand's own: official, sender, mixed or unverified. Such a host deceives nobody. */
  trusted: boolean
  /** Brands' names in it. */
  marks: BrandMark[]
  /** What it deceives with whatever brand is meant. */
  own: Deception[]
  /** Entries of the host lists for it. */
  entries: HostEntry[]
  /** Redirect services that it belongs to. */
  wrappers: readonly Wrapper[]
}

/** What is made once for a corpus. */
export interface LinkKnowledge {
  index: TokenIndex
  factsOf: (host: string) => HostFacts
}

/** Hosts whose facts are kept in one generation: a mail has a handful, and its writer must not be able to fill memory. */
const CACHED_HOSTS = 512

/** Where a customer's name is a subdomain by design. */
const TENANT_LISTS = ['tenant-hosts', 'shared-services']

const NOTHING: never[] = []

const known = new WeakMap<CompiledCorpus, LinkKnowledge>()

/**
 * Token index and host facts of a corpus, made at the first link.
 *
 * @param corpus from `compileCorpus`
 */
export function linkKnowledge(corpus: CompiledCorpus): LinkKnowledge {
  let entry = known.get(corpus)
  if (!entry) {
    const index = buildTokenIndex(corpus.brands)
    entry = { index, factsOf: remember((host) => hostFacts(host, corpus, index), CACHED_HOSTS) }
    known.set(corpus, entry)
  }
  return entry
}

const withoutCorpus = remember((host) => hostFacts(host), CACHED_HOSTS)

/**
 * Facts of a host where no corpus is at hand.
 *
 * @param host lower-case ASCII
 */
export function factsWithoutCorpus(host: string): HostFacts {
  return withoutCorpus(host)
}

/** Of the brands that have the longest domain as their own, the one whose first domain it is: rakuten before rakuma. */
function nearestOwner(corpus: CompiledCorpus, owners: DomainOwner[]): DomainOwner | undefined {
  let best: DomainOwner | undefined
  let nearest = Number.NEGATIVE_INFINITY
  for (const owner of owners) {
    if (owner.role === 'customer' || (best && owner.domain !== best.domain)) continue
    const near = nearness(corpus.brands, owner.brand, owner.domain)
    if (near > nearest) {
      best = owner
      nearest = near
    }
  }
  return best
}

function hostFacts(host: string, corpus?: CompiledCorpus, index?: TokenIndex): HostFacts {
  const parts = domainParts(host)
  const owners = corpus && !parts.isIp ? findDomain(corpus, parts.host) : NOTHING
  const own = corpus && nearestOwner(corpus, owners)
  const owner = own ?? owners[0]
  const entries = corpus && host !== '' ? hostEntriesOf(corpus, host) : NOTHING
  const wrappers = wrappersOf(host)
  if (own) return { parts, owner, trusted: true, marks: NOTHING, own: NOTHING, entries, wrappers }
  const suffix = mimickedSuffix(parts)
  const facts: HostFacts = {
    parts,
    owner,
    trusted: false,
    marks: NOTHING,
    own: hostDeceptions(parts, suffix),
    entries,
    wrappers,
  }
  if (!corpus || !index || parts.registrableDomain === '') return facts
  const lists = hostListsOf(corpus, parts.host)
  const { registrableDomain, publicSuffix } = parts
  // below a customers' domain only what the customer chose can imitate anybody
  const rented = owner !== undefined && owner.domain.length >= registrableDomain.length
  facts.marks = brandMarks(index, {
    subdomain: rented ? parts.host.slice(0, -owner.domain.length - 1) : parts.subdomain,
    label: rented ? '' : parts.domainWithoutSuffix,
    unicodeHost: parts.unicodeHost === parts.host ? '' : parts.unicodeHost,
    suspect:
      parts.privateSuffix || suffix !== '' || lists.includes('abused-suffixes') || lists.includes('free-hosting'),
    generic: parts.host.lastIndexOf('.') < parts.host.length - 3,
    japanese: publicSuffix === 'jp' || publicSuffix.endsWith('.jp'),
    tenant: lists.some((l) => TENANT_LISTS.includes(l)),
  })
  return facts
}
