/** Does memory stay flat over a million mails? Through `classifyMany`, and through `lurebook scan -` from a pipe. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { BUILT } from './contenders.ts'
import type { MemoryRow } from './results.ts'
import { COMMAND } from './scan.ts'
import { round } from './speed.ts'
import { streamOfMbox } from './stream.ts'

/** Points of the curve. */
const STEPS = 20

/**
 * Measures both ways, one after the other, each in a process of its own.
 *
 * @param mails how many
 */
export async function measureMemory(mails: number): Promise<MemoryRow[]> {
  return [await ofClassifyMany(mails), await ofScan(mails)]
}

/** The process is plain node with one bundled file: what compiles TypeScript would take memory as well. */
async function ofClassifyMany(mails: number): Promise<MemoryRow> {
  const folder = mkdtempSync(join(tmpdir(), 'lurebook-bench-'))
  try {
    const file = join(folder, 'child.mjs')
    await build({
      stdin: {
        contents: `import { streamOfMails } from './stream.ts'
          const { classifyMany } = await import('${BUILT.href}')
          let n = 0
          for await (const verdict of classifyMany(streamOfMails(${mails})))
            if (++n % 1000 === 0) process.stdout.write(n + '\\n')`,
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: [BUILT.href],
      outfile: file,
    })
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] })
    const progress = (text: string): number => Number(text.trimEnd().split('\n').at(-1))
    return await watched('classifyMany', mails, child, (data) => progress(String(data)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function ofScan(mails: number): Promise<MemoryRow> {
  const child = spawn(process.execPath, [COMMAND, 'scan', '-', '--ndjson', '--fail-on', 'never'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let rows = 0
  const counted = (data: Buffer): number => {
    for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) rows++
    return rows
  }
  const row = watched('lurebook scan -', mails, child, counted)
  for (const chunk of streamOfMbox(mails)) if (!child.stdin.write(chunk)) await once(child.stdin, 'drain')
  child.stdin.end()
  const result = await row
  if (rows !== mails) throw new Error(`the scan gave ${rows} rows for ${mails} mails`)
  return result
}

/** Reads a process' memory as often as it has done another part of its mails. */
async function watched(
  what: string,
  mails: number,
  child: ChildProcess,
  doneAfter: (data: Buffer) => number,
): Promise<MemoryRow> {
  const start = performance.now()
  const megabytes: number[] = []
  let most = 0
  child.stdout?.on('data', (data: Buffer) => {
    const done = doneAfter(data)
    const now = memoryOf(child.pid ?? 0)
    most = Math.max(most, now.most)
    while (megabytes.length < STEPS && done >= ((megabytes.length + 1) * mails) / STEPS) megabytes.push(now.resident)
  })
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`${what} failed: is the package built?`)
  return { what, mails, seconds: round((performance.now() - start) / 1000), megabytes, most }
}

/** Resident memory and its peak, megabytes, as Linux counts them; 0 once the process has ended. */
function memoryOf(pid: number): { resident: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1')
  const field = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return { resident: field('VmRSS'), most: field('VmHWM') }
}
