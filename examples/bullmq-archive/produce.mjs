/** The producer: reads an archive and enqueues each mail as a job, no faster than workers and collector keep up. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { mailsOf } from './mails.mjs'
import { presence } from './presence.mjs'
import { connectRedis, idOf, numberFrom, openQueue, run, toJob } from './queue.mjs'
import { readResults } from './results.mjs'

const HELP = 'node produce.mjs [--done verdicts.ndjson] ARCHIVE.mbox|FOLDER|MAIL.eml ...'

run('produce', async () => {
  const { values, positionals } = parseArgs({ options: { done: { type: 'string' } }, allowPositionals: true })
  if (positionals.length === 0) throw new Error(`no archive given: ${HELP}`)
  const maxBytes = numberFrom('MAX_BYTES', 1_000_000)
  const limits = { jobs: numberFrom('MAX_JOBS', 2_000), megabytes: numberFrom('MAX_REDIS_MB', 256) }
  const done = values.done ? (await readResults(values.done)).ids : new Set()

  const redis = await connectRedis()
  const queue = openQueue(redis)
  const leave = await presence(redis).enter(randomUUID())
  const count = { read: 0, done: 0, enqueued: 0 }
  let batch = []
  let size = 0
  const flush = async () => {
    if (batch.length === 0) return
    await room(queue, redis, limits)
    await queue.addBulk(batch)
    count.enqueued += batch.length
    batch = []
    size = 0
  }
  for (const path of positionals) {
    for await (const mail of mailsOf(path, maxBytes)) {
      const id = idOf(mail.bytes)
      count.read++
      if (done.has(id)) {
        count.done++
        continue
      }
      batch.push(toJob({ id, ...mail }))
      size += mail.bytes.length
      if (batch.length >= 100 || size >= 4_000_000) await flush()
    }
  }
  await flush()
  await leave()
  await queue.close()
  await redis.quit()
  console.error(`${count.read} read, ${count.done} done before, ${count.enqueued} enqueued`)
})

/** Waits until there is room in Redis. Judged mails count too: they lie there until the collector has them. */
async function room(queue, redis, { jobs, megabytes }) {
  for (let waits = 1; ; waits++) {
    const held = await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'completed', 'failed')
    const used = Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))[1]) / 1e6
    if (held < jobs && used < megabytes) return
    if (waits % 300 === 0)
      console.error(`waiting: ${held} jobs and ${Math.round(used)} MB in Redis; are workers and collector at work?`)
    await sleep(100)
  }
}
