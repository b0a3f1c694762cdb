/** Does anything leave the page, and does anything of a mail run in it? */
import { expect, test } from 'vitest'
import { asked, drop, open, origin, paste, withBrowser } from './browser.ts'

withBrowser()

/** Everything that a browser would load, run or open if it were handed this HTML. */
const hostileHtml = (target: string): string => `<html><head>
<base href="${target}/base/"><meta http-equiv="refresh" content="0;url=${target}/refresh">
<link rel="stylesheet" href="${target}/style.css"><link rel="prefetch" href="${target}/prefetch">
<style>@import url(${target}/import.css); body { background: url(${target}/background) }</style>
<script src="${target}/script.js"></script><script>window.ran = true</script></head>
<body onload="window.ran = true">
<img src="${target}/pixel.gif" onerror="window.ran = true"><svg onload="window.ran = true"></svg>
<iframe src="${target}/frame"></iframe><object data="${target}/object"></object><video src="${target}/video"></video>
<a href="javascript:window.ran = true">https://www.kagoya.jp/</a>
<form action="${target}/form"><input type="password" autofocus onfocus="window.ran = true"></form>
</textarea></script></style><img src=x onerror="window.ran = true">
<p>KAGOYA JAPAN のパスワードを確認してください</p></body></html>`

const hostileMail = (target: string): Uint8Array =>
  new TextEncoder().encode(
    `From: "<img src=${target}/from onerror=window.ran=true>" <a@mail.example>\r\n` +
      `Subject: <script>window.ran = true</script><img src=${target}/subject>\r\n` +
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n` +
      `--b\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n${hostileHtml(target)}\r\n` +
      `--b\r\nContent-Type: image/png; name="<img src=${target}/name onerror=window.ran=true>.png"\r\n\r\nx\r\n--b--\r\n`,
  )

test.each([
  ['dropped', 'the server'],
  ['pasted', 'the server'],
  ['dropped', 'the disk'],
])('a hostile mail %s into the page from %s loads nothing, runs nothing and violates nothing', async (way, from) => {
  const { page, requests, violations, errors } = await open({ isFile: from === 'the disk' })
  const before = asked.length
  if (way === 'dropped') await drop(page, 'mail.eml', hostileMail(origin()))
  else await paste(page, hostileHtml(origin()))
  await page.waitForSelector('.verdict')
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true
  })
  for (const mark of await page.locator('.mark').all()) await mark.hover()
  await page.locator('#to-en').click()
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  const counts = await page.evaluate(() =>
    ['script', 'style', 'img', 'iframe', 'object', 'video', 'svg', 'form', 'link', 'base'].map(
      (tag) => `${tag} ${document.getElementsByTagName(tag).length}`,
    ),
  )
  expect(counts).toEqual([
    ...['script 1', 'style 1', 'img 0', 'iframe 0', 'object 0', 'video 0', 'svg 0', 'form 0', 'link 1', 'base 0'],
  ])
  // The one link is the skip link.
  expect(await page.locator('a[href]').count()).toBe(1)
  const shown = way === 'dropped' ? '<script>window.ran = true</script>' : 'KAGOYA JAPAN のパスワードを確認してください'
  expect(await page.locator('.mail').textContent()).toContain(shown)
  expect({ requests, violations: await violations(), errors, asked: asked.slice(before) }).toEqual({
    requests: [],
    violations: [],
    errors: [],
    asked: [],
  })
})

test.each([
  ['fetch', 'connect-src', (target: string) => fetch(`${target}/fetch`)],
  ['a beacon', 'connect-src', (target: string) => navigator.sendBeacon(`${target}/beacon`)],
  ['a socket', 'connect-src', (target: string) => new WebSocket(target.replace('http', 'ws'))],
  ['a picture', 'img-src', (target: string) => Object.assign(new Image(), { src: `${target}/picture` })],
  [
    'a frame',
    'frame-src',
    (target: string) =>
      document.body.append(Object.assign(document.createElement('iframe'), { src: `${target}/frame` })),
  ],
  [
    'a form',
    'form-action',
    (target: string) => {
      const form = Object.assign(document.createElement('form'), { action: `${target}/form` })
      document.body.append(form)
      form.submit()
    },
  ],
  [
    'a style sheet',
    'style-src-elem',
    (target: string) =>
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${target}/css` })),
  ],
  ['HTML from a string', 'require-trusted-types-for', () => Object.assign(document.body, { innerHTML: '<b>x</b>' })],
  [
    'a script from a string',
    'require-trusted-types-for',
    () => document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = true' })),
  ],
])('the policy of the page stops %s', async (_, directive, attempt) => {
  const { page, requests, violations } = await open()
  const before = asked.length
  await page.evaluate(`(async () => { try { await (${String(attempt)})('${origin()}') } catch {} })()`)
  await expect.poll(violations).toContain(directive)
  expect(asked.slice(before)).toEqual([])
  expect(requests.filter((url) => !url.startsWith(origin()))).toEqual([])
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
})

test('nothing is kept: no cookie, no storage, no database', async () => {
  const { page } = await open()
  await page.locator('#sample-server-failure').click()
  await page.locator('#theme').click()
  await page.locator('#to-en').click()
  await page.waitForSelector('.verdict')
  const kept = await page.evaluate(async () => [
    document.cookie,
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ])
  expect(kept).toEqual(['', 0, 0, 0, 0])
})
