/** What files do the runtimes load? One that imports the installed package, and bundles for Workers and web pages. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, type BuildResult, buildSync } from 'esbuild'

const HERE = import.meta.dirname

/** As Wrangler chooses. */
const WORKER = ['workerd', 'worker', 'browser']

function build(options: BuildOptions): BuildResult<{ write: false; metafile: true }> {
  return buildSync({
    bundle: true,
    format: 'esm',
    charset: 'utf8',
    target: 'es2022',
    logLevel: 'silent',
    ...options,
    write: false,
    metafile: true,
  })
}

/** The entry for runtimes that resolve packages themselves; returns its file. */
export function bundleForHosts(app: string): string {
  const outfile = join(app, 'host.mjs')
  buildSync({
    entryPoints: [join(HERE, 'host.mjs')],
    outfile,
    bundle: true,
    format: 'esm',
    charset: 'utf8',
    platform: 'node',
    packages: 'external',
  })
  return outfile
}

/** An entry with the package in it, as a browser or a Worker gets it. */
export function bundleForWeb(app: string, entry: 'worker.mjs' | 'page.mjs'): string {
  const conditions = entry === 'worker.mjs' ? WORKER : []
  return textOf(
    build({
      entryPoints: [join(HERE, entry)],
      platform: 'browser',
      conditions,
      // The entries stand outside the folder in which the package is installed.
      nodePaths: [join(app, 'node_modules')],
    }),
  )
}

/** Minified and gzipped size, in bytes, of everything that the package exports. */
export function sizeOfEverything(app: string, exports: string[]): { minified: number; gzipped: number } {
  const built = build({
    stdin: {
      contents: exports.map((path, i) => `export * as part${i} from '${path}'`).join('\n'),
      resolveDir: app,
    },
    platform: 'browser',
    minify: true,
  })
  const text = textOf(built)
  return { minified: Buffer.byteLength(text), gzipped: gzipSync(text, { level: 9 }).length }
}

/** Throws when a bundle holds what belongs to Node alone. */
function textOf({ outputFiles, metafile }: BuildResult<{ write: false; metafile: true }>): string {
  const alien = Object.keys(metafile.inputs).find((file) => /iconv-lite|safer-buffer|codec\.node/.test(file))
  if (alien !== undefined) throw new Error(`a bundle for the web holds ${alien}`)
  return outputFiles[0]!.text
}
