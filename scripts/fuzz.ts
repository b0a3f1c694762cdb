/** Does any broken mail make lurebook throw, hang, or say what cannot be true? Breaks real mails for as long as asked. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { ClassifyOptions } from '../src/detect/model.ts'
import type { MessageInput } from '../src/message/model.ts'
import { allowedTime, problemsOf, timeOf, workTime } from '../test/property/check-verdict.ts'
import { OPTIONS, SHAPES } from '../test/property/shapes.ts'
import { mutate } from './fuzz/mutate.ts'
import { type Random, randomFrom } from './fuzz/random.ts'
import { readSeeds } from './fuzz/seeds.ts'
import { shrink } from './fuzz/shrink.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() >>> 0) },
    /** Runs a single input again. */
    only: { type: 'string' },
    /** Stops after so many different failures. */
    failures: { type: 'string', default: '20' },
  },
})

/** An input that takes longer hangs (ms). */
const PATIENCE = 60_000
/** Inputs between two lines of progress. */
const REPORT_EVERY = 20_000
const KEPT = join(import.meta.dirname, '../test/mails/fuzz')
/** Inputs made from mails that must not get into the repository. */
const PRIVATE = join(tmpdir(), 'lurebook-fuzz')

const first = Number(values.seed)
/** The number of the input at work, where the watching thread sees it. */
const current = new Int32Array(new SharedArrayBuffer(4))
const seeds = readSeeds()
const failures = new Map<string, number>()
let tried = 0
let bytesTried = 0
let slowest = 0

/** A failure without what differs from input to input, so that one bug is reported once. */
const kindOf = (problem: string): string => problem.split('\n').slice(0, 2).join(' ').replace(/\d+/g, '#').slice(0, 160)

function makeCase(number: number): {
  bytes: Uint8Array
  what: string
  committed: boolean
  shape: (bytes: Uint8Array) => MessageInput
  options: ClassifyOptions
} {
  const random: Random = randomFrom(Math.imul(number + 1, 0x9e3779b1) ^ first)
  const seed = random.pick(seeds)
  const other = random.pick(seeds)
  const { bytes, kinds } = mutate(seed.bytes, random, other.bytes)
  return {
    bytes,
    what: `${seed.name} + ${other.name}: ${kinds.join(', ')}`,
    committed: seed.committed && other.committed,
    shape: random.pick(SHAPES),
    options: random.pick(OPTIONS),
  }
}

function problemsWith(input: MessageInput, size: number, options: ClassifyOptions): string[] {
  const start = workTime()
  const problems = problemsOf(input, options)
  const spent = workTime() - start
  const allowed = allowedTime(size)
  slowest = Math.max(slowest, spent)
  // all checks together took longer than one run may: measure the run alone
  if (problems.length === 0 && spent > allowed) {
    const alone = timeOf(input, options, allowed)
    if (alone > allowed) problems.push(`slow: ${alone.toFixed(0)} ms for ${size} bytes`)
  }
  return problems
}

function run(number: number): void {
  Atomics.store(current, 0, number)
  const { bytes, what, committed, shape, options } = makeCase(number)
  tried++
  bytesTried += bytes.length
  const problem = problemsWith(shape(bytes), bytes.length, options)[0]
  if (problem === undefined) return
  const kind = kindOf(problem)
  const count = failures.get(kind) ?? 0
  failures.set(kind, count + 1)
  if (count > 0) return
  const small = shrink(bytes, (shorter) => {
    const again = problemsWith(shape(shorter), shorter.length, options)[0]
    return again !== undefined && kindOf(again) === kind
  })
  const folder = committed ? KEPT : PRIVATE
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${createHash('sha256').update(small).digest('hex').slice(0, 12)}.eml`)
  writeFileSync(file, small)
  console.log(
    `FAILED ${problem}\n  input ${number} of seed ${first} (--seed ${first} --only ${number}), ${what}\n  options ${JSON.stringify(options)}, shape ${SHAPES.indexOf(shape)}\n  ${bytes.length} bytes, shrunk to ${small.length}: ${file}`,
  )
}

watch()
if (values.only !== undefined) run(Number(values.only))
else {
  const end = Date.now() + Number(values.minutes) * 60_000
  console.log(`${seeds.length} mails, seed ${first}`)
  for (let number = 0; Date.now() < end && failures.size < Number(values.failures); number++) {
    run(number)
    if (tried % REPORT_EVERY === 0) report()
  }
  report()
}
for (const [kind, count] of failures) console.log(`${count} x ${kind}`)
process.exitCode = failures.size === 0 ? 0 : 1

/** Ends the process, with a word on which input, when one hangs: the thread that hangs cannot. */
function watch(): void {
  // plain JavaScript, as the loader that reads this file is not there in a thread
  const code = `
    const { workerData: { shared, patience, seed } } = require('node:worker_threads')
    const current = new Int32Array(shared)
    let last = -1, since = Date.now()
    setInterval(() => {
      const now = Atomics.load(current, 0)
      if (now !== last) { last = now; since = Date.now() }
      else if (Date.now() - since > patience) {
        require('node:fs').writeSync(1, 'HANGS: --seed ' + seed + ' --only ' + now + '\\n')
        process.kill(process.pid, 'SIGKILL')
      }
    }, 1_000)`
  new Worker(code, { eval: true, workerData: { shared: current.buffer, patience: PATIENCE, seed: first } }).unref()
}

function report(): void {
  console.log(
    `${tried} inputs, ${(bytesTried / 1e6).toFixed(0)} MB, ${failures.size} kinds of failures, slowest ${slowest.toFixed(0)} ms`,
  )
}
