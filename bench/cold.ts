/** What do import and first verdict cost over bare node? Of the built package. */
import { spawnSync } from 'node:child_process'
import { BUILT } from './contenders.ts'
import { quantile } from './measure.ts'
import type { ColdRow } from './results.ts'
import { round } from './speed.ts'

const MAIL =
  'Subject: =?UTF-8?B?44Oh44O844Or?=\\nFrom: KAGOYA <a@b.example>\\nTo: x@c.example\\n\\nhttps://a.example/b?c\\n'
const SCRIPTS = {
  'bare node': '',
  import: `await import('${BUILT.href}')`,
  'import and first verdict': `const { classify } = await import('${BUILT.href}'); classify(new TextEncoder().encode('${MAIL}'))`,
}

/**
 * Starts processes that import the package and classify one mail, and such that do nothing, one after the other.
 *
 * @param runs processes of each kind
 */
export function measureCold(runs: number): ColdRow[] {
  const all = Object.entries(SCRIPTS).map(([what, script]) => ({ what, script, times: [] as number[] }))
  for (let run = 0; run < runs; run++) {
    for (const { what, script, times } of all) {
      const start = performance.now()
      const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script])
      if (status !== 0) throw new Error(`${what} failed: is the package built?`)
      times.push(performance.now() - start)
    }
  }
  const bare = all[0]!.times
  return all.map(({ what, times }) => ({
    what,
    median: round(quantile(times, 0.5)),
    fastest: round(Math.min(...times)),
    over: round(quantile(differences(times, bare), 0.5)),
    fastestOver: round(Math.min(...times) - Math.min(...bare)),
  }))
}

/** Run by run: two processes one after the other meet the same machine. */
const differences = (times: number[], bare: number[]): number[] => times.map((time, run) => time - bare[run]!)
