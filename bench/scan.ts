/** How much faster is `lurebook scan` with two workers than with one? On an mbox made for it, with the built package. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ScanRow } from './results.ts'
import { round } from './speed.ts'
import { streamOfMbox } from './stream.ts'

/** The built command. */
export const COMMAND = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

/**
 * Scans one archive with each number of workers in turn, several times.
 *
 * @param mails messages of the archive; below some ten thousands it shows what threads cost to start
 * @param workers numbers of workers
 * @param runs scans for each; the fastest counts, as neighbours on the machine only slow
 */
export async function measureScan(mails: number, workers: number[], runs: number): Promise<ScanRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lurebook-bench-'))
  try {
    const archive = join(folder, 'archive.mbox')
    await writeArchive(archive, mails)
    const seconds = workers.map(() => Number.POSITIVE_INFINITY)
    for (let run = 0; run < runs; run++)
      for (const [w, count] of workers.entries()) seconds[w] = Math.min(seconds[w]!, timeOfScan(archive, count))
    return workers.map((count, w) => ({
      workers: count,
      mails,
      seconds: round(seconds[w]!),
      gain: round(seconds[0]! / seconds[w]!),
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function writeArchive(file: string, mails: number): Promise<void> {
  const out = createWriteStream(file)
  for (const chunk of streamOfMbox(mails)) if (!out.write(chunk)) await once(out, 'drain')
  out.end()
  await once(out, 'close')
}

function timeOfScan(archive: string, workers: number): number {
  const start = performance.now()
  const options = ['scan', archive, '--ndjson', '--fail-on', 'never', '--workers', String(workers)]
  const { status } = spawnSync(process.execPath, [COMMAND, ...options], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('the scan failed: is the package built?')
  return (performance.now() - start) / 1000
}
