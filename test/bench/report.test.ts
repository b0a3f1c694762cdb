/** Does docs/benchmarks.md follow from the recorded numbers alone, and say honestly which budgets are met? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { budgetRows } from '../../bench/report/budgets.ts'
import { chartsOf } from '../../bench/report/charts.ts'
import { documentOf } from '../../bench/report/document.ts'
import { draw } from '../../bench/report/draw.ts'
import { readPeers } from '../../bench/report/peers.ts'
import type { Results, SpeedRow } from '../../bench/results.ts'

const MACHINE = { cpu: 'Example CPU', cores: 4, memory: 16, platform: 'linux x64', node: 'v20.20.0' }

function speedRow(size: SpeedRow['size'], who: string, ratio: number): SpeedRow {
  const spread = { ratio, fastest: ratio * 0.9, p10: ratio * 0.8, p90: ratio * 1.25 }
  return { size, who, mails: 10, bytes: 100_000, ...spread, perSecond: 2_500, megabytesPerSecond: 25, p50: 0.4, p99: 2 }
}

const RESULTS: Results = {
  machine: MACHINE,
  speed: {
    rows: [
      speedRow('small', 'lurebook', 0.8),
      speedRow('small', 'postal-mime', 1),
      speedRow('medium', 'lurebook', 1.2),
      speedRow('medium', 'postal-mime', 1),
    ],
    rounds: 15,
    peakMegabytes: 200,
  },
  stages: {
    small: [
      { stage: 'read', microseconds: 100, ratio: 0.3 },
      { stage: 'all', microseconds: 400, ratio: 0.8 },
    ],
  },
  lures: [
    { lures: 100, microseconds: 400, ratio: 1, parse: 2, compile: 30, megabytes: 3 },
    { lures: 100_000, microseconds: 500, ratio: 1.25, parse: 500, compile: 600, megabytes: 120 },
  ],
  sizes: [{ kind: 'plain', kilobytes: 2_000, classify: 50, decode: 5 }],
  cold: [
    { what: 'bare node', median: 60, fastest: 58, over: 0, fastestOver: 0 },
    { what: 'import and first verdict', median: 130, fastest: 125, over: 70, fastestOver: 67 },
  ],
  bundles: { targets: [{ what: 'browser, everything', min: 400, gz: 128 }], parts: [{ what: 'corpus', gz: 50 }] },
  scan: [
    { workers: 1, mails: 20_000, seconds: 9, gain: 1 },
    { workers: 2, mails: 20_000, seconds: 5, gain: 1.8 },
  ],
  memory: [{ what: 'classifyMany', mails: 1_000_000, seconds: 400, megabytes: [150, 160], most: 170 }],
  peers: [
    { who: 'lurebook', perSecond: 3_000, p50: 0.3, p99: 3 },
    { who: 'rspamd', perSecond: 100, p50: 10, p99: 50 },
    { who: 'spamd', perSecond: 11, p50: 90, p99: 500 },
  ],
  hostile: { cases: 57, milliseconds: 700, megabytes: 250, exponent: 1.05, failed: 0 },
}

describe('the table of budgets', () => {
  it('says of each budget what was measured, and whether that meets it', () => {
    expect(budgetRows(RESULTS).map(({ measured, isMet }) => [measured, isMet])).toEqual([
      ['0.8 x (0.64 to 1, fastest 0.72)', true],
      ['1.2 x (0.96 to 1.5, fastest 1.08)', false],
      ['not measured', undefined],
      ['30 x rspamd, 273 x spamd', false],
      ['1.25 x, 120 MB, 1.1 s', false],
      ['worst of 57: 700 ms, 250 MB, 1.05', true],
      ['70 ms (fastest 67)', true],
      ['128 KB gz', true],
      ['1.8 x (20,000 mails)', true],
      ['170 MB classifyMany (1,000,000 mails)', true],
    ])
  })

  it('calls nothing met that was not measured', () => {
    const rows = budgetRows({ machine: MACHINE })
    expect(rows.map(({ measured }) => measured)).toEqual(Array(10).fill('not measured'))
    expect(rows.some(({ isMet }) => isMet !== undefined)).toBe(false)
  })

  it('does not take fewer mails for a million', () => {
    const memory = [{ what: 'classifyMany', mails: 20_000, seconds: 6, megabytes: [150], most: 150 }]
    expect(budgetRows({ machine: MACHINE, memory }).at(-1)?.isMet).toBe(false)
  })
})

describe('the document', () => {
  it('is the same for the same numbers', () => {
    expect(documentOf(RESULTS, chartsOf(RESULTS))).toBe(documentOf(structuredClone(RESULTS), chartsOf(RESULTS)))
  })

  it('names the machine, and shows each figure and picture', () => {
    const text = documentOf(RESULTS, chartsOf(RESULTS))
    for (const piece of [
      'Measured on Example CPU, 4 cores,\n16 GB, linux x64, Node v20.20.0.',
      "| classify, mails up to 30 KB | <= 1 x postal-mime's parse alone | 0.8 x (0.64 to 1, fastest 0.72) | met |",
      "| 30 KB to 1 MB | <= 1 x postal-mime's parse alone | 1.2 x (0.96 to 1.5, fastest 1.08) | **missed** |",
      '| small (10) | lurebook | 0.8 | 0.64 to 1 | 0.72 | 2,500 | 25 | 0.4 | 2 |',
      '| 100,000 | 500 | 1.25 | 500 | 600 | 120 |',
      '| plain | 2,000 | 50 | 40 | 5 | 10 |',
      '| 2 | 20,000 | 5 | 1.8 |',
      '| classifyMany | 1,000,000 | 400 | 2,500 | 170 |',
      '<source media="(prefers-color-scheme: dark)" srcset="benchmarks/speed-dark.svg">',
      'alt="Time a mail in times postal-mime. lurebook: 0.8 on small mails, 1.2 on medium mails."',
    ])
      expect(text).toContain(piece)
  })

  it('has no section for what was not measured', () => {
    const text = documentOf({ machine: MACHINE }, chartsOf({ machine: MACHINE }))
    expect(text.match(/^## .+$/gm)).toEqual(['## Budgets', '## Measure it yourself'])
  })

  it('in the repository is the one that its numbers give', () => {
    const root = join(import.meta.dirname, '../..')
    const results = JSON.parse(readFileSync(join(root, 'bench/results.json'), 'utf8')) as Results
    expect(readFileSync(join(root, 'docs/benchmarks.md'), 'utf8')).toBe(documentOf(results, chartsOf(results)))
  })
})

describe('the charts', () => {
  const charts = chartsOf(RESULTS)

  it.each(charts)('$name is drawn the same each time, for light pages and for dark ones', async ({ spec, alt }) => {
    const light = await draw(spec, 'light')
    expect(await draw(spec, 'light')).toBe(light)
    expect(light).toMatch(/^<svg [^>]*>.*<\/svg>\n$/s)
    expect(light).toContain('fill="#1f2328"')
    expect(await draw(spec, 'dark')).toContain('fill="#f0f6fc"')
    expect(light).not.toContain('NaN')
    expect(alt).toMatch(/^[^"]{30,}\.$/)
  })
})

it('reads what the driver of the daemons wrote', () => {
  const figures = { msgPerS: 136, p50ms: 5.1, p99ms: 45, memory: null }
  const json = JSON.stringify({ mails: 79, rspamd: figures, spamassassin: figures, './dist/index.js': figures })
  expect(readPeers(json)).toEqual(
    ['rspamd', 'spamd', 'lurebook'].map((who) => ({ who, perSecond: 136, p50: 5.1, p99: 45 })),
  )
})
