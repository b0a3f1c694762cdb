/** Which brands say that a host is theirs? */
import type { SourceFile } from '../source.ts'
import type { YamlBrand } from '../types.ts'
import { filesOf } from './check.ts'

/** Roles that a domain may have for a brand. */
export const ROLES = ['official', 'senders', 'customers', 'mixed'] as const

/** A brand's statement about a domain. */
export interface Owner {
  role: (typeof ROLES)[number]
  brand: string
  group: string
  file: string
}

/** All statements of all brands, by domain. */
export function ownersOf(files: SourceFile[]): Map<string, Owner[]> {
  const owners = new Map<string, Owner[]>()
  for (const { source, data } of filesOf<YamlBrand>(files, 'brand')) {
    for (const role of ROLES) {
      for (const { domain } of data.domains[role] ?? []) {
        const list = owners.get(domain) ?? []
        list.push({ role, brand: data.id, group: data.group, file: source.file })
        owners.set(domain, list)
      }
    }
  }
  return owners
}

/** The statements about a host or a domain above it, the nearest first. */
export function ownersAbove(owners: Map<string, Owner[]>, host: string): Owner[] {
  const labels = host.split('.')
  return labels.flatMap((_, i) => owners.get(labels.slice(i).join('.')) ?? [])
}
