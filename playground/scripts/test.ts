/** Does the playground do what it says, in a real browser? `npm run test:playground`; playground/test holds the tests. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { chromiumPath, NO_CHROMIUM } from '../../test/support/chromium.ts'
import { buildPlayground } from './build.ts'

const ROOT = join(import.meta.dirname, '../..')

const chromium = chromiumPath()
if (chromium !== undefined) {
  buildPlayground()
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--config', 'playground/vitest.config.ts', ...process.argv.slice(2)]
  const env = { ...process.env, CHROMIUM: chromium }
  process.exitCode = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env }).status ?? 1
} else if (process.env.CI) {
  console.error(`Chromium: ${NO_CHROMIUM}`)
  process.exitCode = 1
} else console.log(`the playground's tests are skipped: Chromium: ${NO_CHROMIUM}`)
