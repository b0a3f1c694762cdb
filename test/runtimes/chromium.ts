/** How do the cases get into a web page? By playwright-core in a headless Chromium, which apt-get brings where it may. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleForWeb } from './bundle.ts'
import { Missing, type Runtime, withinPatience } from './runtime.ts'
import type { Answers } from './suite.ts'
import { loadPlaywright } from './tools.ts'

/** Debian's, Google's on GitHub's machines, and macOS'. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A browser that starts looks for updates and its maker's hosts; the tests open no connection. */
const QUIET = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

export const chromium: Runtime = {
  name: 'Chromium',
  codec: false,
  async answer({ app, cases }) {
    const executablePath = findChromium() ?? installChromium()
    const profile = mkdtempSync(join(tmpdir(), 'lurebook-chromium-'))
    // Chromium refuses to run as root with its sandbox.
    const args = process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET
    const context = await loadPlaywright().chromium.launchPersistentContext(profile, { executablePath, args })
    try {
      const page = await context.newPage()
      await page.addScriptTag({ content: `(() => {${bundleForWeb(app, 'page.mjs')}})()` })
      const answers = await withinPatience(
        page.evaluate(
          (text) => (globalThis as unknown as { answerCases(cases: string): string }).answerCases(text),
          cases,
        ),
      )
      return { version: context.browser()?.version() ?? 'unknown', answers: JSON.parse(answers) as Answers }
    } finally {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    }
  },
}

const findChromium = (): string | undefined => PLACES.find((place) => existsSync(place))

function installChromium(): string {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Missing(`none at ${PLACES.join(', ')}; apt-get install chromium brings it`)
  }
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  spawnSync('apt-get', ['update', '-qq'], { stdio: [...stdio] })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: [...stdio],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const found = findChromium()
  if (found === undefined) throw new Missing('apt-get could not install chromium')
  return found
}
