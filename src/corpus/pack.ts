/** How does the package carry its corpus? As one text without keys and without what can be guessed, which compresses well. */
import type {
  BrandEntry,
  BrandKind,
  Corpus,
  HostListEntry,
  LureEntry,
  Phrase,
  PhraseListEntry,
  PretextEntry,
  TokenRule,
} from './model.ts'
import { PIECE, type Tape, TapeReader, TapeWriter } from './tape.ts'

/** Values that are given by number. New ones go to the end. */
export const KINDS: readonly BrandKind[] = [
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
export const RULES: readonly TokenRule[] = ['substring', 'label', 'label+context', 'path-or-host', 'never-alone']
export const STATUSES: ReadonlyArray<LureEntry['status']> = ['experimental', 'stable', 'retired']
const STRENGTHS = [1, 2, 3] as const
/** Bits of a brand's flags. */
const SPEAKER_ONLY = 1
const THEME = 2

/**
 * Packs a corpus. Phrases must stand in the order of their strength, as the build writes them.
 *
 * @returns text for `unpackCorpus`
 * @throws Error when a string holds a sign that parts strings here
 */
export function packCorpus(corpus: Corpus): string {
  const tape = new TapeWriter()
  copyCorpus(tape, corpus)
  return tape.toString()
}

/**
 * Unpacks what `packCorpus` packed.
 *
 * @param text from `packCorpus`; nothing else is checked for
 */
export function unpackCorpus(text: string): Corpus {
  return copyCorpus(new TapeReader(text))
}

/** Writes a corpus, or reads one: each `copy` function says what stands where, for both. */
function copyCorpus(tape: Tape, corpus?: Corpus): Corpus {
  return {
    schema: 1,
    version: tape.word(corpus?.version),
    digest: tape.word(corpus?.digest),
    brands: copyAll(tape, copyBrand, corpus?.brands),
    pretexts: copyAll(tape, copyPretext, corpus?.pretexts),
    phrases: copyAll(tape, copyPhraseList, corpus?.phrases),
    lures: copyAll(tape, copyLure, corpus?.lures),
    hosts: copyAll(tape, copyHostList, corpus?.hosts),
  }
}

function copyAll<T>(tape: Tape, copy: (tape: Tape, entry?: T) => T, entries?: T[]): T[] {
  const length = Number(tape.word(entries && String(entries.length)))
  return Array.from({ length }, (_, i) => copy(tape, entries?.[i]))
}

/** A value of a closed list, as its number. */
function copyOne<T>(tape: Tape, list: readonly T[], value?: T): T {
  return list[Number(tape.word(value === undefined ? '' : String(list.indexOf(value))))]!
}

/** A word that is empty on the tape when it is what it mostly is. */
function copyUnless(tape: Tape, usual: string, value?: string): string {
  return tape.word(value === usual ? '' : value) || usual
}

function copyBrand(tape: Tape, brand?: BrandEntry): BrandEntry {
  const id = tape.word(brand?.id)
  const kind = copyOne(tape, KINDS, brand?.kind)
  const en = tape.words(brand?.names.en)
  const owner = copyUnless(tape, en[0] ?? '', brand?.owner)
  const group = copyUnless(tape, id, brand?.group)
  const names = { ja: tape.texts(brand?.names.ja), en, aliases: tape.texts(brand?.names.aliases) }
  const ambiguous = tape.texts(brand?.ambiguous)
  const domains = {
    official: tape.words(brand?.domains.official),
    senders: tape.words(brand?.domains.senders),
    customers: tape.words(brand?.domains.customers),
    mixed: tape.words(brand?.domains.mixed),
    unverified: tape.words(brand?.domains.unverified),
  }
  const neverSends = pairs(tape.words(brand?.neverSends.flatMap(({ type, value }) => [type, value])))
  const tokens = tape.words(brand?.tokens.map(({ token, rule }) => RULES.indexOf(rule) + (token === id ? '' : token)))
  const noticeUrl = tape.word(brand?.noticeUrl)
  const flags = Number(tape.word(brand && String((brand.speakerOnly ? SPEAKER_ONLY : 0) + (brand.theme ? THEME : 0))))
  return {
    id,
    names,
    ambiguous,
    kind,
    owner,
    group,
    domains,
    neverSends: neverSends.map(([type, value]) => ({ type: type as BrandEntry['neverSends'][number]['type'], value })),
    tokens: tokens.map((written) => ({ token: written.slice(1) || id, rule: RULES[Number(written[0])]! })),
    ...(noticeUrl !== '' && { noticeUrl }),
    ...(flags & SPEAKER_ONLY && { speakerOnly: true }),
    ...(flags & THEME && { theme: true }),
  }
}

function copyPretext(tape: Tape, pretext?: PretextEntry): PretextEntry {
  return {
    id: tape.word(pretext?.id),
    title: { ja: tape.text(pretext?.title.ja), en: tape.word(pretext?.title.en) },
    phrases: copyPhrases(tape, pretext?.phrases),
  }
}

function copyPhraseList(tape: Tape, list?: PhraseListEntry): PhraseListEntry {
  return { id: tape.word(list?.id), phrases: copyPhrases(tape, list?.phrases) }
}

function copyLure(tape: Tape, lure?: LureEntry): LureEntry {
  const id = tape.word(lure?.id)
  const brand = copyUnless(tape, id.slice(0, id.indexOf('/')), lure?.brand)
  const pretext = tape.word(lure?.pretext)
  const status = copyOne(tape, STATUSES, lure?.status)
  const replacedBy = tape.word(lure?.replacedBy)
  const firstSeen = tape.word(lure?.firstSeen)
  return {
    id,
    brand,
    pretext,
    status,
    ...(replacedBy !== '' && { replacedBy }),
    firstSeen,
    lastSeen: copyUnless(tape, firstSeen, lure?.lastSeen),
    subjects: tape.texts(lure?.subjects),
    senders: tape.texts(lure?.senders),
    phrases: copyPhrases(tape, lure?.phrases),
    links: tape.words(lure?.links),
    fingerprints: tape.words(lure?.fingerprints),
  }
}

function copyHostList(tape: Tape, list?: HostListEntry): HostListEntry {
  return { id: tape.word(list?.id), hosts: tape.words(list?.hosts) }
}

/** A list for each strength. A `near` phrase is its `within` and its pieces: `12^アカウント^制限`. */
function copyPhrases(tape: Tape, phrases?: Phrase[]): Phrase[] {
  return STRENGTHS.flatMap((strength) =>
    tape.texts(phrases?.filter((phrase) => phrase.strength === strength).map(writtenPhrase)).map((written): Phrase => {
      if (!written.includes(PIECE)) return { text: written, strength }
      const [within, ...text] = written.split(PIECE)
      return { text, ...(within !== '' && { within: Number(within) }), strength }
    }),
  )
}

function writtenPhrase({ text, within }: Phrase): string {
  return typeof text === 'string' ? text : [within ?? '', ...text].join(PIECE)
}

function pairs(flat: string[]): Array<[string, string]> {
  return flat.flatMap((first, i) => (i % 2 === 0 ? [[first, flat[i + 1]!]] : []))
}
