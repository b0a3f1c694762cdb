/** Is the reason for every marked place within reach: of the pointer, of the keyboard alone, and of a finger? */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Opening, open, withBrowser } from './browser.ts'

withBrowser()

async function withSample(name: string, opening: Opening = {}): Promise<Page> {
  const { page } = await open(opening)
  await page.locator(`#sample-${name}`).click()
  await page.waitForSelector('.verdict')
  return page
}

const note = (page: Page) => page.locator('.note')
const link = (page: Page) => page.locator('.mark', { hasText: 'server-status.example' })

test('hovering over a mark shows the reason, what was found and what was expected; moving away hides it', async () => {
  const page = await withSample('server-failure')
  await link(page).hover()
  const said = await note(page).textContent()
  expect(said).toContain('リンク先のURLが、フィッシングサイト作成キットに特有の形をしています。')
  expect(said).toContain('検出hxxps://server-status[.]example/jp/kagoya.net?uid=●●●')
  expect(said).toContain('本来kagoya[.]jp')
  await page.mouse.move(5, 5)
  await expect.poll(() => note(page).isHidden()).toBe(true)
})

test('the pointer may move onto the note; Escape puts it away', async () => {
  const page = await withSample('server-failure')
  await link(page).hover()
  await note(page).hover()
  await page.waitForTimeout(400)
  expect(await note(page).isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await note(page).isHidden()).toBe(true)
})

test('the note stays inside the window', async () => {
  const page = await withSample('server-failure', { width: 1024 })
  for (const mark of await page.locator('.mark').all()) {
    await mark.hover()
    const box = (await note(page).boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(1024)
  }
})

test('keyboard focus shows the same note, and its mark is described by the list for screen readers', async () => {
  const page = await withSample('server-failure')
  await link(page).focus()
  expect(await note(page).textContent()).toContain('フィッシングサイト作成キット')
  const described = await link(page).evaluate((mark) =>
    (mark.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? ''),
  )
  expect(described[0]).toContain('リンク先のURLが、フィッシングサイト作成キットに特有の形をしています。')
  expect(described.every((text) => text !== '')).toBe(true)
  await page.keyboard.press('Enter')
  expect(await note(page).isHidden()).toBe(true)
  await page.keyboard.press('Space')
  expect(await note(page).isVisible()).toBe(true)
  await page.keyboard.press('Tab')
  expect(await link(page).evaluate((mark) => mark === document.activeElement)).toBe(false)
})

test('a finding leads to its place in the mail', async () => {
  const page = await withSample('server-failure')
  await page.getByRole('button', { name: '指摘2の箇所へ移動' }).click()
  expect(await link(page).evaluate((mark) => mark === document.activeElement)).toBe(true)
})

test('hovering over a finding lights up its mark, and the other way round', async () => {
  const page = await withSample('server-failure')
  await page.locator('.finding', { hasText: 'link-kit-path' }).hover()
  expect(await link(page).getAttribute('class')).toBe('mark lit')
  await link(page).hover()
  expect(await page.locator('.finding', { hasText: 'link-kit-path' }).getAttribute('class')).toBe('finding lit')
})

test('on a small screen a tap shows the note at the bottom, and a tap elsewhere hides it', async () => {
  const page = await withSample('server-failure', { width: 360 })
  await link(page).click()
  const box = (await note(page).boundingBox())!
  expect(Math.round(box.y + box.height)).toBe(800)
  expect(box.width).toBe(360)
  await page.locator('#tagline').click()
  expect(await note(page).isHidden()).toBe(true)
})

test('the whole way by keyboard alone: sample, verdict, mark, copy, language', async () => {
  const { page } = await open()
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
  const tabTo = async (found: () => Promise<boolean>) => {
    for (let i = 0; i < 80; i++) {
      if (await found()) return
      await page.keyboard.press('Tab')
    }
    throw new Error('not reached by the Tab key')
  }
  await tabTo(async () => (await focused()) === 'sample-server-failure')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.verdict')
  expect(await page.locator('#status').textContent()).toBe(
    '判定は「フィッシング」です。こちらのメールは、カゴヤ・ジャパンをかたる偽のメール（フィッシング）と思われます。',
  )
  await tabTo(() => page.evaluate(() => document.activeElement?.classList.contains('mark') ?? false))
  expect(await note(page).isVisible()).toBe(true)
  await tabTo(() => page.evaluate(() => document.activeElement?.textContent === 'コピー'))
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.copied').first().textContent()).toBe('コピーしました')
  await page.locator('#skip').focus()
  await tabTo(async () => (await focused()) === 'to-en')
  await page.keyboard.press('Enter')
  expect(await page.locator('.verdict h2').textContent()).toBe(
    'This mail appears to be a fake (phishing) that uses the name of KAGOYA JAPAN.',
  )
  expect(await focused()).toBe('to-en')
})

test('the skip link leads to the result', async () => {
  const page = await withSample('server-failure')
  await page.locator('#skip').focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('result')
})
