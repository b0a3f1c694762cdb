import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compare, type Judged, type Mail } from '../../../scripts/impact/compare.ts'
import { harmless, readImpact, render } from '../../../scripts/impact/render.ts'

const judged = (label: Judged['label']): Judged => ({ label, lures: [] })
const impactOf = (ids: string[]) =>
  compare(
    ids.map((id): Mail => ({ id, source: 'near misses', kind: 'legitimate' })),
    ids.map(() => judged('none')),
    ids.map(() => judged('suspicious')),
    ['no measurement data here'],
  )

describe('the report of an impact', () => {
  it('says so when nothing changed', () => {
    expect(render(compare([], [], []), 'text')).toBe(
      'Impact on verdicts\n\nNo verdict changes.\n\nmails               kind                         number flagged before    flagged now\n',
    )
  })

  it('reads as text', () => {
    expect(
      render(impactOf(['kagoya/x legitimate 1']), 'text')
        .split('\n')
        .slice(0, 4),
    ).toEqual([
      'Impact on verdicts',
      '',
      'Newly wrong: legitimate mail that is accused, or accused more gravely (1)',
      '  kagoya/x legitimate 1',
    ])
  })

  it('reads as Markdown', () => {
    expect(render(impactOf(['kagoya/x legitimate 1']), 'markdown')).toBe(
      [
        '### Impact on verdicts',
        '',
        '**Newly wrong: legitimate mail that is accused, or accused more gravely (1)**',
        '',
        '- `kagoya/x legitimate 1`',
        '',
        '| mails | kind | number | flagged before | flagged now |',
        '| --- | --- | --: | --: | --: |',
        '| near misses | legitimate | 1 | 0 | 1 |',
        '',
        'Note: no measurement data here',
        '',
      ].join('\n'),
    )
  })

  it('shows forty ids in a comment and the number of the others, and all in a terminal', () => {
    const impact = impactOf(Array.from({ length: 43 }, (_, i) => `m${i}`))
    const lines = render(impact, 'markdown').split('\n')
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(41)
    expect(lines).toContain('- and 3 more')
    expect(render(impact, 'text')).toContain('\n  m42\n')
  })
})

describe('an impact that somebody else made', () => {
  const whole = impactOf(['kagoya/x legitimate 1'])

  it('reads like one’s own', () => {
    expect(readImpact(JSON.stringify(whole))).toEqual(whole)
  })

  it.each([
    ['a mention', '@everyone', '?everyone'],
    ['the end of the code', '` <img src=x>', '? ?img src?x?'],
    ['a link', '[x](https://a.example/)', '?x?(https:??a.example/)'],
    ['a bare link', 'www.a.example', 'www?a.example'],
    ['a new line', 'a\n# b', 'a?? b'],
    ['a reference to an issue', '#1', '?1'],
    ['a cell of a table', 'a | b', 'a ? b'],
    ['a bidirectional mark', 'a\u202eb', 'a?b'],
    ['great length', 'x'.repeat(400), `${'x'.repeat(100)}...`],
  ])('cannot bring %s into the comment', (_, id, shown) => {
    expect(harmless(id)).toBe(shown)
    expect(render(readImpact(JSON.stringify(impactOf([id]))), 'markdown')).toContain(`\n- \`${shown}\`\n`)
  })

  it('fits into a comment however much it holds', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `${i}`.padEnd(400, 'x'))
    const { changes } = impactOf(ids)
    const many = { ...whole, changes: Object.fromEntries(Object.keys(changes).map((change) => [change, ids])) }
    expect(render(readImpact(JSON.stringify(many)), 'markdown').length).toBeLessThan(60_000)
  })

  it.each([
    ['no JSON', 'hello'],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['a list of changes that is none', JSON.stringify({ ...whole, changes: { ...whole.changes, wrong: 'x' } })],
    ['a number in a list', JSON.stringify({ ...whole, changes: { ...whole.changes, wrong: [1] } })],
    ['text for a number', JSON.stringify({ ...whole, sources: [{ ...whole.sources[0], mails: '<b>' }] })],
  ])('is refused when it is %s', (_, json) => {
    expect(() => readImpact(json)).toThrow()
  })

  it('is read without any package, as nothing is installed where comments are written', () => {
    const imports = ['render.ts', 'compare.ts'].flatMap((file) => [
      ...readFileSync(join(import.meta.dirname, '../../../scripts/impact', file), 'utf8').matchAll(/from '([^']+)'/g),
    ])
    expect(imports.map(([, name]) => name)).toEqual(['node:fs', './compare.ts'])
  })
})
