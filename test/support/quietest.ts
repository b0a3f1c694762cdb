/** How long does a piece of work take when nothing else runs? The answer to a limit in milliseconds, on a machine shared with other tests. */

const ATTEMPTS = 10

/**
 * Milliseconds of the fastest of at most ten attempts; the first one below the limit is the last.
 * Other programs and the collector can only add to a time, so one quiet attempt says that the work keeps its limit.
 */
export function quietest(limit: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && best >= limit; attempt++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}
