import { describe, expect, test } from 'vitest'
import { inspectLink } from '../../src/link/inspect.ts'
import { visibleText } from '../../src/text/html.ts'
import { shortUrl } from '../../src/text/long-url.ts'

const padding = '%20'.repeat(9_000)

describe('shortUrl keeps the host', () => {
  test.each([
    ['a short URL', 'https://a.example/b', 30, 'https://a.example/b'],
    ['a long path', 'https://a.example/bcdefghijklmnop', 20, 'https://a.example/bc'],
    ['user information that is short', `https://u@a.example/${'b'.repeat(40)}`, 24, 'https://u@a.example/bbbb'],
    ['an at-sign in the path', `https://a.example/${'b'.repeat(400)}@c`, 20, 'https://a.example/bb'],
    ['no scheme', 'a'.repeat(40), 10, 'a'.repeat(10)],
  ])('%s', (_, url, most, expected) => {
    expect(shortUrl(url, most)).toBe(expected)
  })

  test('long user information', () => {
    expect(shortUrl(`https://www.kagoya.jp${padding}@evil.example/x`, 4_096)).toMatch(
      /^https:\/\/www\.kagoya\.jp%20.*@evil\.example\/x$/,
    )
  })
})

test('a host behind 27,000 units of user information is found in a URL and in an href', () => {
  const url = `https://www.kagoya.jp${padding}@evil.example/x`
  expect(inspectLink(url).host).toBe('evil.example')
  expect(inspectLink(url).deceptions.map((d) => d.code)).toContain('link-userinfo')
  expect(visibleText(`<a href="${url}">x</a>`).links[0]?.href).toMatch(/@evil\.example\/x$/)
})
