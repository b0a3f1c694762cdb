/** Is a value of an option one that can mean something, and how does the library want it written? */
import { domainParts } from '../link/domain.ts'
import { toAsciiHost } from '../link/host.ts'
import { isAddress, isDomain } from '../options.ts'

/** What a value must be where no list of words says it; each has its words in both languages. */
export type Expected = 'threads' | 'moment' | 'domain' | 'authserv' | 'address' | 'one-file'

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/
/** A token of RFC 2045 §5.1, as RFC 8601 §2.2 wants it; a URL or an id with a version behind it never equals one. */
const TOKEN = /^[^\s\p{Cc}()<>@,;:\\"/[\]?=]+$/u

/**
 * A host name in ASCII.
 *
 * @param text as typed, in any script
 * @returns undefined when no host has such a name: a URL, an address, a mask, an IP address
 */
export function hostNamed(text: string): string | undefined {
  if (text.length > 253 || /[\s%]/.test(text)) return undefined
  const host = toAsciiHost(text)
  return host.split('.').every((label) => LABEL.test(label)) && !domainParts(host).isIp ? host : undefined
}

/** A host at or below a domain that somebody can register, in ASCII; undefined for `co.jp`, to which nobody's mail belongs. */
export function domainNamed(text: string): string | undefined {
  const host = hostNamed(text)
  return host !== undefined && isDomain(host) && domainParts(host).registrableDomain !== '' ? host : undefined
}

/** An address without a display name, its domain in ASCII. */
export function addressNamed(text: string): string | undefined {
  const at = text.lastIndexOf('@')
  const host = hostNamed(text.slice(at + 1))
  const local = text.slice(0, Math.max(at, 0))
  const address = `${local}@${host}`
  return host !== undefined && /^[^\s\p{Cc}<>@]{1,64}$/u.test(local) && isAddress(address) ? address : undefined
}

/** The name of a server as it stands in Authentication-Results. */
export const authservNamed = (text: string): string | undefined => (TOKEN.test(text) ? text : undefined)
