/** What in a host misleads whatever brand it imitates: a public suffix that is none, foreign alphabets, an IP address, a drawn separator? */
import { isFakeSeparator } from './chars.ts'
import { hasStyledLetters, mixesAlphabets } from './confusable.ts'
import type { Deception } from './deception.ts'
import type { DomainParts } from './domain.ts'
import { isPrivateAddress } from './ip.ts'
import type { UrlParts } from './url.ts'

/** Second-level labels of .jp; `gr` and `ed`, `lg` stand in few lures and in honest hosts. */
const JP_SECOND = new Set(['co', 'or', 'ne', 'go', 'ac', 'ad'])
/** What lures write for the jp at the end. */
const JP_LIKE = new Set(['jp', 'ip', 'lp', 'jq', 'jpn'])
/** Suffixes that honest hosts hardly ever have left of their own domain. */
const GENERIC = new Set(['com', 'net', 'org'])
/** Parts of a host that are looked at. */
const MAX_PIECES = 60
/** Hosts of content delivery carry the customer's whole host: www.example.jp.edgekey.net. */
const DELIVERY =
  /(?:^|\.)(?:akamai\w*|edge(?:key|suite|cast|gio)\w*|cloudfront|cloudflare|fastly\w*|azureedge|azurefd|cdn\w*|llnwd|footprint|impervadns|incapdns)\./

/**
 * Tells whether the labels left of the registrable domain look like the end of another host: `www.co.jp.x.example`,
 * `jp.co.x.example`, `nhk.or.login.x.example`, `my-jcb-co-jp.x.example`.
 *
 * @param parts from `domainParts`
 * @returns the labels that look so; empty when none do
 */
export function mimickedSuffix(parts: DomainParts): string {
  const { subdomain, domainWithoutSuffix, publicSuffix } = parts
  if (subdomain === '' && !domainWithoutSuffix.includes('-')) return ''
  const found = suffixAmong(subdomain, domainWithoutSuffix, GENERIC.has(publicSuffix) || publicSuffix.endsWith('jp'))
  if (
    found === '' ||
    publicSuffix === 'us' ||
    publicSuffix.endsWith('.us') ||
    DELIVERY.test(`${parts.registrableDomain}.`)
  )
    return ''
  return found
}

function suffixAmong(subdomain: string, domainWithoutSuffix: string, common: boolean): string {
  // `jaccss.co.jp-service-tranid`, `www-aeon-co-jp`: hyphens stand for dots, in the registrable label too
  const pieces = `${subdomain}.${domainWithoutSuffix}`.split(/[.-]+/, MAX_PIECES)
  const own = subdomain === '' ? 0 : pieces.length - domainWithoutSuffix.split('-').length
  for (let i = 1; i < pieces.length; i++) {
    const a = pieces[i - 1] ?? ''
    const b = pieces[i] ?? ''
    if (JP_LIKE.has(b) && JP_SECOND.has(a) && (i < own || i >= 2)) return `${a}.${b}`
  }
  const labels = subdomain === '' ? [] : subdomain.split('.', MAX_PIECES)
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? ''
    if (label === 'jp' && JP_SECOND.has(labels[i + 1] ?? '')) return `${label}.${labels[i + 1]}`
    const before = i === 0 ? '' : (labels[i - 1] ?? '')
    if (before.length < 2 || before === 'www') continue
    // shared hosting previews stand as customer.com.s123.host.com; lures prefer cheap suffixes
    if (!common && GENERIC.has(label)) return label
    // `nhk.or.login`, `jcb.co`: go, ac and ad are words of honest hosts
    if (label === 'co' || label === 'or' || label === 'ne') return label
  }
  return ''
}

/** Ports of web servers and of hosting panels (Plesk, cPanel, Webmin), which honest notices of hosting firms name. */
const USUAL_PORTS = new Set([
  '80',
  '443',
  '8080',
  '8443',
  '8880',
  '2082',
  '2083',
  '2086',
  '2087',
  '2095',
  '2096',
  '10000',
])

/**
 * Looks at a host as such, without any corpus and whatever stands around it.
 *
 * @param parts parts of the host
 * @param suffix from `mimickedSuffix`
 * @returns deceptions that hold for every URL with this host
 */
export function hostDeceptions(parts: DomainParts, suffix: string): Deception[] {
  const out: Deception[] = []
  const { host, unicodeHost } = parts
  if (parts.isIp && !isPrivateAddress(host)) out.push({ code: 'link-ip-host', found: host })
  if (unicodeHost !== host && unicodeHost.split('.').some((label) => mixesAlphabets(label)))
    out.push({ code: 'link-homograph', found: unicodeHost })
  if (suffix !== '') out.push({ code: 'link-suffix-in-subdomain', found: host })
  return out
}

/**
 * Looks at what stands around a host, and at how it is written.
 *
 * @param url parts of the URL
 */
export function authorityDeceptions(url: UrlParts): Deception[] {
  const out: Deception[] = []
  const { userinfo, rawHost, host, port } = url
  if (userinfo !== '') out.push({ code: 'link-userinfo', found: `${userinfo}@${host}` })
  if (port !== '' && !USUAL_PORTS.has(port) && !isPrivateAddress(host))
    out.push({ code: 'link-odd-port', found: `${host}:${port}` })
  if (userinfo === '' && rawHost === host) return out
  if (hasFakeSeparator(userinfo) || hasFakeSeparator(rawHost))
    out.push({ code: 'link-fake-separator', found: userinfo === '' ? rawHost : `${userinfo}@${rawHost}` })
  if (hasStyledLetters(rawHost) || hasStyledLetters(userinfo))
    out.push({ code: 'link-homograph', found: rawHost, expected: host })
  return out
}

function hasFakeSeparator(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isFakeSeparator(text.charCodeAt(i))) return true
  return false
}
