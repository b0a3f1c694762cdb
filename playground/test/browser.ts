/** How does a test open the page, and how does it learn of every request, violation and error? */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { demoMails } from '../../scripts/demo-mails.ts'
import { chromiumArguments } from '../../test/support/chromium.ts'

export const PAGE = join(import.meta.dirname, '../dist/index.html')

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A documented lure, and a mail between people. */
export const LURE = demoMails().find(({ name }) => name === 'server-failure.eml')!.bytes
export const NOTICE = bytesOf('From: Taro <taro@client.example>\r\nSubject: lunch\r\n\r\nAt noon, as always?\r\n')

/** An archive of mails. */
export function mboxOf(...mails: Uint8Array[]): Uint8Array {
  const line = bytesOf('From a@b.example Wed Nov 25 10:00:00 2026\n')
  return Uint8Array.from(mails.flatMap((mail) => [...line, ...mail, 10, 10]))
}

export interface Opened {
  page: Page
  /** URLs of all requests but that of the page. */
  requests: string[]
  /** Violated directives of the policy. */
  violations: () => Promise<string[]>
  errors: string[]
}

export interface Opening {
  lang?: 'ja' | 'en'
  scheme?: 'light' | 'dark'
  width?: number
  /** From the disk instead of the server on loopback. */
  isFile?: boolean
  isCalm?: boolean
}

let browser: Browser
let server: Server
/** Paths that were asked of the server. */
export const asked: string[] = []

/** To be called at the top of a test file: one browser and one server for it. */
export function withBrowser(): void {
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url)
      response.setHeader('Content-Type', 'text/html')
      response.end(url === '/' ? readFileSync(PAGE) : '')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM!, args: chromiumArguments() })
  })
  afterAll(async () => {
    await browser.close()
    await new Promise((resolve) => server.close(resolve))
  })
}

/** Where the server is: the only address that a test's mail may try to reach. */
export const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

export async function open(opening: Opening = {}): Promise<Opened> {
  const { lang = 'ja', scheme = 'light', width = 1280, isFile = false, isCalm = true } = opening
  const context = await browser.newContext({
    locale: lang === 'ja' ? 'ja-JP' : 'en-GB',
    colorScheme: scheme,
    reducedMotion: isCalm ? 'reduce' : 'no-preference',
    viewport: { width, height: 800 },
    permissions: isFile ? [] : ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const home = isFile ? pathToFileURL(PAGE).href : `${origin()}/`
  const requests: string[] = []
  const errors: string[] = []
  context.on('request', (request) => {
    if (request.url() !== home) requests.push(request.url())
  })
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(globalThis, { violations: seen })
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective))
  })
  await page.goto(home)
  const violations = () => page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)
  return { page, requests, violations, errors }
}

/** Lets a file fall onto the page. */
export const drop = (page: Page, name: string, bytes: Uint8Array): Promise<void> => dropAll(page, [[name, bytes]])

/** Lets files fall onto the page together. */
export async function dropAll(page: Page, files: Array<[name: string, bytes: Uint8Array]>): Promise<void> {
  const coded = files.map(([name, bytes]): [string, string] => [name, Buffer.from(bytes).toString('base64')])
  const dataTransfer = await page.evaluateHandle((coded) => {
    const transfer = new DataTransfer()
    for (const [name, base64] of coded) {
      const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    return transfer
  }, coded)
  await page.dispatchEvent('body', 'dragover', { dataTransfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

/** Puts text, and HTML if any, on the clipboard and pastes it into the field. */
export async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    async ([text, html]) => {
      const parts: Record<string, Blob> = { 'text/plain': new Blob([text!], { type: 'text/plain' }) }
      if (html) parts['text/html'] = new Blob([html], { type: 'text/html' })
      await navigator.clipboard.write([new ClipboardItem(parts)])
    },
    [text, html],
  )
  await page.locator('#source').focus()
  await page.keyboard.press('Control+V')
}

/** The label in the verdict card, once there is one. */
export const labelOf = async (page: Page): Promise<string | null> =>
  page.locator('.verdict').first().getAttribute('data-label')
