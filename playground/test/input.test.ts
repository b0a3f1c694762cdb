/** Does a mail get in by every way that the page offers, and is what is no mail refused with what to do instead? */
import { expect, test } from 'vitest'
import { drop, LURE, labelOf, open, paste, withBrowser } from './browser.ts'

withBrowser()

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

const PASTED = `件名: サーバー障害通知
差出人: Kagoya Japan <info@mail.example>

システムでサーバー障害が発生しました。
ご希望の場合は、これがあなたにどのように影響するかを以下にお問い合わせください。
https://server-status.example/jp/kagoya.net?uid=user@customer.example
`

test('a dropped .eml is judged, and its name stands beside the field', async () => {
  const { page } = await open()
  await drop(page, 'mail.eml', LURE)
  expect(await labelOf(page)).toBe('phishing')
  expect(await page.locator('.facts').textContent()).toContain('kagoya/server-failure')
  expect(await page.locator('#told').textContent()).toBe('mail.eml')
})

test('a chosen file is judged, and can be chosen again', async () => {
  const { page } = await open()
  for (let i = 0; i < 2; i++) {
    await page
      .locator('#file')
      .setInputFiles({ name: 'mail.eml', mimeType: 'message/rfc822', buffer: Buffer.from(LURE) })
    expect(await labelOf(page)).toBe('phishing')
    await page.locator('#clear').click()
    expect(await page.locator('.verdict').count()).toBe(0)
  }
})

test('a pasted text with 件名 and 差出人 is judged at once', async () => {
  const { page } = await open()
  await paste(page, PASTED)
  expect(await labelOf(page)).toBe('phishing')
  expect(await page.locator('.mail-head').textContent()).toContain('サーバー障害通知')
})

test('a pasted source with headers is judged', async () => {
  const { page } = await open()
  await paste(page, Buffer.from(LURE).toString('latin1'))
  expect(await labelOf(page)).toBe('phishing')
  expect(await page.locator('.mail-head').textContent()).toContain('Kagoya Japan')
})

test('what is copied out of a mail program brings the targets of its links', async () => {
  const { page } = await open()
  const text = '件名: 重要なお知らせ\n差出人: KAGOYA JAPAN <a@mail.example>\n\nここをクリックしてください'
  const html = `<p>KAGOYA JAPAN</p><p>下記をクリックしてください</p><a href="https://kagoya.jp.login-check.example/jp/kagoya.net?uid=1">https://www.kagoya.jp/</a>`
  await paste(page, text, html)
  expect(await page.locator('.host').textContent()).toBe('kagoya[.]jp[.]login-check[.]example')
  expect(await page.locator('#told').textContent()).toBe('貼り付けた文章に含まれていたリンクの行き先も調べました。')
  expect(await page.locator('.mail-head').textContent()).toContain('重要なお知らせ')
})

test('typed text is judged by the button and by Ctrl+Enter, and focus goes to the verdict', async () => {
  const { page } = await open()
  await page.locator('#source').fill(PASTED)
  await page.locator('#judge').click()
  expect(await labelOf(page)).toBe('phishing')
  await page.locator('#clear').click()
  await page.locator('#source').fill(PASTED)
  await page.locator('#source').press('Control+Enter')
  await page.waitForFunction(() => document.activeElement?.id === 'm-title')
})

test('a paste too long for the field is judged and said to be there', async () => {
  const { page } = await open()
  await paste(page, `${PASTED}${'あ'.repeat(300_000)}`)
  expect(await labelOf(page)).toBe('phishing')
  expect(await page.locator('#told').textContent()).toBe(
    `${(300_000 + PASTED.length).toLocaleString('ja-JP')}文字を受け取りました。長いため、この欄には表示していません。`,
  )
  expect(await page.locator('#source').inputValue()).toBe('')
})

test('each sample gives the label that it is there for', async () => {
  const { page } = await open()
  const labels: Record<string, string | null> = {}
  for (const button of await page.locator('#samples button').all()) {
    const id = (await button.getAttribute('id'))!
    await button.click()
    await page.waitForSelector(`#${id}[aria-pressed="true"]`)
    labels[id.replace('sample-', '')] = await labelOf(page)
  }
  expect(labels).toEqual({
    'mailbox-almost-full': 'phishing',
    'server-failure': 'phishing',
    'upgrade-held-mail': 'phishing',
    'service-outage': 'phishing',
    'mailbox-over-limit-1': 'phishing',
    'mailbox-over-limit-2': 'phishing',
    'server-maintenance-upgrade-1': 'phishing',
    'server-maintenance-upgrade-2': 'phishing',
    'hidden-text': 'phishing',
    forwarded: 'phishing',
    'warning-notice': 'quoted',
    'genuine-notice': 'none',
  })
})

test.each([
  ['an empty file', 'mail.eml', new Uint8Array(), 'ファイルが空です。'],
  [
    'an Outlook .msg',
    'mail.msg',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0),
    '.eml 形式で保存（ダウンロード）できます',
  ],
  ['a ZIP', 'mails.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), '圧縮されたファイルです。展開して'],
  ['a picture', 'photo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'メールのファイルではありません。'],
])('%s is refused with what to do, and leaves no old verdict', async (_, name, bytes, said) => {
  const { page, errors } = await open()
  await page.locator('#sample-server-failure').click()
  await page.waitForSelector('.verdict')
  await drop(page, name, bytes)
  await page.waitForSelector('#problem:not(:empty)')
  expect(await page.locator('#problem').textContent()).toContain(said)
  expect(await page.locator('.verdict').count()).toBe(0)
  expect(await page.locator('#samples [aria-pressed="true"]').count()).toBe(0)
  expect(errors).toEqual([])
})

test('the button without a mail asks for one', async () => {
  const { page } = await open()
  await page.locator('#judge').click()
  expect(await page.locator('#problem').textContent()).toBe('メールを貼り付けるか、ファイルを選んでください。')
})

test('a mail without text says that there was none', async () => {
  const { page } = await open()
  await drop(page, 'mail.eml', ascii('From: a@mail.example\r\nSubject: x\r\n\r\n'))
  await page.waitForSelector('.verdict')
  expect(await page.locator('.caution').textContent()).toContain('読み取れる本文がありませんでした')
})
