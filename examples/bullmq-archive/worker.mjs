/** A worker: takes mails from the queue and judges them. Start one for each core, on as many machines as there are. */
import { hostname } from 'node:os'
import { UnrecoverableError, Worker } from 'bullmq'
import { createClassifier } from 'lurebook'
import { ARCHIVE, connectRedis, numberFrom, run, sayUnlessAway } from './queue.mjs'

/** Ids, codes and numbers only: words of the mail would make the file of results as private as the archive. */
function judge(classify, { data }) {
  // Nothing in a mail makes classify throw; a job that is not ours would, each time.
  if (typeof data?.raw !== 'string') throw new UnrecoverableError('the job holds no mail')
  const verdict = classify(Buffer.from(data.raw, 'base64'))
  return {
    label: verdict.label,
    score: verdict.score,
    decidedBy: verdict.decidedBy,
    brand: verdict.brand?.id,
    lures: verdict.lures.map(({ id }) => id),
    codes: [...new Set(verdict.evidence.map(({ code }) => code))],
    corpus: `${verdict.corpus.version} ${verdict.corpus.digest}`,
  }
}

run('worker', async () => {
  const lock = numberFrom('LOCK_SECONDS', 30) * 1_000
  const classify = createClassifier({
    ...(process.env.TRUSTED_AUTHSERV && { trustedAuthserv: process.env.TRUSTED_AUTHSERV }),
  })
  const redis = await connectRedis()
  const worker = new Worker(ARCHIVE, async (job) => judge(classify, job), {
    connection: redis,
    // Stands in each job that it takes, so that one can see who held what.
    name: process.env.WORKER_NAME ?? `${hostname()}-${process.pid}`,
    // More than one hides the way to a distant Redis, but mails that a worker holds together share the fate of the worst.
    concurrency: numberFrom('CONCURRENCY', 1),
    // A worker that dies leaves its mails locked. When the lock has run out, any other worker puts them back.
    lockDuration: lock,
    stalledInterval: lock,
    // A mail that kills its worker shall not go round for ever: the fourth time it becomes an error line.
    maxStalledCount: 3,
  })
  worker.on('error', sayUnlessAway)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      // Finishes what it holds and takes nothing new.
      await worker.close()
      redis.disconnect()
    })
  }
})
