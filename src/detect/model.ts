/** What detection works on and what it yields: the evidence codes, and the public `Evidence`, `Link` and `Verdict`. */
import type { LimitHit } from '../limits.ts'
import type { DecodeNote } from '../message/model.ts'

/** A field of the message that evidence can point into. */
export type Field = 'subject' | 'from' | 'text' | 'html'

/** A place in the mail: UTF-16 code units into `subject`, `fromText`, `text`, or `visibleText(html).text`. */
export interface Span {
  /** The text it counts into. */
  field: Field
  /** First code unit. */
  start: number
  /** One behind the last. */
  end: number
  /** Index path of the inner message the span counts into; absent for this message. */
  inner?: number[]
}

/** Evidence groups: B brand claimed, S sender contradicts, P pretext, C call to act, L link, T known lure, W craft, A authentication, Q quoted, N counter-evidence. */
export type Group = 'B' | 'S' | 'P' | 'C' | 'L' | 'T' | 'W' | 'A' | 'Q' | 'N'

/** Every code a verdict can carry; docs/codes.md explains each. Codes are never renamed or reused. */
export type EvidenceCode =
  // B: who the mail claims to be
  | 'brand-in-display-name'
  | 'brand-in-subject'
  | 'brand-in-text'
  | 'brand-in-signature'
  | 'own-organisation-claimed'
  | 'mail-service-claimed'
  | 'unknown-organisation-claimed'
  // S: what in the sender contradicts the claim
  | 'sender-foreign'
  | 'sender-unlisted'
  | 'sender-lookalike'
  | 'sender-brand-in-address'
  | 'sender-never-sends'
  | 'sender-customer-domain'
  | 'sender-address-in-name'
  | 'sender-other-brand'
  | 'sender-reply-to-foreign'
  | 'sender-recipient-domain'
  // P, C
  | 'pretext'
  | 'call-to-act'
  | 'urgency'
  | 'asks-for-password-by-reply'
  // L: where it leads
  | 'link-foreign'
  | 'link-text-mismatch'
  | 'link-brand-in-subdomain'
  | 'link-suffix-in-subdomain'
  | 'link-brand-in-domain'
  | 'link-lookalike-domain'
  | 'link-homograph'
  | 'link-brand-domain-in-path'
  | 'link-brand-in-path'
  | 'link-kit-path'
  | 'link-victim-in-url'
  | 'link-userinfo'
  | 'link-ip-host'
  | 'link-fake-separator'
  | 'link-odd-port'
  | 'link-cms-path'
  | 'link-shortener'
  | 'link-free-hosting'
  | 'link-redirector'
  | 'link-device-login'
  | 'link-click-tracker'
  | 'link-abused-suffix'
  | 'link-data-url'
  | 'link-script-url'
  | 'password-form'
  // T: which documented lure
  | 'lure-fingerprint'
  | 'lure-resembles'
  | 'lure-phrases'
  | 'lure-rebranded'
  // W: how it is made
  | 'hidden-salting'
  | 'split-words'
  | 'homoglyphs'
  | 'leaked-template'
  | 'foreign-fonts'
  | 'foreign-residue'
  | 'mojibake'
  // A: what a trusted server found
  | 'auth-failed'
  | 'auth-other-domain'
  // Q: a warning or report that shows lures
  | 'warning-at-head'
  | 'several-lures-quoted'
  | 'embedded-mail-heads'
  | 'quoted-block'
  | 'links-masked'
  | 'report-carries-mail'
  // N: what speaks for the mail
  | 'links-official'
  | 'auth-official-sender'
  | 'links-of-sender'
  | 'links-of-recipient'
  | 'own-domain-sender'

/** One finding, for or against. */
export interface Evidence {
  /** What was found, as a name that stays. */
  code: EvidenceCode
  /** Which question of the verdict it answers. */
  group: Group
  /** Points towards the score; negative speaks for the mail. */
  weight: number
  /** The field it stands in; absent when the whole mail shows it. */
  field?: Field
  /** The very place; absent when there is none in the text. */
  span?: Span
  /** What was found, addresses of the recipient redacted; at most 200 characters. */
  found: string
  /** What a genuine mail would have had. */
  expected?: string
  /** Corpus id of the lure it resembles. */
  lure?: string
  /** Corpus id of the brand it is about. */
  brand?: string
  /** Corpus id of the pretext a phrase belongs to. */
  pretext?: string
}

/** A link's relation to the claimed brand. */
export type Relation = 'official' | 'customer' | 'foreign' | 'masked'

/** One link of the mail. */
export interface Link {
  /** Text shown for it, when it has one. */
  text?: string
  /** Where it leads: as a browser opens it, not defanged; addresses of the recipient redacted. */
  href: string
  /** The host behind known redirects, lower-case ASCII; empty where there is none. */
  host: string
  /** What somebody registered: the public suffix and one label more; empty for an IP address. */
  registrableDomain: string
  /** Absent when no brand is claimed. */
  relation?: Relation
  /** Codes of the L group that hold for it. */
  deceptions: EvidenceCode[]
  /** Whether the sender says it, or quotes it. */
  place: 'own' | 'quoted'
}

/**
 * What a mail is: `phishing` claims a brand it is not, `suspicious` may, `quoted` shows lures to warn of or report them,
 * and `none` means that nothing was found, not that the mail is genuine.
 */
export type Label = 'phishing' | 'suspicious' | 'quoted' | 'none'

/** A check that had no input. */
export interface Skipped {
  /** What could not be looked at. */
  check: 'sender' | 'authentication' | 'links' | 'recipient' | 'text'
  /** What was missing. */
  why: 'no-from' | 'no-headers' | 'no-trusted-authserv' | 'no-links' | 'no-recipient' | 'no-text'
}

/** What lurebook says of one message. Plain JSON; schema/verdict.schema.json describes it. */
export interface Verdict {
  /** The answer. */
  label: Label
  /** `inner` when a forwarded or attached message decided: reject on `own`, quarantine on `inner`. */
  decidedBy: 'own' | 'inner'
  /** Ordinal, not a probability: phishing 70-100, suspicious 40-69, else 0-39. */
  score: number
  /** Who the mail claims to be, and in which fields; absent when no known brand is claimed. */
  brand?: { id: string; name: string; claimedIn: Field[] }
  /** Documented lures it follows, the most similar first; `similarity` from 0 to 1. */
  lures: Array<{ id: string; similarity: number; passages: Span[] }>
  /** Findings for and against, strongest first; at most `Limits.evidence`. */
  evidence: Evidence[]
  /** The links of the mail, in their order. */
  links: Link[]
  /** Verdicts of forwarded and attached messages, at most three deep. */
  inner: Verdict[]
  /** How each part became text. */
  decoding: DecodeNote[]
  /** Checks that had no input. */
  skipped: Skipped[]
  /**
   * Caps that were reached: what lies behind them was not looked at. Those of a message inside stand in its own verdict; here
   * too where a message was not judged, or not in full, because of how many or how deep they are.
   */
  limits: LimitHit[]
  /** The data that was used. */
  corpus: { version: string; digest: string }
  /** Number of this shape; another number is another shape. */
  schema: 1
}

/** Options of `classify`. */
export interface ClassifyOptions {
  /**
   * authserv-ids whose Authentication-Results are believed, and whose ARC-Authentication-Results are where yours found
   * `arc=pass`; those of any other are ignored.
   */
  trustedAuthserv?: string | string[]
  /** Believe the topmost Received-SPF field too (default false): only where your own server writes one on every mail. */
  receivedSpf?: boolean
  /**
   * The mailbox the mail was delivered to; else the topmost delivery field and To are used. Of To, which the sender writes, only
   * the list that brought the mail counts beside it.
   */
  recipient?: string
  /** Replace the recipient's address in evidence, links and decoding (default true). */
  redact?: boolean
  /** The caller's own domains and its resellers': their aligned mail about a brand is not impersonation. */
  ownDomains?: string[]
  /** Other caps than `LIMITS`. */
  limits?: Partial<import('../limits.ts').Limits>
  /** Ids of brands, lures or evidence codes to leave out. */
  disable?: string[]
}
