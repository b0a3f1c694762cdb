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
  /** File name without `.yaml`. */
  id: string
  /** All its names, in both scripts. */
  names: { ja: string[]; en: string[]; aliases: string[] }
  /** Names that need a second signal. */
  ambiguous: string[]
  /** Its trade. */
  kind: BrandKind
  /** The company behind it. */
  owner: string
  /** Company family: a link across one group is not a mismatch. */
  group: string
  /** Its domains, by what a mail from there or a link to there proves. */
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
  /** What its own notices say it never does. */
  neverSends: Array<{ type: 'address' | 'content' | 'sms' | 'display-name' | 'domain-suffix'; value: string }>
  /** What lures put into URLs for it. */
  tokens: Array<{ token: string; rule: TokenRule }>
  /** Where it warns of such mails itself. */
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
  /** `mailbox-full`. */
  id: string
  /** What to call it in a sentence. */
  title: { ja: string; en: string }
  /** What tells it. */
  phrases: Phrase[]
}

/** A phrase list that is no pretext: calls to act, urgency, warnings, speakers. */
export interface PhraseListEntry {
  id: string
  phrases: Phrase[]
}

/** A documented lure. */
export interface LureEntry {
  /** `brand/name`, for ever: ids are retired, not reused. */
  id: string
  /** Id of the brand whose name was used. */
  brand: string
  /** Id of the story. */
  pretext: string
  /** A `retired` one is not looked for. */
  status: 'experimental' | 'stable' | 'retired'
  /** Id of the lure that took its place. */
  replacedBy?: string
  /** Day (`YYYY-MM-DD`) or month. */
  firstSeen: string
  /** As `firstSeen`. */
  lastSeen: string
  /** Subjects, with slots for numbers and dates. */
  subjects: string[]
  /** Sender shapes: `*@kir.jp`, `info@kagoya.net`, `{brand-name} <*@*>`. */
  senders: string[]
  /** Short passages that hardly any other mail has. */
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
  /** Number of this shape; another is refused. */
  schema: 1
  /** Version of the package it came with, or your own. */
  version: string
  /** sha256 of the content, first 16 hex digits. */
  digest: string
  /** Who is imitated. */
  brands: BrandEntry[]
  /** Which stories are told. */
  pretexts: PretextEntry[]
  /** Phrases that tell no story. */
  phrases: PhraseListEntry[]
  /** Documented mails. */
  lures: LureEntry[]
  /** Places where anybody can put a page, and the like. */
  hosts: HostListEntry[]
}
