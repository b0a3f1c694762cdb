/** Findings made by hand, as a mail would yield them: what the gates of verdict.ts look at. */
import type { Claim } from '../../src/detect/brand.ts'
import type { JudgedLink } from '../../src/detect/link.ts'
import type { EvidenceCode } from '../../src/detect/model.ts'
import type { Pretexts } from '../../src/detect/pretext.ts'
import type { Sender } from '../../src/detect/sender.ts'
import type { Findings } from '../../src/verdict.ts'

/** What a mail yields that says nothing. */
const NOTHING: Findings = {
  claim: undefined,
  sender: {
    name: '',
    rewritten: false,
    registrableDomain: 'mailer.example',
    owners: [],
    freeMail: false,
    internal: false,
  },
  contradictions: [],
  pretexts: {
    told: [],
    calls: 0,
    urgency: 0,
    credentials: false,
    secrets: false,
    unseen: false,
    code: false,
    replyForm: false,
    findings: [],
  },
  links: [],
  lures: [],
  lureFindings: [],
  craft: [],
  quoting: {
    signals: 0,
    structural: 0,
    warningAtHead: false,
    shown: 0,
    heads: 0,
    own: { links: [], lures: [] },
    liveHref: false,
    findings: [],
  },
  authentication: { known: false, aligned: false, failed: false, findings: [] },
  claimFindings: [],
  passwordForm: false,
  attachedForm: false,
  replyElsewhere: false,
  ownDomainSender: false,
  nameless: true,
  officialSender: false,
  report: false,
}

/** Findings with some of their parts. */
export function findings(parts: Partial<Findings>): Findings {
  return { ...NOTHING, ...parts }
}

/** A claim in the name of a verified brand, in two speaking places, the display name not among them. */
export function claim(parts: Partial<Claim> = {}): Claim {
  return {
    kind: 'brand',
    brand: 0,
    id: 'kagoya',
    name: 'カゴヤ',
    group: 'kagoya',
    official: ['kagoya.jp'],
    speaks: true,
    insistent: true,
    greets: true,
    inDisplayName: false,
    product: false,
    imitated: false,
    claimedIn: ['subject', 'text'],
    verified: true,
    ...parts,
  }
}

/** A live link to a foreign host at a call to act, with codes besides `link-foreign`. */
export function link(
  codes: EvidenceCode[] = [],
  parts: Partial<JudgedLink> = {},
  domain = 'target.example',
): JudgedLink {
  const relation = parts.relation ?? 'foreign'
  const isForeign = relation === 'foreign' && !parts.ofSender && !parts.ofRecipient && !parts.ofOtherBrand
  return {
    link: { kind: 'printed', facts: { host: domain, registrableDomain: domain } } as JudgedLink['link'],
    relation,
    codes: isForeign ? [...codes, 'link-foreign'] : codes,
    live: true,
    atCall: true,
    pointed: false,
    ofSender: false,
    ofRecipient: false,
    ofToAlone: false,
    ofOtherBrand: false,
    findings: [],
    ...parts,
  }
}

/** One grave pretext of a strength, and calls to act. */
export function story(strength = 3, calls = 1, id = 'account-stop'): Pretexts {
  return {
    told: [{ id, strength }],
    calls,
    urgency: 0,
    credentials: false,
    secrets: false,
    unseen: false,
    code: false,
    replyForm: false,
    findings: [],
  }
}

/** Contradictions of the sender. */
export function against(...codes: EvidenceCode[]): Findings['contradictions'] {
  return codes.map((code) => ({ code, field: 'from' as const, found: 'a@mailer.example' }))
}

/** A documented lure with its similarity. */
export function lure(similarity: number): Findings['lures'] {
  return [{ id: 'kagoya/server-failure', brand: 'kagoya', pretext: 'server-failure', similarity, passages: [] }]
}

/** The sender with some of its parts. */
export function sender(parts: Partial<Sender>): Sender {
  return { ...NOTHING.sender, ...parts }
}

/** Quoting with some of its parts. */
export function quoting(parts: Partial<Findings['quoting']>): Findings['quoting'] {
  return { ...NOTHING.quoting, ...parts }
}
