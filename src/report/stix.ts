/** What does a STIX 2.1 bundle about a mail look like? */
import { decidingVerdict } from '../detect/deciding.ts'
import type { Verdict } from '../detect/model.ts'
import { type Ioc, iocs } from './ioc.ts'
import { assertVerdict, isoOf, type Moment } from './moment.ts'
import { LUREBOOK_NAMESPACE, uuidv5 } from './sha1.ts'

/** Any STIX object: what all have, and what its type adds. */
export interface StixObject {
  type: string
  spec_version: '2.1'
  id: string
  [property: string]: unknown
}

/** A STIX 2.1 bundle. */
export interface StixBundle {
  type: 'bundle'
  id: string
  objects: StixObject[]
}

/** Identity and attack pattern are the same in every bundle, so they must not change with `at`. */
const FIXED = '2026-11-25T00:00:00.000Z'

const PROPERTY: Record<Ioc['type'], (value: string) => string> = {
  url: () => 'url:value',
  host: () => 'domain-name:value',
  ip: (value) => (value.includes(':') ? 'ipv6-addr:value' : 'ipv4-addr:value'),
  'sender-domain': () => 'domain-name:value',
}

/**
 * The bundle of one mail: an indicator for each address of its own, the attack pattern (ATT&CK T1566.002), how they
 * relate, and a report that holds them together.
 *
 * @param verdict what `classify` returned
 * @param options `at`: when the mail was judged, the `created` and `valid_from` of all that is new
 * @returns plain JSON; ids are UUIDv5, so the same arguments give the same bundle
 * @throws TypeError for an argument of the wrong type
 * @example JSON.stringify(stixBundle(verdict, { at: '2026-11-25T00:00:00Z' }))
 */
export function stixBundle(verdict: Verdict, options: { at: Moment }): StixBundle {
  assertVerdict(verdict, 'stixBundle')
  const at = isoOf(options?.at, 'stixBundle')
  const identity = object('identity', 'lurebook', FIXED, { name: 'lurebook', identity_class: 'system' })
  const attack = object('attack-pattern', 'T1566.002', FIXED, {
    created_by_ref: identity.id,
    name: 'Spearphishing Link',
    external_references: [
      { source_name: 'mitre-attack', external_id: 'T1566.002', url: 'https://attack.mitre.org/techniques/T1566/002/' },
    ],
  })
  const objects = [identity, attack]
  // A pattern may be made of an indicator once: a sender and a link can share a domain.
  const patterns = new Map<string, Ioc>()
  for (const ioc of iocs(verdict)) {
    const pattern = `[${PROPERTY[ioc.type](ioc.value)} = '${ioc.value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`
    if (ioc.place === 'own' && !patterns.has(pattern)) patterns.set(pattern, ioc)
  }
  for (const [pattern, { codes, type }] of patterns) {
    const indicator = object('indicator', `${at} ${pattern}`, at, {
      created_by_ref: identity.id,
      name: `Phishing ${type}`,
      description: codes.join(', '),
      indicator_types: [verdict.label === 'phishing' ? 'malicious-activity' : 'anomalous-activity'],
      pattern,
      pattern_type: 'stix',
      valid_from: at,
    })
    objects.push(
      indicator,
      object('relationship', `${indicator.id} indicates ${attack.id}`, at, {
        created_by_ref: identity.id,
        relationship_type: 'indicates',
        source_ref: indicator.id,
        target_ref: attack.id,
      }),
    )
  }
  const { brand } = decidingVerdict(verdict)
  const refs = objects.map(({ id }) => id)
  const lures = [...new Set([verdict, ...verdict.inner].flatMap((v) => v.lures.map(({ id }) => id)))]
  objects.push(
    object('report', `${at} ${brand?.id ?? ''} ${refs.join(' ')}`, at, {
      created_by_ref: identity.id,
      name: `Phishing mail${brand ? ` that impersonates ${brand.id || brand.name}` : ''}`,
      report_types: ['indicator'],
      published: at,
      object_refs: refs,
      ...(lures.length > 0 && { labels: lures }),
    }),
  )
  const id = uuidv5(`bundle ${objects.map((o) => o.id).join(' ')}`, LUREBOOK_NAMESPACE)
  return { type: 'bundle', id: `bundle--${id}`, objects }
}

function object(type: string, name: string, created: string, properties: Record<string, unknown>): StixObject {
  const id = `${type}--${uuidv5(`${type} ${name}`, LUREBOOK_NAMESPACE)}`
  return { type, spec_version: '2.1', id, created, modified: created, ...properties }
}
