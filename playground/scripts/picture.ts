/** How do the pictures in the READMEs come about? The built playground with the documented lure, once in each language. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { chromiumArguments, chromiumPath, NO_CHROMIUM } from '../../test/support/chromium.ts'
import { PAGE } from './build.ts'
import { palettePng } from './palette-png.ts'

const FOLDER = join(import.meta.dirname, '../../docs/images')
const LANGUAGES = { ja: 'ja-JP', en: 'en-GB' }
/** A README is loaded by everybody, so its picture stays small. */
const MOST_BYTES = 200_000

/** Whether this machine has Japanese letters: two kanji that are drawn alike are two empty boxes. */
const hasJapanese = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [one, other] = ['偽', '例'].map((kanji) => {
      const canvas = document.createElement('canvas')
      const context = canvas.getContext('2d')!
      context.font = '32px sans-serif'
      context.fillText(kanji, 0, 40)
      return canvas.toDataURL()
    })
    return one !== other
  })

/** The pixels of a screenshot: the browser reads its own PNG. */
async function pixelsOf(page: Page, png: Buffer): Promise<{ width: number; height: number; rgba: Uint8Array }> {
  const { width, height, base64 } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    const pieces: string[] = []
    for (let i = 0; i < data.length; i += 8_192) pieces.push(String.fromCharCode(...data.subarray(i, i + 8_192)))
    return { width, height, base64: btoa(pieces.join('')) }
  }, png.toString('base64'))
  return { width, height, rgba: Buffer.from(base64, 'base64') }
}

const executablePath = chromiumPath()
if (executablePath === undefined) throw new Error(`Chromium: ${NO_CHROMIUM}`)
const browser = await chromium.launch({ executablePath, args: chromiumArguments() })
mkdirSync(FOLDER, { recursive: true })
for (const [lang, locale] of Object.entries(LANGUAGES)) {
  const page = await browser.newPage({
    locale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: { width: 1240, height: 1180 },
  })
  await page.goto(pathToFileURL(PAGE).href)
  if (!(await hasJapanese(page))) throw new Error('no Japanese font: apt-get install fonts-noto-cjk brings one')
  await page.locator('#sample-server-failure').click()
  await page.locator('.mark').first().waitFor()
  const { width, height, rgba } = await pixelsOf(page, await page.screenshot())
  const png = palettePng(width, height, rgba)
  const path = join(FOLDER, `playground-${lang}.png`)
  writeFileSync(path, png)
  console.log(`docs/images/playground-${lang}.png: ${Math.round(png.length / 1000)} KB`)
  if (png.length > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`)
}
await browser.close()
