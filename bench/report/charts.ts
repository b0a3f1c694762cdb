/** Which pictures show the numbers? Each as a vega-lite specification with a text for those who do not see it. */
import type { TopLevelSpec } from 'vega-lite'
import type { Results } from '../results.ts'
import { figure } from './figure.ts'

/** A picture of docs/benchmarks.md. */
export interface Chart {
  name: string
  /** What it shows, in words. */
  alt: string
  spec: TopLevelSpec
}

const WIDTH = 460
const POINTS = { type: 'line', point: true } as const

/** The charts that the results have numbers for. */
export function chartsOf(results: Results): Chart[] {
  const { speed, stages, lures, sizes, bundles, memory } = results
  return [
    ...(speed ? [speedChart(speed.rows)] : []),
    ...(stages ? [stageChart(stages)] : []),
    ...(lures ? [lureChart(lures)] : []),
    ...(sizes ? [sizeChart(sizes)] : []),
    ...(bundles ? [bundleChart(bundles.parts)] : []),
    ...(memory ? [memoryChart(memory)] : []),
  ]
}

type Rows<K extends keyof Results> = NonNullable<Results[K]>

function speedChart(rows: Rows<'speed'>['rows']): Chart {
  const own = rows.filter(({ who }) => who === 'lurebook')
  return {
    name: 'speed',
    alt: `Time a mail in times postal-mime. lurebook: ${own.map(({ size, ratio }) => `${figure(ratio)} on ${size} mails`).join(', ')}.`,
    spec: {
      width: WIDTH,
      height: { step: 14 },
      data: { values: rows.map(({ size, who, ratio }) => ({ size, who, ratio })) },
      mark: 'bar',
      encoding: {
        y: { field: 'size', type: 'nominal', sort: ['small', 'medium', 'large'], title: null },
        yOffset: { field: 'who', sort: null },
        x: {
          field: 'ratio',
          type: 'quantitative',
          title: 'times postal-mime (square root scale)',
          scale: { type: 'sqrt' },
        },
        color: { field: 'who', type: 'nominal', sort: null, title: null },
      },
    },
  }
}

function stageChart(stages: Rows<'stages'>): Chart {
  const values = Object.entries(stages).flatMap(([size, rows]) =>
    rows.filter(({ stage }) => stage !== 'all' && !stage.includes(':')).map((row) => ({ size, ...row })),
  )
  return {
    name: 'stages',
    alt: `Time of each stage in times postal-mime: ${values.map(({ size, stage, ratio }) => `${size} ${stage} ${figure(ratio)}`).join(', ')}.`,
    spec: {
      width: WIDTH,
      height: { step: 32 },
      data: { values },
      mark: 'bar',
      encoding: {
        y: { field: 'size', type: 'nominal', sort: null, title: null },
        x: { field: 'ratio', type: 'quantitative', title: 'times postal-mime' },
        color: { field: 'stage', type: 'nominal', sort: null, title: null },
      },
    },
  }
}

function lureChart(lures: Rows<'lures'>): Chart {
  const last = lures.at(-1)
  return {
    name: 'lures',
    alt: `Time a mail by number of lures: with ${last?.lures.toLocaleString('en')} lures ${figure(last?.ratio ?? 0)} times that with ${lures[0]?.lures}.`,
    spec: {
      width: WIDTH,
      height: 180,
      data: { values: lures.map((row) => ({ ...row })) },
      mark: POINTS,
      encoding: {
        x: {
          field: 'lures',
          type: 'quantitative',
          title: 'lures',
          scale: { type: 'log' },
          axis: { values: lures.map((row) => row.lures) },
        },
        y: { field: 'ratio', type: 'quantitative', title: 'times 100 lures', scale: { zero: true, domainMax: 1.6 } },
      },
    },
  }
}

function sizeChart(sizes: Rows<'sizes'>): Chart {
  const values = sizes.flatMap(({ kind, kilobytes, classify, decode }) => [
    { who: `classify, ${kind}`, kilobytes, ms: classify },
    ...(kind === 'plain' ? [{ who: 'TextDecoder', kilobytes, ms: decode }] : []),
  ])
  const last = sizes.at(-1)
  return {
    name: 'sizes',
    alt: `Milliseconds a mail by its size, on two logarithmic scales: at ${last?.kilobytes} KB classify takes ${figure(last?.classify ?? 0)} ms, one TextDecoder pass ${figure(last?.decode ?? 0)} ms.`,
    spec: {
      width: WIDTH,
      height: 220,
      data: { values },
      mark: POINTS,
      encoding: {
        x: {
          field: 'kilobytes',
          type: 'quantitative',
          title: 'kilobytes',
          scale: { type: 'log', nice: false },
          axis: { values: sizes.map((row) => row.kilobytes) },
        },
        y: {
          field: 'ms',
          type: 'quantitative',
          title: 'milliseconds',
          scale: { type: 'log' },
          axis: { values: [0.001, 0.01, 0.1, 1, 10, 100, 1000] },
        },
        color: { field: 'who', type: 'nominal', sort: null, title: null },
      },
    },
  }
}

function bundleChart(parts: Rows<'bundles'>['parts']): Chart {
  return {
    name: 'bundle',
    alt: `Kilobytes (gz) of the parts of the browser bundle: ${parts.map(({ what, gz }) => `${what} ${figure(gz)}`).join(', ')}.`,
    spec: {
      width: WIDTH,
      height: { step: 22 },
      data: { values: parts.map(({ what, gz }) => ({ what, gz })) },
      mark: 'bar',
      encoding: {
        y: { field: 'what', type: 'nominal', sort: null, title: null },
        x: { field: 'gz', type: 'quantitative', title: 'KB gz' },
      },
    },
  }
}

function memoryChart(rows: Rows<'memory'>): Chart {
  const values = rows.flatMap(({ what, mails, megabytes }) =>
    megabytes.map((mb, i) => ({ what, mb, mails: ((i + 1) * mails) / megabytes.length })),
  )
  return {
    name: 'memory',
    alt: `Resident memory while mail after mail is read: ${rows.map(({ what, most }) => `${what} at most ${most} MB`).join(', ')}.`,
    spec: {
      width: WIDTH,
      height: 180,
      data: { values },
      mark: POINTS,
      encoding: {
        x: { field: 'mails', type: 'quantitative', title: 'mails', axis: { format: '~s' } },
        y: { field: 'mb', type: 'quantitative', title: 'MB', scale: { domainMin: 0, domainMax: 300 } },
        color: { field: 'what', type: 'nominal', sort: null, title: null },
      },
    },
  }
}
