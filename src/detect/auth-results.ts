/** Which results do the fields of trusted servers hold, and about which domain is each? */
import { domainParts } from '../link/domain.ts'
import { lowerCase } from '../text/lower.ts'
import { type AuthPair, type AuthPart, authParts } from './auth-fields.ts'
import type { Mail } from './mail.ts'

/** One result of one method. */
export interface AuthResult {
  method: string
  value: string
  /** Host that was checked, lower-case ASCII; absent when none is named, and no host at all when it cannot be read. */
  domain?: string
  /** Without comments and quotes. */
  text: string
}

/**
 * Properties that name who was checked, the first that is there (RFC 8601, 2.7). Each method has its own: DMARC is asked
 * of the From domain alone, and beside `smtp.mailfrom`, `smtp.helo` is only what the sending server called itself.
 */
const PROPERTIES: Record<string, string[]> = {
  dkim: ['header.d', 'header.i'],
  spf: ['smtp.mailfrom', 'envelope-from', 'smtp.helo'],
  dmarc: ['header.from'],
  arc: [],
}

/** Results of our own server: of each method the topmost field that has it. */
export function ownResults(mail: Mail, ids: string[]): AuthResult[] {
  const results: AuthResult[] = []
  let spf = mail.options.receivedSpf === true
  for (const header of mail.message.headers) {
    if (header.name === 'authentication-results') {
      const [head, ...parts] = authParts(header.value)
      if (!isOneOf(ids, head)) continue
      const found = resultsOf(parts)
      const methods = new Set(results.map((r) => r.method))
      results.push(...found.filter((r) => !methods.has(r.method)))
      if (found.length === 0) results.push({ method: 'none', value: 'none', text: '' })
    } else if (header.name === 'received-spf' && spf) {
      spf = false
      results.push(receivedSpfOf(authParts(header.value)))
    }
  }
  return results
}

/** Results that a trusted forwarder sealed: those of the first hop, which saw the mail as it was sent. */
export function sealedResults(mail: Mail, ids: string[]): AuthResult[] {
  let first = Number.POSITIVE_INFINITY
  let results: AuthResult[] = []
  for (const header of mail.message.headers) {
    if (header.name !== 'arc-authentication-results') continue
    const [count, head, ...parts] = authParts(header.value)
    const instance = count?.pairs[0]
    if (instance?.key !== 'i' || !/^\d{1,2}$/.test(instance.value)) continue
    if (!(Number(instance.value) < first) || !isOneOf(ids, head)) continue
    first = Number(instance.value)
    results = resultsOf(parts)
  }
  return results
}

/** Where a field has no id, as some servers write it, nobody knows whose it is. */
function isOneOf(ids: string[], head: AuthPart | undefined): boolean {
  return head !== undefined && head.word !== '' && ids.includes(head.word.toLowerCase())
}

function resultsOf(parts: AuthPart[]): AuthResult[] {
  const results: AuthResult[] = []
  for (const { word, pairs } of parts) {
    const [first, ...rest] = pairs
    // `dkim/1=pass`: the version of the method
    const method = first?.key.split('/')[0] ?? ''
    if (word !== '' || !first || !Object.hasOwn(PROPERTIES, method)) continue
    results.push(resultOf(method, first.value, PROPERTIES[method] ?? [], rest, `${method}=${first.value}`))
  }
  return results
}

/** `pass receiver=mx.example.jp; identity=mailfrom; envelope-from="a@b.example"` (RFC 7208, 9.1). */
function receivedSpfOf(parts: AuthPart[]): AuthResult {
  const pairs = parts.flatMap((part) => part.pairs)
  const isHelo = pairs.some((pair) => pair.key === 'identity' && pair.value.toLowerCase() === 'helo')
  const value = parts[0]?.word ?? ''
  return resultOf('spf', value, isHelo ? ['helo'] : ['envelope-from', 'smtp.mailfrom', 'smtp.helo'], pairs, value)
}

function resultOf(method: string, value: string, properties: string[], pairs: AuthPair[], start: string): AuthResult {
  const text = [start, ...pairs.map((pair) => `${pair.key}=${pair.value}`)].join(' ')
  // lenient servers end a result with a comma
  const result = { method, value: /^[a-z]*/.exec(value.toLowerCase())?.[0] ?? '', text }
  for (const property of properties) {
    const pair = pairs.find((p) => p.key === property)
    if (pair) return { ...result, domain: domainOf(pair.value) }
  }
  return result
}

/**
 * `@a.example`, `x@a.example`, `<x@a.example>`, `a.example.`: all that stands behind the last `@`. A part of it would be
 * another domain, as in `x@a.example_y.evil.example` or `x@a.example/.evil.example`.
 */
function domainOf(value: string): string {
  let end = value.length
  while (end > 0 && '>,.'.includes(value.charAt(end - 1))) end--
  const domain = lowerCase(value.slice(value.lastIndexOf('@', end - 1) + 1, end))
  for (let i = 0; i < domain.length; i++) {
    if (domain.charCodeAt(i) < 0x80 && !/[a-z0-9._-]/.test(domain.charAt(i))) return domain
  }
  return domainParts(domain).host
}
