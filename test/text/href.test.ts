import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refreshTarget, resolveBase, resolveHref } from '../../src/text/href.ts'

const BASE = 'https://a.example/d/e/i.html?q#f'

const HREFS: ReadonlyArray<readonly [written: string, base: string, href: string]> = [
  ['https://a.example/', '', 'https://a.example/'],
  ['HTTPS://A.EXAMPLE/Path?Q#F', '', 'https://a.example/Path?Q#F'],
  ['https://a.example', '', 'https://a.example'],
  [' \n\thttps://a.\nexam\tple/ \0', '', 'https://a.example/'],
  ['https:\\\\a.example\\b?c\\d', '', 'https://a.example/b?c\\d'],
  ['https:///////a.example/b', '', 'https://a.example/b'],
  ['https:a.example/b', '', 'https://a.example/b'],
  ['https:b', BASE, 'https://a.example/d/e/b'],
  ['http:b', BASE, 'http://b'],
  ['https://User:PASS@A.example:8080/', '', 'https://User:PASS@a.example:8080/'],
  ['https://日本語.JP/パス', '', 'https://日本語.jp/パス'],
  ['//B.example/x', '', 'https://b.example/x'],
  ['//B.example/x', 'http://a.example/', 'http://b.example/x'],
  ['\\\\b.example\\x', '', 'https://b.example/x'],
  ['java\nscript:alert(1)', '', 'javascript:alert(1)'],
  ['JavaScript:Alert(1)', '', 'javascript:Alert(1)'],
  ['data:text/html;base64,PGI+', '', 'data:text/html;base64,PGI+'],
  ['mailto:A@B.example', '', 'mailto:A@B.example'],
  ['cid:x', BASE, 'cid:x'],
  ['x', '', 'x'],
  ['1:x', '', '1:x'],
  ['', BASE, ''],
  ['x', BASE, 'https://a.example/d/e/x'],
  ['./x', BASE, 'https://a.example/d/e/x'],
  ['../x/../y/.', BASE, 'https://a.example/d/y/'],
  ['../../../../x', BASE, 'https://a.example/x'],
  ['..', BASE, 'https://a.example/d/'],
  ['/x/./y', BASE, 'https://a.example/x/y'],
  ['\\x', BASE, 'https://a.example/x'],
  ['?z', BASE, 'https://a.example/d/e/i.html?z'],
  ['#z', BASE, 'https://a.example/d/e/i.html?q#z'],
  ['x', 'https://a.example', 'https://a.example/x'],
  ['x?../y', BASE, 'https://a.example/d/e/x?../y'],
]

describe('resolveHref', () => {
  it.each(HREFS)('reads %j against %j', (written, base, href) => {
    expect(resolveHref(written, base)).toBe(href)
  })

  it('agrees with the URL standard on relative references of plain letters', () => {
    const reference = fc.stringMatching(/^[a-z./?#]{0,12}$/).filter((r) => r !== '' && !r.startsWith('//'))
    fc.assert(
      fc.property(reference, (written) => {
        expect(resolveHref(written, 'https://a.example/d/e/i.html?q')).toBe(
          new URL(written, 'https://a.example/d/e/i.html?q').href,
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps bounded what a mail gives', () => {
    expect(resolveHref(`data:,${'x'.repeat(100_000)}`, '').length).toBe(20_000)
    expect(resolveBase(`https://a.example/${'x/'.repeat(100_000)}`).length).toBe(2_000)
    expect(resolveBase('relative/')).toBe('')
  })
})

const REFRESHES: ReadonlyArray<readonly [content: string, target: string]> = [
  ['0;URL=https://a.example/', 'https://a.example/'],
  ["0; url = 'https://a.example/;x' y", 'https://a.example/;x'],
  ['3.5,url="x', 'x'],
  ['5;https://a.example/', 'https://a.example/'],
  ['0; urlx', 'urlx'],
  ['30', ''],
  ['', ''],
  ['url=x', ''],
]

describe('refreshTarget', () => {
  it.each(REFRESHES)('reads %j', (content, target) => {
    expect(refreshTarget(content)).toBe(target)
  })
})
