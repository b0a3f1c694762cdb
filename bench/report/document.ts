/** What does docs/benchmarks.md say? A pure function of the numbers. */
import type { Results } from '../results.ts'
import { budgetRows } from './budgets.ts'
import type { Chart } from './charts.ts'
import { figure } from './figure.ts'

/** The folder of the pictures, beside the document. */
export const PICTURES = 'benchmarks'

/**
 * Writes the document.
 *
 * @param charts from `chartsOf` of the same results
 * @returns Markdown
 */
export function documentOf(results: Results, charts: Chart[]): string {
  const { speed, stages, lures, sizes, cold, bundles, scan, memory, peers } = results
  const { cpu, cores, memory: gigabytes, platform, node } = results.machine
  const picture = (name: string): string => pictureOf(charts.find((chart) => chart.name === name))
  const sections = [
    `# Benchmarks

Made by \`npm run bench:report\` from \`bench/results.json\`; not written by hand. Measured on ${cpu}, ${cores} cores,
${gigabytes} GB, ${platform}, Node ${node}. "x postal-mime" is the sum over all mails of the median times, in the same sum of
postal-mime's parse alone, all readers taking turns in one process. The mails are made by \`bench/mails.ts\`, the same on every machine.`,
    `## Budgets

${table(
  ['what', 'budget', 'measured', ''],
  budgetRows(results).map(({ what, budget, measured, isMet }) => [
    what,
    budget,
    measured,
    isMet === undefined ? '' : isMet ? 'met' : '**missed**',
  ]),
)}`,
    speed && speedSection(speed, picture('speed')),
    stages && stageSection(stages, picture('stages')),
    lures &&
      `## More lures

Corpora with made-up lures beside the package's own, read from JSON.

${picture('lures')}

${table(
  ['lures', 'us a mail', 'x the first', 'JSON.parse ms', 'compileCorpus ms', 'MB'],
  lures.map((row) => [
    row.lures.toLocaleString('en'),
    ...[row.microseconds, row.ratio, row.parse, row.compile, row.megabytes].map(figure),
  ]),
)}`,
    sizes &&
      `## Larger mails

One TextDecoder pass over the same bytes is the floor: no reader of mail can be faster.

${picture('sizes')}

${table(
  ['mail', 'KB', 'classify ms', 'MB/s', 'TextDecoder ms', 'x TextDecoder'],
  sizes.map(({ kind, kilobytes, classify, decode }) => [
    kind,
    ...[kilobytes, classify, kilobytes / classify, decode, classify / decode].map(figure),
  ]),
)}`,
    cold &&
      `## Cold start

${table(
  ['process', 'median ms', 'fastest ms', 'over bare node', 'fastest over'],
  cold.map(({ what, median, fastest, over, fastestOver }) => [
    what,
    ...[median, fastest, over, fastestOver].map(figure),
  ]),
)}`,
    bundles &&
      `## Bundle

${picture('bundle')}

${table(
  ['bundle or part', 'KB min', 'KB gz'],
  [...bundles.targets, ...bundles.parts].map(({ what, min, gz }) => [
    what,
    min === undefined ? '' : figure(min),
    figure(gz),
  ]),
)}`,
    (scan || memory) && archiveSection(scan, memory, picture('memory')),
    peers &&
      `## Beside filter daemons

On the same mails in one run, each on one core. The daemons answer over loopback, with their network checks off.

${table(
  ['who', 'msg/s', 'p50 ms', 'p99 ms'],
  peers.map(({ who, perSecond, p50, p99 }) => [who, ...[perSecond, p50, p99].map(figure)]),
)}`,
    `## Measure it yourself

\`npm run bench\` (readers and stages), \`bench:scale\`, \`bench:cold\`, \`bench:size\`, \`bench:scan\`, \`bench:memory\` print their part;
\`npm run hostile\` runs the hostile mails. \`npm run bench:report\` measures again and writes this page; \`-- --only cold,scan\`
measures those parts only and keeps the other numbers of the same machine.`,
  ]
  return `${sections.filter((section) => section !== undefined).join('\n\n')}\n`
}

function speedSection({ rows, rounds, peakMegabytes }: NonNullable<Results['speed']>, picture: string): string {
  return `## Against the parsers

${rounds} rounds. The parsers only parse; lurebook parses and gives the verdict. TextDecoder looks at each byte once. Peak memory of
all of them in one process: ${peakMegabytes} MB.

${picture}

${table(
  ['mails', 'who', 'x postal-mime', 'p10 to p90', 'fastest', 'msg/s', 'MB/s', 'p50 ms', 'p99 ms'],
  rows.map((row) => [
    `${row.size} (${row.mails})`,
    row.who,
    figure(row.ratio),
    `${figure(row.p10)} to ${figure(row.p90)}`,
    ...[row.fastest, row.perSecond, row.megabytesPerSecond, row.p50, row.p99].map(figure),
  ]),
)}`
}

function stageSection(stages: NonNullable<Results['stages']>, picture: string): string {
  const rows = Object.entries(stages).flatMap(([size, all]) =>
    all.map(({ stage, microseconds, ratio }) => [size, stage, figure(microseconds), figure(ratio)]),
  )
  return `## Where the time goes

Read (MIME and charsets), see (visible text, folding, matching, links), find and weigh. The stages are timed apart, on the sources, so that
their sum differs from the whole.

${picture}

${table(['mails', 'stage', 'us a mail', 'x postal-mime'], rows)}`
}

function archiveSection(scan: Results['scan'], memory: Results['memory'], picture: string): string {
  const parts = ['## Archives']
  if (scan)
    parts.push(
      table(
        ['`lurebook scan`, workers', 'mails', 'seconds', 'x one worker'],
        scan.map(({ workers, mails, seconds, gain }) => [
          String(workers),
          mails.toLocaleString('en'),
          figure(seconds),
          figure(gain),
        ]),
      ),
    )
  if (memory)
    parts.push(
      'Memory while mails are read that are made on the fly; none of them is kept.',
      picture,
      table(
        ['through', 'mails', 'seconds', 'msg/s', 'most MB'],
        memory.map(({ what, mails, seconds, most }) => [
          what,
          mails.toLocaleString('en'),
          ...[seconds, mails / seconds, most].map(figure),
        ]),
      ),
    )
  return parts.join('\n\n')
}

/** GitHub takes the picture that fits its own look, whatever that of the system is. */
function pictureOf(chart: Chart | undefined): string {
  if (!chart) return ''
  const file = (theme: string): string => `${PICTURES}/${chart.name}-${theme}.svg`
  return `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="${file('dark')}">
  <img src="${file('light')}" alt="${chart.alt.replaceAll('"', '&quot;')}">
</picture>`
}

/** Numbers stand to the right. */
function table(head: string[], rows: string[][]): string {
  const isNumber = head.map((_, i) => rows.every((row) => /^[\d.,]*$/.test(row[i] ?? '')))
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(isNumber.map((right) => (right ? '---:' : '---'))), ...rows.map(line)].join('\n')
}
