/** A Redis of our own for the test: loopback, a free port, nothing on the disk. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'

export const isRedisInstalled = () => !spawnSync('redis-server', ['--version']).error

/** @returns `url`, `redis` (a connection), and `stop()` */
export async function startRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'archive-redis-'))
  const port = await freePort()
  const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
  const server = spawn('redis-server', [...own, '--maxmemory-policy', 'noeviction'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (text) => {
      log += text
    })
  }
  const ended = new Promise((resolve) => server.once('exit', resolve))
  // Also when the test is stopped before it stops the server.
  const kill = () => server.kill('SIGTERM')
  process.once('exit', kill)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

  const url = `redis://127.0.0.1:${port}`
  const redis = new Redis(url, { maxRetriesPerRequest: null })
  redis.on('error', () => {})
  const stop = async () => {
    redis.disconnect()
    process.removeListener('exit', kill)
    kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const answer = await Promise.race([redis.ping(), ended, sleep(10_000)])
  if (answer !== 'PONG') {
    await stop()
    throw new Error(`redis-server did not start\n${log}`)
  }
  return { url, redis, stop }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
