/**
 * Do MISP and STIX reports have the form that those programs publish? No package ships the published schemas, so the rules
 * that apply to what is written here stand below: MISP's format/2.5/schema.json, and OASIS' STIX 2.1, sections 3 to 5 and 9.
 */
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { repositoryMails } from '../../scripts/impact/mails.ts'
import { classify } from '../../src/index.ts'
import { mispEvent, stixBundle } from '../../src/report/index.ts'

const AT = '2026-11-25T00:00:00Z'
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'

const string = { type: 'string', minLength: 1 } as const
const boolean = { type: 'boolean' } as const
const digits = { type: 'string', pattern: '^[0-9]+$' } as const
const uuid = { type: 'string', pattern: `^${UUID}$` } as const
/** RFC 3339 in UTC, as STIX demands. */
const timestamp = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$' } as const
const some = (items: object) => ({ type: 'array', minItems: 1, items })
const oneOf = (...values: string[]) => ({ enum: values })
const closed = (properties: Record<string, object>) => ({ type: 'object', additionalProperties: false, properties })

/** Pairs that MISP's describeTypes allows, of those in use. */
const PAIRS = [
  ['Network activity', 'url'],
  ['Network activity', 'hostname'],
  ['Network activity', 'ip-dst'],
  ['Payload delivery', 'domain'],
  ['External analysis', 'text'],
].map(([category, type]) => ({ properties: { category: { const: category }, type: { const: type } } }))

const misp = {
  ...closed({
    Event: closed({
      uuid,
      info: string,
      date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      timestamp: digits,
      threat_level_id: oneOf('1', '2', '3', '4'),
      analysis: oneOf('0', '1', '2'),
      distribution: oneOf('0', '1', '2', '3', '4'),
      published: boolean,
      Attribute: {
        type: 'array',
        uniqueItems: true,
        items: {
          ...closed({
            uuid,
            type: string,
            category: string,
            value: string,
            to_ids: boolean,
            comment: { type: 'string' },
            distribution: oneOf('0', '1', '2', '3', '4', '5'),
            timestamp: digits,
          }),
          anyOf: PAIRS,
        },
      },
      Tag: { type: 'array', uniqueItems: true, items: { ...closed({ name: string }), required: ['name'] } },
    }),
  }),
  required: ['Event'],
}

const idOf = (...types: string[]) => ({ type: 'string', pattern: `^(?:${types.join('|')})--${UUID}$` })
const anyId = idOf('[a-z][a-z0-9-]{1,248}[a-z0-9]')

/** What all objects have (3.2), and what those of one type add. */
const stixObject = (type: string, required: string[], properties: Record<string, object>) => ({
  ...closed({
    type: { const: type },
    spec_version: { const: '2.1' },
    id: idOf(type),
    created: timestamp,
    modified: timestamp,
    created_by_ref: idOf('identity'),
    labels: some(string),
    external_references: some({
      ...closed({ source_name: string, external_id: string, url: { type: 'string', pattern: '^https://' } }),
      required: ['source_name'],
    }),
    ...properties,
  }),
  required: ['type', 'spec_version', 'id', 'created', 'modified', ...required],
})

const stix = {
  ...closed({
    type: { const: 'bundle' },
    id: idOf('bundle'),
    objects: some({
      oneOf: [
        stixObject('identity', ['name'], {
          name: string,
          identity_class: oneOf('individual', 'group', 'system', 'organization', 'class', 'unknown'),
        }),
        stixObject('attack-pattern', ['name'], { name: string }),
        stixObject('indicator', ['pattern', 'pattern_type', 'valid_from'], {
          name: string,
          description: string,
          indicator_types: some(
            oneOf('anomalous-activity', 'anonymization', 'benign', 'compromised', 'malicious-activity', 'attribution'),
          ),
          pattern: {
            type: 'string',
            // one comparison: an object path, and a string whose quotes and backslashes are escaped (9.2)
            pattern: "^\\[(?:url|domain-name|ipv4-addr|ipv6-addr):value = '(?:[^'\\\\]|\\\\['\\\\])+'\\]$",
          },
          pattern_type: oneOf('stix'),
          valid_from: timestamp,
        }),
        stixObject('relationship', ['relationship_type', 'source_ref', 'target_ref'], {
          relationship_type: { type: 'string', pattern: '^[a-z0-9-]+$' },
          source_ref: idOf('indicator'),
          target_ref: idOf('attack-pattern'),
        }),
        stixObject('report', ['name', 'published', 'object_refs'], {
          name: string,
          report_types: some(
            oneOf('threat-report', 'attack-pattern', 'campaign', 'identity', 'indicator', 'malware', 'vulnerability'),
          ),
          published: timestamp,
          object_refs: some(anyId),
        }),
      ],
    }),
  }),
  required: ['type', 'id'],
}

const ajv = new Ajv({ strict: false })
const VALIDATE = { misp: ajv.compile(misp), stix: ajv.compile(stix) }

const mails = repositoryMails(new URL('../..', import.meta.url).pathname)
const verdicts = mails.map(({ base64, fields }) => classify(base64 ? Buffer.from(base64, 'base64') : (fields ?? {})))

describe('reports of every mail of the repository', () => {
  it('are of mails of all labels', () => {
    expect(new Set(verdicts.map(({ label }) => label))).toEqual(new Set(['phishing', 'suspicious', 'quoted', 'none']))
  })

  it('have the form of a MISP event', () => {
    for (const verdict of verdicts)
      expect([VALIDATE.misp(mispEvent(verdict, { at: AT })), VALIDATE.misp.errors]).toEqual([true, null])
  })

  it('have the form of a STIX bundle', () => {
    for (const verdict of verdicts)
      expect([VALIDATE.stix(stixBundle(verdict, { at: AT })), VALIDATE.stix.errors]).toEqual([true, null])
  })

  it('are the same when they are made twice', () => {
    for (const verdict of verdicts) {
      const copy = JSON.parse(JSON.stringify(verdict))
      expect(stixBundle(copy, { at: AT })).toEqual(stixBundle(verdict, { at: AT }))
      expect(mispEvent(copy, { at: AT })).toEqual(mispEvent(verdict, { at: AT }))
    }
  })
})

describe('the form', () => {
  const verdict = verdicts.find(({ label, links }) => label === 'phishing' && links.length > 0)!
  const hostile = (href: string, host = 'a.example') => ({ ...verdict, links: [{ ...verdict.links[0]!, href, host }] })

  it.each([
    ['a quote', "https://a.example/'] OR [url:value = 'x"],
    ['a backslash', 'https://a.example/\\'],
    ['both', "https://a.example/\\'"],
    ['a line end', 'https://a.example/\r\nx'],
    ['letters beyond ASCII', 'https://カゴヤ.example/ログイン'],
  ])('holds for a URL with %s', (_, href) => {
    const bundle = stixBundle(hostile(href), { at: AT })
    expect([VALIDATE.stix(bundle), VALIDATE.stix.errors]).toEqual([true, null])
    expect([VALIDATE.misp(mispEvent(hostile(href), { at: AT })), VALIDATE.misp.errors]).toEqual([true, null])
  })

  it('does not hold for what is none', () => {
    const bundle = stixBundle(verdict, { at: AT })
    const broken = (change: (copy: { objects: Array<Record<string, unknown>> }) => void): boolean => {
      const copy = JSON.parse(JSON.stringify(bundle))
      change(copy)
      return VALIDATE.stix(copy)
    }
    const indicator = bundle.objects.findIndex(({ type }) => type === 'indicator')
    expect(broken(() => undefined)).toBe(true)
    expect(broken(({ objects }) => (objects[indicator]!.pattern = "[url:value = 'a'b']"))).toBe(false)
    expect(broken(({ objects }) => (objects[indicator]!.valid_from = '2026-11-25'))).toBe(false)
    expect(broken(({ objects }) => delete objects[indicator]!.pattern_type)).toBe(false)
    expect(broken(({ objects }) => (objects[0]!.id = 'identity--1'))).toBe(false)
    const event = mispEvent(verdict, { at: AT })
    event.Event.Attribute[0]!.category = 'External analysis'
    expect(VALIDATE.misp(event)).toBe(false)
  })
})
