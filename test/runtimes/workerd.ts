/** How do the cases get into workerd, the runtime of Cloudflare Workers? By a request on loopback. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { bundleForWeb } from './bundle.ts'
import { PATIENCE, type Runtime } from './runtime.ts'
import type { Answers } from './suite.ts'
import { workerdBinary } from './tools.ts'

/** Port 0 is any free one. An old date, for what a Worker deployed with it still gets. */
const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "worker.js")],
    compatibilityDate = "2023-01-01",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`

export const workerd: Runtime = {
  name: 'workerd',
  codec: false,
  async answer({ app, cases }) {
    const binary = workerdBinary()
    writeFileSync(join(app, 'worker.js'), bundleForWeb(app, 'worker.mjs'))
    writeFileSync(join(app, 'workerd.capnp'), CONFIG)
    const server = spawn(binary, ['serve', '--control-fd=3', join(app, 'workerd.capnp')], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    })
    const ended = once(server, 'exit')
    try {
      const port = await Promise.race([
        portOf(server.stdio[3] as Readable),
        ended.then(([code]) => Promise.reject(new Error(`workerd ended with ${code} before it listened`))),
      ])
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        body: cases,
        signal: AbortSignal.timeout(PATIENCE),
      })
      if (!response.ok) throw new Error(`workerd answered ${response.status}: ${(await response.text()).slice(0, 500)}`)
      const version = execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim().replace('workerd ', '')
      return { version, answers: (await response.json()) as Answers }
    } finally {
      server.kill('SIGKILL')
      await ended
    }
  },
}

/** workerd writes an event a line: `{"event":"listen","socket":"http","port":40123}`. */
async function portOf(control: Readable): Promise<number> {
  for await (const line of createInterface({ input: control })) {
    const event = JSON.parse(line) as { event: string; port?: number }
    if (event.event === 'listen' && event.port !== undefined) return event.port
  }
  throw new Error('workerd never listened')
}
