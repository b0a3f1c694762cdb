import { domainToASCII, domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLabel, encodeLabel } from '../../src/link/punycode.ts'

describe('labels of RFC 3492 and of Japanese hosts', () => {
  it.each([
    ['日本語', 'xn--wgv71a119e'],
    ['bücher', 'xn--bcher-kva'],
    ['kаgoya', 'xn--kgoya-4ve'],
    ['安室奈美恵-with-super-monkeys', 'xn---with-super-monkeys-pc58ag80a8qai00g7n9n'],
    ['そのスピードで', 'xn--d9juau41awczczp'],
    ['パフィーdeルンバ', 'xn--de-jg4avhby1noc0d'],
    ['-> $1.00 <-', '-> $1.00 <-'],
    ['plain', 'plain'],
    ['💩', 'xn--ls8h'],
  ])('%s', (unicode, ascii) => {
    expect(encodeLabel(unicode)).toBe(ascii)
    expect(decodeLabel(ascii)).toBe(unicode)
  })
})

describe('labels that are no Punycode stay as they are', () => {
  it.each(['xn--', 'xn--ü', 'xn--99999999', 'xn---', 'xn--a!', `xn--${'a'.repeat(70)}`])('%s', (label) => {
    expect(decodeLabel(label)).toBe(label)
  })
})

describe('against the runtime', () => {
  const kana = fc.string({
    unit: fc.constantFrom('あ', 'ん', '漢', '字', 'a', 'z', '9', 'ж', 'é', '한'),
    minLength: 1,
    maxLength: 12,
  })
  it('writes and reads labels as node:url does', () => {
    fc.assert(
      fc.property(kana, (label) => {
        const ascii = domainToASCII(label)
        fc.pre(ascii !== '' && !/^[\d.]+$/.test(ascii))
        expect(encodeLabel(label)).toBe(ascii)
        expect(decodeLabel(ascii)).toBe(domainToUnicode(ascii))
      }),
    )
  })

  it('never throws on anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        decodeLabel(`xn--${text}`)
        encodeLabel(text)
      }),
    )
  })
})
