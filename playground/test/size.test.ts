/** Does the page stay quick and whole when a mail is large? */
import { expect, test } from 'vitest'
import { drop, labelOf, open, withBrowser } from './browser.ts'

withBrowser()

const HEAD =
  'From: KAGOYA JAPAN <info@mail.example>\r\nTo: <user@customer.example>\r\nSubject: x\r\nContent-Type: text/plain; charset=UTF-8\r\n'
const LURE =
  'システムでサーバー障害が発生しました。\r\nパスワードを確認してください。\r\nhttps://server-status.example/jp/kagoya.net?uid=user@customer.example\r\n'
const filler = (size: number): string =>
  '平素は格別のお引き立てを賜り、誠にありがとうございます。\r\n'.repeat(size / 86)

/** Milliseconds that the page could not answer in, at most. */
const FROZEN = 5_000

test.each([
  ['1 MB of text', `${HEAD}\r\n${LURE}${filler(1_000_000)}`, 'phishing'],
  ['10 MB of text', `${HEAD}\r\n${LURE}${filler(10_000_000)}`, 'phishing'],
  ['5 MB of headers', `${HEAD}${`X-Filler: ${'x'.repeat(900)}\r\n`.repeat(5_500)}\r\n${LURE}`, 'phishing'],
  ['10 MB of open tags', `${HEAD.replace('plain', 'html')}\r\n${'<b>'.repeat(3_300_000)}`, 'none'],
  ['half a million links', `${HEAD}\r\n${'https://a.example/ '.repeat(500_000)}`, 'none'],
  ['10 MB of invisible characters', `${HEAD}\r\n${'a\u200b\u202e'.repeat(1_400_000)}`, 'none'],
])('%s: judged, shown in part, and the page answers', async (_, mail, label) => {
  const { page, errors } = await open()
  const bytes = new TextEncoder().encode(mail)
  await page.evaluate(() => {
    let last = performance.now()
    Object.assign(globalThis, { longest: 0 })
    setInterval(() => {
      const now = performance.now()
      const seen = globalThis as unknown as { longest: number }
      seen.longest = Math.max(seen.longest, now - last)
      last = now
    }, 20)
  })
  await drop(page, 'mail.eml', bytes)
  expect(await labelOf(page)).toBe(label)
  const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest)
  expect(longest).toBeLessThan(FROZEN)
  expect(await page.locator('.mail').evaluate(({ textContent }) => textContent?.length)).toBeLessThan(60_000)
  expect(await page.evaluate(() => document.getElementsByTagName('*').length)).toBeLessThan(6_000)
  expect(errors).toEqual([])
})

test('a mail of 1 MB is judged in less than a second', async () => {
  const { page } = await open()
  await page.locator('#sample-server-failure').click()
  await page.waitForSelector('.verdict')
  await drop(page, 'mail.eml', new TextEncoder().encode(`${HEAD}\r\n${LURE}${filler(1_000_000)}`))
  await page.waitForSelector('.omitted')
  const took = /時間: ([\d.]+) ミリ秒/.exec((await page.locator('details.panel').first().textContent()) ?? '')
  expect(Number(took?.[1])).toBeLessThan(1_000)
})

test('what is left out is said, with its number', async () => {
  const { page } = await open()
  await drop(page, 'mail.eml', new TextEncoder().encode(`${HEAD}\r\n${LURE}${'あ'.repeat(100_000)}`))
  await page.waitForSelector('.omitted')
  expect(await page.locator('.omitted').textContent()).toMatch(/^（80,\d{3}文字を省略）$/)
})
