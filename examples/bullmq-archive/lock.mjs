/** Who may write the file of results? One collector at a time, as long as it lives. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { ARCHIVE, numberFrom } from './queue.mjs'

const KEY = `lurebook:${ARCHIVE}:collector`
const RENEW = "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('pexpire', KEYS[1], ARGV[2]) or 0"
const RELEASE = "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('del', KEYS[1]) or 0"

/**
 * Waits for the lock of a collector that died.
 *
 * @returns `renew()`, which says `false` when the lock ran out in a long pause and another may have written since; `release()`
 * @throws Error when another collector is alive
 */
export async function takeLock(redis) {
  // A collector that dies keeps the lock for so long; one that works renews it several times a second.
  const ms = numberFrom('LOCK_SECONDS', 30) * 1_000
  const me = `${hostname()}, process ${process.pid}, ${randomUUID()}`
  for (const until = Date.now() + ms + 1_000; !(await redis.set(KEY, me, 'PX', ms, 'NX')); await sleep(200)) {
    if (Date.now() > until) throw new Error(`another collector is at work on ${ARCHIVE}: ${await redis.get(KEY)}`)
  }
  return {
    renew: async () => (await redis.eval(RENEW, 1, KEY, me, ms)) === 1,
    release: () => redis.eval(RELEASE, 1, KEY, me),
  }
}
