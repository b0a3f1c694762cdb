/**
 * What does the bench say on the terminal? `npm run bench`, and `bench:scale`, `bench:cold`, `bench:size`, `bench:scan`,
 * `bench:memory`; `npm run bench:report` writes the same numbers into docs/benchmarks.md.
 */
import { parseArgs } from 'node:util'
import { measureCold } from './cold.ts'
import { classifier, everybody } from './contenders.ts'
import { measureLures } from './lures.ts'
import { makeMails } from './mails.ts'
import { measureMemory } from './memory.ts'
import { BUNDLE_KB, MEMORY_MB } from './report/budgets.ts'
import { measureScan } from './scan.ts'
import { measureBundles } from './size.ts'
import { measureSizes } from './sizes.ts'
import { measureSpeed, peakMegabytes } from './speed.ts'
import { stageShares } from './stages.ts'

const { values, positionals } = parseArgs({ options: { rounds: { type: 'string' } }, allowPositionals: true })
const [what = 'speed', amount] = positionals
const rounds = Number(values.rounds ?? 15)

const prints: Record<string, () => unknown> = {
  async speed() {
    const mails = makeMails()
    console.table(await measureSpeed(await everybody(), mails, rounds))
    console.log(`peak memory ${peakMegabytes()} MB, all contenders together`)
    for (const size of ['small', 'medium'] as const) {
      const chosen = mails.filter((mail) => mail.size === size)
      console.table(await stageShares(chosen, rounds))
    }
  },
  async scale() {
    const small = makeMails().filter(({ size }) => size === 'small')
    console.table(measureLures([100, 1_000, 10_000, 100_000], small, rounds))
    console.table(measureSizes(await classifier(false), [2, 20, 200, 2_000], rounds))
  },
  cold: () => console.table(measureCold(rounds)),
  async size() {
    const { targets, parts } = await measureBundles()
    console.table(targets)
    console.table(parts)
    if (targets.every(({ gz }) => gz <= BUNDLE_KB)) return
    console.error(`bench:size: over the budget of ${BUNDLE_KB} KB gz`)
    process.exitCode = 1
  },
  scan: async () => console.table(await measureScan(Number(amount ?? 60_000), [1, 2], Number(values.rounds ?? 5))),
  async memory() {
    const rows = await measureMemory(Number(amount ?? 1_000_000))
    for (const row of rows) console.log(JSON.stringify(row))
    // its own start is in the first part; a leak shows in all others
    if (rows.every(({ most }) => most < MEMORY_MB)) return
    console.error(`bench:memory: over the budget of ${MEMORY_MB} MB`)
    process.exitCode = 1
  },
}

const print = prints[what]
if (!print) throw new Error(`bench: expected one of ${Object.keys(prints).join(', ')}, received ${what}`)
await print()
