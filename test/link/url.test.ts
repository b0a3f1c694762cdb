import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toAsciiHost, toUnicodeHost } from '../../src/link/host.ts'
import { joinUrl, splitUrl } from '../../src/link/url.ts'

describe('a URL as a browser would open it', () => {
  it.each([
    ['HTTPS://WWW.EXAMPLE.JP:443/A', 'https://www.example.jp/A'],
    ['http://example.jp:080/', 'http://example.jp/'],
    ['https:\\\\evil.example\\login', 'https://evil.example/login'],
    ['https:evil.example/a', 'https://evil.example/a'],
    ['https:////evil.example/a', 'https://evil.example/a'],
    [' \thttps://exa\nmple.com/\ta ', 'https://example.com/a'],
    ['https://example.com?x#y', 'https://example.com/?x#y'],
    ['https://a@b@c.example/', 'https://a@b@c.example/'],
    ['https://example.com/a b"<>', 'https://example.com/a%20b%22%3C%3E'],
    ['https://example.com/検索?q=日', 'https://example.com/%E6%A4%9C%E7%B4%A2?q=%E6%97%A5'],
    ['https://example.com/a/./b/../../c/', 'https://example.com/c/'],
    ['https://example.com/..', 'https://example.com/'],
    ['//evil.example/x', 'http://evil.example/x'],
    ['evil.example:8080/x', 'http://evil.example:8080/x'],
    ['mailto:a@example.jp', 'mailto:a@example.jp'],
    ['tel:0120-000-000', 'tel:0120-000-000'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['', 'http:///'],
  ])('%s', (url, expected) => {
    expect(joinUrl(splitUrl(url))).toBe(expected)
  })
})

describe('a host as a resolver gets it', () => {
  it.each([
    ['ｅｖｉｌ．ｃｏｍ', 'evil.com'],
    ['evil。com', 'evil.com'],
    ['evil\u200b.c\u00adom', 'evil.com'],
    ['𝕖𝕧𝕚𝕝.com', 'evil.com'],
    ['ⓔvil.com', 'evil.com'],
    ['%65vil.com', 'evil.com'],
    ['日本語.JP', 'xn--wgv71a119e.jp'],
    ['が.jp', 'xn--v8j.jp'],
    ['ＢÜCHER.example', 'xn--bcher-kva.example'],
    ['bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['J\u030c.example', 'xn--ska.example'],
    // Cased letters of Unicode 16 and a mark of 17, which not every host has.
    ['\u{10d50}.example', 'xn--gg0d.example'],
    ['\ua7cb.example', 'xn--w78a.example'],
    ['a\u1ad0\u0323.example', 'xn--a-vdb692p.example'],
    ['○○.com', '**.com'],
    ['example.com.', 'example.com'],
    ['3232235521', '192.168.0.1'],
    ['0xC0A80001', '192.168.0.1'],
    ['0300.0250.0.1', '192.168.0.1'],
    ['127.1', '127.0.0.1'],
    ['0x7f.0.0x1', '127.0.0.1'],
    ['1.2.3.4.5', '1.2.3.4.5'],
    ['256.1.1.1', '256.1.1.1'],
    ['09.1.1.1', '09.1.1.1'],
    ['4294967296', '4294967296'],
    ['[2001:DB8::0:1]', '[2001:db8::1]'],
    ['[::ffff:192.0.2.1]', '[::ffff:c000:201]'],
    ['[1::2::3]', '[1::2::3]'],
  ])('%s', (host, expected) => {
    expect(toAsciiHost(host)).toBe(expected)
  })

  it('shows it to a reader again', () => {
    expect(toUnicodeHost('www.xn--wgv71a119e.jp')).toBe('www.日本語.jp')
  })
})

describe('against the runtime', () => {
  const label = fc.string({
    unit: fc.constantFrom('a', 'b', 'z', '0', '9', '-', 'é', 'я', '日', 'か'),
    minLength: 1,
    maxLength: 8,
  })
  const path = fc.string({
    unit: fc.constantFrom('/', 'a', '.', '%20', '日', '?', '#', '&', '=', '@', ':', '\\'),
    maxLength: 20,
  })
  it('splits ordinary URLs as WHATWG URL does', () => {
    fc.assert(
      fc.property(label, path, (host, rest) => {
        const text = `https://${host}.example/${rest}`
        fc.pre(URL.canParse(text))
        const url = new URL(text)
        // Node 20 and 22 leave dot segments behind a segment that begins with a dot (`/.a/./b`), against the URL Standard
        fc.pre(!url.pathname.split('/').some((segment) => segment === '.' || segment === '..'))
        expect(joinUrl(splitUrl(text))).toBe(`${url.origin}${url.pathname}${url.search}${url.hash}`)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['https://a.example/a/.b/./c', 'https://a.example/a/.b/c'],
    ['https://a.example//.=/.', 'https://a.example//.=/'],
    ['https://a.example/.a/../b', 'https://a.example/b'],
  ])('resolves dot segments behind a segment that begins with a dot: %s', (text, resolved) => {
    expect(joinUrl(splitUrl(text))).toBe(resolved)
  })

  it('never throws on anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        joinUrl(splitUrl(text))
        joinUrl(splitUrl(`https://${text}`))
      }),
    )
  })
})
