/** What do import and first verdict cost over bare node? Needs `npm run build`. `npm run bench:cold [-- --runs N]` */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { quantile } from './measure.ts'

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '25' } } })
const entry = new URL('../dist/index.js', import.meta.url)
if (!existsSync(fileURLToPath(entry)))
  throw new Error('bench:cold measures the built package: run `npm run build` first')
const mail =
  'Subject: =?UTF-8?B?44Oh44O844Or?=\\nFrom: KAGOYA <a@b.example>\\nTo: x@c.example\\n\\nhttps://a.example/b?c\\n'
const scripts = {
  'bare node': '',
  import: `await import('${entry.href}')`,
  'import + first verdict': `const { classify } = await import('${entry.href}'); classify(new TextEncoder().encode('${mail}'))`,
}
const times = new Map<string, number[]>(Object.keys(scripts).map((name) => [name, []]))
for (let run = 0; run < Number(options.runs); run++) {
  for (const [name, script] of Object.entries(scripts)) {
    const start = performance.now()
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script])
    if (status !== 0) throw new Error(`${name} failed`)
    times.get(name)!.push(performance.now() - start)
  }
}
const bare = times.get('bare node')!
console.table(
  Object.fromEntries(
    [...times].map(([name, all]) => [
      name,
      {
        'median ms': Math.round(quantile(all, 0.5)),
        'fastest ms': Math.round(Math.min(...all)),
        'over bare node': Math.round(
          quantile(
            all.map((time, run) => time - bare[run]!),
            0.5,
          ),
        ),
        'fastest over bare node': Math.round(Math.min(...all) - Math.min(...bare)),
      },
    ]),
  ),
)
