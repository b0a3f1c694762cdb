import { describe, expect, it } from 'vitest'
import { scriptedTargets } from '../../src/text/scripted.ts'

const A = 'https://a.example/'

const PAGES: ReadonlyArray<readonly [page: string, targets: string[]]> = [
  [`<script>location.href="${A}"</script>`, [A]],
  [`<script>window.location = '${A}'</script>`, [A]],
  [`<script>top.location.replace( "${A}" )</script>`, [A]],
  [`<script>document.location.assign(\`${A}\`)</script>`, [A]],
  [`<body onload='location.href="${A}"'>`, [A]],
  [`<a onclick="window.open('${A}')">`, [A]],
  ['<script>location.href="https:\\/\\/A.example\\/"</script>', [A]],
  [`location="${A}";location='http://b.example/x'`, [A, 'http://b.example/x']],
  [`location="${A}";location="${A}"`, [A]],
  ['location.href = base + "/x"', []],
  ['location.href="page.html"', []],
  ['location.href="https://a.example/', []],
  [`if (location == "${A}") {}`, []],
  [`location.host="${A}"`, []],
  [`the location of ${A}`, []],
  ['', []],
]

describe('where the scripts of a page lead', () => {
  for (const [page, targets] of PAGES) {
    it(`${page || 'an empty page'} leads to ${targets.join(' and ') || 'no address'}`, () => {
      expect(scriptedTargets(page)).toEqual(targets)
    })
  }

  it('no more than 20 addresses are taken from a page', () => {
    const page = Array.from({ length: 30 }, (_, i) => `location="https://a${i}.example/"`).join(';')
    expect(scriptedTargets(page)).toHaveLength(20)
  })
})
