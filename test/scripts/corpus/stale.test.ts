import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../../../scripts/corpus/source.ts'
import { monthsBefore, staleEntries } from '../../../scripts/corpus/stale.ts'

const entry = (kind: SourceFile['kind'], id: string, data: object): SourceFile =>
  ({ kind, id, file: `corpus/${id}.yaml`, data, placeOf: () => ({ line: 1, column: 1 }) }) as unknown as SourceFile
const brand = (id: string, ...days: string[]) => entry('brand', id, { sources: days.map((checked) => ({ checked })) })

describe('the day some months before', () => {
  it.each([
    ['2026-11-25', 12, '2025-11-25'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('%s less %i is %s', (day, months, before) => {
    expect(monthsBefore(day, months)).toBe(before)
  })
})

describe('an entry of the corpus', () => {
  it.each<[string, SourceFile, boolean]>([
    ['was read a year ago to the day', brand('a', '2025-11-25'), false],
    ['was read a year and a day ago', brand('a', '2025-11-24'), true],
    ['has one source that was read lately', brand('a', '2020-01-01', '2026-01-01'), false],
    ['has only old sources', brand('a', '2020-01-01', '2021-01-01'), true],
    ['has no day', entry('pretext', 'a', { sources: [{ what: 'general knowledge' }] }), true],
    ['is a list of words without sources', entry('pretext', 'a', {}), false],
    ['is a lure that was read lately', entry('lure', 'a/b', { sources: [{ accessed: '2026-11-01' }] }), false],
    ['is a lure that was read long ago', entry('lure', 'a/b', { sources: [{ accessed: '2024-11-01' }] }), true],
    ['is retired', entry('lure', 'a/b', { status: 'retired', sources: [{ accessed: '2020-01-01' }] }), false],
  ])('that %s is stale: %s', (_, file, stale) => {
    expect(staleEntries([file], '2026-11-25').length > 0).toBe(stale)
  })

  it('comes the earlier in the list the longer nobody looked', () => {
    const files = [
      brand('c', '2024-05-01'),
      brand('b', '2020-01-01'),
      brand('a', '2024-05-01'),
      entry('hosts', 'd', { sources: [{ what: 'x' }] }),
    ]
    expect(staleEntries(files, '2026-11-25').map(({ id, checked }) => [id, checked])).toEqual([
      ['d', undefined],
      ['b', '2020-01-01'],
      ['a', '2024-05-01'],
      ['c', '2024-05-01'],
    ])
  })
})
