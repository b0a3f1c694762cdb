/** Which brand or organisation does the mail claim to come from, and where does it say so? */

import type { BrandEntry } from '../corpus/model.ts'
import { hasWord, isWordUnit } from '../text/letter.ts'
import { isWithin } from '../text/passage.ts'
import { brandInWords } from './display-name.ts'
import { type Finding, findingAt } from './finding.ts'
import { type Found, firstFrom, HEAD_UNITS, type Mail, type View } from './mail.ts'
import type { Field } from './model.ts'
import { findOrganisation } from './organisation.ts'
import type { Sender } from './sender.ts'

/** Who the mail claims to be. */
export interface Claim {
  kind: 'brand' | 'own-organisation' | 'mail-service' | 'organisation'
  /** Index into the corpus' brands; -1 for the other kinds. */
  brand: number
  /** Corpus id; empty for the other kinds. */
  id: string
  name: string
  group: string
  /** Official domains, verified ones first. */
  official: string[]
  /** The claim stands where a sender speaks (display name, head of the subject, greeting, signature), not in a mention. */
  speaks: boolean
  /** The claim stands in two places, the subject among them. */
  insistent: boolean
  /** The mail greets in the name: `Xをご利用いただき`. */
  greets: boolean
  inDisplayName: boolean
  /** A mail product is named, not only an office. */
  product: boolean
  /** The sender's domain has the name of the recipient's own in it. */
  imitated: boolean
  claimedIn: Field[]
  /** False when every official domain of the brand is unverified: such a brand convicts nobody alone. */
  verified: boolean
}

/** How much a position says about who speaks; chosen so that two speaking positions outweigh any mention. */
const POSITION = {
  displayName: 5,
  subjectHead: 4,
  subject: 2,
  greeting: 3,
  signature: 3,
  address: 3,
  link: 3,
  mention: 0.5,
} as const
/** Mentions add up to this at most: a text about a brand is not from the brand. */
const MENTIONS = 1.5
/** Below this a name is only mentioned. */
const SPEAKS = 3
/** Places where a sender speaks; a subject or a link that names a brand may be about it. */
const SPEAKING = ['displayName', 'subjectHead', 'greeting', 'signature'] as const
/** Distance, in code units, from a name to the words that make it a speaker (`…をご利用いただき`, `Copyright …`). */
const NEAR_UNITS = 24
/** No phrase that makes a speaker begins further before the name than this. */
const REACH_UNITS = 256
/** What stands before and behind the name on a line that is little more than it. */
const LINE_HEAD_UNITS = 8
const LINE_TAIL_UNITS = 14

interface Candidate {
  brand: number
  score: number
  mentions: number
  positions: Set<keyof typeof POSITION>
  certain: boolean
  hits: Array<{ view: View; found: Found; position: keyof typeof POSITION }>
}

/** What `findClaim` yields: the claim, when there is one, and the evidence for it. */
export interface ClaimResult {
  claim?: Claim
  findings: Finding[]
}

/**
 * Finds the claimed brand. Where several are named, the one in display name, subject or link decides; with no known
 * brand, the recipient's own organisation, a mail product or an organisation that no file knows may be claimed.
 */
export function findClaim(mail: Mail, sender: Sender): ClaimResult {
  const candidates = new Map<number, Candidate>()
  const of = (brand: number): Candidate => {
    let candidate = candidates.get(brand)
    if (!candidate) {
      candidate = { brand, score: 0, mentions: 0, positions: new Set(), certain: false, hits: [] }
      candidates.set(brand, candidate)
    }
    return candidate
  }
  const nameEnd = displayNameEnd(mail)
  for (const found of brandHits(mail, mail.from))
    if (found.end <= nameEnd) put(of(found.term.ref), mail.from, found, 'displayName')
  const worded = candidates.size === 0 ? brandInWords(mail, nameEnd) : undefined
  if (worded) put(of(worded.found.term.ref), mail.from, worded.found, 'displayName')
  for (const found of brandHits(mail, mail.subject))
    put(of(found.term.ref), mail.subject, found, isSubjectHead(mail.subject, found) ? 'subjectHead' : 'subject')
  for (const view of mail.bodies) {
    for (const found of brandHits(mail, view)) {
      if (isQuotedAt(view, found.start)) continue
      put(of(found.term.ref), view, found, bodyPosition(view, found))
    }
  }
  for (const owner of sender.owners) {
    if (owner.role !== 'official' && owner.role !== 'sender') continue
    const candidate = candidates.get(owner.brand)
    if (candidate) addPosition(candidate, 'address')
  }
  for (const link of mail.links) {
    if (link.place !== 'own') continue
    for (const deception of link.facts.deceptions) {
      const candidate = deception.brand === undefined ? undefined : candidates.get(deception.brand)
      if (candidate) addPosition(candidate, 'link')
    }
  }
  joinGroups(mail, candidates)
  let best: Candidate | undefined
  for (const candidate of candidates.values()) {
    const brand = mail.corpus.brands[candidate.brand]
    if (!brand || mail.options.disable?.includes(brand.id)) continue
    if (!brand.speakerOnly) candidate.score += Math.min(candidate.mentions * POSITION.mention, MENTIONS)
    // an ambiguous name needs a second signal
    if (!candidate.certain && candidate.positions.size < 2) continue
    if (!best || candidate.score > best.score) best = candidate
  }
  if (best && best.score >= SPEAKS) {
    const result = claimOfBrand(mail, best)
    if (worded?.isCopy && worded.found.term.ref === best.brand)
      result.findings.push(findingAt('homoglyphs', mail.from, worded.found))
    return result
  }
  const other = findOrganisation(mail, sender)
  if (other.claim) return other
  return best ? claimOfBrand(mail, best) : { findings: [] }
}

/** What one company of a group says supports the others: `三井住友` as the sender of a mail that greets for SMBCカード. */
function joinGroups(mail: Mail, candidates: Map<number, Candidate>): void {
  if (candidates.size < 2) return
  for (const candidate of candidates.values()) {
    const group = mail.corpus.brands[candidate.brand]?.group
    for (const other of candidates.values()) {
      if (other === candidate || mail.corpus.brands[other.brand]?.group !== group) continue
      if (other.certain) candidate.certain = true
      for (const { position } of other.hits) if (position !== 'mention') addPosition(candidate, position)
    }
  }
}

function put(candidate: Candidate, view: View, found: Found, position: keyof typeof POSITION): void {
  if (!found.term.ambiguous) candidate.certain = true
  candidate.hits.push({ view, found, position })
  if (position === 'mention') candidate.mentions++
  else addPosition(candidate, position)
}

function addPosition(candidate: Candidate, position: keyof typeof POSITION): void {
  if (candidate.positions.has(position)) return
  candidate.positions.add(position)
  candidate.score += POSITION[position]
}

/** Brand hits that may count: Latin names only as whole words and outside hosts, ambiguous names only unglued. */
function* brandHits(mail: Mail, view: View): Iterable<Found> {
  for (let i = 0; i < view.found.length; i++) {
    const found = view.found[i]!
    if (found.term.kind !== 'brand' || mail.corpus.brands[found.term.ref]?.theme) continue
    if (isOfAnother(view, i)) continue
    const latin = found.term.text.charCodeAt(0) < 0x250
    if (!found.bounded && (latin || (found.term.ambiguous && !isOfOffice(view, i)))) continue
    if (latin && view !== mail.from && isInsideHost(view.text, found)) continue
    yield found
  }
}

/** `アップルサポート`: a word of an office run on makes a common word a name. */
function isOfOffice(view: View, index: number): boolean {
  const { start, end } = view.found[index]!
  if (start > 0 && isWordUnit(view.text.charCodeAt(start - 1))) return false
  for (let i = index + 1; i < view.found.length && view.found[i]!.start <= end; i++)
    if (view.found[i]!.start === end && view.found[i]!.id === 'sender-generic-words') return true
  return false
}

/** `アップル引越センター`, `カゴヤ代理店`: with the word behind it the name is that of somebody else. */
function isOfAnother(view: View, index: number): boolean {
  const { start, end } = view.found[index]!
  for (let i = index + 1; i < view.found.length; i++) {
    const other = view.found[i]!
    if (other.start > end + 1) return false
    // 市場店 begins inside the name 楽天市場; a blank may stand between
    const joins = other.start <= end || view.text.charAt(end).trim() === ''
    if (other.id === 'other-organisations' && joins && other.start > start && other.end > end) return true
  }
  return false
}

/** `kir` in `x@kir.jp`, `amazon` in `https://amazon.example/` and `amazon@x.example`: what stands in a URL or an address is not said by the mail. */
function isInsideHost(text: string, found: Found): boolean {
  const before = text.charAt(found.start - 1)
  const after = text.charAt(found.end)
  return (
    before === '@' ||
    before === '/' ||
    before === '.' ||
    after === '@' ||
    (after === '.' && /[a-z]/i.test(text.charAt(found.end + 1)))
  )
}

/** End of the display name inside `fromText`; what follows is the address. */
function displayNameEnd(mail: Mail): number {
  const open = mail.message.fromText.lastIndexOf('<')
  if (open > 0) return open
  return mail.message.from?.name ? mail.message.fromText.length : 0
}

/** `【X】…`, `「X」からの…`, `X …`: the name stands in brackets, or opens the subject behind brackets and marks at most. */
function isSubjectHead(view: View, found: Found): boolean {
  const before = view.text.slice(Math.max(0, found.start - 40), found.start)
  const closed = lastOf(before, CLOSING)
  if (lastOf(before, OPENING) > closed) return true
  return found.start < 40 && !hasWord(before.slice(closed + 1))
}

const OPENING = '【［「『(（＜<〔《'
const CLOSING = '】］」』)）＞>〕》'

function lastOf(text: string, marks: string): number {
  for (let i = text.length - 1; i >= 0; i--) if (marks.includes(text.charAt(i))) return i
  return -1
}

function bodyPosition(view: View, found: Found): keyof typeof POSITION {
  if (found.start - (view.opens ?? 0) < HEAD_UNITS && nearList(view, found, 'organisation-heads', 'after'))
    return 'greeting'
  if (nearList(view, found, 'signature', 'before') || isBehindCopyright(view, found)) return 'signature'
  if (found.start > view.text.length * 0.6 && isLineOfItsOwn(view, found)) return 'signature'
  return 'mention'
}

/** Whether a phrase of a list stands right after (or before) the name. */
function nearList(view: View, found: Found, list: string, side: 'after' | 'before'): boolean {
  for (let i = firstFrom(view.found, found.start - REACH_UNITS); i < view.found.length; i++) {
    const other = view.found[i]!
    if (other.start > found.end + NEAR_UNITS) break
    if (other.term.kind !== 'list' || other.id !== list) continue
    if (other.start <= found.start && other.end >= found.end) return true
    if (side === 'after' && other.start >= found.start && other.start <= found.end + NEAR_UNITS) return true
    if (side === 'before' && other.end <= found.start && other.end >= found.start - NEAR_UNITS * 2) return true
  }
  return false
}

/** `© 1996-2022, X`: the sign is too short to be a phrase of the corpus. */
function isBehindCopyright(view: View, found: Found): boolean {
  const before = view.text.slice(Math.max(0, found.start - NEAR_UNITS), found.start)
  return before.slice(before.lastIndexOf('\n') + 1).includes('©')
}

/** `株式会社X`, `■ X カスタマーセンター`: a short line that is little more than the name. */
function isLineOfItsOwn(view: View, found: Found): boolean {
  // only so far is looked, as a text may be one line of half a million characters
  const head = view.text.slice(Math.max(0, found.start - LINE_HEAD_UNITS - 1), found.start)
  const tail = view.text.slice(found.end, found.end + LINE_TAIL_UNITS + 1)
  const opens = head.length <= LINE_HEAD_UNITS || head.includes('\n')
  return opens && (tail.length <= LINE_TAIL_UNITS || tail.includes('\n'))
}

function isQuotedAt(view: View, at: number): boolean {
  return isWithin(view.passages.quoted, at)
}

function claimOfBrand(mail: Mail, best: Candidate): ClaimResult {
  const brand = mail.corpus.brands[best.brand] as BrandEntry
  const speaking = best.hits.filter((h) => h.position !== 'mention')
  const shown = speaking.length > 0 ? speaking : best.hits.slice(0, 1)
  const claimedIn = [...new Set(shown.map((h) => h.view.field))]
  const findings: Finding[] = []
  const done = new Set<string>()
  for (const hit of shown) {
    const code =
      hit.position === 'displayName'
        ? 'brand-in-display-name'
        : hit.view.field === 'subject'
          ? 'brand-in-subject'
          : hit.position === 'signature'
            ? 'brand-in-signature'
            : 'brand-in-text'
    if (done.has(code)) continue
    done.add(code)
    findings.push(findingAt(code, hit.view, hit.found, { brand: brand.id }))
  }
  return {
    claim: {
      kind: 'brand',
      brand: best.brand,
      id: brand.id,
      name: brand.names.ja[0] ?? brand.names.en[0] ?? brand.id,
      group: brand.group,
      official: [...brand.domains.official, ...brand.domains.unverified],
      speaks: best.score >= SPEAKS && SPEAKING.some((p) => best.positions.has(p)),
      insistent: [...SPEAKING, 'subject' as const].filter((p) => best.positions.has(p)).length >= 2,
      greets: best.positions.has('greeting'),
      inDisplayName: best.positions.has('displayName'),
      product: false,
      imitated: false,
      claimedIn,
      verified: brand.domains.official.length > 0 || brand.domains.mixed.length > 0,
    },
    findings,
  }
}
