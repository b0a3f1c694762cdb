/** Does the source keep its word: no HTML from strings, no connection, and a policy that allows only what was built? */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PAGE } from './browser.ts'

const SOURCE = join(import.meta.dirname, '../src')
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

/** What would hand a mail to a parser of HTML, run a string, open a connection, or leave the page. */
const FORBIDDEN = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'parseHTML', 'document.write', 'DOMParser'],
  ...['createContextualFragment', 'srcdoc', 'eval(', 'new Function', 'setAttributeNS', 'createElementNS'],
  ...['fetch(', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'RTCPeerConnection', 'import('],
  ...['window.open', 'location.', 'new Image', '.href =', '.src =', 'new Worker', 'serviceWorker'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'document.cookie'],
]

test.each(FORBIDDEN)('no file of the page holds %s', (word) => {
  const holders = files.filter((file) => readFileSync(join(SOURCE, file), 'utf8').includes(word))
  expect(files.length).toBeGreaterThan(20)
  expect(holders).toEqual([])
})

test('attributes go through the list in dom.ts; elsewhere only those for screen readers are set', () => {
  const calls = files.flatMap((file) =>
    (readFileSync(join(SOURCE, file), 'utf8').match(/(?:set|toggle)Attribute\w*\('?[a-z]*/g) ?? []).map(
      (call) => `${file === 'dom.ts' ? 'dom.ts' : 'elsewhere'}: ${call}`,
    ),
  )
  expect([...new Set(calls)].sort()).toEqual(['dom.ts: setAttribute(name', "elsewhere: setAttribute('aria"])
})

describe('the built page', () => {
  const html = readFileSync(PAGE, 'utf8')
  const between = (open: string, close: string): string =>
    html.slice(html.indexOf(open) + open.length, html.indexOf(close))
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

  test('has the policy first, with the hashes of its one script and its one style', () => {
    expect(html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1]).toBe(
      `default-src 'none'; script-src ${hash(between('<script>', '</script>'))}; ` +
        `style-src ${hash(between('<style>', '</style>'))}; img-src data:; connect-src 'none'; form-action 'none'; ` +
        "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    )
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<title>'))
  })

  test('is one file that names no other', () => {
    expect(html.match(/<script[^>]*>|<style[^>]*>|<link [^>]{0,40}/g)).toEqual([
      '<link rel="icon" href="data:image/svg+xml,%3Cs',
      '<style>',
      '<script>',
    ])
    // The one address is the name space of the icon.
    const outside = html.replace(between('<script>', '</script>'), () => '')
    expect(outside.match(/url\(|@import|\ssrc=|https?:[^ ]{12}/g)).toEqual(['http://www.w3.org'])
  })

  test('is small enough to be sent by mail', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(900_000)
  })
})
