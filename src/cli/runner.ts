/** Who classifies the batches of a scan: this thread, or others too once there are enough mails for them? */
import { classifyBatch, type Done, type Item, type Settings } from './batch.ts'
import type { Pool } from './pool.ts'

/** So many mails are classified here before threads are started, which takes as long as classifying them. */
export const BEFORE_POOL = 64
/** Batches that lie with a thread: this one sees what it has finished only between two batches of its own. */
export const PER_THREAD = 6
/**
 * Batches a thread whose rows may wait for those of one before them. Only rows wait, some hundred kilobytes a batch; and
 * a thread needs half a second for its first batch, in which this one does dozens. With fewer this one waits; with more of
 * both the gain of two threads grows a little, and the memory by some 20 MB.
 */
const IN_ORDER = 24

/** Classifies batches; `width` of them may be under way. */
export interface Runner {
  readonly width: number
  run(items: Item[], settings: Settings): Promise<Done>
  close(): Promise<void>
}

/**
 * A runner that starts threads with the first batch beyond `BEFORE_POOL` mails. This thread is one of the workers: it
 * reads the mails, and classifies while all others have enough to do. One more beside them would only take turns with
 * them, and each thread has to compile for itself what runs often, for about a second.
 *
 * @param workers threads that classify, this one included; below two there are no others
 * @param startPool starts others; absent where there are none to start (tests, other runtimes)
 */
export function runnerOf(workers: number, startPool?: (workers: number) => Promise<Pool>): Runner {
  let pool: Promise<Pool> | undefined
  let mails = 0
  let elsewhere = 0
  const others = startPool === undefined ? 0 : Math.max(0, workers - 1)
  const room = others * PER_THREAD
  return {
    width: others === 0 ? 1 : workers * IN_ORDER,
    async run(items, settings) {
      mails += items.length
      if (others > 0 && mails > BEFORE_POOL) pool ??= startPool?.(others)
      if (!pool) return classifyBatch(items, settings)
      // what the others have finished is seen only between two turns of the event loop
      if (elsewhere >= room) await turn()
      if (elsewhere >= room) return classifyBatch(items, settings)
      elsewhere++
      try {
        return await (await pool).run(items, settings)
      } finally {
        elsewhere--
      }
    },
    async close() {
      await (await pool)?.close()
    },
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
