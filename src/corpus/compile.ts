/** What does a corpus look like when a mail can be held against it? */
import { activeLures } from './active.ts'
import { type FingerprintIndex, indexFingerprints } from './fingerprint-index.ts'
import { compileTerms, type Matcher } from './matcher.ts'
import type { BrandEntry, Corpus, LureEntry, PhraseListEntry, PretextEntry } from './model.ts'
import { type DomainIndex, type HostIndex, indexDomains, indexHosts } from './owner.ts'
import { assertCorpus } from './validate.ts'

export { type Hit, matchTerms } from './match.ts'
export { type DomainOwner, findDomain, type HostEntry, hostEntriesOf, hostListsOf, listsAt } from './owner.ts'

/** Something to look for in text: a name, a phrase. */
export interface Term {
  kind: 'brand' | 'pretext' | 'list' | 'lure'
  /** Index into `brands`, `pretexts`, `phrases` or `lures` of the corpus. */
  ref: number
  /** 1 weak alone, 2 plain, 3 says it all; brand names have 2, ambiguous ones 1. */
  strength: 1 | 2 | 3
  /** As the corpus writes it; the pieces of a `near` phrase joined by ` … `. */
  text: string
  /** A brand name that needs a second signal. */
  ambiguous: boolean
}

/** A corpus ready for use. Make it once and keep it: it is never changed. */
export interface CompiledCorpus {
  /** As `Corpus` has it. */
  version: string
  /** As `Corpus` has it. */
  digest: string
  /** In the order of the corpus: `Deception.brand` is an index into it. */
  brands: BrandEntry[]
  /** In the order of the corpus. */
  pretexts: PretextEntry[]
  /** Phrase lists. */
  phrases: PhraseListEntry[]
  /** In the order of the corpus, without retired ones. */
  lures: LureEntry[]
  /**
   * Ids of the retired ones: settings that name them stay valid.
   *
   * @internal
   */
  retired: string[]
  /**
   * Names and phrases of all parts.
   *
   * @internal
   */
  terms: Term[]
  /**
   * Corpus id of the brand, pretext, phrase list or lure of each term.
   *
   * @internal
   */
  termIds: string[]
  /**
   * Brands of each company group.
   *
   * @internal
   */
  groups: Map<string, number[]>
  /**
   * For `matchTerms`.
   *
   * @internal
   */
  matcher: Matcher
  /**
   * For `findDomain`.
   *
   * @internal
   */
  domains: DomainIndex
  /**
   * For `hostListsOf`.
   *
   * @internal
   */
  hostLists: HostIndex
  /**
   * For `similarLures`.
   *
   * @internal
   */
  fingerprints: FingerprintIndex
}

/**
 * Compiles a corpus: checks it, builds the matcher for all names and phrases and the index of all fingerprints.
 *
 * @param corpus plain JSON of schema 1, the package's own (`lurebook/corpus.json`), yours, or both merged
 * @returns the compiled corpus; about 10 ms for the package's own
 * @throws CorpusError with code and path for another schema major, wrong types, prototype keys, duplicate ids, phrases
 *   or fingerprints that cannot be read
 * @example
 * const compiled = compileCorpus(JSON.parse(await readFile('corpus.json', 'utf8')))
 */
export function compileCorpus(corpus: Corpus): CompiledCorpus {
  assertCorpus(corpus)
  return compileChecked(corpus)
}

/**
 * Compiles a corpus that was checked before, as the package's own is when it is built: checking costs half the time.
 *
 * @param folds from `foldsOf`: what is looked for, folded before
 */
export function compileChecked(whole: Corpus, folds?: string): CompiledCorpus {
  const corpus = { ...whole, lures: activeLures(whole.lures) }
  const { terms, matcher } = compileTerms(corpus, folds)
  const parts = { brand: corpus.brands, pretext: corpus.pretexts, list: corpus.phrases, lure: corpus.lures }
  return {
    version: corpus.version,
    digest: corpus.digest,
    brands: corpus.brands,
    pretexts: corpus.pretexts,
    phrases: corpus.phrases,
    lures: corpus.lures,
    retired: whole.lures.filter(({ status }) => status === 'retired').map(({ id }) => id),
    terms,
    groups: groupsOf(corpus.brands),
    termIds: terms.map(({ kind, ref }) => parts[kind][ref]!.id),
    matcher,
    domains: indexDomains(corpus.brands),
    hostLists: indexHosts(corpus.hosts),
    fingerprints: indexFingerprints(corpus.lures),
  }
}

function groupsOf(brands: BrandEntry[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  brands.forEach(({ group }, brand) => {
    const members = groups.get(group)
    if (members) members.push(brand)
    else groups.set(group, [brand])
  })
  return groups
}
