import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { EvidenceCode } from '../../src/detect/model.ts'
import { inspectLink, type LinkCode, type LinkContext } from '../../src/link/inspect.ts'
import { quietest } from '../support/quietest.ts'
import { BRANDS, brandIndex, CORPUS } from './link-corpus.ts'

/** `code brand` without the `link-`. */
function told(url: string, context?: LinkContext): string[] {
  return inspectLink(url, CORPUS, context).deceptions.map(
    (d) => `${d.code.slice(5)}${d.brand === undefined ? '' : ` ${BRANDS[d.brand]?.id}`}`,
  )
}

describe('deceptions in a host', () => {
  it.each([
    ['https://www.amazon.co.jp.x.example/', ['suffix-in-subdomain', 'brand-in-subdomain amazon-jp']],
    ['https://my-jcb-co-jp.x.example/', ['suffix-in-subdomain', 'brand-in-subdomain jcb']],
    ['https://amazon.x.example/', ['brand-in-subdomain amazon-jp']],
    ['https://jcb.co.x.shop/confirm', ['suffix-in-subdomain', 'abused-suffix', 'brand-in-subdomain jcb']],
    ['https://auth.sso.biglobe.ne.jp.x.example/', ['suffix-in-subdomain', 'brand-in-subdomain biglobe']],
    ['https://kagoya.net.x.example/', ['suffix-in-subdomain', 'brand-in-subdomain kagoya']],
    ['https://www.co.jp.vguw.example/', ['suffix-in-subdomain']],
    ['https://www.jp.co.abnp.example/', ['suffix-in-subdomain']],
    ['https://www.nhk.or.login.x.cn/', ['suffix-in-subdomain', 'abused-suffix', 'brand-in-subdomain nhk']],
    ['http://aonzon.co.ip.x.cn/', ['suffix-in-subdomain', 'abused-suffix']],
    ['https://go-koyatamato.co.jp-adva.x.cn', ['suffix-in-subdomain', 'abused-suffix']],
    ['https://kagoya-login.example/', ['brand-in-domain kagoya']],
    ['https://mail-kagoya.cfd/', ['abused-suffix', 'brand-in-domain kagoya']],
    ['https://aws-biglobe-ne-jp.example/', ['suffix-in-subdomain', 'brand-in-domain biglobe']],
    ['https://kagoya.duckdns.org/', ['free-hosting', 'brand-in-domain kagoya']],
    ['https://monex.top/', ['abused-suffix', 'brand-in-domain monex']],
    ['https://amazon.web.app/', ['free-hosting', 'brand-in-domain amazon-jp']],
    ['https://kagoya01.azurefd.net/', ['brand-in-domain kagoya']],
    ['https://amzaon.co.jp.x.example/', ['suffix-in-subdomain', 'lookalike-domain amazon-jp']],
    ['https://cr.mnfg.x.example/', ['lookalike-domain mufg-bank']],
    ['https://ekl-net.x.example/', ['lookalike-domain eki-net']],
    ['https://etc1-melsai.x.example/', ['lookalike-domain etc-meisai']],
    ['https://etc1-nnelsai.x.example/', ['lookalike-domain etc-meisai']],
    ['https://smdc-carb.x.example/', ['lookalike-domain smbc-card']],
    ['https://rakutem.example/', ['lookalike-domain rakuten']],
    ['https://amazonesa.top/', ['abused-suffix', 'lookalike-domain amazon-jp']],
    ['https://smbcmember.example/', ['lookalike-domain smbc-card']],
    ['https://scvpass.x.cn/', ['abused-suffix', 'lookalike-domain smbc-card']],
    ['https://ssobiglobenejp.example/', ['lookalike-domain biglobe']],
    ['https://amoazon.x.cn/', ['abused-suffix', 'lookalike-domain amazon-jp']],
    ['https://kаgoya.jp/login', ['homograph kagoya']],
    ['https://xn--kgoya-4ve.jp/login', ['homograph kagoya']],
    ['https://rakutén.example/', ['homograph rakuten']],
    ['https://𝕜agoya.example/', ['homograph']],
    ['https://www.kagoya.jp@evil.example/login', ['userinfo kagoya']],
    ['https://www.aeon.co.jp∕x@evil.example/', ['userinfo aeon-card', 'fake-separator']],
    ['http://192.0.2.7/a', ['ip-host']],
    ['http://0xC0000207/a', ['ip-host']],
    ['http://192.168.1.10:5000/', []],
    ['http://10.0.0.1/', []],
    ['http://172.32.0.1/', ['ip-host']],
    ['https://ama-zon.example/', []],
    ['https://kagoya-mail.com/', []],
    ['https://ama-zon-login.example/', ['lookalike-domain amazon-jp']],
    ['https://ama-zon.top/', ['abused-suffix', 'lookalike-domain amazon-jp']],
    ['https://evil.example:9001/', ['odd-port']],
    ['https://evil.example/wp-includes/1/', ['cms-path']],
    ['https://t.co/x', ['shortener']],
    ['https://docs.google.com/forms/d/1', ['free-hosting']],
    ['https://u1.ct.sendgrid.net/ls/click?upn=x', ['click-tracker']],
    ['javascript:alert(1)', ['script-url']],
  ])('%s', (url, expected) => {
    expect(told(url)).toEqual(expected)
  })
})

describe('deceptions in path, query and fragment', () => {
  it.each([
    ['https://evil.example/kagoya.net', ['brand-domain-in-path kagoya']],
    ['https://evil.example/a/auth.sso.biglobe.ne.jp3/W/', ['brand-domain-in-path biglobe']],
    ['https://evil.example/web1-plala-or-jp/index.php', ['brand-domain-in-path plala']],
    ['https://evil.example/?d=kagoya.jp', ['brand-domain-in-path kagoya']],
    ['https://evil.example/#kagoya.jp', ['brand-domain-in-path kagoya']],
    ['https://evil.example/jp/kagoya.net?uid=***', ['kit-path kagoya', 'brand-domain-in-path kagoya']],
    ['https://evil.example/server/jp/kagoya.net/?uid=x', ['kit-path kagoya', 'brand-domain-in-path kagoya']],
    ['https://evil.example/jp/webmail-op.jp?uid=taro@client.example', ['kit-path']],
    ['https://evil.example/x/client.example?uid=abc', []],
    ['https://evil.example/smbc-card', ['brand-in-path smbc-card']],
    ['https://evil.example/MyJcb', ['brand-in-path jcb']],
    ['https://evil.example/plalawebmail/', ['brand-in-path plala']],
    ['https://evil.example/smbc64dcd742b1d', ['brand-in-path smbc-card']],
    ['https://evil.example/?token=myjcb', ['brand-in-path jcb']],
    ['https://evil.example/?utm_source=rakuten&ref=amazon', []],
    ['https://evil.example/amazon.png', []],
    ['https://evil.example/line/', []],
    ['https://evil.example/online/', []],
    ['https://nagoya.example/nagoya.example/x', []],
    ['https://evil.example/taro@kagoya.net', []],
  ])('%s', (url, expected) => {
    expect(told(url)).toEqual(expected)
  })
})

describe('what depends on the mail', () => {
  it("finds the recipient's address", () => {
    expect(told('https://evil.example/?uid=taro@client.example', { recipients: ['taro@client.example'] })).toEqual([
      'victim-in-url',
    ])
  })

  it("takes the recipient's own domain for the provider's in a kit path", () => {
    expect(told('https://evil.example/x/client.example?uid=abc', { recipients: ['taro@client.example'] })).toEqual([
      'victim-in-url',
      'kit-path',
    ])
  })

  it.each([
    ['https://kir.x.example/', 'kagoya', ['brand-in-subdomain kagoya']],
    ['https://jcb.x.example/', 'jcb', ['brand-in-subdomain jcb']],
    ['https://rakouten.example/', 'rakuten', ['lookalike-domain rakuten']],
  ])('counts %s where the mail names %s', (url, brand, expected) => {
    expect(told(url)).toEqual([])
    expect(told(url, { brands: [brandIndex(brand)] })).toEqual(expected)
  })

  it('names the brand that the mail names where a group shares a name', () => {
    expect(told('https://rakuten.x.example/', { brands: [brandIndex('rakuten-mobile')] })).toEqual([
      'brand-in-subdomain rakuten-mobile',
    ])
  })
})

describe('whose a host is', () => {
  it.each([
    ['https://www.kagoya.jp/', 'kagoya official'],
    ['https://x.kagoya.net/', 'kagoya customer'],
    ['https://www.rakuten.co.jp/', 'rakuten official'],
    ['https://docs.google.com/document/d/1', 'google official'],
    ['https://docs.google.com/forms/d/1', 'google customer'],
    ['https://t.co/x', 'x-twitter customer'],
    ['https://kagoya.jp.evil.example/', undefined],
    ['https://www.google.com/url?q=https://www.kagoya.jp/', 'kagoya official'],
  ])('%s', (url, expected) => {
    const { owner } = inspectLink(url, CORPUS)
    expect(owner && `${BRANDS[owner.brand]?.id} ${owner.role}`).toBe(expected)
  })

  it('gives the domain that a genuine link would have', () => {
    expect(inspectLink('https://kagoya-login.example/', CORPUS).deceptions).toEqual([
      {
        code: 'link-brand-in-domain',
        found: 'kagoya-login.example',
        brand: brandIndex('kagoya'),
        expected: 'kagoya.jp',
      },
    ])
  })
})

describe('links that accuse nobody', () => {
  it.each([
    'https://www.kagoya.jp/news/',
    'https://www.amazon.co.jp/gp/r.html?C=1&uid=taro@client.example',
    'https://images.media-amazon.com/logo.png',
    'https://www.smbc-card.com/amazon/',
    'https://login.microsoftonline.com/',
    'https://microsoftonline.cn/',
    'https://amazon.example/',
    'https://yahoo.xyz.example/',
    'https://nagoya.example/',
    'https://www.finance.example/',
    'https://maison-kagawa.example/',
    'https://saison.example/',
    'https://nintendolife.example/',
    'https://softbankhawks.example/',
    'https://amazon-adsystem.example/',
    'https://softbank-robotics.example/',
    'https://offline.example/',
    'https://ocn.example/',
    'https://jp.store.example/',
    'https://www.jp.example.com/',
    'https://kagoya.surveys.example.net/',
    'https://www.example.jp.edgekey.net/',
    'https://example.com.s123.hosting.example.com/',
    'https://u:@example.com/'.replace('u:@', ''),
    'https://example.jp:8443/',
    'mailto:taro@kagoya.jp',
    'tel:0120-000-000',
    'index.html',
    '',
  ])('%s', (url) => {
    expect(told(url).filter((d) => !/^(?:abused-suffix|free-hosting|click-tracker|shortener)$/.test(d))).toEqual([])
  })
})

describe('whatever the link', () => {
  it('returns facts and never throws', () => {
    const piece = fc.constantFrom(
      'https://',
      'kagoya',
      '.',
      '-',
      'jp',
      '/',
      '@',
      '?uid=',
      '%',
      'xn--',
      '日本',
      '\u200b',
      'google.com/url?q=',
      'amazon',
      '*',
      ':',
      '#',
      '1',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
        ),
        (url) => {
          const link = inspectLink(url, CORPUS, { recipients: ['taro@client.example'], brands: [0] })
          expect(typeof link.url).toBe('string')
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('works without a corpus', () => {
    expect(inspectLink('https://www.kagoya.jp@evil.example/').deceptions).toEqual([
      { code: 'link-userinfo', found: 'www.kagoya.jp@evil.example' },
    ])
  })

  it.each([
    ['a million letters', `https://${'a'.repeat(1e6)}.example/`],
    ['a million labels', `https://${'a.'.repeat(5e5)}example/`],
    ['a million hyphens', `https://${'a-'.repeat(5e5)}x.example/`],
    ['a million slashes', `https://a.example/${'/kagoya'.repeat(1e5)}`],
    ['a million parameters', `https://a.example/?${'uid=1&'.repeat(1e5)}`],
    ['redirects without end', 'https://www.google.com/url?q='.repeat(1e4)],
  ])('looks at the beginning of %s', (_, url) => {
    expect(quietest(50, () => inspectLink(url, CORPUS, { recipients: ['taro@client.example'] }))).toBeLessThan(50)
  })
})

it('gives codes that evidence may carry', () => {
  expectTypeOf<LinkCode>().toExtend<EvidenceCode>()
})
