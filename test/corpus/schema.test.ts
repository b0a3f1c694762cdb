/** Does the published JSON Schema say the same of a corpus as the code that compiles it? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { builtinCorpus } from '../../src/corpus/builtin.ts'
import { compileCorpus } from '../../src/corpus/compile.ts'
import { corpusOf } from './corpus-of.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/corpus.schema.json'), 'utf8'))
const fitsSchema = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema)

function compiles(corpus: unknown): boolean {
  try {
    compileCorpus(corpus as never)
    return true
  } catch {
    return false
  }
}

describe('the JSON Schema of a corpus', () => {
  it('describes the corpus of the package', () => {
    fitsSchema(builtinCorpus())
    expect(fitsSchema.errors).toBeNull()
  })

  const minimal = JSON.parse(JSON.stringify(corpusOf({}))) as Record<string, unknown>
  const lure = {
    id: 'a/b',
    brand: 'a',
    pretext: 'c',
    status: 'stable',
    firstSeen: '2026',
    lastSeen: '2026',
    subjects: [],
    senders: [],
    phrases: [{ text: 'ある句', strength: 2 }],
    links: [],
    fingerprints: [],
  }
  const withLure = (change: object) => ({ ...minimal, lures: [{ ...lure, ...change }] })

  it.each<[string, unknown, boolean]>([
    ['without entries', minimal, true],
    ['with a key of a later version', { ...minimal, later: 1 }, true],
    ['with a lure', withLure({}), true],
    ['of schema 2', { ...minimal, schema: 2 }, false],
    ['of schema "1"', { ...minimal, schema: '1' }, false],
    ['without a list', { ...minimal, hosts: undefined }, false],
    ['with an empty version', { ...minimal, version: '' }, false],
    ['with a lure of unknown status', withLure({ status: 'new' }), false],
    ['with a phrase of strength 4', withLure({ phrases: [{ text: 'ある句', strength: 4 }] }), false],
    [
      'with a phrase of five pieces',
      withLure({ phrases: [{ text: ['一つ', '二つ', '三つ', '四つ', '五つ'], strength: 1 }] }),
      false,
    ],
    ['with a phrase of one piece', withLure({ phrases: [{ text: ['一つ'], strength: 1 }] }), false],
    ['with a link of 2,001 characters', withLure({ links: ['x'.repeat(2001)] }), false],
    ['that is a list', [], false],
  ])('agrees with compileCorpus on a corpus %s', (_, corpus, right) => {
    expect([fitsSchema(JSON.parse(JSON.stringify(corpus))), compiles(JSON.parse(JSON.stringify(corpus)))]).toEqual([
      right,
      right,
    ])
  })
})
