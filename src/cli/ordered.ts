/** How do several batches run at once while their results come in the order of the batches? */

/**
 * Runs a task for each value, at most `width` at once, and gives the results in order. The source is read no faster.
 *
 * @param source what to run the task for
 * @param width how many may be under way
 * @param task gives one result a value
 * @throws what a task or the source throws; the tasks under way are then left to themselves
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<T>,
  width: number,
  task: (value: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const waiting: Array<Promise<R>> = []
  for await (const value of source) {
    const running = task(value)
    // its failure is met when its turn comes
    running.catch(() => {})
    waiting.push(running)
    if (waiting.length >= width) yield await waiting.shift()!
  }
  while (waiting.length > 0) yield await waiting.shift()!
}
