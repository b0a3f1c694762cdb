/** What do producer, workers and collector share? The queue's name, the connection, and how a mail becomes a job. */
import { createHash } from 'node:crypto'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'

/** One queue, and one file of results, for each archive. */
export const ARCHIVE = process.env.ARCHIVE ?? 'archive'

/**
 * Connects to `REDIS_URL` (`redis://` or, with TLS, `rediss://`).
 *
 * @throws Error when nobody answers there; a connection that is lost later is made again, and commands wait for it
 */
export async function connectRedis() {
  const url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379'
  // BullMQ demands null here: a worker waits for its next job without end.
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true })
  let isConnected = false
  let isAway = false
  let reason
  redis.on('error', (error) => {
    reason ??= error.message || error.code
    // Once for each time it is away, not for each attempt.
    if (isConnected && !isAway) console.error(`Redis is away (${error.code ?? error.message}); waiting for it`)
    isAway = true
  })
  redis.on('ready', () => {
    isAway = false
  })
  try {
    await redis.connect()
    isConnected = true
  } catch (error) {
    redis.disconnect()
    throw new Error(`no Redis at ${new URL(url).host}: ${reason ?? error.message}`)
  }
  return redis
}

export function openQueue(connection) {
  const queue = new Queue(ARCHIVE, { connection })
  queue.on('error', sayUnlessAway)
  return queue
}

/** BullMQ repeats the errors of the connection, which has said so itself: those have a name for a code, BullMQ's own a number. */
export function sayUnlessAway(error) {
  if (typeof error.code !== 'string') console.error(error.message)
}

/**
 * The id of a mail: a hash of the bytes that are judged. Not its Message-ID, which the sender chooses: a phishing mail that
 * repeats the one of a genuine mail would count as judged already.
 *
 * @param {Uint8Array} bytes
 * @returns {string} 32 hex digits
 */
export const idOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 32)

/** BullMQ adds no second job under an id that it holds. An id of digits alone would be taken for one of its own. */
export const jobIdOf = (id) => `mail-${id}`

/**
 * @param {{ id: string, source: string, bytes: Uint8Array, cut: boolean }} mail
 */
export function toJob({ id, source, bytes, cut }) {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return { name: 'mail', data: { id, source, raw, ...(cut && { cut }) }, opts: { jobId: jobIdOf(id) } }
}

/** A whole number above 0 from the environment. */
export function numberFrom(name, otherwise) {
  const text = process.env[name] ?? String(otherwise)
  if (!/^[1-9]\d{0,11}$/.test(text)) throw new Error(`${name}: a whole number above 0, received ${text}`)
  return Number(text)
}

/** Runs a command: a failure is one line on standard error and exit code 2. */
export function run(name, main) {
  main().catch((error) => {
    console.error(`${name}: ${error.message}`)
    process.exit(2)
  })
}
