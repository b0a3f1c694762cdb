/** What did the receiving server find about the sender, when the caller trusts that server? */
import { registrableOf } from '../link/domain.ts'
import type { Mailbox } from '../message/model.ts'
import { type AuthResult, ownResults, sealedResults } from './auth-results.ts'
import { type Finding, quoteWords } from './finding.ts'
import type { Mail } from './mail.ts'

/** What trusted servers found (RFC 8601). */
export interface Authentication {
  /** A field of a trusted server was found. */
  known: boolean
  /** The author's domain is proven: DMARC passed for it, or DKIM or SPF for its registrable domain. */
  aligned: boolean
  /** DMARC or SPF failed, and nothing that passed proves From; DKIM that failed says nothing. */
  failed: boolean
  findings: Finding[]
}

const NONE: Authentication = { known: false, aligned: false, failed: false, findings: [] }

/**
 * Reads what trusted servers found: Authentication-Results of the trusted authserv-ids only, as anybody can write the
 * others; ARC-Authentication-Results of a trusted id where our own server found the chain intact (`arc=pass`, RFC 8617),
 * as anybody can write those too; Received-SPF (RFC 7208, 9.1) only when the caller asks for it. Of each kind the topmost
 * field counts: those below were written earlier, by whom nobody knows.
 *
 * @param author the sender as it is judged: From, or another address where list software replaced From. Our own server
 * never saw the mail with that address in From, so it is aligned only where a sealed result names its domain.
 */
export function findAuthentication(mail: Mail, author: Mailbox | undefined): Authentication {
  const { trustedAuthserv, receivedSpf } = mail.options
  if (trustedAuthserv === undefined && receivedSpf !== true) return NONE
  const trusted = trustedAuthserv ?? []
  const ids = (Array.isArray(trusted) ? trusted : [trusted]).map((id) => id.toLowerCase())
  const results = ownResults(mail, ids)
  if (results.length === 0) return NONE
  const { from, fromAll } = mail.message
  const domain = from?.domain ?? ''
  // with two From domains, nobody knows for which of them DMARC was asked (RFC 7489, 6.6.1)
  const isOnly = fromAll.every((box) => box.domain === '' || box.domain === domain)
  const passed = results.filter(passes)
  const sealed = passed.some((r) => r.method === 'arc') ? sealedResults(mail, ids).filter(passes) : []
  const isFromProven = [...passed, ...sealed].some((r) => speaksFor(r, domain, isOnly))
  const failure = results.find((r) => r.value === 'fail' && r.method !== 'dkim' && r.method !== 'arc')
  const failed = !isFromProven && failure !== undefined
  const organisation = registrable(domain)
  const other = passed
    .map((r) => registrable(r.domain ?? ''))
    .find((passer) => passer !== '' && passer !== organisation)
  const findings: Finding[] = []
  const expected = quoteWords(organisation)
  if (failed) findings.push({ code: 'auth-failed', field: 'from', found: failure.text.slice(0, 200), expected })
  else if (!isFromProven && other)
    findings.push({ code: 'auth-other-domain', field: 'from', found: other.slice(0, 200), expected })
  const aligned = author === from ? isFromProven : sealed.some((r) => speaksFor(r, author?.domain ?? '', false))
  return { known: true, aligned, failed, findings }
}

const passes = (result: AuthResult): boolean => result.value === 'pass'

/**
 * Whether a result that passed proves a domain. DMARC is asked of the From domain itself, so a host below it or beside it
 * proves nothing; its organisational domain does, which some servers name because the policy stands there.
 *
 * @param isOnly the domain is the only one that DMARC can have been asked of
 */
function speaksFor({ method, domain: checked }: AuthResult, domain: string, isOnly: boolean): boolean {
  if (domain === '' || method === 'arc') return false
  if (checked === undefined) return method === 'dmarc' && isOnly
  if (method === 'dmarc') return checked === domain || checked === registrable(domain)
  return registrable(checked) === registrable(domain)
}

/** The registrable domain; what is no host stays as it is. */
function registrable(domain: string): string {
  return /^[a-z0-9._-]*$/.test(domain) ? registrableOf(domain) : domain
}
