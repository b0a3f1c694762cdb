/** What the receiving server found about the sender, when the caller trusts that server. */
import { domainParts } from '../link/domain.ts'
import { lowerCase } from '../text/lower.ts'
import type { Finding } from './finding.ts'
import type { Mail } from './mail.ts'

/** Results of a trusted Authentication-Results field (RFC 8601). */
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

/**
 * Reads Authentication-Results of the trusted authserv-ids only; anybody can write the others.
 */
export function findAuthentication(mail: Mail): Authentication {
  const trusted = mail.options.trustedAuthserv
  if (trusted === undefined) return NONE
  const ids = (Array.isArray(trusted) ? trusted : [trusted]).map((id) => id.toLowerCase())
  const from = registrable(mail.message.from?.domain ?? '')
  let known = false
  let aligned = false
  let failed = false
  let shown = ''
  let other = ''
  for (const header of mail.message.headers) {
    if (header.name !== 'authentication-results' && header.name !== 'arc-authentication-results') continue
    const parts = withoutComments(header.value).split(';')
    // ARC puts `i=1` first
    const index = header.name === 'arc-authentication-results' ? 1 : 0
    const id = (parts[index] ?? '').trim().split(/\s/)[0]?.toLowerCase() ?? ''
    if (!ids.includes(id)) continue
    known = true
    for (const part of parts.slice(index + 1)) {
      const result = /^\s*(spf|dkim|dmarc)\s*=\s*([a-z]+)/i.exec(part)
      if (!result) continue
      const method = result[1]?.toLowerCase()
      const value = result[2]?.toLowerCase()
      if (method === 'dmarc') {
        if (value === 'pass') aligned = true
        if (value === 'fail') {
          failed = true
          shown = part.trim()
        }
        continue
      }
      const domain = domainIn(part)
      if (value === 'pass' && domain !== '') {
        if (from !== '' && registrable(domain.toLowerCase()) === from) aligned = true
        else other = domain.toLowerCase()
      }
      if ((value === 'fail' || value === 'softfail') && method === 'spf' && shown === '') shown = part.trim()
      if (value === 'fail' && method === 'spf') failed = true
    }
  }
  if (!known) return NONE
  if (aligned) failed = false
  const findings: Finding[] = []
  if (failed) findings.push({ code: 'auth-failed', field: 'from', found: shown.slice(0, 200), expected: from })
  else if (!aligned && other !== '')
    findings.push({ code: 'auth-other-domain', field: 'from', found: other, expected: from })
  return { known, aligned, failed, findings }
}

/** Properties that name who was checked (RFC 8601, 2.7). */
const PROPERTIES = ['header.d', 'header.i', 'smtp.mailfrom', 'smtp.helo']

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
