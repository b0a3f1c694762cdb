import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { alias: { '#codec': fileURLToPath(new URL('../src/message/codec.web.ts', import.meta.url)) } },
  test: {
    include: ['playground/test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file starts a browser.
    fileParallelism: false,
  },
})
