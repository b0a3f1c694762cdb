/** What is wrong with a corpus of the user's, also where the library takes it and it would say nothing or something else? */
import corpusSchema from '../../schema/corpus.schema.json'
import { builtinCorpus } from '../corpus/builtin.ts'
import type { OwnCorpus } from '../corpus/merge.ts'
import type { BrandEntry } from '../corpus/model.ts'
import { KINDS } from '../corpus/pack.ts'
import { splitUrl } from '../link/url.ts'
import type { Flaw } from './flaw.ts'
import { type RootSchema, shapeFlaws } from './shape.ts'
import { domainNamed, hostNamed } from './values.ts'

/** Of a corpus that is merged with the package's, the lists may be left out. */
const SCHEMA: RootSchema = { ...corpusSchema, required: ['schema', 'version', 'digest'] }

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LURE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * Looks for flaws: first in the shape, then in what ids, names and domains say. The library takes an official domain that is
 * written as a URL, say, and then the brand's own mail is judged foreign.
 *
 * @param value parsed JSON
 * @returns all flaws; none for what `mergeCorpora` merges and the command can use
 */
export function corpusFlaws(value: unknown): Flaw[] {
  const flaws = shapeFlaws(value, SCHEMA)
  // of another schema nothing else need be right
  const other = flaws.filter(({ kind }) => kind === 'schema')
  if (other.length > 0) return other
  // what has the wrong shape cannot be read further; an unknown key hides nothing
  if (flaws.some(({ kind }) => kind !== 'unknown-key')) return flaws
  const { brands = [], pretexts = [], phrases = [], lures = [], hosts = [] } = value as OwnCorpus
  for (const [i, brand] of brands.entries()) brandFlaws(brand, `brands[${i}]`, flaws)
  for (const [i, { id }] of pretexts.entries()) idFlaw(id, ID, 'mailbox-full', `pretexts[${i}].id`, flaws)
  for (const [i, { id }] of lures.entries()) idFlaw(id, LURE_ID, 'kagoya/server-failure', `lures[${i}].id`, flaws)
  const known = builtinCorpus()
  listFlaws(phrases, known.phrases, 'phrases', flaws)
  listFlaws(hosts, known.hosts, 'hosts', flaws)
  for (const [i, list] of hosts.entries()) {
    for (const [k, written] of list.hosts.entries()) {
      const slash = written.indexOf('/')
      hostFlaw(written, slash < 0 ? written : written.slice(0, slash), `hosts[${i}].hosts[${k}]`, hostNamed, flaws)
    }
  }
  return flaws
}

function brandFlaws({ id, kind, names, domains, noticeUrl }: BrandEntry, path: string, flaws: Flaw[]): void {
  idFlaw(id, ID, 'hanamaru', `${path}.id`, flaws)
  if (!KINDS.includes(kind)) flaws.push({ kind: 'one-of', path: `${path}.kind`, values: KINDS, found: kind })
  if (![...names.ja, ...names.en, ...names.aliases].some((name) => name.trim() !== ''))
    flaws.push({ kind: 'no-name', path: `${path}.names` })
  for (const role of ['official', 'senders', 'customers', 'mixed', 'unverified'] as const) {
    // customers have hosts below suffixes that anybody can register under
    const read = role === 'customers' ? hostNamed : domainNamed
    for (const [i, domain] of domains[role].entries())
      hostFlaw(domain, domain, `${path}.domains.${role}[${i}]`, read, flaws)
  }
  if (noticeUrl !== undefined && !/^https?:\/\/[^\s/]/.test(noticeUrl))
    flaws.push({ kind: 'url', path: `${path}.noticeUrl`, found: noticeUrl })
}

function idFlaw(id: string, pattern: RegExp, example: string, path: string, flaws: Flaw[]): void {
  if (!pattern.test(id)) flaws.push({ kind: 'id', path, example, found: id })
}

/** The rules ask for the package's lists by their ids; nothing asks for another. */
function listFlaws(own: Array<{ id: string }>, known: Array<{ id: string }>, part: string, flaws: Flaw[]): void {
  const ids = known.map(({ id }) => id)
  for (const [i, { id }] of own.entries()) {
    if (!ids.includes(id)) flaws.push({ kind: 'one-of', path: `${part}[${i}].id`, values: ids, found: id })
  }
}

/** Hosts are compared in ASCII and small letters, without anything around them. */
function hostFlaw(
  written: string,
  host: string,
  path: string,
  read: (text: string) => string | undefined,
  flaws: Flaw[],
): void {
  if (read(host) === host.toLowerCase()) return
  const instead = read(splitUrl(written).host)
  flaws.push({ kind: 'domain', path, found: written, ...(instead !== undefined && { instead }) })
}
