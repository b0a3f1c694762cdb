/** How do the cases get into a web page? By playwright-core in a headless Chromium. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumArguments, chromiumPath, NO_CHROMIUM } from '../support/chromium.ts'
import { bundleForWeb } from './bundle.ts'
import { Missing, type Runtime, withinPatience } from './runtime.ts'
import type { Answers } from './suite.ts'
import { loadPlaywright } from './tools.ts'

export const chromium: Runtime = {
  name: 'Chromium',
  codec: false,
  async answer({ app, cases }) {
    const executablePath = chromiumPath()
    if (executablePath === undefined) throw new Missing(NO_CHROMIUM)
    const profile = mkdtempSync(join(tmpdir(), 'lurebook-chromium-'))
    const args = chromiumArguments()
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
