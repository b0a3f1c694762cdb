/** Where does the mail lead: what is each link to the claim, what in it deceives, and is the reader told to follow it? */
import { type DomainOwner, findDomain, hostListsOf } from '../corpus/compile.ts'
import { domainOfAddress, domainParts, registrableOf } from '../link/domain.ts'
import { extractLinks } from '../link/find.ts'
import { inNameOf } from '../link/inspect.ts'
import type { Claim } from './brand.ts'
import { type Finding, findingAt } from './finding.ts'
import { type Found, firstFrom, type Mail, type SeenLink, type View } from './mail.ts'
import type { EvidenceCode, Relation } from './model.ts'
import { samplesOf } from './sample.ts'
import type { Sender } from './sender.ts'

/** A link with what it means for the claim. */
export interface JudgedLink {
  link: SeenLink
  relation?: Relation
  /** Codes of the L group that hold, without the neutral ones' grade: verdict.ts knows which are strong. */
  codes: EvidenceCode[]
  /** A click leads there: not masked, not defanged, with a scheme, and not shown as a sample of a false site. */
  live: boolean
  /** The reader is told to follow it, or there is nothing else to follow. */
  atCall: boolean
  /** A printed URL under a line with a pointer mark: `▼ご確認`, `ログイン：`. */
  pointed: boolean
  /** On the sender's own domain. */
  ofSender: boolean
  /** On a recipient's domain. */
  ofRecipient: boolean
  /** On a recipient's domain that nobody but the sender names. */
  ofToAlone: boolean
  /** Owned by another known brand: where a link to an app shop or a social network goes. */
  ofOtherBrand: boolean
  findings: Finding[]
}

/** A call to act stands at most this many code units before the link it means. */
const CALL_BEFORE = 160
/** Or this many after it (`URL ← こちらからログイン`). */
const CALL_AFTER = 60
/** Shorter labels are anybody's part of a service. */
const MIN_TENANT = 3
/** No phrase that calls is longer, in code units. */
const CALL_UNITS = 256

/**
 * Judges every link against the claim.
 *
 * @param claim absent when nothing is claimed: relations are then left out
 */
export function judgeLinks(mail: Mail, claim: Claim | undefined, sender: Sender): JudgedLink[] {
  const recipients = new Map(mail.recipients.map((address) => [siteOf(address), false]))
  for (const address of mail.delivered) recipients.set(siteOf(address), true)
  const brands = claim?.kind === 'brand' ? (mail.corpus.groups.get(claim.group) ?? []) : []
  const samples = mail.labelled && believes(mail, claim, sender) ? samplesOf(mail.links) : undefined
  const judged = mail.links.map((seen) => {
    const { sight, facts } = seen
    // short names and one-letter look-alikes count only for the brand that the mail names
    const isOpen = brands.length > 0 && sight.marks.length > 0 && facts.owner === undefined
    const named = isOpen ? { ...seen, facts: inNameOf(mail.corpus, sight, brands) } : seen
    return judge(mail, named, claim, sender, recipients, samples?.has(seen) === true)
  })
  const targets = new Set(
    judged
      .filter(
        (j) =>
          j.live &&
          (j.relation === 'foreign' || j.codes.includes('link-foreign')) &&
          !j.ofRecipient &&
          !j.ofOtherBrand &&
          j.link.kind !== 'form',
      )
      .map((j) => j.link.facts.registrableDomain),
  )
  const callMarks = new Map<View, Found[]>()
  for (const view of judged.length === 0 ? [] : mail.bodies)
    callMarks.set(
      view,
      view.found.filter((f) => f.id === 'calls-to-act' || f.id === 'link-words'),
    )
  for (const j of judged) {
    if (!j.live) continue
    const { link } = j
    const calls = callMarks.get(link.view) ?? []
    const pointer = link.kind === 'printed' ? pointerBefore(link.view.text, link.start) : undefined
    if (pointer && j.relation === 'foreign') {
      j.pointed = true
      j.findings.push(findingAt('call-to-act', link.view, pointer))
    }
    j.atCall =
      link.kind === 'form' ||
      j.pointed ||
      isCalled(calls, link) ||
      (targets.size === 1 && targets.has(link.facts.registrableDomain))
  }
  return judged
}

/** The registrable domain of an address. */
const siteOf = (address: string): string => registrableOf(domainOfAddress(address))

/** Whether what the mail says of an address is believed: not of a sender that takes a brand's name. */
function believes(mail: Mail, claim: Claim | undefined, sender: Sender): boolean {
  if (claim?.kind !== 'brand' || !claim.inDisplayName) return true
  return sender.owners.some((owner) => mail.corpus.brands[owner.brand]?.group === claim.group)
}

const POINTER_HEADS = '▼▽■◆●▶→⇒➡☞↓◎★'
const POINTER_TAILS = '▼▽→⇒➡↓：:'
/** A pointer line is a label, not a paragraph. */
const POINTER_UNITS = 60

/** The line before a printed URL (or what stands before it on its own line) when that line points at it. */
function pointerBefore(text: string, at: number): { start: number; end: number } | undefined {
  let end = at
  let lines = 0
  while (end > 0 && /\s/.test(text.charAt(end - 1))) {
    if (text.charAt(end - 1) === '\n' && ++lines > 2) return undefined
    end--
  }
  // only so far is looked, as a text may be one line of half a million characters
  const near = text.slice(Math.max(0, end - POINTER_UNITS - 1), end)
  const start = end - near.length + near.lastIndexOf('\n') + 1
  if (end - start < 2 || end - start > POINTER_UNITS) return undefined
  const line = text.slice(start, end).trim()
  const points = POINTER_HEADS.includes(line.charAt(0)) || POINTER_TAILS.includes(line.charAt(line.length - 1))
  return points ? { start, end } : undefined
}

/** Whether any of the phrases, which are in the order of their places, calls for the link. */
function isCalled(calls: Found[], link: SeenLink): boolean {
  for (let i = firstFrom(calls, link.start - CALL_BEFORE - CALL_UNITS); i < calls.length; i++) {
    const call = calls[i]!
    if (call.start > link.end + CALL_AFTER) return false
    if (callsFor(call, link)) return true
  }
  return false
}

/** A phrase that calls stands before or after the link; a word such as ログイン calls only as the link's own text. */
function callsFor(call: Found, link: SeenLink): boolean {
  if (call.start < link.end && call.end > link.start) return true
  if (call.id === 'link-words') return false
  return (
    (call.end <= link.start && call.end >= link.start - CALL_BEFORE) ||
    (call.start >= link.end && call.start <= link.end + CALL_AFTER)
  )
}

/** Places that anybody can fill, whoever owns the host. */
const OPEN_PLACES: EvidenceCode[] = ['link-free-hosting', 'link-shortener', 'link-redirector']

function judge(
  mail: Mail,
  link: SeenLink,
  claim: Claim | undefined,
  sender: Sender,
  /** Domains, and whether anybody but the sender named them. */
  recipients: Map<string, boolean>,
  isSample: boolean,
): JudgedLink {
  const { facts } = link
  const domain = facts.registrableDomain || facts.host
  // `href="x"`, `about:blank` and `sms:` lead to no site
  const leads = domain !== '' || facts.deceptions.length > 0 || link.kind === 'form'
  const live = leads && !link.hostMasked && !link.defanged && !link.implied && !isSample
  const ofRecipient = domain !== '' && recipients.has(domain)
  const ofToAlone = ofRecipient && recipients.get(domain) === false
  const ofSender =
    domain !== '' &&
    sender.registrableDomain !== '' &&
    !sender.freeMail &&
    (sender.registrableDomain === domain ||
      // who speaks for a brand has no name of its own
      (claim?.speaks !== true && isTenantOf(mail, facts.host, sender.registrableDomain)))
  const ownerGroup = facts.owner === undefined ? undefined : mail.corpus.brands[facts.owner.brand]?.group
  const role = facts.owner?.role
  const claimed = claim !== undefined && claim.kind === 'brand' && ownerGroup === claim.group
  const ofOtherBrand = ownerGroup !== undefined && !claimed && (role === 'official' || role === 'unverified')
  let relation: Relation | undefined
  if (claim) {
    if (link.hostMasked) relation = 'masked'
    else if (claimed && (role === 'official' || role === 'unverified')) relation = 'official'
    else if (claimed) relation = 'customer'
    else relation = claim.kind === 'own-organisation' && ofRecipient ? 'official' : 'foreign'
  }
  const codes: EvidenceCode[] = []
  const findings: Finding[] = []
  const expected = claim?.official[0]
  for (const deception of facts.deceptions) {
    if (mail.options.disable?.includes(deception.code)) continue
    codes.push(deception.code)
    const want = deception.expected ?? expected
    findings.push(
      place(
        deception.code,
        link,
        deception.found,
        want,
        deception.brand === undefined ? undefined : mail.corpus.brands[deception.brand]?.id,
      ),
    )
  }
  const shown = link.kind === 'href' ? shownDomain(link.text) : ''
  if (
    shown !== '' &&
    live &&
    domain !== '' &&
    shown !== domain &&
    !sameOwner(mail, shown, facts.owner?.brand) &&
    !isTracker(mail, facts.host) &&
    // a firm that shows its own address and counts the clicks
    (shown !== sender.registrableDomain || sender.owners.length > 0) &&
    !ofSender
  ) {
    codes.push('link-text-mismatch')
    findings.push(place('link-text-mismatch', link, `${link.text.trim()} → ${facts.host}`, shown))
  }
  // anybody can rent a host under a customer domain; a mixed one holds the brand's own pages too
  const open =
    relation === 'customer' &&
    (role === 'customer' || codes.some((c) => OPEN_PLACES.includes(c))) &&
    !isOwnPlace(mail, facts.host, ownerGroup, sender)
  // the sender's and the recipient's own domains are never off-brand
  if (live && (relation === 'foreign' || open) && domain !== '' && !ofSender && !ofRecipient && !ofOtherBrand) {
    codes.push('link-foreign')
    findings.push(place('link-foreign', link, facts.host, expected))
  }
  const atCall = false
  const pointed = false
  return relation
    ? { link, relation, codes, live, atCall, pointed, ofSender, ofRecipient, ofToAlone, ofOtherBrand, findings }
    : { link, codes, live, atCall, pointed, ofSender, ofRecipient, ofToAlone, ofOtherBrand, findings }
}

/** Microsoft that writes of the reader's OneDrive leads to its own domain, whoever else has files there. */
function isOwnPlace(mail: Mail, host: string, group: string | undefined, sender: Sender): boolean {
  const isOf = ({ brand, role }: DomainOwner): boolean =>
    role !== 'customer' && mail.corpus.brands[brand]?.group === group
  return sender.owners.some(isOf) && findDomain(mail.corpus, host).some(isOf)
}

/** `partner-my.sharepoint.com` in a mail from `partner.example`: a business service names its customer's part after the customer. */
function isTenantOf(mail: Mail, host: string, senderDomain: string): boolean {
  const label = senderDomain.slice(0, senderDomain.indexOf('.'))
  if (label.length < MIN_TENANT || !host.startsWith(label)) return false
  const rest = host.slice(label.length)
  return (rest.startsWith('.') || rest.startsWith('-my.')) && hostListsOf(mail.corpus, host).includes('tenant-hosts')
}

function place(code: EvidenceCode, link: SeenLink, found: string, expected?: string, brand?: string): Finding {
  const finding = findingAt(code, link.view, link, { found })
  if (expected) finding.expected = expected
  if (brand) finding.brand = brand
  return finding
}

/** The registrable domain that a link's text shows; empty when the text is no URL or host. */
function shownDomain(text: string): string {
  const flat = text.trim()
  if (flat.length > 200 || flat.indexOf('.') < 0) return ''
  const first = extractLinks(flat)[0]
  // the text must be the URL, not a sentence with one in it
  if (!first || first.start > 4 || first.end < flat.length - 4 || first.url.startsWith('mailto:')) return ''
  const rest = first.url.slice(first.url.indexOf('://') + 3)
  const host = rest.slice(0, search(rest))
  return domainParts(host).registrableDomain
}

function search(text: string): number {
  const at = text.search(/[/?#:]/)
  return at < 0 ? text.length : at
}

/** Text and href may differ inside one company group in good mail (smbc-card.com shown, vpass.ne.jp behind). */
function sameOwner(mail: Mail, shown: string, brand: number | undefined): boolean {
  if (brand === undefined) return false
  const group = mail.corpus.brands[brand]?.group
  return mail.corpus.brands.some(
    (b) => b.group === group && [...b.domains.official, ...b.domains.unverified].includes(shown),
  )
}

function isTracker(mail: Mail, host: string): boolean {
  return hostListsOf(mail.corpus, host).includes('click-trackers')
}
