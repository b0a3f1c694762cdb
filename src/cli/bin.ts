#!/usr/bin/env node
/** The `lurebook` command as a process: real streams, real exit code. */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { languageOf } from './language.ts'
import { main } from './main.ts'
import { WORDS } from './words.ts'

/** Built beside this file. */
const WORKER = new URL('./cli-worker.js', import.meta.url)

// `lurebook scan folder | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

try {
  process.exitCode = await main(process.argv.slice(2), {
    stdin: process.stdin,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    progress: process.stderr.isTTY === true && process.stdout.isTTY !== true,
    workers: availableParallelism(),
    startPool: async (workers) => (await import('./pool.ts')).startPool(workers, WORKER),
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
    },
    ...(process.stdout.columns > 0 && { columns: process.stdout.columns }),
  })
} catch (error) {
  // Nothing a mail holds leads here; one line, so that a log or a pipe stays readable.
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`lurebook: ${WORDS[languageOf(process.env)].internal}: ${reason}\n`)
  process.exitCode = 2
}
