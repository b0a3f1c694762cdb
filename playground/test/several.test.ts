/** Are several mails listed, each with its label, and can each of them be looked at? */
import { expect, test } from 'vitest'
import { drop, dropAll, LURE, labelOf, mboxOf, NOTICE, open, paste, withBrowser } from './browser.ts'

withBrowser()

const NAMELESS = new TextEncoder().encode('X-Note: a\r\nX-Other: b\r\n\r\nhello\r\n')

test('the mails of a dropped mbox are listed, and the first is shown', async () => {
  const { page, errors } = await open()
  await drop(page, 'archive.mbox', mboxOf(LURE, NOTICE, NAMELESS))
  expect(await labelOf(page)).toBe('phishing')
  expect(await page.locator('#mails-heading').textContent()).toBe('3通のメール')
  expect(await page.locator('.mails button .chip').allTextContents()).toEqual(['フィッシング', '該当なし', '該当なし'])
  expect(await page.locator('.mails .mail-subject').allTextContents()).toEqual([
    expect.stringContaining('サーバー'),
    'lunch',
    '（件名なし）',
  ])
  expect(await page.locator('.mails .mail-from').nth(2).textContent()).toBe('（差出人なし）')
  expect(await page.locator('#told').textContent()).toBe('archive.mbox#1')
  expect(errors).toEqual([])
})

test('choosing one shows it, marks it in the list and moves focus to its verdict', async () => {
  const { page } = await open()
  await drop(page, 'archive.mbox', mboxOf(LURE, NOTICE))
  await page.waitForSelector('.verdict')
  await page.locator('.mails button').nth(1).focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.verdict[data-label="none"]')
  expect(await page.locator('.mails [aria-pressed="true"] .mail-subject').textContent()).toBe('lunch')
  expect(await page.locator('#told').textContent()).toBe('archive.mbox#2')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('m-title')
})

test('files dropped together are listed, and what is no mail among them says why', async () => {
  const { page } = await open({ lang: 'en' })
  await dropAll(page, [
    ['photo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13)],
    ['lure.eml', LURE],
    ['lunch.eml', NOTICE],
  ])
  expect(await labelOf(page)).toBe('phishing')
  expect(await page.locator('#mails-heading').textContent()).toBe('3 mails')
  expect(await page.locator('.mails .no-mail').textContent()).toContain('photo.png')
  expect(await page.locator('.mails .no-mail').textContent()).toContain('This file is not a mail.')
  expect(await page.locator('.mails [aria-pressed="true"]').count()).toBe(1)
})

test('an mbox of one mail is that mail, without a list', async () => {
  const { page } = await open()
  await drop(page, 'one.mbox', mboxOf(LURE))
  expect(await labelOf(page)).toBe('phishing')
  expect(await page.locator('.mails').count()).toBe(0)
})

test('the list goes when another mail comes or the page is cleared', async () => {
  const { page } = await open()
  await drop(page, 'archive.mbox', mboxOf(LURE, NOTICE))
  await page.waitForSelector('.mails')
  await paste(page, '件名: 昼食\n差出人: 太郎 <taro@client.example>\n\n正午でいいですか')
  await page.waitForSelector('.mails', { state: 'detached' })
  await drop(page, 'archive.mbox', mboxOf(LURE, NOTICE))
  await page.waitForSelector('.mails')
  await page.locator('#clear').click()
  expect(await page.locator('.mails, .verdict').count()).toBe(0)
})

test('a long archive is listed up to 500 mails, and the page says how far it is', async () => {
  const { page } = await open()
  await drop(page, 'long.mbox', mboxOf(...Array.from({ length: 620 }, () => NOTICE)))
  expect(await labelOf(page)).toBe('none')
  expect(await page.locator('.mails button').count()).toBe(500)
})

test('both languages say the list', async () => {
  const { page } = await open()
  await drop(page, 'archive.mbox', mboxOf(LURE, NOTICE))
  await page.waitForSelector('.mails')
  await page.locator('#to-en').click()
  expect(await page.locator('#mails-heading').textContent()).toBe('2 mails')
  expect(await page.locator('.mails button .chip').allTextContents()).toEqual(['Phishing', 'Nothing found'])
})
