/**
 * Did detection get worse? Measures the built package on the shared data, where it is there, and compares with
 * test/baseline.json: `npm run check:baseline` fails when a recorded number got worse, `-- --update` records anew.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharedFolder } from './shared-data.ts'

const ROOT = join(import.meta.dirname, '..')
const BASELINE = join(ROOT, 'test/baseline.json')

/** Recorded figures; `atLeast` may only rise, `atMost` only fall. Shares are between 0 and 1. */
interface Baseline {
  atLeast: Record<string, number>
  atMost: Record<string, number>
}

/** One set of the report that eval.mjs writes. */
interface SetReport {
  n: number
  phishing: number
  suspicious: number
  quoted: number
  threw: number
  phishingByCampaign: number
  flaggedByCampaign: number
  halves: Record<'even' | 'odd', { phishing: number; flagged: number }>
}

/** Labels on the development sets: shares of campaigns for phishing, in both halves; counts for legitimate mail. */
function measureSets(shared: string, scratch: string, figures: Baseline): void {
  const json = join(scratch, 'eval.json')
  const args = [
    join(shared, 'eval/eval.mjs'),
    '--module',
    'dist/index.js',
    '--data',
    join(shared, 'data/dev'),
    '--json',
    json,
  ]
  execFileSync('node', args, { cwd: ROOT, stdio: 'inherit' })
  const report = JSON.parse(readFileSync(json, 'utf8')) as Record<string, SetReport>
  let threw = 0
  for (const [set, row] of Object.entries(report)) {
    threw += row.threw
    if (set.startsWith('ham')) figures.atMost[`${set} flagged`] = row.phishing + row.suspicious
    if (set === 'ham_warning_ja') figures.atLeast[`${set} quoted`] = row.quoted
    if (!set.startsWith('phish')) continue
    for (const half of ['even', 'odd'] as const) {
      figures.atLeast[`${set} phishing, ${half} half`] = rounded(row.halves[half].phishing)
      figures.atLeast[`${set} flagged, ${half} half`] = rounded(row.halves[half].flagged)
    }
    figures.atLeast[`${set} phishing by campaign`] = rounded(row.phishingByCampaign)
    figures.atLeast[`${set} flagged by campaign`] = rounded(row.flaggedByCampaign)
  }
  figures.atMost.exceptions = threw
}

/** The seed's lures in seven encodings each, legitimate mails, and the notice: what score.mjs counts. */
function measureSeed(shared: string, scratch: string, figures: Baseline): void {
  // gen.mjs imports encoding-japanese, which it finds beside itself only.
  copyFileSync(join(shared, 'bench/gen.mjs'), join(scratch, 'gen.mjs'))
  symlinkSync(join(ROOT, 'node_modules'), join(scratch, 'node_modules'), 'junction')
  const eml = join(scratch, 'eml')
  execFileSync('node', ['gen.mjs', '--out', eml, '--seed', join(shared, 'data/seed-notice.txt')], { cwd: scratch })
  const line = score(shared, ['seed', ROOT, eml])
  const [, phishing, lures, none, quoted] =
    /phish (\d+)\/\d+ with lure (\d+), ham none (\d+)\/\d+, notice quoted (\d+)\//.exec(line) ?? []
  figures.atLeast['seed mails phishing'] = Number(phishing)
  figures.atLeast['seed mails with the right lure'] = Number(lures)
  figures.atLeast['seed legitimate mails none'] = Number(none)
  figures.atLeast['seed notice quoted'] = Number(quoted)
}

/** Right answers on the hand-made vectors. */
function measureVectors(shared: string, figures: Baseline): void {
  const vectors = join(shared, 'vectors')
  const links = readdirSync(vectors).filter((name) => name.startsWith('link'))
  const files = { links, charsets: ['charset-vectors.json', 'mime-vectors.json'], html: ['html-vectors.json'] }
  for (const [kind, names] of Object.entries(files)) {
    const line = score(shared, [kind, ROOT, ...names.map((name) => join(vectors, name))])
    figures.atLeast[`vectors ${kind} right`] = Number(/^(\d+)\//.exec(line)?.[1])
  }
}

/** score.mjs exits with 1 below its own target; here only its line counts. */
function score(shared: string, args: string[]): string {
  const { stdout, stderr } = spawnSync('node', [join(shared, 'eval/score.mjs'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  console.log(`${args[0]}: ${stdout.trim()}${stderr.trim()}`)
  return stdout.trim()
}

/** Four digits: enough for one mail of one campaign, and stable in a diff. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

/** Figures that are worse than recorded, or that are recorded and were not measured. */
function worsened(recorded: Baseline, now: Baseline): string[] {
  const lines: string[] = []
  for (const [kind, sign] of [
    ['atLeast', 1],
    ['atMost', -1],
  ] as const) {
    for (const [name, was] of Object.entries(recorded[kind])) {
      const is = now[kind][name]
      if (is === undefined || Number.isNaN(is)) lines.push(`${name}: recorded as ${was}, not measured`)
      else if ((is - was) * sign < 0) lines.push(`${name}: was ${was}, is ${is}`)
    }
  }
  return lines
}

const shared = sharedFolder()
if (shared === undefined) {
  console.log('check-baseline: no measurement data here; nothing was measured')
} else {
  const scratch = mkdtempSync(join(tmpdir(), 'lurebook-baseline-'))
  const figures: Baseline = { atLeast: {}, atMost: {} }
  try {
    measureSets(shared, scratch, figures)
    measureSeed(shared, scratch, figures)
    measureVectors(shared, figures)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  if (process.argv.includes('--update')) {
    writeFileSync(BASELINE, `${JSON.stringify(figures, null, 2)}\n`)
    console.log('check-baseline: recorded in test/baseline.json')
  } else {
    const recorded = JSON.parse(readFileSync(BASELINE, 'utf8')) as Baseline
    const worse = worsened(recorded, figures)
    for (const line of worse) console.log(`WORSE ${line}`)
    console.log(worse.length > 0 ? 'check-baseline: detection got worse' : 'check-baseline: nothing got worse')
    process.exitCode = worse.length > 0 ? 1 : 0
  }
}
