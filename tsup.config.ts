/** How is the package built? ESM and CJS, each with its own types, and the two codecs that `#codec` chooses between. */
import { cpSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'

const entry = {
  index: 'src/index.ts',
  explain: 'src/explain/index.ts',
  report: 'src/report/index.ts',
  adapters: 'src/adapters/index.ts',
  corpus: 'src/corpus/index.ts',
}

const shared: Options = {
  outDir: 'dist',
  platform: 'neutral',
  target: 'es2022',
  // One copy of the corpus and of each error class for all entries, in CJS too.
  splitting: true,
  // package.json `imports` resolves it where the package runs: iconv-lite in Node, nothing in browsers and Workers.
  external: ['#codec'],
  // Without it esbuild writes every Japanese literal as \uXXXX: twice the size, and unreadable in a debugger.
  esbuildOptions: (options) => {
    options.charset = 'utf8'
  },
}

export default defineConfig([
  {
    ...shared,
    entry: { ...entry, cli: 'src/cli/bin.ts', 'cli-worker': 'src/cli/worker.ts' },
    format: 'esm',
    platform: 'node',
    // Loading them from their own files, of which there are about sixty, takes Node as long as all the rest of a cold start.
    noExternal: ['linkifyjs', 'tldts'],
    esbuildOptions: (options) => {
      options.charset = 'utf8'
      // tldts names its tree-shakable build by `module` alone.
      options.mainFields = ['module', 'main']
    },
    dts: { entry },
  },
  {
    ...shared,
    entry,
    format: 'cjs',
    dts: { entry },
  },
  {
    ...shared,
    entry: { 'codec.node': 'src/message/codec.node.ts' },
    format: ['esm', 'cjs'],
    platform: 'node',
    // With it the CJS file keeps `import.meta`, which is a syntax error there.
    splitting: false,
  },
  {
    ...shared,
    entry: { 'codec.web': 'src/message/codec.web.ts' },
    format: 'esm',
    // What `./schema/*.json` exports: the verdict's, and those of the corpus files.
    onSuccess: async () => {
      for (const folder of ['schema', 'corpus/schema']) cpSync(folder, 'dist/schema', { recursive: true })
    },
  },
])
