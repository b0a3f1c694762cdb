/** Which indicators does a verdict hold: addresses that a blocklist or another team can use? */
import { builtin } from '../corpus/builtin.ts'
import { type CompiledCorpus, findDomain, hostListsOf } from '../corpus/compile.ts'
import type { Evidence, EvidenceCode, Link, Verdict } from '../detect/model.ts'
import { defang } from '../link/defang.ts'
import { domainOfAddress } from '../link/domain.ts'
import { assertVerdict } from './moment.ts'

/** One indicator of compromise, live; `iocText` and `iocCsv` defang it. */
export interface Ioc {
  type: 'url' | 'host' | 'ip' | 'sender-domain'
  value: string
  /** Codes of the findings it rests on. */
  codes: EvidenceCode[]
  /** `quoted`: an example that a warning shows. */
  place: Link['place']
}

/** Behind these the host is shared by many who did nothing: the URL is an indicator, the host is not. */
const SHARED_HOST: readonly EvidenceCode[] = ['link-shortener', 'link-redirector', 'link-click-tracker']
const SHARED_LISTS: readonly string[] = ['shorteners', 'redirectors', 'click-trackers']
/** Findings whose `found` ends in the sender's domain. A forged official address is none. */
const OF_SENDER: readonly EvidenceCode[] = ['sender-foreign', 'sender-lookalike', 'sender-brand-in-address']

/**
 * The indicators of a verdict and of the messages inside it: URLs and hosts of links that are not the brand's, and the
 * domain of a sender that contradicts its claim. A mail where nothing was found has none; official, customers' and masked
 * links never become one, nor does what is merely foreign in a message that forwards the one that decided; the recipient's
 * address is out of URLs already unless the verdict was made with `redact: false`.
 *
 * @param verdict what `classify` returned
 * @returns each indicator once, in the order of the mail
 * @throws TypeError when `verdict` is none
 * @example iocs(classify(raw)).filter((ioc) => ioc.type === 'host').map((ioc) => ioc.value)
 */
export function iocs(verdict: Verdict): Ioc[] {
  assertVerdict(verdict, 'iocs')
  const found = new Map<string, Ioc>()
  collect(verdict, found)
  return [...found.values()]
}

function collect(verdict: Verdict, into: Map<string, Ioc>): void {
  if (verdict.label !== 'none') {
    // who only forwards a lure has links and an address of his own, which are not the brand's that he happens to name
    const isOwn = verdict.decidedBy === 'own'
    for (const link of verdict.links) if (isOwn || link.deceptions.length > 0) addLink(link, into)
    if (isOwn) for (const evidence of verdict.evidence) addSender(evidence, into)
  }
  for (const inner of verdict.inner) collect(inner, into)
}

function addLink(link: Link, into: Map<string, Ioc>): void {
  const { href, host, relation, deceptions, place } = link
  if (relation === 'official' || relation === 'customer' || relation === 'masked' || host.includes('*')) return
  // Without a claimed brand a link is suspect only for what it is itself.
  if (relation === undefined && deceptions.length === 0) return
  const lower = href.slice(0, 8).toLowerCase()
  if (!lower.startsWith('http://') && !lower.startsWith('https://')) return
  const genuine = isOwned(builtin(), host)
  // A link to another brand's own site decorates most lures; a form on such a site is found by what it is.
  if (genuine && deceptions.length === 0) return
  const codes: EvidenceCode[] = relation === 'foreign' ? ['link-foreign', ...deceptions] : deceptions
  add({ type: 'url', value: withoutMask(href), codes, place }, into)
  if (host === '' || genuine || SHARED_HOST.some((code) => deceptions.includes(code))) return
  if (hostListsOf(builtin(), host).some((list) => SHARED_LISTS.includes(list))) return
  const ip = deceptions.includes('link-ip-host')
  add({ type: ip ? 'ip' : 'host', value: ip ? host.replace(/^\[|\]$/g, '') : host, codes, place }, into)
}

function addSender({ code, found }: Evidence, into: Map<string, Ioc>): void {
  if (!OF_SENDER.includes(code)) return
  const domain = domainOfAddress(found).toLowerCase()
  // Half the world sends from a free-mail domain, and a forged From names an innocent brand's.
  if (hostListsOf(builtin(), domain).includes('free-mail') || isOwned(builtin(), domain)) return
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain)) {
    add({ type: 'sender-domain', value: domain, codes: [code], place: 'own' }, into)
  }
}

/** Up to what stands for a victim (`?uid=●●●`) or a mask (`***`): no log holds such a URL, many hold its beginning. */
function withoutMask(href: string): string {
  const masks = ['●', '**'].map((mask) => href.indexOf(mask)).filter((at) => at >= 0)
  if (masks.length === 0) return href
  const kept = href.slice(0, Math.min(...masks))
  const query = kept.search(/[?#]/)
  return query >= 0 ? kept.slice(0, query) : kept.slice(0, kept.lastIndexOf('/') + 1)
}

/** Whether some brand of the corpus sends or serves from here itself. */
function isOwned(corpus: CompiledCorpus, host: string): boolean {
  return findDomain(corpus, host).some(({ role }) => role !== 'customer')
}

function add(ioc: Ioc, into: Map<string, Ioc>): void {
  const key = `${ioc.type} ${ioc.value}`
  const known = into.get(key)
  if (!known) into.set(key, { ...ioc, codes: [...ioc.codes] })
  else for (const code of ioc.codes) if (!known.codes.includes(code)) known.codes.push(code)
}

/**
 * The indicators as text, one a line, defanged.
 *
 * @param verdict what `classify` returned
 * @returns each value once, in the order of the mail; empty when there is no indicator
 * @throws TypeError when `verdict` is none
 * @example iocText(verdict) // 'hxxps://a[.]example/jp/\na[.]example\n'
 */
export function iocText(verdict: Verdict): string {
  const values = new Set(iocs(verdict).map(({ value }) => shown(value)))
  return [...values].map((value) => `${value}\n`).join('')
}

/**
 * The indicators as CSV (RFC 4180: CRLF, quotes doubled) with a head row, defanged.
 *
 * @param verdict what `classify` returned
 * @returns the head row, and a row for each indicator
 * @throws TypeError when `verdict` is none
 * @example iocCsv(verdict).split('\r\n')[0] // '"type","value","codes","place"'
 */
export function iocCsv(verdict: Verdict): string {
  const rows = iocs(verdict).map(({ type, value, codes, place }) => [type, shown(value), codes.join(' '), place])
  return [['type', 'value', 'codes', 'place'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** One line, and no live host left: an IPv6 address has colons to break. */
function shown(value: string): string {
  const line = value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
  return line.includes(':') && !line.includes('/') ? line.replaceAll(':', '[:]') : defang(line)
}

/** A spreadsheet runs what begins with one of these signs; the quote before it makes it text. */
function cell(text: string): string {
  return `"${/^[=+\-@\t\r]/.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`
}
