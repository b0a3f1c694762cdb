/** How does a registry of our own come to life for one rehearsal? Verdaccio on a free loopback port, stopped at the end. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const HERE = import.meta.dirname
/** Milliseconds until a registry that does not answer has failed to start. */
const PATIENCE = 60_000

/** A running registry. */
export interface Registry {
  url: string
  /** The npm configuration of somebody who may publish there. */
  userconfig: string
  stop(): Promise<void>
}

/** Brings `node_modules` to what package-lock.json says; does nothing when it is. */
function install(): void {
  const done = join(HERE, 'node_modules/.package-lock.json')
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(join(HERE, 'package-lock.json')).mtimeMs) return
  execFileSync('npm', ['ci', '--prefix', HERE, '--prefer-offline'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/**
 * What verdaccio is to do: keep `name` to itself, and fetch everything else from the registry that npm is set up with.
 * If it asked there for `name` too, a version that was released before could not be rehearsed again.
 */
function configOf(folder: string, name: string, upstream: string): object {
  return {
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: 1 } },
    uplinks: { upstream: { url: upstream, timeout: '60s', max_fails: 10 } },
    packages: {
      [name]: { access: '$all', publish: '$authenticated' },
      '**': { access: '$all', proxy: 'upstream' },
    },
    max_body_size: '50mb',
    web: { enable: false },
    log: { type: 'stdout', format: 'pretty', level: 'warn' },
  }
}

/**
 * Starts a registry.
 *
 * @param folder an empty folder for its storage, its users and its log
 * @param name the package that will be published
 * @throws Error with the end of its log when it does not answer within a minute
 */
export async function startRegistry(folder: string, name: string): Promise<Registry> {
  install()
  const upstream = execFileSync('npm', ['config', 'get', 'registry'], { cwd: HERE, encoding: 'utf8' }).trim()
  const config = join(folder, 'config.yaml')
  // JSON is YAML.
  writeFileSync(config, JSON.stringify(configOf(folder, name, upstream)))
  const log = openSync(join(folder, 'log'), 'a')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const bin = join(HERE, 'node_modules/verdaccio/bin/verdaccio')
  const child = spawn(process.execPath, [bin, '--config', config, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ['ignore', log, log],
  })
  const stop = () => end(child)
  process.once('exit', () => child.kill('SIGKILL'))
  try {
    await answering(`${url}-/ping`, child)
    return { url, userconfig: await signUp(folder, url), stop }
  } catch (error) {
    await stop()
    throw new Error(
      `the registry did not start: ${String(error)}\n${readFileSync(join(folder, 'log'), 'utf8').slice(-2000)}`,
    )
  }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const started = Date.now()
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`)
    if (
      await fetch(url).then(
        (r) => r.ok,
        () => false,
      )
    )
      return
    if (Date.now() - started > PATIENCE) throw new Error(`no answer for ${PATIENCE} ms`)
    await setTimeout(100)
  }
}

/** Signs up as the one user that may publish. */
async function signUp(folder: string, url: string): Promise<string> {
  const name = 'rehearsal'
  const response = await fetch(`${url}-/user/org.couchdb.user:${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: crypto.randomUUID() }),
  })
  const { token } = (await response.json()) as { token?: string }
  if (!token) throw new Error(`no token for a new user (${response.status})`)
  const userconfig = join(folder, 'npmrc')
  writeFileSync(userconfig, `registry=${url}\n${url.replace('http:', '')}:_authToken=${token}\n`)
  return userconfig
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  // A registry that ignores SIGTERM must not keep the rehearsal open.
  const timer = globalThis.setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(timer)
}
