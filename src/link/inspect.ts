/** What is known of one link: the site it leads to, whose it is, and what in it deceives? */
import { type CompiledCorpus, type DomainOwner, findDomain, listsAt } from '../corpus/compile.ts'
import { LIMITS } from '../limits.ts'
import { shortUrl } from '../text/long-url.ts'
import { pathMarks } from './brand-path.ts'
import type { Deception, LinkCode } from './deception.ts'
import { type DomainParts, domainOfAddress, isUnder } from './domain.ts'
import { factsWithoutCorpus, type HostFacts, linkKnowledge } from './host-facts.ts'
import { authorityDeceptions } from './host-shape.ts'
import { cmsFolder, opaqueDeception } from './path-shape.ts'
import { MAX_UNWRAPS, unwrap } from './redirect.ts'
import { joinUrl, splitUrl, type UrlParts } from './url.ts'
import { halfIn, victimIn } from './victim.ts'

export type { Deception, LinkCode } from './deception.ts'

/** A link taken apart; the facts are those of the site behind known redirects. */
export interface InspectedLink {
  /** Put together again from its parts. */
  url: string
  /** Lower case, without the colon. */
  scheme: string
  /** Lower-case ASCII. */
  host: string
  /** The host as a browser shows it. */
  unicodeHost: string
  /** The public suffix and one label more; empty for an IP address. */
  registrableDomain: string
  path: string
  query: string
  fragment: string
  /** Redirects that were taken off, outermost first. */
  wrappers: string[]
  /** The brand whose domain the host belongs to; a page of its host that anybody can fill is `customer`. */
  owner?: { brand: number; role: DomainOwner['role'] }
  /** What misleads in it, each code once for each brand. */
  deceptions: Deception[]
}

/** What the mail says that a link's meaning depends on. */
export interface LinkContext {
  /** The recipients' addresses. */
  recipients?: string[]
  /** Brands that the mail names: their short names count too, and names that differ by one letter. */
  brands?: number[]
}

/** Lists of places that anybody can fill, whoever owns them. */
const OPEN_LISTS = new Set(['free-hosting', 'shorteners', 'redirectors'])

/** Codes of the host lists that say something about a link. */
const LIST_CODES: ReadonlyMap<string, LinkCode> = new Map([
  ['shorteners', 'link-shortener'],
  ['free-hosting', 'link-free-hosting'],
  ['redirectors', 'link-redirector'],
  ['device-logins', 'link-device-login'],
  ['click-trackers', 'link-click-tracker'],
  ['abused-suffixes', 'link-abused-suffix'],
])

/**
 * Inspects one link.
 *
 * @param url an href or a URL found in text; at most `LIMITS.urlUnits` UTF-16 code units are looked at
 * @param corpus without one no brand and no host list is known
 * @param context the recipients and the brands the mail names
 * @returns the facts; `host` is empty where nothing is looked up (`mailto:`, `data:`)
 * @throws TypeError when `url` is no string
 * @example inspectLink('https://www.kagoya.jp@evil.example/login').deceptions[0].code // 'link-userinfo'
 */
export function inspectLink(url: string, corpus?: CompiledCorpus, context: LinkContext = {}): InspectedLink {
  if (typeof url !== 'string') throw new TypeError('inspectLink: url must be a string')
  return inNameOf(corpus, sightOf(url, corpus, context.recipients), context.brands)
}

/** A link as far as it is known before it is known which brands the mail names. */
export interface Sight {
  /** Its deceptions but for brands' names. */
  link: InspectedLink
  /** Brands' names in it: what they mean depends on the brands that the mail names. */
  marks: NameMark[]
}

/** A brand's name in a URL. */
interface NameMark {
  code: LinkCode
  /** The host, or the part of path or query. */
  found: string
  brands: number[]
  /** Holds only where the mail names one of these brands. */
  needsContext: boolean
}

const NO_BRANDS: readonly number[] = []
const NO_RECIPIENTS: readonly string[] = []
const NO_MARKS: NameMark[] = []

/**
 * The link of a sight, what its brands' names mean included.
 *
 * @param corpus the one that the sight was made with
 * @param sight from `sightOf`
 * @param brands those that the mail names
 */
export function inNameOf(
  corpus: CompiledCorpus | undefined,
  { link, marks }: Sight,
  brands: readonly number[] = NO_BRANDS,
): InspectedLink {
  if (corpus === undefined || marks.length === 0) return link
  const deceptions = link.deceptions.map((deception) => ({ ...deception }))
  for (const mark of marks) addMark(corpus, deceptions, mark, brands)
  return { ...link, deceptions }
}

/**
 * Looks at a link once, whatever brands the mail turns out to name.
 *
 * @param url as for `inspectLink`
 * @param corpus as for `inspectLink`
 * @param recipients the recipients' addresses
 * @param most UTF-16 code units that are looked at
 */
export function sightOf(
  url: string,
  corpus: CompiledCorpus | undefined,
  recipients: readonly string[] = NO_RECIPIENTS,
  most: number = LIMITS.urlUnits,
): Sight {
  const wrappers: string[] = []
  const deceptions: Deception[] = []
  const factsOf = corpus ? linkKnowledge(corpus).factsOf : factsWithoutCorpus
  let parts = splitUrl(shortUrl(url, most))
  let facts = factsOf(parts.host)
  let lists = listsOf(facts, parts)
  while (wrappers.length < MAX_UNWRAPS) {
    const inner = unwrap(parts, facts.wrappers, lists.includes('redirectors'))
    if (!inner) break
    const target = splitUrl(inner.target)
    if (target.host === '') break
    if (!inner.gateway) add(deceptions, { code: 'link-redirector', found: parts.host })
    wrappers.push(joinUrl(parts))
    parts = target
    facts = factsOf(parts.host)
    lists = listsOf(facts, parts)
  }
  const domain = facts.parts
  // a relative reference: where it leads is not known
  const nowhere = parts.host === '' || (parts.implied && !domain.knownSuffix && !domain.isIp)
  const link: InspectedLink = {
    url: joinUrl(parts),
    scheme: parts.scheme,
    host: nowhere ? '' : domain.host,
    unicodeHost: nowhere ? '' : domain.unicodeHost,
    registrableDomain: nowhere ? '' : domain.registrableDomain,
    path: parts.path,
    query: parts.query,
    fragment: parts.fragment,
    wrappers,
    deceptions,
  }
  // docs.google.com/forms, t.co: the brand's host, but anybody's page
  const open = facts.owner !== undefined && lists.some((list) => OPEN_LISTS.has(list))
  if (facts.owner && !nowhere) link.owner = { brand: facts.owner.brand, role: open ? 'customer' : facts.owner.role }
  const opaque = opaqueDeception(parts)
  if (opaque) add(deceptions, opaque)
  if (nowhere) return { link, marks: NO_MARKS }
  if (!facts.trusted) foreignDeceptions(parts, facts, recipients, deceptions)
  listDeceptions(lists, facts, deceptions)
  if (corpus === undefined || (facts.trusted && !open)) return { link, marks: NO_MARKS }
  const user = parts.userinfo === '' ? undefined : deceptions.find((d) => d.code === 'link-userinfo')
  if (user) nameUser(corpus, parts, user)
  // a mailing service names the site that it leads to
  const place = lists.includes('click-trackers') ? { ...parts, path: '/', query: '', fragment: '' } : parts
  return { link, marks: marksIn(corpus, facts, place, recipients) }
}

const NO_LISTS: string[] = []

function listsOf({ entries }: HostFacts, { path }: UrlParts): string[] {
  return entries.length === 0 ? NO_LISTS : listsAt(entries, path)
}

function foreignDeceptions(parts: UrlParts, facts: HostFacts, recipients: readonly string[], out: Deception[]): void {
  for (const deception of authorityDeceptions(parts)) add(out, deception)
  // copies: the facts of a host are shared
  for (const deception of facts.own) add(out, { ...deception })
  const folder = cmsFolder(parts.path)
  if (folder !== '') add(out, { code: 'link-cms-path', found: folder })
  if (recipients.length === 0) return
  const worn = wornBy(facts.parts, recipients)
  if (worn !== '') add(out, { code: 'link-brand-in-subdomain', found: facts.parts.host, expected: worn })
  const victim = victimIn(parts, recipients) || halfIn(parts, recipients)
  if (victim !== '') add(out, { code: 'link-victim-in-url', found: victim })
}

/** The recipient's own domain that stands in front of a foreign one: `client.example.webmail-check.example`. */
function wornBy({ host, subdomain, registrableDomain }: DomainParts, recipients: readonly string[]): string {
  // a domain has a dot
  if (subdomain.indexOf('.') < 0) return ''
  for (const recipient of recipients) {
    const domain = domainOfAddress(recipient).toLowerCase()
    if (domain.indexOf('.') < 0 || isUnder(registrableDomain, domain)) continue
    if (subdomain === domain || subdomain.startsWith(`${domain}.`) || `.${subdomain}.`.includes(`.${domain}.`))
      return host === domain ? '' : domain
  }
  return ''
}

function listDeceptions(lists: string[], facts: HostFacts, out: Deception[]): void {
  for (const list of lists) {
    const code = LIST_CODES.get(list)
    if (code === undefined || (facts.trusted && code === 'link-abused-suffix')) continue
    add(out, { code, found: code === 'link-abused-suffix' ? `.${facts.parts.publicSuffix}` : facts.parts.host })
  }
}

/** Brands' names in host, path, query and fragment. */
function marksIn(corpus: CompiledCorpus, facts: HostFacts, parts: UrlParts, recipients: readonly string[]): NameMark[] {
  const found = facts.parts.unicodeHost
  const inHost = facts.marks.map(({ code, brands, needsContext }) => ({ code, found, brands, needsContext }))
  if (parts.path.length <= 1 && parts.query === '' && parts.fragment === '') return inHost
  const inPath = pathMarks(linkKnowledge(corpus).index, parts, facts.parts.registrableDomain, recipients)
  return inPath.length === 0 ? inHost : [...inHost, ...inPath]
}

/** `www.kagoya.jp@evil.example`: the user information names the brand. */
function nameUser(corpus: CompiledCorpus, parts: UrlParts, user: Deception): void {
  const shown = parts.userinfo.split(/[^a-z0-9.-]/i)[0]?.toLowerCase() ?? ''
  const owner = findDomain(corpus, shown).find((o) => o.role !== 'customer')
  if (!owner) return
  user.brand = owner.brand
  user.expected = owner.domain
}

function addMark(corpus: CompiledCorpus, out: Deception[], mark: NameMark, named: readonly number[]): void {
  const claimed = mark.brands.find((b) => named.includes(b))
  if (mark.needsContext && claimed === undefined) return
  const brand = claimed ?? mark.brands[0]
  const deception: Deception = { code: mark.code, found: mark.found }
  if (brand !== undefined) {
    deception.brand = brand
    const domains = corpus.brands[brand]?.domains
    const expected = domains?.official[0] ?? domains?.unverified[0]
    if (expected !== undefined) deception.expected = expected
  }
  // the look-alike letters are known already; now it is known whose name they write
  const unnamed = out.find((d) => d.code === deception.code && d.brand === undefined)
  if (unnamed) Object.assign(unnamed, deception)
  else add(out, deception, (b) => (b === undefined ? undefined : corpus.brands[b]?.group))
}

/** One entry for each code, two where they name brands that have nothing to do with each other. */
function add(out: Deception[], deception: Deception, group?: (brand: number | undefined) => string | undefined): void {
  const same = out.find(
    (d) =>
      d.code === deception.code &&
      (deception.brand === undefined ||
        d.brand === deception.brand ||
        (group && group(d.brand) === group(deception.brand))),
  )
  if (!same) out.push(deception)
}
