import { parse } from 'tldts'
import { describe, expect, it } from 'vitest'
import { packSuffixes, readSuffixes, type SuffixNode } from '../../scripts/suffix-table.ts'
import { toAsciiHost } from '../../src/link/host.ts'
import { SUFFIXES } from '../../src/link/suffix.data.ts'
import { findSuffix } from '../../src/link/suffix.ts'

describe('the public suffix of a host', () => {
  it.each([
    ['www.kagoya.jp', 'jp'],
    ['www.amazon.co.jp', 'co.jp'],
    ['a.b.github.io', 'github.io'],
    ['x.kobe.jp', 'x.kobe.jp'],
    ['a.city.kobe.jp', 'kobe.jp'],
    ['a.xn--55qx5d.cn', 'xn--55qx5d.cn'],
    ['evil.example', ''],
    ['.jp', 'jp'],
    ['jp.', ''],
    ['', ''],
  ])('of %s is %s', (host, suffix) => {
    expect(host.slice(findSuffix(host).start)).toBe(suffix)
  })

  it('tells the private section from the other', () => {
    expect(['a.github.io', 'a.io', 'a.co.jp', 'a.example'].map((host) => findSuffix(host).isPrivate)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

/** All rules, as hosts. */
function rules({ label, children }: SuffixNode, above = ''): string[] {
  const host = above === '' ? label : `${label}.${above}`
  return [host, ...children.flatMap((child) => rules(child, host))]
}

describe('the table', () => {
  it('is made from the tldts that is installed; npm run suffix:table makes it anew', () => {
    expect(packSuffixes(readSuffixes()) === SUFFIXES).toBe(true)
  })

  it('finds for every rule, and for hosts below it, what tldts finds', () => {
    const options = { allowPrivateDomains: true, extractHostname: false, validateHostname: false } as const
    const differing = rules(readSuffixes())
      .map((rule) => toAsciiHost(rule.replace('*', 'any')))
      .flatMap((rule) => [rule, `a.${rule}`, `b.a.${rule}`, `.${rule}`])
      .filter((host) => {
        const theirs = parse(host, options)
        const { start, isPrivate } = findSuffix(host)
        const isKnown = start < host.length
        return (
          isKnown !== (theirs.isIcann || theirs.isPrivate) ||
          (isKnown && (host.slice(start) !== theirs.publicSuffix || isPrivate !== theirs.isPrivate))
        )
      })
    expect(differing).toEqual([])
  })
})
