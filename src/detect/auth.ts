/** What the receiving server found about the sender, when the caller trusts that server. */
import { domainParts } from '../link/domain.ts'
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
      const domain =
        /(?:header\.d|header\.i|smtp\.mailfrom|smtp\.helo)\s*=\s*"?(?:[^@\s;"]*@)?([A-Za-z0-9.-]+)/i.exec(part)?.[1] ??
        ''
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

function registrable(domain: string): string {
  return domainParts(domain).registrableDomain || domain
}

/** Drops `(comments)` by depth, in one pass. */
function withoutComments(value: string): string {
  let out = ''
  let depth = 0
  for (const c of value.slice(0, 8_192)) {
    if (c === '(') depth++
    else if (c === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) out += c
  }
  return out
}
