import { describe, expect, it } from 'vitest'
import { inspectLink } from '../../src/link/inspect.ts'
import { CORPUS } from './link-corpus.ts'

describe('where a redirect leads', () => {
  it.each([
    ['https://www.google.com/url?sa=D&q=https%3A%2F%2Fevil.example%2Fa', 'https://evil.example/a'],
    ['https://www.google.com/url?url=http://evil.example/a&usg=x', 'http://evil.example/a'],
    [
      'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example%2F%3Fa%3D1&data=05%7C',
      'https://evil.example/?a=1',
    ],
    ['https://urldefense.com/v3/__https://evil.example/a/b__;!!Fb!x$', 'https://evil.example/a/b'],
    ['https://urldefense.com/v3/__https:/evil.example/a__;Iw!!Fb!x$', 'https://evil.example/a'],
    ['https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.example_a-3Fb&d=DwIF', 'https://evil.example/a?b'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fevil.example%2F&h=AT0', 'https://evil.example/'],
    ['https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9ldmlsLmV4YW1wbGUvYQ&ntb=1', 'https://evil.example/a'],
    ['https://t.umblr.com/redirect?z=https%3A%2F%2Fevil.example%2F&t=x', 'https://evil.example/'],
    ['https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fevil.example', 'https://evil.example/'],
    ['https://www.google.com/amp/s/evil.example/a', 'https://evil.example/a'],
    ['https://evil-example.cdn.ampproject.org/c/s/evil.example/a', 'https://evil.example/a'],
    [
      'https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=https%3a%2f%2fevil.example%2fa/RK=2/RS=x',
      'https://evil.example/a',
    ],
    ['https://secure-web.cisco.com/1abc/https%3A%2F%2Fevil.example%2Fa', 'https://evil.example/a'],
    [
      'https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=https%3a%2f%2fevil.example%2fa&umid=1',
      'https://evil.example/a',
    ],
    [
      'https://eu-west-1.protection.sophos.com/?d=evil.example&u=aHR0cHM6Ly9ldmlsLmV4YW1wbGUvYQ==&i=1',
      'https://evil.example/a',
    ],
    ['https://url.avanan.click/v2/___https://evil.example/a___.YXAxOmEuZXhhbXBsZQ', 'https://evil.example/a'],
    ['https://jump.example.org/?goto=https%3A%2F%2Fevil.example%2Fa', 'https://evil.example/a'],
    ['https://jump.example.org/x/https://evil.example/a?b=c', 'https://evil.example/a?b=c'],
    ['https://jump.example.org/?https://evil.example/a', 'https://evil.example/a'],
  ])('%s', (url, target) => {
    const link = inspectLink(url, CORPUS)
    expect(link.url).toBe(target)
    expect(link.wrappers).toHaveLength(1)
    expect(link.host).toBe('evil.example')
  })

  it('follows redirects to redirects three deep and no deeper', () => {
    let url = 'https://evil.example/'
    for (let i = 0; i < 5; i++) url = `https://www.google.com/url?q=${encodeURIComponent(url)}`
    const link = inspectLink(url, CORPUS)
    expect(link.wrappers).toHaveLength(3)
    expect(link.host).toBe('www.google.com')
  })

  it('names open redirectors and not the gateways of the recipient', () => {
    const codes = (url: string) => inspectLink(url, CORPUS).deceptions.map((d) => d.code)
    expect(codes('https://www.google.com/url?q=https://evil.example/')).toEqual(['link-redirector'])
    expect(codes('https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example%2F')).toEqual([])
  })

  it.each([
    'https://www.google.com/search?q=https://evil.example/',
    'https://www.google.com/url?q=example',
    'https://a.example/https://b.example/',
    'https://a.example/?url=https://b.example/',
    'https://www.bing.com/ck/a?u=a1////',
    'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&url=https%3A%2F%2Fevil.example%2F',
  ])('leaves %s alone', (url) => {
    expect(inspectLink(url, CORPUS).wrappers).toEqual([])
  })
})
