/** Who classifies the batches of a scan: this thread, or others once there are enough mails for them? */
import { classifyBatch, type Done, type Item, type Settings } from './batch.ts'
import type { Pool } from './pool.ts'

/** So many mails are classified here before threads are started, which takes as long as classifying them. */
export const BEFORE_POOL = 64

/** Classifies batches; `width` of them may be under way. */
export interface Runner {
  readonly width: number
  run(items: Item[], settings: Settings): Promise<Done>
  close(): Promise<void>
}

/**
 * A runner that starts threads with the first batch beyond `BEFORE_POOL` mails.
 *
 * @param workers threads; below two there are none
 * @param startPool starts them; absent where there are none to start (tests, other runtimes)
 */
export function runnerOf(workers: number, startPool?: (workers: number) => Promise<Pool>): Runner {
  let pool: Promise<Pool> | undefined
  let mails = 0
  const spreads = workers > 1 && startPool !== undefined
  return {
    // one more for each worker lies ready, so that none waits for this thread
    width: spreads ? workers * 2 : 1,
    async run(items, settings) {
      mails += items.length
      if (spreads && mails > BEFORE_POOL) pool ??= startPool(workers)
      return pool ? (await pool).run(items, settings) : classifyBatch(items, settings)
    },
    async close() {
      await (await pool)?.close()
    },
  }
}
