/** What the receiving server found about the sender, when the caller trusts that server. */
import { domainParts } from '../link/domain.ts'
import { lowerCase } from '../text/lower.ts'
import type { Finding } from './finding.ts'
import type { Mail } from './mail.ts'

/** What trusted servers found (RFC 8601). */
export interface Authentication {
  /** A field of a trusted server was found. */
  known: boolean
  /** DMARC passed, or DKIM or SPF passed for the From domain's registrable domain. */
  aligned: boolean
  /** DMARC failed, or SPF and DKIM both did not pass and one failed. */
  failed: boolean
  findings: Finding[]
}

const NONE: Authentication = { known: false, aligned: false, failed: false, findings: [] }

/** One result of one method. */
interface Result {
  method: string
  value: string
  /** Registrable domain that was checked; empty when none is named. */
  domain: string
  /** As the server wrote it. */
  text: string
}

/**
 * Reads what trusted servers found: Authentication-Results of the trusted authserv-ids only, as anybody can write the
 * others; ARC-Authentication-Results of a trusted id where our own server found the chain intact (`arc=pass`, RFC 8617),
 * as anybody can write those too; Received-SPF (RFC 7208, 9.1) only when the caller asks for it. Of each kind the topmost
 * field counts: those below were written earlier, by whom nobody knows.
 */
export function findAuthentication(mail: Mail): Authentication {
  const { trustedAuthserv, receivedSpf } = mail.options
  if (trustedAuthserv === undefined && receivedSpf !== true) return NONE
  const trusted = trustedAuthserv ?? []
  const ids = (Array.isArray(trusted) ? trusted : [trusted]).map((id) => id.toLowerCase())
  const results = ownResults(mail, ids)
  const from = registrable(mail.message.from?.domain ?? '')
  if (results.length === 0) return NONE
  const passes = (r: Result) => r.value === 'pass'
  const aligns = (r: Result) =>
    passes(r) && (r.method === 'dmarc' || (isChecked(r) && r.domain !== '' && r.domain === from))
  let aligned = results.some(aligns)
  if (!aligned && results.some((r) => r.method === 'arc' && passes(r))) aligned = sealedResults(mail, ids).some(aligns)
  const failure = results.find((r) => r.value === 'fail' && r.method !== 'dkim' && r.method !== 'arc')
  const failed = !aligned && failure !== undefined
  const other = results.find((r) => passes(r) && isChecked(r) && r.domain !== '' && r.domain !== from)
  const findings: Finding[] = []
  if (failed) findings.push({ code: 'auth-failed', field: 'from', found: failure.text.slice(0, 200), expected: from })
  else if (!aligned && other)
    findings.push({ code: 'auth-other-domain', field: 'from', found: other.domain, expected: from })
  return { known: true, aligned, failed, findings }
}

const isChecked = (r: Result): boolean => r.method === 'spf' || r.method === 'dkim'

/** Results of our own server: of each method the topmost field that has it. */
function ownResults(mail: Mail, ids: string[]): Result[] {
  const results: Result[] = []
  let spf = mail.options.receivedSpf === true
  for (const header of mail.message.headers) {
    if (header.name === 'authentication-results') {
      const parts = withoutComments(header.value).split(';')
      if (!ids.includes(idOf(parts[0]))) continue
      const found = resultsOf(parts.slice(1))
      const methods = new Set(results.map((r) => r.method))
      results.push(...found.filter((r) => !methods.has(r.method)))
      if (found.length === 0) results.push({ method: 'none', value: 'none', domain: '', text: '' })
    } else if (header.name === 'received-spf' && spf) {
      spf = false
      results.push(receivedSpfOf(withoutComments(header.value)))
    }
  }
  return results
}

/** Results that a trusted forwarder sealed: those of the first hop, which saw the mail as it was sent. */
function sealedResults(mail: Mail, ids: string[]): Result[] {
  let first = Number.POSITIVE_INFINITY
  let results: Result[] = []
  for (const header of mail.message.headers) {
    if (header.name !== 'arc-authentication-results') continue
    const parts = withoutComments(header.value).split(';')
    const instance = Number(/^\s*i\s*=\s*(\d{1,2})\s*$/.exec(parts[0] ?? '')?.[1])
    if (!(instance < first) || !ids.includes(idOf(parts[1]))) continue
    first = instance
    results = resultsOf(parts.slice(2))
  }
  return results
}

const idOf = (part: string | undefined): string => (part ?? '').trim().split(/\s/)[0]?.toLowerCase() ?? ''

function resultsOf(parts: string[]): Result[] {
  const results: Result[] = []
  for (const part of parts) {
    const result = /^\s*(spf|dkim|dmarc|arc)\s*=\s*([a-z]+)/i.exec(part)
    if (!result) continue
    const method = result[1]?.toLowerCase() ?? ''
    const domain = domainIn(part)
    results.push({
      method,
      value: result[2]?.toLowerCase() ?? '',
      domain: domain === '' ? '' : registrable(domain.toLowerCase()),
      text: part.trim(),
    })
  }
  return results
}

/** `pass receiver=mx.example.jp; client-ip=…; envelope-from="a@b.example"`. */
function receivedSpfOf(value: string): Result {
  const result = /^\s*([a-z]+)/i.exec(value)?.[1]?.toLowerCase() ?? ''
  const domain = domainIn(value)
  return { method: 'spf', value: result, domain: domain === '' ? '' : registrable(domain), text: value.trim() }
}

/** Properties that name who was checked (RFC 8601, 2.7; RFC 7208, 9.1). */
const PROPERTIES = ['header.d', 'header.i', 'smtp.mailfrom', 'smtp.helo', 'envelope-from']

/** The domain of the first such property of a result: `header.i=@a.example`, `smtp.mailfrom=x@a.example`; empty when there is none. */
function domainIn(part: string): string {
  const lower = lowerCase(part)
  for (let i = 0; i < lower.length; i++) {
    const property = PROPERTIES.find((p) => lower.startsWith(p, i))
    if (property === undefined) continue
    let at = skipBlanks(lower, i + property.length)
    if (lower.charAt(at) !== '=') continue
    at = skipBlanks(lower, at + 1)
    if (lower.charAt(at) === '"') at++
    let end = at
    while (end < lower.length && !/[\s";]/.test(lower.charAt(end))) {
      if (lower.charAt(end) === '@') at = end + 1
      end++
    }
    let stop = at
    while (stop < end && /[a-z0-9.-]/.test(lower.charAt(stop))) stop++
    if (stop > at) return lower.slice(at, stop)
    // what was read is read once: `header.d=header.d=…` costs no more than its length
    i = end
  }
  return ''
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (/\s/.test(text.charAt(at))) at++
  return at
}

function registrable(domain: string): string {
  return domainParts(domain).registrableDomain || domain
}

/** Code units of one field that are read; those of large providers have 2,000. */
const VALUE_UNITS = 8_192

/** Drops `(comments)` by depth, in one pass. */
function withoutComments(value: string): string {
  const read = value.length > VALUE_UNITS ? value.slice(0, VALUE_UNITS) : value
  let out = ''
  let depth = 0
  let from = 0
  for (let i = 0; i < read.length; i++) {
    const c = read.charCodeAt(i)
    if (c === 0x28) {
      if (depth++ === 0) out += read.slice(from, i)
      from = i + 1
    } else if (c === 0x29) {
      if (depth === 0) out += read.slice(from, i)
      depth = Math.max(0, depth - 1)
      from = i + 1
    }
  }
  return depth === 0 ? out + read.slice(from) : out
}
