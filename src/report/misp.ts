/** What does a MISP event about a mail look like? Core format, ready for `POST /events/add`. */
import { decidingVerdict } from '../detect/deciding.ts'
import type { Verdict } from '../detect/model.ts'
import { type Ioc, iocs } from './ioc.ts'
import { assertVerdict, isoOf, type Moment } from './moment.ts'
import { LUREBOOK_NAMESPACE, uuidv5 } from './sha1.ts'

/** One attribute. */
export interface MispAttribute {
  uuid: string
  type: 'url' | 'hostname' | 'ip-dst' | 'domain' | 'text'
  category: 'Network activity' | 'Payload delivery' | 'External analysis'
  value: string
  to_ids: boolean
  comment: string
  distribution: '5'
  timestamp: string
}

/** An event; numbers are strings, as MISP writes them. */
export interface MispEvent {
  Event: {
    uuid: string
    info: string
    date: string
    timestamp: string
    threat_level_id: '1' | '2' | '3' | '4'
    analysis: '0' | '1' | '2'
    distribution: '0'
    published: false
    Attribute: MispAttribute[]
    Tag: Array<{ name: string }>
  }
}

const TYPES: Record<Ioc['type'], Pick<MispAttribute, 'type' | 'category'>> = {
  url: { type: 'url', category: 'Network activity' },
  host: { type: 'hostname', category: 'Network activity' },
  ip: { type: 'ip-dst', category: 'Network activity' },
  'sender-domain': { type: 'domain', category: 'Payload delivery' },
}

/**
 * The event of one mail: its indicators and the lures it follows; unpublished, for your organisation only (`distribution` 0).
 *
 * @param verdict what `classify` returned
 * @param options `at`: when the mail was judged
 * @returns plain JSON; the same arguments give the same ids
 * @throws TypeError for an argument of the wrong type
 * @example JSON.stringify(mispEvent(verdict, { at: '2026-11-25T00:00:00Z' }))
 */
export function mispEvent(verdict: Verdict, options: { at: Moment }): MispEvent {
  assertVerdict(verdict, 'mispEvent')
  const at = isoOf(options?.at, 'mispEvent')
  const timestamp = String(Math.floor(Date.parse(at) / 1000))
  const found = iocs(verdict)
  const { brand } = decidingVerdict(verdict)
  const lures = [...new Set([verdict, ...verdict.inner].flatMap((v) => v.lures.map(({ id }) => id)))]
  const key = `misp ${at} ${brand?.id ?? ''} ${found.map(({ value }) => value).join(' ')} ${lures.join(' ')}`
  const uuid = uuidv5(key, LUREBOOK_NAMESPACE)
  const attribute = (
    part: Pick<MispAttribute, 'type' | 'category' | 'value' | 'to_ids' | 'comment'>,
  ): MispAttribute => ({
    uuid: uuidv5(`${part.type} ${part.value}`, uuid),
    ...part,
    distribution: '5',
    timestamp,
  })
  return {
    Event: {
      uuid,
      info: `Phishing mail${brand ? ` that impersonates ${brand.id || brand.name}` : ''}`,
      date: at.slice(0, 10),
      timestamp,
      threat_level_id: verdict.label === 'phishing' ? '2' : '3',
      analysis: '0',
      distribution: '0',
      published: false,
      Attribute: [
        ...found.map(({ type, value, codes, place }) =>
          // An example in somebody's warning is context, not a hit in a log.
          attribute({
            ...TYPES[type],
            value,
            to_ids: place === 'own' && verdict.label === 'phishing',
            comment: codes.join(' '),
          }),
        ),
        ...lures.map((id) =>
          attribute({
            type: 'text',
            category: 'External analysis',
            value: id,
            to_ids: false,
            comment: 'documented lure',
          }),
        ),
      ],
      Tag: [{ name: 'tlp:amber' }, { name: 'rsit:fraud="phishing"' }],
    },
  }
}
