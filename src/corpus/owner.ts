/** Whose is a host, and which host lists hold it? */

import type { CompiledCorpus } from './compile.ts'
import type { BrandEntry, HostListEntry } from './model.ts'

/** A brand's claim to a domain. */
export interface DomainOwner {
  /** Index into `CompiledCorpus.brands`. */
  brand: number
  role: 'official' | 'sender' | 'customer' | 'mixed' | 'unverified'
  domain: string
}

/** Owners by domain. */
export type DomainIndex = Map<string, DomainOwner[]>

/** Host lists by host; a path of `/` and more must be how the URL's path begins. */
export type HostIndex = Map<string, HostEntry[]>

const ROLES = [
  ['official', 'official'],
  ['senders', 'sender'],
  ['customers', 'customer'],
  ['mixed', 'mixed'],
  ['unverified', 'unverified'],
] as const

/** Makes the index of all brands' domains. */
export function indexDomains(brands: BrandEntry[]): DomainIndex {
  const index: DomainIndex = new Map()
  brands.forEach((entry, brand) => {
    for (const [key, role] of ROLES) {
      for (const written of entry.domains[key]) {
        const domain = written.toLowerCase()
        const owners = index.get(domain)
        if (owners) owners.push({ brand, role, domain })
        else index.set(domain, [{ brand, role, domain }])
      }
    }
  })
  return index
}

/** Makes the index of all host lists. */
export function indexHosts(lists: HostListEntry[]): HostIndex {
  const index: HostIndex = new Map()
  for (const { id, hosts } of lists) {
    for (const written of hosts) {
      const slash = written.indexOf('/')
      const host = (slash < 0 ? written : written.slice(0, slash)).toLowerCase()
      const entry = { list: id, path: slash < 0 ? '' : written.slice(slash) }
      const entries = index.get(host)
      if (entries) entries.push(entry)
      else index.set(host, [entry])
    }
  }
  return index
}

/** Labels of a host that are looked at: more than any real host has, so that `a.a.a...` costs nothing. */
const LABELS = 12

/** Calls `visit` with the host and each domain above it, longest first. */
function forEachDomain(host: string, visit: (domain: string) => void): void {
  let from = host.length
  const starts: number[] = []
  while (from > 0 && starts.length < LABELS) {
    const dot = host.lastIndexOf('.', from - 1)
    starts.push(dot + 1)
    from = dot
  }
  for (let i = starts.length - 1; i >= 0; i--) visit(starts[i] === 0 ? host : host.slice(starts[i]!))
}

/**
 * Finds the brands to whose domains a host belongs: the domain itself or a host below it, by whole labels.
 *
 * @param corpus from `compileCorpus`
 * @param host ASCII, lower case (IDN as xn--); a final dot is ignored
 * @returns owners, those of the longest domain first; none for an unknown host, an IP address or an empty string
 * @example
 * findDomain(corpus, 'www.kagoya.jp').map(({ role, domain }) => `${role} ${domain}`) // ['official kagoya.jp']
 */
export function findDomain(corpus: CompiledCorpus, host: string): DomainOwner[] {
  const found: DomainOwner[] = []
  forEachDomain(host.endsWith('.') ? host.slice(0, -1) : host, (domain) => {
    const owners = corpus.domains.get(domain)
    if (owners) for (const owner of owners) found.push(owner)
  })
  return found
}

/**
 * Names the host lists that hold a host, or a URL by host and the beginning of its path.
 *
 * @param corpus from `compileCorpus`
 * @param host ASCII, lower case
 * @param path path of the URL, from `/` on; entries with a path are not found without it
 * @returns ids such as `shorteners`, each once, those of the longest host first
 */
export function hostListsOf(corpus: CompiledCorpus, host: string, path = ''): string[] {
  return listsAt(hostEntriesOf(corpus, host), path)
}

/** An entry of a host list. */
export interface HostEntry {
  list: string
  path: string
}

/** The entries of the host lists for a host whatever the path, those of the longest host first. */
export function hostEntriesOf(corpus: CompiledCorpus, host: string): HostEntry[] {
  const found: HostEntry[] = []
  forEachDomain(host.endsWith('.') ? host.slice(0, -1) : host, (domain) => {
    const entries = corpus.hostLists.get(domain)
    if (entries) for (const entry of entries) found.push(entry)
  })
  return found
}

/** The lists, each once, of the entries that hold for a path. */
export function listsAt(entries: readonly HostEntry[], path: string): string[] {
  const found: string[] = []
  for (const entry of entries) {
    if ((entry.path === '' || startsAtSegment(path, entry.path)) && !found.includes(entry.list)) found.push(entry.list)
  }
  return found
}

/** `/url` begins `/url?q=` and `/url/x`, not `/urls`. */
function startsAtSegment(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false
  const next = path.charCodeAt(prefix.length)
  return prefix.endsWith('/') || Number.isNaN(next) || next === 0x2f || next === 0x3f || next === 0x23
}
