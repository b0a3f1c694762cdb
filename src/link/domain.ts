/** Which part of a host can be registered by anybody, and which part is the public suffix? */
import { parse } from 'tldts'
import { remember } from './cache.ts'
import { toAsciiHost, toUnicodeHost } from './host.ts'
import { ipv4Of } from './ip.ts'

/** A host and its parts. */
export interface DomainParts {
  /** Lower-case ASCII (`xn--` for other scripts). */
  host: string
  /** As a reader sees it. */
  unicodeHost: string
  isIp: boolean
  /** eTLD+1, private suffixes included (`x.github.io`); under a suffix no list knows the last two labels; empty for IP addresses, single labels and masks. */
  registrableDomain: string
  /** `co.jp`, `github.io`; the last label when no list knows it. */
  publicSuffix: string
  /** What stands left of the registrable domain; empty when nothing does. */
  subdomain: string
  /** The registrable domain without its suffix. */
  domainWithoutSuffix: string
  /** The suffix belongs to a company that lets anybody register below it (`github.io`, `duckdns.org`). */
  privateSuffix: boolean
  /** The Public Suffix List knows the suffix. */
  knownSuffix: boolean
}

/** Hosts whose parts are kept: a mail has a handful, and its writer must not be able to fill memory. */
const CACHED_HOSTS = 1_024

const OPTIONS = { allowPrivateDomains: true, extractHostname: false, validateHostname: false, detectIp: false } as const

const remembered = remember(compute, CACHED_HOSTS)

/**
 * Takes a host apart by the Public Suffix List, private section included.
 *
 * @param host in any script or case; an IPv6 address in brackets
 * @returns the parts; never throws
 * @example domainParts('www.kagoya.co.jp').registrableDomain // 'kagoya.co.jp'
 */
export function domainParts(host: string): DomainParts {
  return remembered(host)
}

/** The registrable domain of a host, for comparisons; the host itself where it has none. */
export function registrableOf(host: string): string {
  return domainParts(host).registrableDomain || host
}

/** The domain of an address as it is written: what stands behind its last at-sign. */
export function domainOfAddress(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** Whether a host is a domain or lies below it; both in lower case. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(domain) && host.charCodeAt(host.length - domain.length - 1) === 0x2e)
}

function compute(raw: string): DomainParts {
  const host = toAsciiHost(raw)
  const isIp = host.startsWith('[') || ipv4Of(host) !== ''
  const none = {
    registrableDomain: '',
    publicSuffix: '',
    subdomain: '',
    domainWithoutSuffix: '',
    privateSuffix: false,
    knownSuffix: false,
  }
  if (host === '' || isIp) return { host, unicodeHost: host, isIp, ...none }
  const facts = parse(host, OPTIONS)
  const domain = (facts.domain ?? '').includes('*') ? '' : (facts.domain ?? '')
  return {
    host,
    unicodeHost: toUnicodeHost(host),
    isIp,
    registrableDomain: domain,
    publicSuffix: facts.publicSuffix ?? '',
    subdomain: domain === '' ? '' : (facts.subdomain ?? ''),
    domainWithoutSuffix: domain === '' ? '' : (facts.domainWithoutSuffix ?? ''),
    privateSuffix: facts.isPrivate === true,
    knownSuffix: facts.isIcann === true || facts.isPrivate === true,
  }
}
