/** What the corpus is: the typed data of brands, pretexts, lures, phrase lists and host lists, as compiled from corpus/. */

/** Kinds of brands; a closed list. */
export type BrandKind =
  | 'hosting'
  | 'mail'
  | 'isp'
  | 'telecom'
  | 'platform'
  | 'retail'
  | 'card'
  | 'bank'
  | 'transport'
  | 'tax'
  | 'delivery'
  | 'securities'
  | 'utility'
  | 'government'
  | 'insurance'
  | 'crypto'
  | 'consumer-finance'

/** How a token of a brand may be looked for in a URL (corpus/README.md says what each rule compares). */
export type TokenRule = 'substring' | 'label' | 'label+context' | 'path-or-host' | 'never-alone'

/** One brand: who it is, which domains are its own, and what it never sends. */
export interface BrandEntry {
  id: string
  names: { ja: string[]; en: string[]; aliases: string[] }
  /** Names that need a second signal. */
  ambiguous: string[]
  kind: BrandKind
  owner: string
  /** Company family: a link across one group is not a mismatch. */
  group: string
  domains: {
    official: string[]
    /** Hosts accepted in From only, never as a link target. */
    senders: string[]
    /** Customers' hosts: prove nothing. */
    customers: string[]
    /** Official and customers' at once: a From there needs more than a domain match. */
    mixed: string[]
    /** Official domains known from general knowledge or lure copies alone. */
    unverified: string[]
  }
  neverSends: Array<{ type: 'address' | 'content' | 'sms' | 'display-name' | 'domain-suffix'; value: string }>
  tokens: Array<{ token: string; rule: TokenRule }>
  noticeUrl?: string
  /** A bare mention weighs nothing (card networks, social links, ministries): only as the speaker. */
  speakerOnly?: boolean
  /** A product that runs on its users' own domains (webmail, panel): a theme, never a sender contradiction. */
  theme?: boolean
}

/** A phrase list entry: literals, `{num}`, `{date}`, `{brand}`, `{host}` slots; `near` joins literals that stand close by. */
export interface Phrase {
  /** A literal with slots; or the two to four pieces of a `near` phrase, in their order, without slots. */
  text: string | string[]
  /** Largest number of folded characters between two neighbouring `near` pieces (20 when absent). */
  within?: number
  /** 1 weak alone, 2 plain, 3 says it all. */
  strength: 1 | 2 | 3
}

/** A pretext: the story a lure tells. */
export interface PretextEntry {
  id: string
  title: { ja: string; en: string }
  phrases: Phrase[]
}

/** A phrase list that is no pretext: calls to act, urgency, warnings, speakers. */
export interface PhraseListEntry {
  id: string
  phrases: Phrase[]
}

/** A documented lure. */
export interface LureEntry {
  id: string
  brand: string
  pretext: string
  status: 'experimental' | 'stable' | 'retired'
  replacedBy?: string
  firstSeen: string
  lastSeen: string
  subjects: string[]
  /** Sender shapes: `*@kir.jp`, `info@kagoya.net`, `{brand-name} <*@*>`. */
  senders: string[]
  phrases: Phrase[]
  /** Link shapes with slots: `/(server/)?jp/{provider-domain}?uid={victim}`. */
  links: string[]
  /** One fingerprint a sample, as `encodeFingerprint` writes it: the rarest 3-gram hashes with their weights. */
  fingerprints: string[]
}

/** Hosts of one kind: shorteners, free hosting, redirectors, click trackers, free mail, webmail products. */
export interface HostListEntry {
  id: string
  /** `bit.ly`, or with a path prefix `google.com/url`; hosts below are included. */
  hosts: string[]
}

/** The whole corpus as plain JSON (`lurebook/corpus.json`). */
export interface Corpus {
  schema: 1
  version: string
  /** sha256 of the content, first 16 hex digits. */
  digest: string
  brands: BrandEntry[]
  pretexts: PretextEntry[]
  phrases: PhraseListEntry[]
  lures: LureEntry[]
  hosts: HostListEntry[]
}
