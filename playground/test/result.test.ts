/** Does the page show what it promises of a mail, in both languages? */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { classify } from '../../src/index.ts'
import { drop, type Opening, open, withBrowser } from './browser.ts'

withBrowser()

async function withSample(name: string, opening: Opening = {}): Promise<Page> {
  const { page } = await open(opening)
  await page.locator(`#sample-${name}`).click()
  await page.waitForSelector('.verdict')
  return page
}

const copied = async (page: Page, index: number): Promise<string> => {
  await page
    .getByRole('button', { name: /^(コピー|Copy)$/ })
    .nth(index)
    .click()
  await expect.poll(() => page.locator('.copied').nth(index).textContent()).not.toBe('')
  return page.evaluate(() => navigator.clipboard.readText())
}

test('the verdict names the brand, the lure and what to do, in Japanese', async () => {
  const page = await withSample('server-failure')
  expect(await page.locator('.verdict :is(.stamp, p, h2, dt, dd, h3, li)').allTextContents()).toEqual([
    '偽',
    'フィッシング',
    'こちらのメールは、カゴヤ・ジャパンをかたる偽のメール（フィッシング）と思われます。',
    '名乗り',
    'カゴヤ・ジャパン',
    '手口',
    'kagoya/server-failure（一致度 1.00）',
    'スコア',
    '93 100点満点の順位づけで、確率ではありません',
    'いま行うこと',
    'リンクや添付ファイルを開かず、情報の入力や返信もなさらずに、メールを削除していただきますようお願いいたします。',
    'パスワードなどを入力された場合は、すぐにパスワードを変更し、覚えのないメールアカウントの追加や設定の変更がないかをご確認ください。',
    'その場合や、ご不明な点がございましたら、サポート窓口までご連絡ください。(カゴヤ・ジャパンからの注意喚起: https://www.kagoya.jp/news/2020030910797.html)',
    'そう判断した理由',
    'これまでに確認されている偽メールと、文面が一致または類似しています。',
    'リンク先が、カゴヤ・ジャパンの公式サイトではありません。',
    'カゴヤ・ジャパンを名乗っています。',
  ])
})

test.each([
  ['ja', '偽のメールの特徴は見つかりませんでしたが、本物と確認できたわけではございません。'],
  ['en', 'No sign of a fake was found in this mail, but that does not prove it genuine.'],
] as const)('nothing found is never said as safe (%s)', async (lang, said) => {
  const page = await withSample('genuine-notice', { lang })
  expect(await page.locator('.verdict h2').textContent()).toContain(said)
})

test('links are defanged, with the registrable domain in bold, and none can be clicked', async () => {
  const page = await withSample('hidden-text')
  expect(await page.locator('.host').textContent()).toBe('kagoya[.]jp[.]login-check[.]example')
  expect(await page.locator('.host strong').textContent()).toBe('login-check[.]example')
  expect(await page.locator('.url').textContent()).toBe(
    'hxxps://kagoya[.]jp[.]login-check[.]example/jp/kagoya.net?uid=●●●',
  )
  expect(await page.locator('.shown').textContent()).toBe('表示されている文字: hxxps://www[.]kagoya[.]jp/login/')
  expect(await page.locator('#result a, #result [href]').count()).toBe(0)
})

test('hidden text is listed with the way it is hidden, and invisible characters stand in the mail by their numbers', async () => {
  const page = await withSample('hidden-text')
  expect(await page.locator('.hidden-list span').allTextContents()).toEqual([
    ...['非表示の指定', '今月の新着情報をお届けします。ぜひご覧ください。'],
    ...['文字の大きさがゼロ', 'h4t'],
    ...['文字の大きさがゼロ', 'zq9'],
    ...['背景と同じ色', 'weather report garden recipe meeting'],
  ])
  expect(await page.locator('.invisible').allTextContents()).toEqual(['見えない文字 U+200B', '見えない文字 U+200B ×2'])
})

test('a forwarded mail that decides comes first, open, with findings of its own', async () => {
  const page = await withSample('forwarded')
  const headings = await page.locator('#result > section > h3').allTextContents()
  expect(headings).toEqual(['転送または添付されたメール', 'メールと根拠', 'リンクの行き先', '案内文'])
  expect(await page.locator('.inner > summary').textContent()).toBe('フィッシング メール1: サービス停止通知')
  expect(await page.locator('.inner .finding').first().isVisible()).toBe(true)
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('the record says how bytes became text, which checks were left out and which caps were reached', async () => {
  const page = await withSample('server-failure')
  await page.getByText('読み取りの記録').click()
  expect(await page.locator('tbody td').allTextContents()).toEqual([
    'パート 1',
    'ISO-2022-JP',
    'iso-2022-jp',
    'JISの切り替え記号による',
  ])
  await drop(
    page,
    'a.eml',
    Buffer.from('From: a@mail.example\nContent-Type: application/ms-tnef; name=winmail.dat\n\nxxxx'),
  )
  await expect
    .poll(() => page.locator('details.panel').first().textContent())
    .toContain('Outlookのリッチテキスト（winmail.dat）は読み取れません。')
})

test('the copied replies are the ones that are shown', async () => {
  const page = await withSample('server-failure')
  const customer = await copied(page, 0)
  expect(customer.split('\n')[0]).toBe(
    'こちらのメールは、カゴヤ・ジャパンをかたる偽のメール（フィッシング）と思われます。',
  )
  expect(customer).toContain('・リンク先が、カゴヤ・ジャパンの公式サイトではありません。')
  const agent = await copied(page, 1)
  expect(agent).toContain('\n    hxxps://server-status[.]example/jp/kagoya.net?uid=●●●\n')
  expect(agent).toContain('・ヘッダーを含む原本を保存し、')
})

test('the copied JSON is the verdict of the library, with the recipient redacted', async () => {
  const page = await withSample('hidden-text')
  await page.getByText('判定結果のデータ（JSON）').click()
  const json = await copied(page, 2)
  const { playgroundSamples } = await import('../scripts/samples.ts')
  expect(JSON.parse(json)).toEqual(classify(Buffer.from(playgroundSamples()['hidden-text'], 'base64')))
  expect(json).not.toContain('user@customer.example')
})

test.each([
  ['ja', 'ja', 'lurebook – そのメールは本物ですか'],
  ['en', 'en', 'lurebook – is this mail genuine?'],
] as const)('a browser in %s gets the page in it', async (lang, attribute, title) => {
  const { page } = await open({ lang })
  expect(await page.locator('html').getAttribute('lang')).toBe(attribute)
  expect(await page.title()).toBe(title)
})

test('the other language keeps the verdict, what was typed and what was refused', async () => {
  const { page } = await open()
  await page.locator('#judge').click()
  await page.locator('#to-en').click()
  expect(await page.locator('#problem').textContent()).toBe('Paste a mail or choose a file.')
  await page.locator('#sample-server-failure').click()
  await page.waitForSelector('.verdict')
  await page.locator('#to-ja').click()
  expect(await page.locator('html').getAttribute('lang')).toBe('ja')
  expect(await page.locator('.verdict-label').textContent()).toBe('フィッシング')
  expect(await page.locator('.mail-body').first().getAttribute('lang')).toBe('ja')
  await page.locator('#source').fill('下書き')
  await page.locator('#to-en').click()
  expect(await page.locator('#source').inputValue()).toBe('下書き')
})

test.each(['light', 'dark'] as const)(
  'the button turns the %s colours of the system into the others, and back',
  async (scheme) => {
    const { page } = await open({ scheme })
    const colour = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const first = await colour()
    await page.locator('#theme').click()
    expect(await colour()).not.toBe(first)
    await page.locator('#theme').click()
    expect(await colour()).toBe(first)
  },
)

test('the page from the disk works as the one from a server', async () => {
  const page = await withSample('server-failure', { isFile: true })
  expect(await page.locator('.verdict').getAttribute('data-label')).toBe('phishing')
})
