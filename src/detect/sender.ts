/** Who really sent the mail, and what in the sender contradicts the claim? */
import { type DomainOwner, findDomain, hostListsOf } from '../corpus/compile.ts'
import type { BrandKind } from '../corpus/model.ts'
import { domainOfAddress, domainParts, isUnder, registrableOf } from '../link/domain.ts'
import { toAsciiHost } from '../link/host.ts'
import { linkKnowledge } from '../link/host-facts.ts'
import { imitated } from '../link/imitated.ts'
import { inspectLink } from '../link/inspect.ts'
import type { Mailbox, Message } from '../message/model.ts'
import type { Authentication } from './auth.ts'
import type { Claim } from './brand.ts'
import { type Finding, findingOf } from './finding.ts'
import type { Mail } from './mail.ts'
import type { Span } from './model.ts'

/** The sender as far as it can be known. */
export interface Sender {
  /** The author: From, or Reply-To where list software replaced From. */
  box?: Mailbox
  /** Display name without what list software added. */
  name: string
  /** From was replaced by list software. */
  rewritten: boolean
  registrableDomain: string
  owners: DomainOwner[]
  freeMail: boolean
  /** From a recipient's own domain: a colleague, or forged. */
  internal: boolean
}

/**
 * The author of a message. List software that must pass DMARC replaces From by the list's own address
 * (`X via list <list@…>`) and keeps the author in Reply-To; that address is the sender then.
 */
export function senderOf(mail: Mail): Sender {
  const { message, corpus } = mail
  const from = message.from
  const rewritten = from !== undefined && isListAddress(message, from) && isReached(mail, from)
  const box = rewritten ? authorBehindList(message, from) : from
  const domain = box?.domain ?? ''
  const registrableDomain = domain === '' ? '' : registrableOf(domain)
  const freeMail = domain !== '' && hostListsOf(corpus, domain).includes('free-mail')
  const sender: Sender = {
    name: rewritten ? withoutVia(from?.name ?? '') : (from?.name ?? ''),
    rewritten,
    registrableDomain,
    owners: domain === '' ? [] : findDomain(corpus, domain),
    freeMail,
    // two mailboxes of a free mail service are no colleagues
    internal:
      !rewritten &&
      !freeMail &&
      registrableDomain !== '' &&
      mail.recipients.some((r) => sameRegistrable(domainOfAddress(r), registrableDomain)) &&
      // a mail from the reader to himself is no colleague's either
      !mail.addressed.some((victim) => victim.toLowerCase() === box?.address.toLowerCase()),
  }
  if (box) sender.box = box
  return sender
}

/**
 * A list or group stands in To, or belongs to a recipient's domain; anybody can write List-Post for another address. To counts
 * where the mailbox is known too: it names the list, and lists lie on domains of their own.
 */
function isReached(mail: Mail, from: Mailbox): boolean {
  const domain = registrableOf(from.domain)
  return mail.addressed.some((r) => sameRegistrable(domainOfAddress(r), domain))
}

function isListAddress(message: Message, from: Mailbox): boolean {
  for (const header of message.headers) {
    if (
      header.name === 'list-post' &&
      from.address !== '' &&
      header.value.toLowerCase().includes(from.address.toLowerCase())
    )
      return true
    if (header.name === 'list-id' && from.domain !== '') {
      // RFC 2919: `Name <list.example.com>`; the list's address is list@example.com
      const id = header.value
        .slice(header.value.lastIndexOf('<') + 1)
        .replace('>', '')
        .toLowerCase()
      if (id === `${from.local}.${from.domain}`.toLowerCase()) return true
    }
  }
  return false
}

function authorBehindList(message: Message, from: Mailbox): Mailbox | undefined {
  for (const box of message.replyTo) if (box.domain !== '' && box.address !== from.address) return box
  return undefined
}

function withoutVia(name: string): string {
  const at = name.lastIndexOf(' via ')
  if (at > 0) return name.slice(0, at)
  // `田中via list`, `"Tanaka"via list`; not `Olivia Tanaka`
  const glued = name.lastIndexOf('via ')
  return glued > 0 && !/[a-z]/i.test(name.charAt(glued - 1)) ? name.slice(0, glued) : name
}

/** Whether a domain belongs to the claimed brand or its group, as a place the brand may send from. */
export function isOwnedBy(mail: Mail, claim: Claim, owners: DomainOwner[], roles: string[]): DomainOwner | undefined {
  return owners.find((o) => roles.includes(o.role) && mail.corpus.brands[o.brand]?.group === claim.group)
}

/** Suffixes that only public bodies of Japan can register (JPRS). */
const PUBLIC = ['go.jp', 'lg.jp']
const PUBLIC_KINDS: ReadonlySet<BrandKind> = new Set(['government', 'tax'])

/** Whether a city or ministry writes of what the state runs: of the My Number card, of taxes. */
export function isPublicBody(mail: Mail, claim: Claim, domain: string): boolean {
  const kind = mail.corpus.brands[claim.brand]?.kind
  return kind !== undefined && PUBLIC_KINDS.has(kind) && PUBLIC.some((suffix) => isUnder(domain, suffix))
}

/** Whether the caller's own domains (or its resellers') sent the mail, proven by authentication. */
export function isOwnSender(mail: Mail, sender: Sender, authentication: Authentication): boolean {
  const own = mail.options.ownDomains
  if (!own || !sender.box || sender.box.domain === '') return false
  const { domain } = sender.box
  return authentication.aligned && own.some((d) => isUnder(domain, toAsciiHost(d)))
}

/** Whether answers go to another registrable domain than the author's. */
export function repliesElsewhere(mail: Mail, sender: Sender): boolean {
  const reply = mail.message.replyTo[0]
  return (
    !sender.rewritten &&
    reply !== undefined &&
    reply.domain !== '' &&
    !sameRegistrable(reply.domain, sender.registrableDomain)
  )
}

/** Codes of host facts that make a sender's domain a copy of a brand's. */
const COPIES = new Set([
  'link-brand-in-subdomain',
  'link-suffix-in-subdomain',
  'link-brand-in-domain',
  'link-lookalike-domain',
  'link-homograph',
])

/**
 * Contradictions between the claim and the sender.
 *
 * @returns findings; empty when there is no sender or nothing is claimed
 */
export function findSenderContradictions(mail: Mail, claim: Claim, sender: Sender): Finding[] {
  const box = sender.box
  const findings: Finding[] = []
  const add = (code: Finding['code'], found: string, expected?: string): void => {
    const finding = findingOf(code, spanOf(mail, found), found)
    if (expected) finding.expected = expected
    if (claim.id) finding.brand = claim.id
    findings.push(finding)
  }
  const nameAddress = addressInName(sender.name)
  if (nameAddress !== '' && box && box.domain !== '' && differs(nameAddress, sender.registrableDomain)) {
    add('sender-address-in-name', sender.name, box.domain)
  }
  if (!box || box.domain === '') return findings
  const expected = claim.official[0]
  const own = isOwnedBy(mail, claim, sender.owners, ['official', 'sender', 'unverified'])
  const customer = isOwnedBy(mail, claim, sender.owners, ['customer', 'mixed'])
  if (claim.kind === 'brand') {
    for (const never of mail.corpus.brands[claim.brand]?.neverSends ?? []) {
      if (never.type === 'address' && never.value.toLowerCase() === box.address.toLowerCase())
        add('sender-never-sends', box.address, expected)
      if (never.type === 'domain-suffix' && isUnderOneOf(box.domain, never.value))
        add('sender-never-sends', box.domain, expected)
    }
    // the provider's own desk and its customers share a mixed domain; customers have a host below it as well
    const shared = customer?.role === 'mixed' && customer.domain === box.domain
    if (!own && customer) add(shared ? 'sender-unlisted' : 'sender-customer-domain', box.address, expected)
    if (!own && !customer && !isPublicBody(mail, claim, box.domain)) {
      const other = sender.owners.find((o) => o.role === 'official' || o.role === 'sender')
      if (other) add('sender-other-brand', box.address, expected)
      else if (claim.inDisplayName) add('sender-foreign', `${sender.name} <${box.address}>`, expected)
      else if (!sender.internal) add('sender-unlisted', box.address, expected)
      const facts = inspectLink(`http://${box.domain}/`, mail.corpus, { brands: [claim.brand] })
      const copy = facts.deceptions.find((d) => COPIES.has(d.code))
      if (copy) add('sender-lookalike', box.domain, copy.expected ?? expected)
      const token = tokenInLocal(mail, claim, box.local)
      if (token !== '') add('sender-brand-in-address', box.address, expected)
      // an organisation's own desk writes about its providers; it does not write in their name
      if (sender.internal && claim.inDisplayName) add('sender-recipient-domain', box.address, expected)
    }
  } else if (claim.kind === 'own-organisation') {
    if (claim.inDisplayName) add('sender-foreign', `${sender.name} <${box.address}>`, expected)
    if (claim.imitated) add('sender-lookalike', box.domain, expected)
  }
  const reply = mail.message.replyTo[0]
  if (
    reply &&
    own &&
    repliesElsewhere(mail, sender) &&
    !isOwnedBy(mail, claim, findDomain(mail.corpus, reply.domain), ['official', 'sender', 'unverified'])
  )
    add('sender-reply-to-foreign', reply.address, box.domain)
  return findings
}

/** The corpus writes one suffix or several: `.com`, `.com / .net / .top`. */
function isUnderOneOf(domain: string, suffixes: string): boolean {
  return suffixes.split('/').some((suffix) => {
    const bare = suffix.trim().replace(/^[.@*]+/, '')
    return bare !== '' && isUnder(domain, bare)
  })
}

function spanOf(mail: Mail, found: string): Span {
  const text = mail.message.fromText
  const at = text.indexOf(found)
  return at < 0 ? { field: 'from', start: 0, end: text.length } : { field: 'from', start: at, end: at + found.length }
}

/** An address or host written into the display name: `support@kagoya.jp <x@evil.example>`; empty when there is none. */
function addressInName(name: string): string {
  const at = name.indexOf('@')
  if (at < 0) return ''
  let end = at + 1
  while (end < name.length && /[A-Za-z0-9.-]/.test(name.charAt(end))) end++
  return name.slice(at + 1, end).toLowerCase()
}

function differs(shown: string, registrable: string): boolean {
  const parts = domainParts(shown)
  return parts.registrableDomain !== '' && parts.registrableDomain !== registrable
}

function sameRegistrable(domain: string, registrable: string): boolean {
  return domainParts(domain).registrableDomain === registrable
}

/**
 * A brand token that stands at a delimiter of the local part (`support-amazon.jp@`, `contact.vpass1@`), four letters or
 * more; or a part that is drawn like one (`amozon-update@`, `etc-melsal@`).
 */
function tokenInLocal(mail: Mail, claim: Claim, local: string): string {
  const lower = local.toLowerCase()
  const { index } = linkKnowledge(mail.corpus)
  for (const word of [...lower.split(/[^a-z0-9]+/), lower.replaceAll('-', '')]) {
    const ref = imitated(index, word)
    if (ref?.brands.includes(claim.brand)) return ref.text
  }
  for (const { token, rule } of mail.corpus.brands[claim.brand]?.tokens ?? []) {
    if (token.length < 4 || rule === 'never-alone') continue
    let at = lower.indexOf(token)
    while (at >= 0) {
      const before = at === 0 || !/[a-z0-9]/.test(lower.charAt(at - 1))
      const after = lower.charAt(at + token.length)
      if (before && !/[a-z]/.test(after)) return token
      at = lower.indexOf(token, at + 1)
    }
  }
  return ''
}
