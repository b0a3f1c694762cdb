import { describe, expect, it } from 'vitest'
import { type Change, changeOf, compare, type Judged, type Mail } from '../../../scripts/impact/compare.ts'

const judged = (label: Judged['label'], ...lures: string[]): Judged => ({ label, lures })
const mail = (kind: Mail['kind'], more: Partial<Mail> = {}): Mail => ({ id: 'm', source: 's', kind, ...more })

describe('what a change does to a lure', () => {
  it.each<[Judged['label'], Judged['label'], Change | undefined]>([
    ['none', 'phishing', 'caught'],
    ['none', 'suspicious', 'caught'],
    ['quoted', 'phishing', 'caught'],
    ['phishing', 'none', 'missed'],
    ['suspicious', 'quoted', 'missed'],
    ['phishing', 'suspicious', 'weaker'],
    ['suspicious', 'phishing', 'stronger'],
    ['phishing', 'phishing', undefined],
    ['none', 'none', undefined],
    ['none', 'quoted', undefined],
    ['phishing', 'threw', 'threw'],
    ['threw', 'threw', 'threw'],
    ['threw', 'phishing', 'caught'],
  ])('%s to %s', (before, after, change) => {
    expect(changeOf(mail('lure'), judged(before), judged(after))).toBe(change)
  })

  it.each<[string, string[], string[], Change | undefined]>([
    ['is named now', [], ['a/x'], 'named'],
    ['is no longer named', ['a/x', 'b/y'], ['b/y'], 'unnamed'],
    ['is named beside another one', ['a/x'], ['b/y', 'a/x'], undefined],
  ])('tells when the sample’s own lure %s', (_, before, after, change) => {
    const sample = mail('lure', { lure: 'a/x' })
    expect(changeOf(sample, judged('phishing', ...before), judged('phishing', ...after))).toBe(change)
  })

  it.each<[Judged['label'], Judged['label'], Change | undefined]>([
    ['none', 'none', 'still missed'],
    ['none', 'phishing', 'caught'],
    ['phishing', 'phishing', undefined],
  ])('tells of a lure that is added and %s before, %s now', (before, after, change) => {
    expect(changeOf(mail('lure', { added: true }), judged(before), judged(after))).toBe(change)
  })
})

describe('what a change does to legitimate mail', () => {
  it.each<[Judged['label'], Judged['label'], boolean, Change | undefined]>([
    ['none', 'suspicious', false, 'wrong'],
    ['quoted', 'phishing', false, 'wrong'],
    ['suspicious', 'phishing', false, 'wrong'],
    ['phishing', 'suspicious', false, 'right'],
    ['suspicious', 'none', false, 'right'],
    ['phishing', 'quoted', false, 'right'],
    ['suspicious', 'suspicious', false, undefined],
    ['none', 'quoted', false, undefined],
    ['suspicious', 'suspicious', true, 'still wrong'],
    ['none', 'none', true, undefined],
    ['none', 'threw', false, 'threw'],
  ])('%s to %s (added: %s)', (before, after, added, change) => {
    expect(changeOf(mail('legitimate', { added }), judged(before), judged(after))).toBe(change)
  })
})

it.each<[Judged['label'], Judged['label'], Change | undefined]>([
  ['none', 'phishing', 'moved'],
  ['suspicious', 'none', 'moved'],
  ['suspicious', 'phishing', undefined],
])('mail that is neither: %s to %s', (before, after, change) => {
  expect(changeOf(mail('other'), judged(before), judged(after))).toBe(change)
})

it('the comparison lists ids by change and counts the flagged mails of each source', () => {
  const mails = [
    mail('lure', { id: 'one', source: 'samples' }),
    mail('lure', { id: 'two', source: 'samples' }),
    mail('legitimate', { id: 'three', source: 'near misses' }),
    mail('lure', { id: 'four', source: 'samples' }),
  ]
  const before = [judged('none'), judged('phishing'), judged('none'), judged('phishing')]
  const after = [judged('phishing'), judged('none'), judged('suspicious'), judged('phishing')]
  const { changes, sources, notes } = compare(mails, before, after, ['a note'])
  expect(Object.entries(changes).filter(([, ids]) => ids.length > 0)).toEqual([
    ['wrong', ['three']],
    ['missed', ['two']],
    ['caught', ['one']],
  ])
  expect(sources).toEqual([
    { source: 'samples', kind: 'lure', mails: 3, before: 2, after: 2 },
    { source: 'near misses', kind: 'legitimate', mails: 1, before: 0, after: 1 },
  ])
  expect(notes).toEqual(['a note'])
})
