/** Is each mail of an archive judged and written exactly once, whoever dies in between? Real Redis, real processes, real SIGKILL. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { mailsOf } from '../mails.mjs'
import { idOf } from '../queue.mjs'
import { labelOf, mail, mbox } from './archive.mjs'
import { isRedisInstalled, startRedis } from './redis.mjs'

const EXAMPLE = join(import.meta.dirname, '..')

if (!isRedisInstalled()) {
  console.log('skipped: redis-server is not installed')
  process.exit(process.env.CI === 'true' ? 1 : 0)
}

describe('bullmq-archive', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-test-'))
  const running = new Set()
  let server
  before(async () => {
    server = await startRedis()
  })
  afterEach(async () => {
    for (const started of running) started.kill('SIGKILL')
    await Promise.all([...running].map(({ ended }) => ended))
  })
  after(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Runs a command of the example. `ended` gives its exit code and what it said. */
  function start(archive, args, env = {}) {
    const settings = { REDIS_URL: server.url, ARCHIVE: archive, LOCK_SECONDS: '1', MAX_JOBS: '300' }
    const options = { cwd: EXAMPLE, env: { PATH: process.env.PATH, ...settings, ...env } }
    const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
    const started = { said: '', kill: (signal) => child.kill(signal) }
    child.stderr.on('data', (text) => {
      started.said += text
    })
    started.ended = new Promise((resolve) => {
      child.once('close', (code) => {
        running.delete(started)
        resolve({ code, said: started.said })
      })
    })
    running.add(started)
    return started
  }
  const worker = (archive, name, env) => start(archive, ['worker.mjs'], { WORKER_NAME: name, CONCURRENCY: '8', ...env })
  const produce = (archive, ...args) => start(archive, ['produce.mjs', ...args])
  const collect = (archive, ...args) => start(archive, ['collect.mjs', ...args], { LOCK_SECONDS: '3' })

  async function until(what, condition) {
    for (let tries = 0; !(await condition()); tries++) {
      assert.ok(tries < 600, `waited in vain until ${what}`)
      await sleep(50)
    }
  }
  const linesIn = (file) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [])
  const resultsIn = (file) => linesIn(file).map((line) => JSON.parse(line))

  async function withQueue(archive, use) {
    const connection = server.redis.duplicate()
    const queue = new Queue(archive, { connection })
    try {
      return await use(queue)
    } finally {
      await queue.close()
      connection.disconnect()
    }
  }

  /** Each mail of the mbox has one line, with the label that the mail was made for. */
  async function assertEachOnce(path, results) {
    const want = []
    let n = 0
    for await (const { bytes } of mailsOf(path, 1_000_000)) want.push([idOf(bytes), labelOf(++n)])
    const got = results.map(({ id, label }) => [id, label])
    const byId = ([a], [b]) => (a < b ? -1 : 1)
    assert.deepEqual(got.sort(byId), want.sort(byId))
  }

  test('2,000 mails, two workers, one killed in mid-run: nothing is lost and nothing counted twice', async () => {
    const archive = join(folder, 'big.mbox')
    const file = join(folder, 'big.ndjson')
    writeFileSync(archive, mbox(1, 2_000))

    await withQueue('big', async (queue) => {
      let most = 0
      const watch = setInterval(async () => {
        const held = await queue.getJobCountByTypes('waiting', 'active', 'completed', 'failed').catch(() => 0)
        most = Math.max(most, held)
      }, 20)
      watch.unref()

      // Nobody works yet: the producer fills the queue to its limit, and waits.
      const producer = produce('big', archive)
      await until('the queue is full', async () => (await queue.getWaitingCount()) >= 300)
      await sleep(500)
      assert.equal(await queue.getWaitingCount(), 300)

      const collector = collect('big', '--until-empty', file)
      const [first, second] = [worker('big', 'first'), worker('big', 'second')]
      await until('some are judged', () => linesIn(file).length >= 300)

      // Killed while it holds mails: stopped first, so that these can be counted.
      let held = []
      await until('the first worker holds mails', async () => {
        first.kill('SIGSTOP')
        await sleep(20)
        held = (await queue.getActive()).filter((job) => job.processedBy === 'first').map((job) => job.data.id)
        if (held.length === 0) first.kill('SIGCONT')
        return held.length > 0
      })
      first.kill('SIGKILL')
      assert.ok(linesIn(file).length < 2_000, 'the run was over before the worker died')
      const early = new Set(resultsIn(file).map(({ id }) => id))
      assert.deepEqual(
        held.filter((id) => early.has(id)),
        [],
      )

      assert.deepEqual(await producer.ended, { code: 0, said: '2000 read, 0 done before, 2000 enqueued\n' })
      assert.deepEqual(await collector.ended, { code: 0, said: `2000 new, 0 had a line already, 2000 in ${file}\n` })
      clearInterval(watch)
      second.kill('SIGTERM')
      assert.equal((await second.ended).code, 0)

      const results = resultsIn(file)
      await assertEachOnce(archive, results)
      const late = new Map(results.map((result) => [result.id, result.label]))
      for (const id of held) assert.ok(late.has(id), `${id} was held by the killed worker`)
      assert.ok(most <= 400, `${most} jobs were in Redis at once`)
      assert.equal(await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'completed', 'failed'), 0)
    })
  })

  test('an archive enqueued twice at once, and again later, gives each mail one line', async () => {
    const archive = join(folder, 'twice.mbox')
    const file = join(folder, 'twice.ndjson')
    writeFileSync(archive, mbox(1, 200) + mbox(1, 50))
    const producers = [produce('twice', archive), produce('twice', archive)]
    await Promise.all(producers.map(({ ended }) => ended))
    assert.equal(await withQueue('twice', (queue) => queue.getWaitingCount()), 200)

    const one = worker('twice', 'one')
    await collect('twice', '--until-empty', file).ended
    assert.equal(linesIn(file).length, 200)

    // The jobs are gone from Redis now; the file remembers.
    await produce('twice', archive).ended
    const { said } = await collect('twice', '--until-empty', file).ended
    assert.equal(said, `0 new, 200 had a line already, 200 in ${file}\n`)
    const known = await produce('twice', '--done', file, archive).ended
    assert.equal(known.said, '250 read, 250 done before, 0 enqueued\n')
    one.kill('SIGTERM')
    await one.ended
    writeFileSync(archive, mbox(1, 200))
    await assertEachOnce(archive, resultsIn(file))
  })

  test('a collector that is killed and leaves half a line is followed by one that goes on', async () => {
    const archive = join(folder, 'collector.mbox')
    const file = join(folder, 'collector.ndjson')
    writeFileSync(archive, mbox(1, 600))
    const producer = produce('collector', archive)
    const one = worker('collector', 'one')
    const killed = collect('collector', file)
    await until('some are collected', () => linesIn(file).length >= 100)
    killed.kill('SIGKILL')
    await killed.ended
    assert.ok(linesIn(file).length < 600, 'the run was over before the collector died')
    appendFileSync(file, '{"id":"half a li')

    const next = await collect('collector', '--until-empty', file).ended
    assert.equal(next.code, 0)
    assert.equal((await producer.ended).code, 0)
    one.kill('SIGTERM')
    await one.ended
    await assertEachOnce(archive, resultsIn(file))
  })

  test('a collector that cannot write, as on a full disk, leaves the mails in Redis for the next', async () => {
    const archive = join(folder, 'full.mbox')
    const file = join(folder, 'full.ndjson')
    writeFileSync(archive, mbox(1, 200))
    await produce('full', archive).ended
    const one = worker('full', 'one')
    await until('all are judged', () => withQueue('full', async (queue) => (await queue.getCompletedCount()) === 200))
    // A limit of 8 blocks of 512 bytes: the write ends in the middle of the first lines.
    const limited = spawnSync('sh', ['-c', `ulimit -f 8; exec "$0" collect.mjs "$1"`, process.execPath, file], {
      cwd: EXAMPLE,
      env: { PATH: process.env.PATH, REDIS_URL: server.url, ARCHIVE: 'full', LOCK_SECONDS: '1' },
    })
    assert.notEqual(limited.status, 0)
    assert.ok(linesIn(file).length < 100)
    assert.equal((await collect('full', '--until-empty', file).ended).code, 0)
    one.kill('SIGTERM')
    await one.ended
    await assertEachOnce(archive, resultsIn(file))
  })

  test('a worker that sleeps past its lock and wakes up again adds no second line', async () => {
    const archive = join(folder, 'sleeper.mbox')
    const file = join(folder, 'sleeper.ndjson')
    writeFileSync(archive, mbox(1, 250))
    await produce('sleeper', archive).ended
    await withQueue('sleeper', async (queue) => {
      const sleeper = worker('sleeper', 'sleeper', { CONCURRENCY: '50' })
      await until('it holds mails', async () => {
        if ((await queue.getActiveCount()) === 0) return false
        sleeper.kill('SIGSTOP')
        await sleep(20)
        const holds = (await queue.getActiveCount()) > 0
        if (!holds) sleeper.kill('SIGCONT')
        return holds
      })
      const other = worker('sleeper', 'other')
      const collector = collect('sleeper', '--until-empty', file)
      await collector.ended
      sleeper.kill('SIGCONT')
      await sleep(500)
      assert.deepEqual(await queue.getJobCounts('completed', 'failed', 'active'), {
        completed: 0,
        failed: 0,
        active: 0,
      })
      for (const each of [sleeper, other]) each.kill('SIGTERM')
      const [{ said }] = await Promise.all([sleeper.ended, other.ended])
      // It judged its mails a second time, and Redis took no second result.
      assert.match(said, /^Missing (?:key|lock) for job mail-/)
    })
    await assertEachOnce(archive, resultsIn(file))
  })

  test('odd mails get a verdict, and a job that nobody can judge an error line', async () => {
    const file = join(folder, 'odd.ndjson')
    const odd = {
      'empty.eml': '',
      'cut-base64.eml':
        'From: <a@mail.example>\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: base64\n\n44GT44KT44Gr44Gh44G',
      'html-only.eml': '<html><body><p>こんにちは</p></body></html>',
      'no-from.eml': 'Subject: test\n\nhello\n',
      'long-head.eml': `X-Filler: ${'a'.repeat(66)}\n`.repeat(65_000),
      'lure.eml': mail(4),
    }
    const sources = Object.entries(odd).map(([name, text]) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    })
    await produce('odd', ...sources).ended
    await withQueue('odd', (queue) => queue.add('mail', { id: 'broken' }, { jobId: 'mail-broken' }))
    const one = worker('odd', 'one')
    await collect('odd', '--until-empty', file).ended
    one.kill('SIGTERM')
    await one.ended

    const said = resultsIn(file).map(({ source, id, label, cut, error }) => [
      source?.slice(folder.length + 1) ?? id,
      label ?? error,
      cut ?? false,
    ])
    assert.deepEqual(
      said.sort(([a], [b]) => (a < b ? -1 : 1)),
      [
        ['broken', 'the job holds no mail', false],
        ['cut-base64.eml', 'none', false],
        ['empty.eml', 'none', false],
        ['html-only.eml', 'none', false],
        ['long-head.eml', 'none', true],
        ['lure.eml', 'phishing', false],
        ['no-from.eml', 'none', false],
      ],
    )
  })

  test('a mail that kills each worker that takes it gets an error line, and the others their verdicts', async () => {
    const archive = join(folder, 'deadly.mbox')
    const file = join(folder, 'deadly.ndjson')
    writeFileSync(archive, mbox(1, 40))
    await produce('deadly', archive).ended
    // No known mail does this; a worker is made that dies of number 7.
    const deadly = `const { from } = Buffer
Buffer.from = (data, ...rest) => {
  const bytes = from(data, ...rest)
  if (bytes.includes('<7@archive.example>')) process.kill(process.pid, 'SIGKILL')
  return bytes
}`
    const args = ['--import', `data:text/javascript,${encodeURIComponent(deadly)}`, 'worker.mjs']
    const collector = collect('deadly', '--until-empty', file)
    let isDone = false
    let deaths = 0
    collector.ended.then(() => {
      isDone = true
    })
    while (!isDone) {
      const one = start('deadly', args)
      await Promise.race([one.ended, collector.ended])
      if (!isDone) deaths++
      one.kill('SIGTERM')
      await one.ended
    }
    assert.equal(deaths, 4)
    const results = resultsIn(file)
    const errors = results.filter(({ error }) => error)
    assert.deepEqual(
      errors.map(({ source, error }) => [source, error]),
      [[`${archive}#7`, 'job stalled more than allowable limit']],
    )
    assert.deepEqual(
      results.map(({ label, source }) => label ?? `number ${source.split('#')[1]}`).sort(),
      Array.from({ length: 40 }, (_, i) => (i === 6 ? 'number 7' : labelOf(i + 1))).sort(),
    )
  })

  const nowhere = { REDIS_URL: 'redis://127.0.0.1:1' }
  const refused = [
    [
      'a producer without Redis',
      ['produce.mjs', 'README.md'],
      nowhere,
      /^produce: no Redis at 127\.0\.0\.1:1: .*ECONNREFUSED/,
    ],
    ['a worker without Redis', ['worker.mjs'], nowhere, /^worker: no Redis at 127\.0\.0\.1:1/],
    ['a collector without Redis', ['collect.mjs', 'x.ndjson'], nowhere, /^collect: no Redis at 127\.0\.0\.1:1/],
    ['no archive', ['produce.mjs'], {}, /^produce: no archive given/],
    ['an archive that is not there', ['produce.mjs', 'nothing.mbox'], {}, /^produce: ENOENT/],
    ['no file of results', ['collect.mjs'], {}, /^collect: one file of results/],
    [
      'a limit that is no number',
      ['produce.mjs', 'README.md'],
      { MAX_JOBS: 'many' },
      /^produce: MAX_JOBS: a whole number above 0/,
    ],
  ]
  for (const [name, args, env, message] of refused) {
    test(`says in one line what is wrong: ${name}`, async () => {
      const { code, said } = await start('refused', args, env).ended
      assert.match(said, message)
      assert.deepEqual([code, said.trim().split('\n').length], [2, 1])
    })
  }

  test('a second collector of the same archive is refused', async () => {
    const first = collect('lock', join(folder, 'lock.ndjson'))
    await until('the first has begun', () => server.redis.exists('lurebook:lock:collector'))
    const { code, said } = await collect('lock', join(folder, 'lock.ndjson')).ended
    assert.equal(code, 2)
    assert.match(said, /^collect: another collector is at work on lock: /)
    first.kill('SIGTERM')
    assert.equal((await first.ended).code, 0)
  })
})
