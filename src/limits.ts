/** How far does lurebook read? Every growth that a mail's writer controls has a named cap here, with its reason. */

/** Caps on what one message may cost. A cap that is reached shows in `Verdict.limits`; it is never an error. */
export interface Limits {
  /** Bytes of the message that are read. Attachments are skipped over, so this bounds the scan for line ends alone. */
  messageBytes: number
  /** Bytes of one header field, decoded; a longer one is cut. RFC 5322 needs 998 a line; real Japanese subjects stay under 2 KB. */
  headerBytes: number
  /** Header fields of one message or part. Long delivery chains have about 100. */
  headers: number
  /** MIME parts in all, the nested ones too. */
  parts: number
  /** Depth of nested multiparts. Real mail has at most 6. */
  depth: number
  /** Depth of forwarded and attached messages that get a verdict of their own. */
  innerDepth: number
  /** Messages inside one message, at all depths together. */
  innerMessages: number
  /** UTF-16 code units of text/plain that are kept; the rest is looked at by nobody. */
  textUnits: number
  /** UTF-16 code units of HTML that are kept. Newsletters stay under 300 KB. */
  htmlUnits: number
  /** Bytes of one text/html attachment that is read like a body (fake login forms travel so). */
  htmlAttachmentBytes: number
  /** Elements open at once in HTML; deeper ones are treated as closed. Outlook nests about 60. */
  openTags: number
  /** Hyperlinks taken from HTML, and as many from text; all inner messages together get what one message gets. */
  links: number
  /** Addresses taken from one address field. */
  addresses: number
  /**
   * UTF-16 code units of each field (subject, from, text, html) that are folded and matched; all inner messages together get
   * twice as many, as one message does for its text and its HTML.
   */
  matchUnits: number
  /** Bytes of ASCII islands given to the bare-domain finder, which runs at about 10 MB/s. */
  bareDomainUnits: number
  /** Characters of one URL that are inspected. */
  urlUnits: number
  /** Evidence entries in one verdict. */
  evidence: number
}

/** The defaults. */
export const LIMITS: Limits = {
  messageBytes: 64_000_000,
  headerBytes: 32_768,
  headers: 1_000,
  parts: 1_000,
  depth: 32,
  innerDepth: 3,
  innerMessages: 20,
  textUnits: 2_000_000,
  htmlUnits: 4_000_000,
  htmlAttachmentBytes: 262_144,
  openTags: 512,
  links: 1_000,
  addresses: 200,
  matchUnits: 500_000,
  bareDomainUnits: 65_536,
  urlUnits: 4_096,
  evidence: 200,
}

/** One cap that was reached, or one part that could not be read: a finding, not an error. */
export interface LimitHit {
  /** Which cap, or `unreadable` for content that lurebook names but does not open (winmail.dat, smime.p7m, .msg). */
  limit: keyof Limits | 'unreadable'
  /**
   * Where: `part 1.2`, `header`, `html`; `inner 2.1, part 1` in the first message of the second one inside;
   * `inner messages together` where they share a cap.
   */
  where: string
  /** The cap's value; absent for `unreadable`. */
  cap?: number
  /** What to do instead, for `unreadable`, in English. */
  hint?: string
}
