import { describe, expect, it } from 'vitest'
import { compileCorpus, findDomain, hostListsOf } from '../../src/corpus/compile.ts'
import { brandOf, corpusOf } from './corpus-of.ts'

const corpus = compileCorpus(
  corpusOf({
    brands: [
      brandOf('amazon', ['Amazon'], {
        domains: {
          official: ['amazon.com'],
          senders: ['gc.email.amazon.co.jp'],
          customers: ['amazonaws.com'],
          mixed: ['amazon.co.jp'],
          unverified: ['amzn.asia'],
        },
      }),
      brandOf('other', ['Other'], {
        domains: { official: ['co.example'], senders: [], customers: ['amazon.com'], mixed: [], unverified: [] },
      }),
    ],
    hosts: [
      { id: 'shorteners', hosts: ['bit.ly', 'goo.gl'] },
      { id: 'redirectors', hosts: ['google.com/url', 'goo.gl'] },
    ],
  }),
)

describe('whose a host is', () => {
  it.each([
    ['amazon.com', ['0 official amazon.com', '1 customer amazon.com']],
    ['www.amazon.com.', ['0 official amazon.com', '1 customer amazon.com']],
    ['a.gc.email.amazon.co.jp', ['0 sender gc.email.amazon.co.jp', '0 mixed amazon.co.jp']],
    ['s3.amazonaws.com', ['0 customer amazonaws.com']],
    ['amzn.asia', ['0 unverified amzn.asia']],
    ['amazon.com.evil.example', []],
    ['myamazon.com', []],
    ['com', []],
    ['', []],
    ['192.0.2.1', []],
  ])('%s', (host, expected) => {
    expect(findDomain(corpus, host).map((o) => `${o.brand} ${o.role} ${o.domain}`)).toEqual(expected)
  })

  it('looks at no more labels than real hosts have', () => {
    expect(findDomain(corpus, `${'a.'.repeat(100_000)}amazon.com`)).toHaveLength(2)
  })
})

describe('which host lists hold it', () => {
  it.each([
    ['bit.ly', undefined, ['shorteners']],
    ['x.bit.ly', '/abc', ['shorteners']],
    ['goo.gl', '/x', ['shorteners', 'redirectors']],
    ['www.google.com', '/url?q=https://evil.example', ['redirectors']],
    ['google.com', '/url', ['redirectors']],
    ['google.com', '/urls', []],
    ['google.com', undefined, []],
    ['notbit.ly', undefined, []],
  ])('%s %s', (host, path, expected) => {
    expect(hostListsOf(corpus, host, path)).toEqual(expected)
  })
})
