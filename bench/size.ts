/** How large is a bundle with everything in it, for browsers and for Workers? `npm run bench:size` */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'

/** The budget: everything, minified and compressed. */
const BUDGET_KB = 130

const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url))
const web = { '#codec': source('message/codec.web.ts') }
const targets: Record<string, BuildOptions> = {
  'browser, classify': { platform: 'browser', stdin: entry(`export { classify } from './index.ts'`) },
  'browser, everything': {
    platform: 'browser',
    stdin: entry(`export * from './index.ts'; export * as explain from './explain/index.ts'`),
  },
  'Workers, everything': {
    platform: 'browser',
    conditions: ['workerd', 'worker'],
    stdin: entry(`export * from './index.ts'; export * as explain from './explain/index.ts'`),
  },
}

function entry(contents: string): NonNullable<BuildOptions['stdin']> {
  return { contents, resolveDir: source('.'), loader: 'ts' }
}

const table: Record<string, Record<string, number>> = {}
for (const [name, target] of Object.entries(targets)) {
  const { outputFiles } = await build({
    bundle: true,
    format: 'esm',
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    write: false,
    alias: web,
    ...target,
  })
  const code = outputFiles![0]!.contents
  const packed = gzipSync(code, { level: 9 }).length / 1000
  table[name] = { 'min KB': Math.round(code.length / 1000), 'gz KB': Number(packed.toFixed(1)) }
  if (packed > BUDGET_KB) process.exitCode = 1
}
console.table(table)
if (process.exitCode === 1) console.error(`bench:size: over the budget of ${BUDGET_KB} KB gz`)
