/** How large is a bundle with everything in it, for browsers and for Workers, and what do its parts cost? */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import type { BundleRow } from './results.ts'

const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url))
const web = { '#codec': source('message/codec.web.ts') }
const everything: BuildOptions = {
  platform: 'browser',
  stdin: entry(`export * from './index.ts'; export * as explain from './explain/index.ts'`),
}
const targets: Record<string, BuildOptions> = {
  'browser, classify': { platform: 'browser', stdin: entry(`export { classify } from './index.ts'`) },
  'browser, everything': everything,
  'Workers, everything': { ...everything, conditions: ['workerd', 'worker'] },
}
/** Parts by the files that hold them, and what others import from those. */
const parts: Record<string, [file: RegExp, exported: string]> = {
  corpus: [/builtin\.data\.ts$/, 'BUILTIN_CORPUS, BUILTIN_FOLDS'],
  'fold table': [/fold\.data\.ts$/, 'FOLD_GAPS, FOLD_HEADS, FOLD_DIFFERENCES, FOLD_EXPANSIONS'],
  'named references': [/entity\.data\.ts$/, 'ENTITIES'],
  explanations: [/explain\/(ja|en)\.ts$/, 'ja, en'],
  tldts: [/tldts\/.+index\.js$/, 'parse'],
  linkifyjs: [/linkify\.mjs$/, 'tokenize'],
}

function entry(contents: string): NonNullable<BuildOptions['stdin']> {
  return { contents, resolveDir: source('.'), loader: 'ts' }
}

async function bundle(options: BuildOptions): Promise<Uint8Array> {
  const { outputFiles } = await build({
    bundle: true,
    format: 'esm',
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    write: false,
    alias: web,
    ...options,
  })
  return outputFiles![0]!.contents
}

/** Leaves a part out: what it exports comes from elsewhere. */
function without([file, exported]: [file: RegExp, exported: string]): Plugin {
  const contents = `export const { ${exported} } = globalThis.elsewhere`
  return { name: 'without', setup: ({ onLoad }) => onLoad({ filter: file }, () => ({ contents })) }
}

const packed = (code: Uint8Array): number => gzipSync(code, { level: 9 }).length / 1000
const kilobytes = (n: number): number => Number(n.toFixed(1))

/** Builds the bundles, and the one with everything again without each of its parts. */
export async function measureBundles(): Promise<{ targets: BundleRow[]; parts: BundleRow[] }> {
  const sizes: BundleRow[] = []
  for (const [what, target] of Object.entries(targets)) {
    const code = await bundle(target)
    sizes.push({ what, min: Math.round(code.length / 1000), gz: kilobytes(packed(code)) })
  }
  const whole = packed(await bundle(everything))
  const costs: BundleRow[] = []
  for (const [what, part] of Object.entries(parts))
    costs.push({ what, gz: kilobytes(whole - packed(await bundle({ ...everything, plugins: [without(part)] }))) })
  costs.push({ what: 'all other code', gz: kilobytes(whole - costs.reduce((sum, { gz }) => sum + gz, 0)) })
  return { targets: sizes, parts: costs }
}
