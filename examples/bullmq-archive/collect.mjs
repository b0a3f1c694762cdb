/** The collector: writes each judged mail as one line of NDJSON, then removes its job. One for each archive. */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { takeLock } from './lock.mjs'
import { presence } from './presence.mjs'
import { connectRedis, openQueue, run } from './queue.mjs'
import { openResults } from './results.mjs'

const HELP = 'node collect.mjs [--until-empty] verdicts.ndjson'
/** Jobs of one round, with their mails. */
const ROUND = 100
/** How long `--until-empty` waits for a first mail. */
const PATIENCE_MS = 10_000

run('collect', async () => {
  const { values, positionals } = parseArgs({ options: { 'until-empty': { type: 'boolean' } }, allowPositionals: true })
  if (positionals.length !== 1) throw new Error(`one file of results: ${HELP}`)
  const redis = await connectRedis()
  let lock = await takeLock(redis)
  let results = await openResults(positionals[0])
  const queue = openQueue(redis)
  const count = { fresh: 0, again: 0 }
  let stopped = false
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      stopped = true
    })
  }

  const begun = Date.now()
  let seen = false
  while (!stopped) {
    if (!(await lock.renew())) {
      results.close()
      lock = await takeLock(redis)
      results = await openResults(positionals[0])
    }
    const jobs = (await queue.getJobs(['completed', 'failed'], 0, ROUND - 1)).filter((job) => job !== undefined)
    if (jobs.length > 0) {
      seen = true
      const fresh = results.append(jobs.map(resultOf))
      count.fresh += fresh
      count.again += jobs.length - fresh
      // Only now: a crash before this line leaves the jobs, and the ids in the file keep them from being written twice.
      await Promise.all(jobs.map((job) => job.remove()))
      continue
    }
    const isDone = await isEmpty(queue, redis)
    seen ||= !isDone
    // Started together with the producer, it may be the first of the two.
    if (values['until-empty'] && isDone && (seen || Date.now() - begun > PATIENCE_MS)) break
    await sleep(200)
  }

  await lock.release()
  results.close()
  await queue.close()
  await redis.quit()
  console.error(`${count.fresh} new, ${count.again} had a line already, ${results.ids.size} in ${positionals[0]}`)
})

/** A mail that nobody could judge has a line too: nothing disappears. */
function resultOf({ id: jobId, data, returnvalue, failedReason }) {
  const head = { id: data?.id ?? jobId, source: data?.source, ...(data?.cut && { cut: true }) }
  return returnvalue ? { ...head, ...returnvalue } : { ...head, error: failedReason ?? 'no result' }
}

async function isEmpty(queue, redis) {
  // Asked first: a producer that ends in between has enqueued all before.
  if (await presence(redis).isAnyone()) return false
  const held = ['waiting', 'active', 'delayed', 'prioritized', 'completed', 'failed']
  return (await queue.getJobCountByTypes(...held)) === 0
}
