/** Does hostile mail stay within a second, 300 MB and linear growth? One fresh process a case and size, on the built package. */
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { CASES, sizeOf } from '../test/hostile/cases.ts'

/** The budget of a full-size case: milliseconds, megabytes of resident memory, and the exponent of growth. */
const BUDGET = { ms: 1000, mb: 300, exponent: 1.1 }
/** Below so many milliseconds at full size, growth is noise. */
const FAST = 40
/** A case that takes longer is stopped (ms). */
const PATIENCE = 30_000

interface Run {
  ms: number
  bytes: number
  mb: number
  limits: string[]
}

const { values } = parseArgs({
  options: {
    module: { type: 'string', default: join(import.meta.dirname, '../dist/index.js') },
    only: { type: 'string', default: '' },
    case: { type: 'string' },
    scale: { type: 'string', default: '1' },
    /** A file for the worst figures. */
    json: { type: 'string' },
  },
})

if (values.case !== undefined) await runHere(values.case, Number(values.scale))
else runAll()

/** Runs one case in this process and prints what it cost: the best of three, as the growth is of interest, not the first call. */
async function runHere(name: string, scale: number): Promise<void> {
  const { classify } = (await import(pathToFileURL(resolve(values.module)).href)) as typeof import('../src/index.ts')
  const one = CASES.find((c) => c.name === name)
  if (!one) throw new Error(`no case ${name}; there are ${CASES.map((c) => c.name).join(', ')}`)
  const input = one.build(scale)
  let ms = Number.POSITIVE_INFINITY
  const limits = new Set<string>()
  for (let i = 0; i < 3; i++) {
    const start = performance.now()
    const verdict = classify(input, one.options)
    ms = Math.min(ms, performance.now() - start)
    const gather = (v: typeof verdict): void => {
      for (const hit of v.limits) limits.add(hit.limit)
      v.inner.forEach(gather)
    }
    gather(verdict)
  }
  const run: Run = { ms, bytes: sizeOf(input), mb: process.resourceUsage().maxRSS / 1024, limits: [...limits] }
  console.log(JSON.stringify(run))
}

function child(name: string, scale: number): Run | undefined {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, import.meta.filename, '--module', values.module, '--case', name, '--scale', String(scale)],
    { encoding: 'utf8', timeout: PATIENCE, killSignal: 'SIGKILL' },
  )
  if (stdout === '') {
    console.error(`${name}: ${stderr.trim().split('\n').slice(-6).join(' | ') || `longer than ${PATIENCE} ms`}`)
    return undefined
  }
  return JSON.parse(stdout) as Run
}

/** 1 is linear, 2 quadratic. */
function growth(small: Run, large: Run): number {
  return Math.log(large.ms / small.ms) / Math.log(large.bytes / small.bytes)
}

function runAll(): void {
  if (!existsSync(values.module)) throw new Error(`${values.module} is missing: run "npm run build" first`)
  const failed: string[] = []
  const worst = { cases: 0, milliseconds: 0, megabytes: 0, exponent: 0 }
  console.log('case | MB | ms | exponent | RSS MB | limits')
  for (const { name, cap } of CASES.filter((c) => c.name.includes(values.only))) {
    const half = child(name, 0.5)
    const full = child(name, 1)
    if (!half || !full) {
      failed.push(name)
      continue
    }
    const grows = full.ms >= FAST && full.bytes > half.bytes * 1.5
    let exponent = growth(half, full)
    let { ms } = full
    // one run is noisy and two sizes are near each other: what is over budget is measured again, from further away
    if (ms > BUDGET.ms || (grows && exponent > BUDGET.exponent)) {
      const small = child(name, 0.125)
      const again = child(name, 1)
      if (small && again) {
        ms = Math.min(ms, again.ms)
        exponent = Math.min(exponent, growth(small, { ...full, ms }))
      }
    }
    console.log(
      [
        name,
        (full.bytes / 1e6).toFixed(1),
        ms.toFixed(0),
        grows ? exponent.toFixed(2) : '-',
        full.mb.toFixed(0),
        full.limits.join(' '),
      ].join(' | '),
    )
    worst.cases++
    worst.milliseconds = Math.max(worst.milliseconds, Math.round(ms))
    worst.megabytes = Math.max(worst.megabytes, Math.round(full.mb))
    if (grows) worst.exponent = Math.max(worst.exponent, Number(exponent.toFixed(2)))
    if (ms > BUDGET.ms || full.mb > BUDGET.mb || (grows && exponent > BUDGET.exponent)) failed.push(name)
    if (cap !== undefined && !full.limits.includes(cap)) failed.push(`${name}: no ${cap} in limits`)
  }
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ ...worst, failed: failed.length }))
  console.log(failed.length === 0 ? 'all within budget' : `over budget:\n${failed.join('\n')}`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
