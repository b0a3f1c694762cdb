/**
 * How long does a verdict take, measured in the time that postal-mime takes to parse the mail?
 * `npm run bench -- [--rounds N] [--stages] [--json]`; `--check` compares with baseline.json, `--update` writes it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { classify } from '../src/classify.ts'
import { type BenchMail, makeMails } from './mails.ts'
import { type Contender, measure, quantile, ratios, sumOfMedians } from './measure.ts'
import { stageShares } from './stages.ts'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    check: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    stages: { type: 'boolean', default: false },
  },
})
/** A ratio this many times the recorded one is a regression; less is noise. */
const WORSE = 1.5
const BASELINE = new URL('./baseline.json', import.meta.url)

const short = options.check || options.update
const contenders: Contender[] = [
  { name: 'lurebook', read: (bytes) => classify(bytes) },
  { name: 'postal-mime', read: (bytes) => PostalMime.parse(bytes) },
]
if (!short) contenders.push({ name: 'mailparser', read: (bytes) => simpleParser(Buffer.from(bytes)) })
const mails = makeMails()
const rounds = short ? 12 : Number(options.rounds)
const table: Array<Record<string, string | number>> = []

/** Measures all sizes; the ratios of the fastest rounds, as noise only slows. */
async function measureAll(): Promise<Record<string, number>> {
  const least: Record<string, number> = {}
  for (const size of ['small', 'medium', 'large'] as const) {
    const chosen = mails.filter((mail) => mail.size === size)
    const times = await measure(contenders, chosen, rounds)
    for (const [c, ratio] of ratios(contenders, times).entries()) {
      if (ratio.name === 'lurebook') least[size] = Number(ratio.least.toFixed(3))
      table.push(rowOf(`${size} (${chosen.length})`, ratio, times[c]!, chosen))
    }
  }
  return least
}

function rowOf(
  set: string,
  { name, median, least }: { name: string; median: number; least: number },
  times: number[][],
  chosen: BenchMail[],
): Record<string, string | number> {
  const all = times.flat()
  const sum = sumOfMedians(times)
  const bytes = chosen.reduce((total, mail) => total + mail.bytes.length, 0)
  return {
    mails: set,
    who: name,
    'x postal-mime': median.toFixed(2),
    'x (fastest)': least.toFixed(2),
    'msg/s': Math.round((chosen.length / sum) * 1000),
    'MB/s': Number((bytes / sum / 1000).toFixed(1)),
    'p50 ms': Number(quantile(all, 0.5).toFixed(3)),
    'p99 ms': Number(quantile(all, 0.99).toFixed(3)),
  }
}

let measured = await measureAll()
console.table(table)
if (!short) {
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, all contenders together`)
  for (const size of ['small', 'medium'] as const)
    console.table(
      await stageShares(
        mails.filter((mail) => mail.size === size),
        rounds,
      ),
    )
}
if (options.update) writeFileSync(BASELINE, `${JSON.stringify(measured, null, 2)}\n`)
if (options.check) {
  const recorded = JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, number>
  const isWorse = ([size, ratio]: [string, number]): boolean => (measured[size] ?? 0) > ratio * WORSE
  // a neighbour on the machine can slow one measurement, hardly three
  for (let again = 0; again < 2 && Object.entries(recorded).some(isWorse); again++) measured = await measureAll()
  const worse = Object.entries(recorded).filter(isWorse)
  for (const [size, ratio] of worse) console.error(`bench: ${size} mails take ${measured[size]}, recorded ${ratio}`)
  if (worse.length > 0) process.exitCode = 1
  else console.log('bench: no ratio is 1.5 times the recorded one')
}
