/** Does axe-core find a violation, in any language, scheme, width and state of the page? */
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { drop, LURE, mboxOf, NOTICE, open, withBrowser } from './browser.ts'

withBrowser()

/** WCAG 2.2 A and AA, and axe's best practices. */
const RUN = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

const STATES: Array<[string, string]> = [
  ['empty', ''],
  ['phishing', 'server-failure'],
  ['hidden text', 'hidden-text'],
  ['forwarded', 'forwarded'],
  ['quoted', 'warning-notice'],
  ['nothing found', 'genuine-notice'],
  ['several', ''],
]
const VIEWS = (['ja', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((scheme) => [1280, 360].map((width) => ({ lang, scheme, width }))),
)

test.each(VIEWS)('$lang, $scheme, $width px: no violation in any state', async (view) => {
  const { page } = await open(view)
  await page.evaluate(axe.source)
  const violations: string[] = []
  for (const [state, sample] of STATES) {
    if (state === 'several') {
      await drop(page, 'archive.mbox', mboxOf(LURE, NOTICE))
      await page.waitForSelector('.mails')
    } else if (sample !== '') {
      await page.locator(`#sample-${sample}`).click()
      await page.waitForSelector(`#sample-${sample}[aria-pressed="true"]`)
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('details')) part.open = true
      })
      await page.locator('.mark').first().focus()
    }
    const { violations: found } = await page.evaluate(
      (run) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, run),
      RUN,
    )
    violations.push(
      ...found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${state}: ${id}: ${html.slice(0, 160)}`)),
    )
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide, `${state}: pixels to scroll sideways`).toBe(0)
  }
  expect(violations).toEqual([])
})

test('a refusal is an alert, and has no violation either', async () => {
  const { page } = await open({ width: 360 })
  await drop(page, 'a.msg', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))
  await page.waitForSelector('#problem:not(:empty)')
  expect(await page.locator('#problem').getAttribute('role')).toBe('alert')
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (run) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, run),
    RUN,
  )
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('with reduced motion nothing moves', async () => {
  const moving = () =>
    [...document.querySelectorAll('*')].filter((at) => {
      const { animationName, transitionDuration } = getComputedStyle(at)
      return animationName !== 'none' || transitionDuration.split(',').some((each) => parseFloat(each) > 0)
    }).length
  const counts = []
  for (const isCalm of [true, false]) {
    const { page } = await open({ isCalm })
    await page.locator('#sample-server-failure').click()
    await page.waitForSelector('.verdict')
    counts.push((await page.evaluate(moving)) > 0)
  }
  expect(counts).toEqual([false, true])
})
