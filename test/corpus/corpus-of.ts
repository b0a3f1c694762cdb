/** Makes small corpora for tests. */
import type { BrandEntry, Corpus, LureEntry, Phrase } from '../../src/corpus/model.ts'

export function brandOf(id: string, names: string[], more: Partial<BrandEntry> = {}): BrandEntry {
  return {
    id,
    names: { ja: names, en: [], aliases: [] },
    ambiguous: [],
    kind: 'hosting',
    owner: id,
    group: id,
    domains: { official: [], senders: [], customers: [], mixed: [], unverified: [] },
    neverSends: [],
    tokens: [],
    ...more,
  }
}

export function phraseOf(text: string | string[], within?: number): Phrase {
  return { text, strength: 2, ...(within !== undefined && { within }) }
}

export function lureOf(id: string, more: Partial<LureEntry> = {}): LureEntry {
  return {
    id,
    brand: id.split('/')[0]!,
    pretext: 'mailbox-full',
    status: 'stable',
    firstSeen: '2020-02-20',
    lastSeen: '2020-02-20',
    subjects: [],
    senders: [],
    phrases: [],
    links: [],
    fingerprints: [],
    ...more,
  }
}

export function corpusOf(more: Partial<Corpus> = {}): Corpus {
  return {
    schema: 1,
    version: '1.0.0',
    digest: '0123456789abcdef',
    brands: [],
    pretexts: [],
    phrases: [],
    lures: [],
    hosts: [],
    ...more,
  }
}

/** A corpus of one phrase list. */
export function corpusOfPhrases(...phrases: Array<string | Phrase>): Corpus {
  return corpusOf({ phrases: [{ id: 'list', phrases: phrases.map((p) => (typeof p === 'string' ? phraseOf(p) : p)) }] })
}
