/** Is a producer still at work? Each says so in Redis, and what it said expires when it dies. */
import { ARCHIVE } from './queue.mjs'

const SECONDS = 30

export function presence(redis) {
  const key = `lurebook:${ARCHIVE}:producers`
  const inSeconds = (seconds) => Date.now() + seconds * 1_000
  return {
    /** @returns {Promise<() => Promise<unknown>>} to be called at the end */
    async enter(name) {
      const say = () => redis.zadd(key, inSeconds(SECONDS), name)
      await say()
      const timer = setInterval(() => say().catch(() => {}), (SECONDS * 1_000) / 3)
      timer.unref()
      return () => {
        clearInterval(timer)
        return redis.zrem(key, name)
      }
    },
    async isAnyone() {
      return (await redis.zcount(key, Date.now(), '+inf')) > 0
    },
  }
}
