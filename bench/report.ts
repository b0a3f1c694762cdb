/**
 * How does docs/benchmarks.md come about? The parts are measured, kept in results.json, and written with their charts.
 *
 * `npm run bench:report -- [--only speed,stages,lures,sizes,cold,bundles,scan,memory,hostile] [--quick] [--peers FILE]`.
 * `memory` (a million mails) and `hostile` take minutes and are measured only when named; `--render` measures nothing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCold } from './cold.ts'
import { classifier, everybody } from './contenders.ts'
import { measureLures } from './lures.ts'
import { describeMachine } from './machine.ts'
import { makeMails } from './mails.ts'
import { measureMemory } from './memory.ts'
import { chartsOf } from './report/charts.ts'
import { documentOf, PICTURES } from './report/document.ts'
import { draw } from './report/draw.ts'
import { readPeers } from './report/peers.ts'
import type { HostileResult, Results } from './results.ts'
import { measureScan } from './scan.ts'
import { measureBundles } from './size.ts'
import { measureSizes } from './sizes.ts'
import { measureSpeed, peakMegabytes, SIZES } from './speed.ts'
import { stageShares } from './stages.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'speed,stages,lures,sizes,cold,bundles,scan' },
    quick: { type: 'boolean', default: false },
    render: { type: 'boolean', default: false },
    peers: { type: 'string' },
    /** Folder of the document. */
    out: { type: 'string', default: join(import.meta.dirname, '../docs') },
    results: { type: 'string', default: join(import.meta.dirname, 'results.json') },
  },
})
const { quick } = values
const rounds = quick ? 1 : 15
const all = makeMails()
const mails = SIZES.flatMap((size) => all.filter((mail) => mail.size === size).slice(0, quick ? 2 : undefined))
const ofSize = (size: string) => mails.filter((mail) => mail.size === size)

const measures: {
  [part in Exclude<keyof Results, 'machine' | 'peers'>]: () => Results[part] | Promise<Results[part]>
} = {
  speed: async () => ({
    rows: await measureSpeed(await everybody(true), mails, rounds),
    rounds,
    peakMegabytes: peakMegabytes(),
  }),
  stages: async () => ({
    small: await stageShares(ofSize('small'), rounds),
    medium: await stageShares(ofSize('medium'), rounds),
  }),
  lures: () => measureLures(quick ? [100, 1_000] : [100, 1_000, 10_000, 100_000], ofSize('small'), rounds),
  sizes: async () => measureSizes(await classifier(true), quick ? [2, 20] : [2, 20, 200, 2_000], rounds),
  cold: () => measureCold(quick ? 1 : 25),
  bundles: measureBundles,
  scan: () => measureScan(quick ? 500 : 100_000, [1, 2], quick ? 1 : 3),
  memory: () => measureMemory(quick ? 2_000 : 1_000_000),
  hostile: measureHostile,
}

/** The script of the hostile mails says what was worst. */
function measureHostile(): HostileResult {
  const file = join(mkdtempSync(join(tmpdir(), 'lurebook-bench-')), 'hostile.json')
  const script = join(import.meta.dirname, '../scripts/hostile.ts')
  spawnSync(process.execPath, [...process.execArgv, script, '--json', file], { stdio: ['ignore', 'ignore', 'inherit'] })
  return JSON.parse(readFileSync(file, 'utf8')) as HostileResult
}

/** Numbers of another machine do not stand beside those of this one. */
function earlier(): Results {
  const machine = describeMachine()
  if (!existsSync(values.results)) return { machine }
  const found = JSON.parse(readFileSync(values.results, 'utf8')) as Results
  return values.render || JSON.stringify(found.machine) === JSON.stringify(machine) ? found : { machine }
}

let results = earlier()
for (const part of values.render ? [] : values.only.split(',')) {
  const measurePart = measures[part as keyof typeof measures]
  if (!measurePart)
    throw new Error(`bench:report: expected one of ${Object.keys(measures).join(', ')}, received ${part}`)
  console.log(`bench:report: ${part}`)
  results = { ...results, [part]: await measurePart() }
}
if (values.peers !== undefined) results = { ...results, peers: readPeers(readFileSync(values.peers, 'utf8')) }

const charts = chartsOf(results)
mkdirSync(join(values.out, PICTURES), { recursive: true })
writeFileSync(values.results, `${JSON.stringify(results, null, 2)}\n`)
writeFileSync(join(values.out, 'benchmarks.md'), documentOf(results, charts))
for (const { name, spec } of charts)
  for (const theme of ['light', 'dark'] as const)
    writeFileSync(join(values.out, PICTURES, `${name}-${theme}.svg`), await draw(spec, theme))
