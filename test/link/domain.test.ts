import { describe, expect, it } from 'vitest'
import { domainParts } from '../../src/link/domain.ts'

describe('the part of a host that can be registered', () => {
  it.each([
    ['www.kagoya.jp', 'kagoya.jp', 'jp', 'www'],
    ['www.amazon.co.jp', 'amazon.co.jp', 'co.jp', 'www'],
    ['www.co.jp.vguw.cn', 'vguw.cn', 'cn', 'www.co.jp'],
    ['a.b.github.io', 'b.github.io', 'github.io', 'a'],
    ['x.duckdns.org', 'x.duckdns.org', 'duckdns.org', ''],
    ['日本語.jp', 'xn--wgv71a119e.jp', 'jp', ''],
    ['www.evil.example', 'evil.example', 'example', 'www'],
    ['192.168.0.1', '', '', ''],
    ['3232235521', '', '', ''],
    ['[2001:db8::1]', '', '', ''],
    ['**.com', '', 'com', ''],
    ['localhost', '', 'localhost', ''],
    ['co.jp', '', 'co.jp', ''],
    ['', '', '', ''],
  ])('%s', (host, registrableDomain, publicSuffix, subdomain) => {
    expect(domainParts(host)).toMatchObject({ registrableDomain, publicSuffix, subdomain })
  })

  it('says which suffixes let anybody register below a company', () => {
    expect([domainParts('x.duckdns.org').privateSuffix, domainParts('x.co.jp').privateSuffix]).toEqual([true, false])
  })

  it('says whether a list knows the suffix', () => {
    expect([domainParts('a.example').knownSuffix, domainParts('a.jp').knownSuffix]).toEqual([false, true])
  })
})
