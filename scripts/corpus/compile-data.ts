/** What becomes of the YAML files? The `Corpus` that ships, with fingerprints made from the samples. */
import { createHash } from 'node:crypto'
import { compileChecked, matchTerms } from '../../src/corpus/compile.ts'
import { encodeFingerprint } from '../../src/corpus/fingerprint-format.ts'
import { makeFingerprint, type Rarity } from '../../src/corpus/fingerprint-make.ts'
import type { BrandEntry, Corpus, LureEntry, Phrase } from '../../src/corpus/model.ts'
import { fold } from '../../src/text/fold.ts'
import type { Problem } from './problem.ts'
import type { SourceFile } from './source.ts'
import type { Kind, YamlBrand, YamlDomain, YamlHosts, YamlLure, YamlPhrase, YamlPretext } from './types.ts'

/** Evidence that names a domain but proves nothing: general knowledge, and copies in lures. */
const isUnverified = ({ evidence }: YamlDomain): boolean => /^[GJ]+$/.test(evidence ?? '')

/**
 * Makes the corpus that ships.
 *
 * @param files read and checked
 * @param version of the package
 * @param rarity how common grams are
 * @returns the corpus, and the samples that are too short for a fingerprint
 */
export function toCorpus(
  files: SourceFile[],
  version: string,
  rarity: Rarity,
): { corpus: Corpus; problems: Problem[] } {
  const of = <T>(kind: Kind): T[] => files.filter((f) => f.kind === kind).map((f) => f.data as unknown as T)
  const corpus: Corpus = {
    schema: 1,
    version,
    digest: '',
    brands: of<YamlBrand>('brand').map(toBrand),
    pretexts: of<YamlPretext>('pretext').map(({ id, title, phrases }) => ({
      id,
      title: { ja: title.ja, en: title.en },
      phrases: toPhrases(phrases),
    })),
    phrases: of<YamlPretext>('phrases').map(({ id, phrases }) => ({ id, phrases: toPhrases(phrases) })),
    lures: [],
    hosts: of<YamlHosts>('hosts').map(({ id, hosts }) => ({ id, hosts })),
  }
  const problems: Problem[] = []
  // brand names are left out of fingerprints, so they are found first
  const names = compileChecked({ ...corpus, pretexts: [], phrases: [] })
  const fingerprintOf = (text: string): string | undefined => {
    const folded = fold(text)
    const fingerprint = makeFingerprint(folded, matchTerms(names, folded), rarity)
    return fingerprint && encodeFingerprint(fingerprint)
  }
  for (const source of files) {
    if (source.kind !== 'lure') continue
    const lure = source.data as unknown as YamlLure
    const fingerprints = [...(lure.fingerprints ?? [])]
    lure.samples?.forEach(({ text }, i) => {
      const fingerprint = fingerprintOf(text)
      if (fingerprint !== undefined) fingerprints.push(fingerprint)
      else
        problems.push({
          file: source.file,
          ...source.placeOf(['samples', i, 'text']),
          code: 'fingerprint',
          message: {
            ja: '見本に、ふつうのメールにない言葉が足りず、指紋ができません',
            en: 'the sample has too few words of its own for a fingerprint',
          },
          expected: { ja: '一段落以上の本文', en: 'a paragraph or more of its text' },
        })
    })
    corpus.lures.push(toLure(lure, fingerprints))
  }
  corpus.digest = digestOf(corpus)
  return { corpus, problems }
}

function toBrand(brand: YamlBrand): BrandEntry {
  const {
    id,
    names,
    ambiguous = [],
    kind,
    owner,
    group,
    domains,
    neverSends = [],
    tokens = [],
    noticeUrl,
    speakerOnly,
    theme,
  } = brand
  const hosts = (list: YamlDomain[] = []): string[] => list.map(({ domain }) => domain)
  return {
    id,
    names: { ja: names.ja, en: names.en, aliases: names.aliases ?? [] },
    ambiguous,
    kind,
    owner,
    group,
    domains: {
      official: hosts(domains.official.filter((d) => !isUnverified(d))),
      senders: hosts(domains.senders),
      customers: hosts(domains.customers),
      mixed: hosts(domains.mixed),
      unverified: hosts(domains.official.filter(isUnverified)),
    },
    neverSends: neverSends.map(({ type, value }) => ({ type, value })),
    tokens: tokens.map(({ token, rule }) => ({ token, rule })),
    ...(noticeUrl !== undefined && { noticeUrl }),
    ...(speakerOnly && { speakerOnly }),
    ...(theme && { theme }),
  }
}

/** Phrases in the order of their strength, which packs best. */
function toPhrases(phrases: YamlPhrase[]): Phrase[] {
  return phrases.map(toPhrase).sort((a, b) => a.strength - b.strength)
}

function toPhrase(phrase: YamlPhrase): Phrase {
  if (typeof phrase === 'string') return { text: phrase, strength: 2 }
  const { strength = 2 } = phrase
  if ('text' in phrase) return { text: phrase.text, strength }
  return { text: phrase.near, ...(phrase.within !== undefined && { within: phrase.within }), strength }
}

function toLure(lure: YamlLure, fingerprints: string[]): LureEntry {
  const {
    id,
    brand,
    pretext,
    status,
    replacedBy,
    firstSeen,
    lastSeen,
    subjects,
    senders = [],
    phrases = [],
    links = [],
  } = lure
  return {
    id,
    brand,
    pretext,
    status,
    ...(replacedBy !== undefined && { replacedBy }),
    firstSeen,
    lastSeen,
    subjects,
    senders,
    phrases: toPhrases(phrases),
    links,
    fingerprints: [...new Set(fingerprints)],
  }
}

/**
 * The digest of a corpus: sha256 of its content as JSON with sorted keys, first 16 hex digits. Version and digest are
 * left out, so the same content has the same digest in every release.
 */
export function digestOf({ version: _, digest: __, ...content }: Corpus): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 16)
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`).join(',')}}`
}
