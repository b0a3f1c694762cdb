/** Is a verdict still as fast as baseline.json says, in times postal-mime? `npm run bench:check`; with `--update` it records. */
import { readFileSync, writeFileSync } from 'node:fs'
import { pair } from './contenders.ts'
import { makeMails } from './mails.ts'
import { measureSpeed } from './speed.ts'

/** A ratio this many times the recorded one is a regression; less is noise. */
const WORSE = 1.5
const ROUNDS = 12
const BASELINE = new URL('./baseline.json', import.meta.url)

const contenders = await pair()
const mails = makeMails()

/** The ratio of the fastest rounds, by size: noise only slows. */
async function measured(): Promise<Record<string, number>> {
  const rows = await measureSpeed(contenders, mails, ROUNDS)
  return Object.fromEntries(rows.filter(({ who }) => who === 'lurebook').map(({ size, fastest }) => [size, fastest]))
}

let now = await measured()
console.table(now)
if (process.argv.includes('--update')) writeFileSync(BASELINE, `${JSON.stringify(now, null, 2)}\n`)
else {
  const recorded = JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, number>
  const isWorse = ([size, ratio]: [string, number]): boolean => (now[size] ?? 0) > ratio * WORSE
  // a neighbour on the machine can slow one measurement, hardly three
  for (let again = 0; again < 2 && Object.entries(recorded).some(isWorse); again++) now = await measured()
  const worse = Object.entries(recorded).filter(isWorse)
  for (const [size, ratio] of worse) console.error(`bench: ${size} mails take ${now[size]}, recorded ${ratio}`)
  if (worse.length > 0) process.exitCode = 1
  else console.log('bench: no ratio is 1.5 times the recorded one')
}
