/** Which mail addresses of real hosts may the corpus hold? Those that a brand published, and those of its offices. */
import { isRole } from '../personal/role.ts'
import type { SourceFile } from '../source.ts'
import type { YamlBrand, YamlHosts } from '../types.ts'
import { filesOf } from './check.ts'
import { ownersAbove, ownersOf } from './owners.ts'

/** What is asked of addresses. */
export interface Offices {
  /** Whether a host is a brand's alone: below it, nobody but the brand has mailboxes. */
  isBrands(host: string): boolean
  /** Whether an address is nobody's but a brand's. */
  isOpen(address: string): boolean
}

/**
 * Makes ready to answer for a corpus.
 *
 * @param files all of it: brands say whose a host is, the list `free-mail` where anybody has a mailbox
 */
export function officesOf(files: SourceFile[]): Offices {
  const owners = ownersOf(files)
  const brands = new Map(filesOf<YamlBrand>(files, 'brand').map(({ data }) => [data.id, data]))
  const published = new Set([...brands.values()].flatMap(({ neverSends = [] }) => neverSends.map(({ value }) => value)))
  const free = new Set(
    filesOf<YamlHosts>(files, 'hosts').flatMap(({ data }) => (data.id === 'free-mail' ? data.hosts : [])),
  )
  const isFree = (host: string): boolean => {
    const labels = host.split('.')
    return labels.some((_, i) => free.has(labels.slice(i).join('.')))
  }
  // the nearest statement counts: customers' hosts lie below an official domain
  const ownersAt = (host: string) => ownersAbove(owners, host).slice(0, 1)
  const isBrands = (host: string): boolean =>
    !isFree(host) && ownersAt(host).some(({ role }) => role === 'official' || role === 'senders')
  return {
    isBrands,
    isOpen: (address) => {
      if (published.has(address)) return true
      const at = address.lastIndexOf('@')
      const host = address.slice(at + 1).toLowerCase()
      const names = ownersAt(host).flatMap(({ brand }) => namesOf(brands.get(brand)))
      return isBrands(host) && isRole(address.slice(0, at), names, 'every')
    },
  }
}

/** Words that name a brand in an address: its id, its tokens and the labels of its domains. */
export function namesOf(brand: YamlBrand | undefined): string[] {
  if (!brand) return []
  const labels = brand.domains.official.flatMap(({ domain }) => domain.split('.').slice(0, 1))
  return [brand.id, ...(brand.tokens ?? []).map(({ token }) => token), ...labels]
    .flatMap((name) => name.split(/[^a-z]+/))
    .filter((name) => name.length >= 3)
}
