/** How do one message's findings and its inner messages' verdicts become the public `Verdict`? */
import { isShared } from './detect/allowance.ts'
import { quoteWords } from './detect/finding.ts'
import type { Mail } from './detect/mail.ts'
import type { Evidence, Link, Skipped, Verdict } from './detect/model.ts'
import { redact } from './detect/redact.ts'
import type { LimitHit } from './limits.ts'
import { CODES, capReport, type Findings, scoreIn, type Weighed, worse } from './verdict.ts'

/** Headers that a mail server writes: fields from a host program have none of them unless it passed them on. */
const TRANSPORT = new Set(['received', 'authentication-results', 'return-path', 'message-id'])
/** Links a verdict lists; the rest are counted in `limits`. */
const LINKS_SHOWN = 100

/** Assembles the verdict; the label is the worse of this message's and its inner ones'. */
export function toVerdict(mail: Mail, found: Findings, own: Weighed, inner: Verdict[]): Verdict {
  const { corpus, message } = mail
  let label = own.label
  let score = own.score
  let decidedBy: Verdict['decidedBy'] = 'own'
  for (const verdict of inner) {
    const carried = message.report === undefined ? verdict.label : capReport(verdict.label)
    if (carried !== label && worse(label, carried) === carried) {
      label = carried
      score = scoreIn(carried, verdict.score)
      decidedBy = 'inner'
    }
  }
  const { claim } = found
  const verdict: Verdict = {
    label,
    decidedBy,
    score,
    ...(claim && label !== 'none' && { brand: { id: claim.id, name: claim.name, claimedIn: claim.claimedIn } }),
    lures: found.lures.map(({ id, similarity, passages }) => ({ id, similarity, passages })),
    evidence:
      message.report !== undefined && inner.length > 0 ? [...own.evidence, carriesMail(message.report)] : own.evidence,
    links: linksOf(found),
    inner,
    decoding: message.decoding,
    skipped: skippedOf(mail, found),
    limits: [...message.limits, ...mail.limitHits, ...capsOf(mail, found, own), ...unreadInside(inner)],
    corpus: { version: corpus.version, digest: corpus.digest },
    schema: 1,
  }
  return mail.options.redact === false ? verdict : redact(verdict, mail.victims)
}

/** A bounce or an abuse report repeats a mail that somebody else sent. */
function carriesMail(report: string): Evidence {
  return { code: 'report-carries-mail', group: CODES['report-carries-mail'].group, weight: 0, found: report }
}

/** Caps on the verdict itself. */
function capsOf(mail: Mail, found: Findings, own: Weighed): LimitHit[] {
  const hits: LimitHit[] = []
  if (own.evidence.length >= mail.limits.evidence)
    hits.push({ limit: 'evidence', where: 'verdict', cap: mail.limits.evidence })
  if (found.links.length > LINKS_SHOWN) hits.push({ limit: 'links', where: 'verdict', cap: LINKS_SHOWN })
  return hits
}

/** Caps by which a message inside gets no verdict. */
const LEFT_OUT = new Set<LimitHit['limit']>(['innerDepth', 'innerMessages'])

/**
 * What nobody judged further in: who reads the outer verdict alone would take `none` for the whole mail. `inner 1.2, part 3`
 * is part 3 of the second message in the first one.
 */
function unreadInside(inner: Verdict[]): LimitHit[] {
  const hits: LimitHit[] = []
  inner.forEach((verdict, i) => {
    for (const hit of verdict.limits) {
      if (isShared(hit)) {
        if (!hits.some((other) => isShared(other) && other.limit === hit.limit)) hits.push(hit)
        continue
      }
      if (!LEFT_OUT.has(hit.limit)) continue
      const deeper = /^inner (\d.*)$/.exec(hit.where)
      hits.push({ ...hit, where: deeper ? `inner ${i + 1}.${deeper[1]}` : `inner ${i + 1}, ${hit.where}` })
    }
  })
  return hits
}

function linksOf(found: Findings): Link[] {
  return found.links.slice(0, LINKS_SHOWN).map(({ link, relation, codes }) => {
    const { facts, place } = link
    const { host, registrableDomain } = facts
    const href = facts.url.slice(0, 2_000)
    const deceptions = codes.filter((c) => c !== 'link-foreign')
    const text = quoteWords(link.text)
    // four plain literals: spreading conditional parts costs more than all else here
    if (text === '') {
      return relation
        ? { href, host, registrableDomain, relation, deceptions, place }
        : { href, host, registrableDomain, deceptions, place }
    }
    return relation
      ? { text, href, host, registrableDomain, relation, deceptions, place }
      : { text, href, host, registrableDomain, deceptions, place }
  })
}

function skippedOf(mail: Mail, found: Findings): Skipped[] {
  const skipped: Skipped[] = []
  if (!found.sender.box) skipped.push({ check: 'sender', why: 'no-from' })
  if (
    mail.message.headers.length === 0 ||
    (mail.message.source !== 'bytes' &&
      !found.authentication.known &&
      !mail.message.headers.some((h) => TRANSPORT.has(h.name)))
  )
    skipped.push({ check: 'authentication', why: 'no-headers' })
  else if (!found.authentication.known) skipped.push({ check: 'authentication', why: 'no-trusted-authserv' })
  if (mail.links.length === 0) skipped.push({ check: 'links', why: 'no-links' })
  if (mail.recipients.length === 0) skipped.push({ check: 'recipient', why: 'no-recipient' })
  if (mail.bodies.length === 0) skipped.push({ check: 'text', why: 'no-text' })
  return skipped
}
