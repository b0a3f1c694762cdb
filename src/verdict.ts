/** What do findings weigh together: which label do the gates give, and which score? What one question counts, its file in detect says. */
import type { Authentication } from './detect/auth.ts'
import type { Claim } from './detect/brand.ts'
import type { Finding } from './detect/finding.ts'
import type { JudgedLink } from './detect/link.ts'
import { type FoundLure, STRONG, SUPPORTING } from './detect/lure.ts'
import type { Evidence, EvidenceCode, Group, Label } from './detect/model.ts'
import { MAIL_PRETEXTS, type Pretexts } from './detect/pretext.ts'
import type { Quoting } from './detect/quoted.ts'
import type { Sender } from './detect/sender.ts'

/** How far a code carries: a strong deception convicts with a brand and a story, a weak one supports, a neutral one only informs. */
type Grade = 'strong' | 'weak' | 'neutral'

/**
 * Group, weight and grade of each evidence code. Beside each stands in how many campaigns of the measurement mails it was
 * found (those of the half that rules are tuned on + the other half, 98 in all), and in how many of the 388 legitimate
 * mails; `npm run evaluate -- --annotate` counts anew. A weight orders evidence and places the score in its band; what
 * accuses are the gates below.
 */
export const CODES: Record<EvidenceCode, { group: Group; weight: number; grade: Grade }> = {
  'brand-in-display-name': { group: 'B', weight: 8, grade: 'strong' }, // 47 + 38, 14
  'brand-in-subject': { group: 'B', weight: 6, grade: 'strong' }, // 40 + 26, 25
  'brand-in-text': { group: 'B', weight: 5, grade: 'weak' }, // 40 + 24, 15
  'brand-in-signature': { group: 'B', weight: 5, grade: 'weak' }, // 43 + 31, 5
  'own-organisation-claimed': { group: 'B', weight: 6, grade: 'weak' }, // 1 + 0, 6
  'mail-service-claimed': { group: 'B', weight: 3, grade: 'weak' }, // 0 + 0, 3
  'unknown-organisation-claimed': { group: 'B', weight: 3, grade: 'weak' }, // 0 + 0, 20
  'sender-foreign': { group: 'S', weight: 14, grade: 'strong' }, // 35 + 29, 2
  'sender-unlisted': { group: 'S', weight: 4, grade: 'weak' }, // 5 + 6, 2
  'sender-lookalike': { group: 'S', weight: 16, grade: 'strong' }, // 0 + 0, 0
  'sender-brand-in-address': { group: 'S', weight: 10, grade: 'strong' }, // 17 + 14, 0
  'sender-never-sends': { group: 'S', weight: 20, grade: 'strong' }, // 0 + 1, 0
  'sender-customer-domain': { group: 'S', weight: 14, grade: 'strong' }, // 0 + 2, 1
  'sender-address-in-name': { group: 'S', weight: 16, grade: 'strong' }, // 0 + 0, 0
  'sender-other-brand': { group: 'S', weight: 10, grade: 'strong' }, // 2 + 0, 0
  'sender-reply-to-foreign': { group: 'S', weight: 6, grade: 'weak' }, // 1 + 0, 0
  'sender-recipient-domain': { group: 'S', weight: 10, grade: 'strong' }, // 0 + 0, 0
  pretext: { group: 'P', weight: 5, grade: 'weak' }, // 54 + 43, 78
  'call-to-act': { group: 'C', weight: 3, grade: 'weak' }, // 51 + 37, 70
  urgency: { group: 'C', weight: 2, grade: 'weak' }, // 31 + 27, 11
  'asks-for-password-by-reply': { group: 'C', weight: 12, grade: 'strong' }, // 0 + 0, 0
  'link-foreign': { group: 'L', weight: 5, grade: 'neutral' }, // 46 + 36, 20
  'link-text-mismatch': { group: 'L', weight: 14, grade: 'strong' }, // 9 + 6, 1
  'link-brand-in-subdomain': { group: 'L', weight: 18, grade: 'strong' }, // 8 + 11, 0
  'link-suffix-in-subdomain': { group: 'L', weight: 16, grade: 'strong' }, // 14 + 8, 0
  'link-brand-in-domain': { group: 'L', weight: 14, grade: 'strong' }, // 0 + 1, 0
  'link-lookalike-domain': { group: 'L', weight: 16, grade: 'strong' }, // 6 + 5, 0
  'link-homograph': { group: 'L', weight: 20, grade: 'strong' }, // 1 + 0, 0
  'link-brand-domain-in-path': { group: 'L', weight: 16, grade: 'strong' }, // 4 + 2, 1
  'link-brand-in-path': { group: 'L', weight: 8, grade: 'weak' }, // 3 + 4, 0
  'link-kit-path': { group: 'L', weight: 22, grade: 'strong' }, // 3 + 1, 1
  'link-victim-in-url': { group: 'L', weight: 8, grade: 'weak' }, // 2 + 1, 0
  'link-userinfo': { group: 'L', weight: 18, grade: 'strong' }, // 1 + 0, 2
  'link-ip-host': { group: 'L', weight: 16, grade: 'strong' }, // 1 + 0, 0
  'link-fake-separator': { group: 'L', weight: 20, grade: 'strong' }, // 1 + 0, 0
  'link-odd-port': { group: 'L', weight: 6, grade: 'weak' }, // 1 + 0, 0
  'link-cms-path': { group: 'L', weight: 6, grade: 'weak' }, // 1 + 0, 1
  'link-shortener': { group: 'L', weight: 5, grade: 'weak' }, // 2 + 4, 0
  'link-free-hosting': { group: 'L', weight: 7, grade: 'weak' }, // 0 + 1, 3
  'link-redirector': { group: 'L', weight: 6, grade: 'weak' }, // 1 + 0, 0
  'link-device-login': { group: 'L', weight: 6, grade: 'neutral' }, // 0 + 0, 0
  'link-click-tracker': { group: 'L', weight: 0, grade: 'neutral' }, // 1 + 0, 2
  'link-abused-suffix': { group: 'L', weight: 5, grade: 'weak' }, // 23 + 19, 11
  'link-data-url': { group: 'L', weight: 14, grade: 'strong' }, // 0 + 0, 0
  'link-script-url': { group: 'L', weight: 8, grade: 'weak' }, // 0 + 0, 0
  'password-form': { group: 'L', weight: 16, grade: 'strong' }, // 0 + 0, 0
  'lure-fingerprint': { group: 'T', weight: 25, grade: 'strong' }, // 33 + 27, 1
  'lure-resembles': { group: 'T', weight: 10, grade: 'weak' }, // 11 + 8, 0
  'lure-phrases': { group: 'T', weight: 8, grade: 'weak' }, // 3 + 1, 0
  'lure-rebranded': { group: 'T', weight: 4, grade: 'weak' }, // 5 + 7, 0
  'hidden-salting': { group: 'W', weight: 4, grade: 'weak' }, // 1 + 0, 0
  'split-words': { group: 'W', weight: 4, grade: 'weak' }, // 2 + 1, 0
  homoglyphs: { group: 'W', weight: 4, grade: 'weak' }, // 2 + 1, 1
  'leaked-template': { group: 'W', weight: 3, grade: 'weak' }, // 5 + 1, 0
  'foreign-fonts': { group: 'W', weight: 3, grade: 'weak' }, // 12 + 8, 1
  'foreign-residue': { group: 'W', weight: 3, grade: 'weak' }, // 9 + 4, 1
  mojibake: { group: 'W', weight: 0, grade: 'neutral' }, // 0 + 0, 0
  'auth-failed': { group: 'A', weight: 10, grade: 'strong' }, // 0 + 0, 0
  'auth-other-domain': { group: 'A', weight: 4, grade: 'weak' }, // 0 + 0, 0
  'warning-at-head': { group: 'Q', weight: -5, grade: 'weak' }, // 0 + 1, 3
  'several-lures-quoted': { group: 'Q', weight: -10, grade: 'strong' }, // 0 + 0, 1
  'embedded-mail-heads': { group: 'Q', weight: -5, grade: 'weak' }, // 2 + 0, 3
  'quoted-block': { group: 'Q', weight: -3, grade: 'weak' }, // 0 + 0, 3
  'links-masked': { group: 'Q', weight: -5, grade: 'weak' }, // 3 + 4, 1
  'report-carries-mail': { group: 'Q', weight: 0, grade: 'neutral' }, // 0 + 0, 24
  'links-official': { group: 'N', weight: -20, grade: 'strong' }, // 2 + 1, 3
  'auth-official-sender': { group: 'N', weight: -20, grade: 'strong' }, // 0 + 0, 0
  'links-of-sender': { group: 'N', weight: -10, grade: 'weak' }, // 0 + 0, 38
  'links-of-recipient': { group: 'N', weight: -10, grade: 'weak' }, // 1 + 3, 28
  'own-domain-sender': { group: 'N', weight: -20, grade: 'strong' }, // 0 + 0, 0
}

/** Where each label's scores lie. */
const BANDS: Record<Label, { floor: number; ceiling: number }> = {
  phishing: { floor: 70, ceiling: 100 },
  suspicious: { floor: 40, ceiling: 69 },
  quoted: { floor: 0, ceiling: 39 },
  none: { floor: 0, ceiling: 39 },
}
/** The sum of weights that reaches a band's ceiling. */
const FULL_SUM = 120
/** Craft alone convicts nobody: its weights count up to this sum. */
const CRAFT_CAP = 8
/** A pretext is told from this summed phrase strength: one plain phrase, or two weak ones. */
const TOLD = 2
/**
 * Summed strength of all pretexts from which words alone, without any link, may accuse: linkless lures of the even half
 * have 8 and more (one has 2), linkless legitimate mails with a claim at most 5.
 */
const INSISTS = 6
/** The same where the sender is the brand's own: a bank that warns of a log-in without any link reaches 6. */
const INSISTS_OFFICIAL = 8
/** Summed strength from which the orders of the false president speak for themselves. */
const SOLICITS = 5
/** Pretexts of everyday mail; told alone by an official sender they accuse nobody. */
const EVERYDAY = new Set([
  'transaction-notice',
  'campaign-prize',
  'refund-points',
  'order-problem',
  'terms-change',
  'maintenance',
])
/** Deceptions that hide in the host itself what it is. */
const DISGUISES = new Set<EvidenceCode>([
  'link-brand-in-subdomain',
  'link-suffix-in-subdomain',
  'link-lookalike-domain',
  'link-homograph',
  'link-fake-separator',
  'link-ip-host',
])
/** Deceptions that wear a brand's name. */
const WEARS = new Set<EvidenceCode>([
  'link-brand-in-subdomain',
  'link-brand-in-domain',
  'link-lookalike-domain',
  'link-homograph',
  'link-brand-domain-in-path',
  'link-userinfo',
])
/** Craft that hides words from filters; fonts and template marks stand in clumsy honest mail too. */
const HIDING = new Set<EvidenceCode>(['hidden-salting', 'split-words', 'homoglyphs', 'foreign-residue'])
/** Hosts that anybody fills in a minute. */
const OPEN = new Set<EvidenceCode>(['link-free-hosting', 'link-shortener'])
/** Signals a quoted warning needs, one of them structural. */
const QUOTED_SIGNALS = 3

/** All that detection yielded for one message, before its inner messages are looked at. */
export interface Findings {
  claim: Claim | undefined
  sender: Sender
  contradictions: Finding[]
  pretexts: Pretexts
  links: JudgedLink[]
  lures: FoundLure[]
  lureFindings: Finding[]
  craft: Finding[]
  quoting: Quoting
  authentication: Authentication
  claimFindings: Finding[]
  passwordForm: boolean
  /** The password form stands in an attached page. */
  attachedForm: boolean
  ownDomainSender: boolean
  /** The mail claims a brand, and the display name names nobody. */
  nameless: boolean
  /** A reply goes to another domain than the sender's. */
  replyElsewhere: boolean
  /** The sender's domain is the claimed brand's own. */
  officialSender: boolean
  /** The mail is a delivery or abuse report that carries another mail. */
  report: boolean
}

/** The label of one message on its own, with its weighed evidence. */
export interface Weighed {
  label: Label
  score: number
  evidence: Evidence[]
}

/** Weighs the findings: gates first, then the score inside the label's band. */
export function weigh(f: Findings, caps: { evidence: number }): Weighed {
  const x = features(f)
  const counter = findCounterEvidence(f, x)
  // a lure in the text of a false bounce is still one; a true bounce is never rejected for what it carries
  const bare = f.report ? capReport(gate(f, x, counter)) : gate(f, x, counter)
  const label = isQuotedWarning(f, bare) ? 'quoted' : bare
  const lists = [f.claimFindings, f.contradictions, f.pretexts.findings]
  for (const { findings } of f.links) lists.push(findings)
  lists.push(formFindings(f), f.lureFindings, f.craft, f.authentication.findings, f.quoting.findings, counter)
  const evidence = rank(lists, label).slice(0, caps.evidence)
  return { label, score: scoreOf(label, evidence), evidence }
}

/** Facts the gates ask for, each in one word. */
function features(f: Findings) {
  const live = f.links.filter((j) => j.live)
  // a link on the sender's own domain is off-brand only where the sender itself contradicts the claim
  const strongSender = f.contradictions.some((c) => CODES[c.code].grade === 'strong')
  // so is one on the domain in To, which the sender wrote as well
  const offBrand = live.filter(
    (j) =>
      j.codes.includes('link-foreign') ||
      (strongSender && j.relation === 'foreign' && j.ofSender) ||
      ((f.contradictions.length > 0 || f.sender.rewritten) && j.relation === 'foreign' && j.ofToAlone),
  )
  const has = (grade: Grade) => (j: JudgedLink) => j.codes.some((c) => c !== 'link-foreign' && CODES[c].grade === grade)
  // the trackers of mailing services stand in everybody's mail
  const kits = live.filter((j) => j.codes.includes('link-kit-path'))
  const targets = offBrand.filter((j) => j.atCall && (strongSender || !j.codes.includes('link-click-tracker')))
  const deceptive = live.filter((j) => j.relation !== 'official' && !j.ofOtherBrand && has('strong')(j))
  const mismatchOnly =
    !f.passwordForm &&
    deceptive.every((j) => j.codes.every((c) => c === 'link-text-mismatch' || CODES[c].grade !== 'strong'))
  // a newsletter shows the brand's address and leads through a tracker no list knows; a lure calls or urges as well
  const newsletter = mismatchOnly && f.officialSender && f.pretexts.calls === 0 && f.pretexts.urgency === 0
  const toldBest = f.pretexts.told[0]?.strength ?? 0
  const toldSum = f.pretexts.told.reduce((a, t) => a + t.strength, 0)
  const personal = live.filter(
    (j) => j.codes.includes('link-victim-in-url') && !j.ofRecipient && !j.ofOtherBrand && j.relation !== 'official',
  )
  const told = toldBest >= TOLD || f.pretexts.told.length >= 2
  const called =
    f.pretexts.calls > 0 ||
    f.pretexts.urgency >= 2 ||
    targets.some((j) => j.link.kind === 'href') ||
    live.some((j) => j.pointed)
  const led = f.pretexts.unseen && live.length === 0
  return {
    live,
    offBrand,
    targets,
    deceptive,
    strong: (deceptive.length > 0 && !newsletter) || f.passwordForm,
    weak: targets.some(has('weak')),
    victim: targets.some((j) => j.codes.includes('link-victim-in-url')),
    apart: targets.some(
      (j) => f.sender.registrableDomain !== '' && j.link.facts.registrableDomain !== f.sender.registrableDomain,
    ),
    strongSender,
    weakSender: f.contradictions.length > 0 || f.authentication.failed,
    strongSenders: new Set(f.contradictions.filter((c) => CODES[c.code].grade === 'strong').map((c) => c.code)).size,
    told,
    grave: f.pretexts.told.some((t) => t.strength >= TOLD && !EVERYDAY.has(t.id)),
    called,
    story: told && called,
    // with no link left, the words must say it in full
    insists: toldSum >= (f.officialSender ? INSISTS_OFFICIAL : INSISTS) && f.pretexts.calls >= 2,
    strongLure: f.lures.some((l) => l.similarity >= STRONG),
    supportingLure:
      f.lures.some((l) => l.similarity >= SUPPORTING) || f.lureFindings.some((l) => l.code === 'lure-phrases'),
    crafted: f.craft.some((c) => HIDING.has(c.code)),
    linkless: live.every((j) => j.ofRecipient || j.ofOtherBrand),
    mismatchOnly,
    // nobody who shares a document, an invoice or a fax needs the reader's mail password
    phished:
      f.pretexts.credentials &&
      (f.attachedForm ||
        (told && led) ||
        personal.length > 0 ||
        (deceptive.length > 0 && !newsletter) ||
        live.some((j) => !j.ofSender && !j.ofRecipient && j.codes.some((c) => OPEN.has(c)))),
    // a colleague does not put the reader's address into a link to a foreign site, nor the mailbox behind anybody's page
    inside:
      f.sender.internal &&
      (personal.some((j) => !j.ofSender) ||
        (f.pretexts.told.some((t) => MAIL_PRETEXTS.has(t.id)) &&
          live.some((j) => !j.link.facts.owner && j.codes.some((c) => OPEN.has(c))))),
    // an order that is carried out by a reply
    solicits: f.pretexts.told.some((t) => t.id === 'line-group' && t.strength >= SOLICITS),
    personal: personal.length > 0,
    own: live.length > 0 && live.every((j) => j.ofSender),
    led,
    device: f.pretexts.code && live.some((j) => j.codes.includes('link-device-login')),
    // what no genuine mail has, whoever it claims to be from
    bait:
      live.some(
        (j) =>
          !j.ofSender &&
          !j.ofRecipient &&
          j.relation !== 'official' &&
          (j.codes.some((c) => DISGUISES.has(c)) ||
            ((j.codes.includes('link-victim-in-url') || j.codes.includes('link-text-mismatch')) &&
              j.codes.some((c) => OPEN.has(c) || c === 'link-abused-suffix'))),
      ) ||
      (f.passwordForm && live.some((j) => j.link.kind === 'form' && !j.ofSender && !j.ofRecipient && !j.ofOtherBrand)),
    kit: kits.length > 0,
    // a reply that quotes the lure prints its URL
    kitQuoted: kits.every((j) => j.link.place === 'quoted' && j.link.kind === 'printed'),
  }
}

type Features = ReturnType<typeof features>

function gate(f: Findings, x: Features, counter: Finding[]): Label {
  const label = gateByClaim(f, x, counter)
  const isStranger = f.sender.owners.length === 0 && !f.sender.internal
  const isAway = (j: JudgedLink) => j.relation !== 'official' && !j.ofOtherBrand && !j.ofRecipient
  const robs = f.pretexts.secrets && x.live.some(isAway) && isStranger && !f.quoting.warningAtHead
  const asks = robs || x.phished || x.device || (x.inside && x.told) || (x.solicits && !f.quoting.warningAtHead)
  if (label === 'none' && !f.ownDomainSender && asks) return 'suspicious'
  // whoever it claims to be or not to be, a mail that insists and belongs to no brand is not to be believed
  if (label !== 'none' || f.ownDomainSender || !x.insists) return label
  const loose = x.live.length === 0 || x.live.some((j) => isAway(j) && !j.ofSender)
  return loose && isStranger ? 'suspicious' : 'none'
}

function gateByClaim(f: Findings, x: Features, counter: Finding[]): Label {
  const { claim } = f
  if (f.ownDomainSender) return 'none'
  if (x.kit) return x.kitQuoted ? 'suspicious' : 'phishing'
  if (x.strongLure && x.offBrand.length > 0) return 'phishing'
  if (f.pretexts.replyForm && claim && !(f.sender.internal && !f.replyElsewhere))
    return x.strongSender || f.sender.freeMail ? 'phishing' : 'suspicious'
  // mailing services show the brand's address and lead through their own; a sender that is known to be the brand may
  const cleared =
    counter.some((c) => CODES[c.code].grade === 'strong') && (!x.strong || (f.authentication.aligned && x.mismatchOnly))
  if (!claim && x.live.length > 0 && x.live.every((j) => j.ofOtherBrand) && !x.strong) return 'none'
  // the text of a lure copies a genuine mail in part: from its own domain to its own domain in nobody's name it is that mail
  const ofSender = counter.some((c) => c.code === 'links-of-sender') && !x.strong && !x.weak && !claim?.inDisplayName
  if (x.strongLure && !cleared && ofSender) return 'none'
  if (x.strongLure && !cleared) return claim?.speaks && (x.told || x.called) ? 'phishing' : 'suspicious'
  const trap = x.bait && (f.pretexts.told.length > 0 || x.called) && !cleared
  if (!claim) return trap ? 'suspicious' : 'none'
  if (cleared) return gateCleared(x, claim)
  const label = GATES[claim.kind](f, x, claim)
  return label === 'none' && trap ? 'suspicious' : label
}

type Gate = (f: Findings, x: Features, claim: Claim) => Label

/** Official links serve as cover: what is left is who sends. */
function gateCleared(x: Features, claim: Claim): Label {
  if (claim.kind !== 'brand' || !claim.speaks || x.strongSenders < 2) return 'none'
  // a documented lure from a sender that is false in two ways needs no other link
  if (x.strongLure && x.story) return 'phishing'
  return x.story || x.supportingLure ? 'suspicious' : 'none'
}

/** A known brand: link, sender and words are held against what is known of it. */
function gateBrand(f: Findings, x: Features, claim: Claim): Label {
  if (x.supportingLure && x.targets.length > 0 && !claim.speaks) return 'suspicious'
  if (!claim.speaks) return gateMentioned(f, x)
  const unnamed = f.sender.internal && !claim.inDisplayName
  const plain = x.targets.length > 0 && x.story && !unnamed
  const convicted =
    (x.strong && (x.told || x.called) && x.live.length > 0) ||
    (x.strongSender && x.targets.length > 0 && (x.told || (x.called && x.weak))) ||
    (plain &&
      (claim.insistent || claim.inDisplayName) &&
      (x.weak || x.weakSender) &&
      (x.apart || x.weak || f.authentication.failed))
  if (convicted) return claim.verified || x.strong || x.strongSender || x.supportingLure ? 'phishing' : 'suspicious'
  if (x.strong) return 'suspicious'
  const named = claim.insistent || claim.inDisplayName || claim.greets
  // an author behind a list counts where the brand's name is not all that it lends
  if (plain && (!f.sender.rewritten || f.officialSender) && (named || x.insists) && (x.grave || !f.officialSender))
    return 'suspicious'
  if (x.strongSender && x.targets.length > 0 && (x.told || x.called)) return 'suspicious'
  // whatever the story is: a name that is not the sender's, in several places, and a link that is not the brand's
  if (x.strongSender && x.targets.length > 0 && claim.inDisplayName && claim.claimedIn.length >= 3) return 'suspicious'
  // in its name in every place, from and to one domain that nobody knows
  const stranger = !f.officialSender && !f.sender.rewritten && !f.sender.internal && !f.quoting.warningAtHead
  if (x.story && x.grave && claim.insistent && claim.greets && stranger && f.nameless && x.own) return 'suspicious'
  // a bank that warns puts no link into it
  const warns = f.officialSender && f.quoting.warningAtHead
  // with no link left, the words, the sender and the resemblance to a documented lure must carry it, two of the three
  if (!unnamed && x.linkless && !warns && (x.insists || (x.story && x.supportingLure))) {
    return x.strongSender || (x.insists && x.supportingLure) ? 'phishing' : 'suspicious'
  }
  if (x.story && x.linkless && (x.strongSender || (!unnamed && (x.crafted || (x.led && !f.officialSender)))))
    return 'suspicious'
  if (x.strongSenders >= 2 && (x.story || x.supportingLure)) return 'suspicious'
  return x.supportingLure && x.targets.length > 0 ? 'suspicious' : 'none'
}

/** A brand that is only mentioned: a sender's address is forged without any name as well, and a link may wear the name. */
function gateMentioned(f: Findings, x: Features): Label {
  if (!x.story || x.targets.length === 0) return 'none'
  const isWorn = x.deceptive.some((j) => j.codes.some((c) => WEARS.has(c)))
  const worn = isWorn && f.sender.owners.length === 0 && !f.quoting.warningAtHead
  return (f.officialSender && x.insists) || worn ? 'suspicious' : 'none'
}

/** The reader's own organisation: the display name may convict, a mention in the body may not. */
function gateOwnOrganisation(f: Findings, x: Features, claim: Claim): Label {
  if (claim.inDisplayName && x.told && (x.strong || x.targets.length > 0))
    return x.strongSender ? 'phishing' : 'suspicious'
  // companies of one group share names, and their desks write to each other; none of that is theirs
  const asks = x.led || (x.targets.length > 0 && (f.pretexts.credentials || x.victim || x.weak))
  if (claim.imitated && x.called && (asks || (x.strongSender && f.pretexts.credentials))) return 'suspicious'
  return x.story && (x.strong || x.weak || x.led || (x.personal && x.crafted)) ? 'suspicious' : 'none'
}

/** A mail product or "the administrator": a theme, so only a strong deception convicts. */
function gateMailService(f: Findings, x: Features, claim: Claim): Label {
  if (!x.story) return 'none'
  if (x.strong) return 'phishing'
  if (f.authentication.failed) return 'suspicious'
  if (x.led && x.grave && f.pretexts.urgency > 0 && !f.authentication.aligned) return 'suspicious'
  // a desk that writes to its own people uses forms and surveys; it does not put their address into the link
  if (f.sender.internal && !x.victim) return 'none'
  if (x.personal && claim.product && claim.inDisplayName) return 'suspicious'
  // words that a machine translated, from and to one domain that nobody knows
  if (x.own && x.crafted && x.grave) return 'suspicious'
  const foreign = x.apart || x.weak || f.sender.registrableDomain === ''
  return x.targets.length > 0 && foreign ? 'suspicious' : 'none'
}

/** An organisation that no file knows: a grave story, and a target that is not the sender's. */
function gateOrganisation(_: Findings, x: Features, claim: Claim): Label {
  if (!x.story || !x.grave || x.targets.length === 0) return 'none'
  return x.strong || (x.apart && (x.weak || claim.inDisplayName)) ? 'suspicious' : 'none'
}

const GATES: Record<Claim['kind'], Gate> = {
  brand: gateBrand,
  'own-organisation': gateOwnOrganisation,
  'mail-service': gateMailService,
  organisation: gateOrganisation,
}

/** Everything in Q can be forged, so the best it can do is `quoted`; a single lure with a live hyperlink is judged as if bare. */
function isQuotedWarning(f: Findings, bare: Label): boolean {
  const q = f.quoting
  if (!q.warningAtHead || q.signals < QUOTED_SIGNALS || q.structural < 1) return false
  if (q.shown === 0 && bare === 'none') return false
  return (q.shown >= 2 || !q.liveHref) && !leadsAway(f)
}

/** Whether the mail without what it quotes is a lure: a warning asks for nothing in its own words. */
function leadsAway(f: Findings): boolean {
  const { links, lures } = f.quoting.own
  if (links.length === 0) return false
  const own = { ...f, links, lures }
  const x = features(own)
  return gate(own, x, findCounterEvidence(own, x)) !== 'none'
}

/** What speaks for the mail. A From at the brand's domain alone clears nothing: it is forged in a third of real lures. */
function findCounterEvidence(f: Findings, x: Features): Finding[] {
  const counter: Finding[] = []
  const followed = x.live.filter((j) => !j.ofOtherBrand && !(j.ofRecipient && j.relation === 'foreign'))
  if (f.ownDomainSender) counter.push({ code: 'own-domain-sender', found: f.sender.registrableDomain })
  if (f.claim && followed.length > 0 && followed.every((j) => j.relation === 'official'))
    counter.push({ code: 'links-official', found: followed[0]?.link.facts.host ?? '' })
  if (f.authentication.aligned && f.officialSender && !x.strongSender)
    counter.push({ code: 'auth-official-sender', found: f.sender.registrableDomain })
  if (followed.length > 0 && followed.every((j) => j.ofSender) && !x.strongSender)
    counter.push({ code: 'links-of-sender', found: f.sender.registrableDomain })
  const inside = x.live.filter((j) => j.ofRecipient)
  if (inside.length > 0 && inside.length === x.live.length && !x.strongSender) {
    counter.push({ code: 'links-of-recipient', found: inside[0]?.link.facts.host ?? '' })
  }
  return counter
}

function formFindings(f: Findings): Finding[] {
  return f.passwordForm ? [{ code: 'password-form', field: 'html', found: 'input type=password' }] : []
}

/** Repeats of one code that are told. */
const REPEATS = 3

/** Weighs, drops repeats beyond those, and orders: strongest first, counter-evidence last. */
function rank(lists: Finding[][], label: Label): Evidence[] {
  const counts = new Map<EvidenceCode, number>()
  const evidence: Evidence[] = []
  let craft = 0
  for (const findings of lists) {
    for (const finding of findings) {
      const { group, weight } = CODES[finding.code]
      const count = (counts.get(finding.code) ?? 0) + 1
      counts.set(finding.code, count)
      // a brand or a tracker named in an innocent mail is no evidence against it
      if (count > REPEATS || (label === 'none' && (group === 'Q' || finding.code === 'link-click-tracker'))) continue
      let counted = count === 1 ? weight : 0
      if (group === 'W') {
        counted = Math.min(counted, CRAFT_CAP - craft)
        craft += counted
      }
      // a finding is made for one mail and weighed once: it becomes the evidence, as copies cost more than all the rest
      const weighed = finding as Evidence
      weighed.group = group
      weighed.weight = counted
      // into its place: with three of a code the list stays short
      let at = evidence.push(weighed) - 1
      for (; at > 0 && evidence[at - 1]!.weight < counted; at--) evidence[at] = evidence[at - 1]!
      evidence[at] = weighed
    }
  }
  return evidence
}

function scoreOf(label: Label, evidence: Evidence[]): number {
  const { floor, ceiling } = BANDS[label]
  const sum = evidence.reduce((a, e) => a + e.weight, 0)
  const share = Math.max(0, Math.min(1, sum / FULL_SUM))
  return Math.round(floor + (ceiling - floor) * share)
}

/** Worst first. */
const ORDER: Label[] = ['phishing', 'suspicious', 'quoted', 'none']

/** The worse of two labels. */
export function worse(a: Label, b: Label): Label {
  return ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b
}

/** A report that carries a phish back is at most suspicious. */
export function capReport(label: Label): Label {
  return label === 'phishing' ? 'suspicious' : label
}

/** The score of a label that an inner message decided. */
export function scoreIn(label: Label, score: number): number {
  const { floor, ceiling } = BANDS[label]
  return Math.min(ceiling, Math.max(floor, score))
}
