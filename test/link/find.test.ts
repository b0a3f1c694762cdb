import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractLinks, findLinks } from '../../src/link/find.ts'
import { quietest } from '../support/quietest.ts'

interface Vector {
  id: string
  text: string
  expect: Array<{ raw: string; url?: string; masked?: boolean; defanged?: boolean }>
}

const vectors = (name: string): Vector[] =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8'))

describe.each(['link-vectors.json', 'link-vectors-mail.json'])('links of %s', (file) => {
  it.each(vectors(file).map((v) => [v.id, v] as const))('%s', (_, vector) => {
    const found = extractLinks(vector.text)
    expect(found.map((l) => l.raw)).toEqual(vector.expect.map((e) => e.raw))
    expect(found).toMatchObject(vector.expect)
    for (const link of found) expect(vector.text.slice(link.start, link.end)).toBe(link.raw)
  })
})

describe('facts beside the URL', () => {
  it('says that a bare domain was printed without a scheme', () => {
    expect(extractLinks('www.example.jp と https://example.jp/').map((l) => l.scheme)).toEqual(['implied', 'explicit'])
  })

  it('tells a masked host, which leads nowhere, from a masked query, which still works', () => {
    const [query, host] = extractLinks('https://evil.example/jp/kagoya.net?uid=●●● https://○○.com/kagoya.jp/')
    expect([query?.masked, query?.maskedHost]).toEqual([true, false])
    expect([host?.masked, host?.maskedHost]).toEqual([true, true])
  })

  it('gives links in the order of the text, bare ones among the others', () => {
    expect(extractLinks('a.example.jp https://b.example.jp/ c.example.jp').map((l) => l.start)).toEqual([0, 13, 35])
  })
})

describe('bounds', () => {
  it('keeps the first links', () => {
    expect(findLinks('https://a.example.com/x\n'.repeat(30), { links: 10 }).links).toHaveLength(10)
  })

  it('stops looking for bare domains when their budget is spent', () => {
    expect(extractLinks('www.example.com '.repeat(100), { bareDomainUnits: 150 })).toHaveLength(10)
  })

  it.each([
    ['100,000 links', (n: number) => 'https://h.example.com/kagoya.jp/?uid=1\r\n'.repeat(n)],
    ['links on one line', (n: number) => 'https://h.example.com/k,'.repeat(n)],
    ['schemes alone', (n: number) => 'http://'.repeat(n)],
    ['schemes without slashes', (n: number) => 'https:'.repeat(n)],
    ['addresses without end', (n: number) => 'a@'.repeat(n)],
    ['www without end', (n: number) => 'www.'.repeat(n)],
    ['brackets without end', (n: number) => `https://example.com/${'('.repeat(n)}`],
    ['closing brackets without end', (n: number) => `(https://example.com/${')'.repeat(n)}`],
    ['broken angle brackets', (n: number) => '<http://a.jp/b\n'.repeat(n)],
    ['bracketed dots', (n: number) => 'a[.]'.repeat(n)],
    ['masks', (n: number) => `https://${'●'.repeat(n)}`],
    ['invisible characters', (n: number) => `https://a.jp/${'\u200b'.repeat(n)}x`],
    ['Japanese hosts', (n: number) => 'https://日本語。example.comをクリック'.repeat(n)],
  ])('reads %s in time linear in the length', (_, make) => {
    const text = make(100_000).slice(0, 1_000_000)
    expect(quietest(500, () => findLinks(text))).toBeLessThan(500)
  })
})

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    'http',
    'https',
    ':',
    '//',
    '/',
    '.',
    '@',
    '<',
    '>',
    '\n',
    'www',
    'example',
    'com',
    'jp',
    '日本',
    'を',
    '●',
    '*',
    '[.]',
    '(',
    ')',
    '：',
    '／',
    '\u200b',
    '。',
    ' ',
    '?',
    '=',
    '&',
    '8080',
    '𝕒',
    'mailto',
    'hxxp',
    '-',
  )
  it('returns spans inside the text, in order, that do not overlap', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const link of extractLinks(text)) {
          expect(link.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(link.start, link.end)).toBe(link.raw)
          expect(link.raw.length).toBeGreaterThan(2)
          end = link.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2_000 },
    )
  })
})
