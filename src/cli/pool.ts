/** How are batches of mails spread over the cores, and their results kept in order? */
import { Piscina } from 'piscina'
import type { Done, Item, Settings } from './batch.ts'
import { pack } from './parcel.ts'
import { PER_THREAD } from './runner.ts'

/** What classifies batches somewhere else. */
export interface Pool {
  run(items: Item[], settings: Settings): Promise<Done>
  close(): Promise<void>
}

/**
 * Starts workers.
 *
 * @param workers how many threads; each needs about 60 MB
 * @param file URL of the worker's script
 */
export function startPool(workers: number, file: URL): Pool {
  const piscina = new Piscina({
    filename: file.href,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: 60_000,
    // the next batch lies with the thread: this one may be classifying when it is asked for
    concurrentTasksPerWorker: PER_THREAD,
    // with atomics a thread takes all that lies with it at once, answers it together, and stands still until more is sent
    atomics: 'disabled',
  })
  return {
    run: (items, settings) => {
      const parcel = pack(items, settings)
      return piscina.run(parcel, { transferList: [parcel.bytes.buffer as ArrayBuffer] })
    },
    close: () => piscina.destroy(),
  }
}
