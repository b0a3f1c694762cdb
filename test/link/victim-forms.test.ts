import { describe, expect, it } from 'vitest'
import { formsOf, unescaped } from '../../src/link/victim-forms.ts'

describe('the forms of an address', () => {
  it('are those of its lower case and, in base64 and hex, of its capitals too', () => {
    const { plain, local, domain, hex } = formsOf('Ab@c.jp')
    expect({ plain, local, domain, hex }).toEqual({
      plain: ['ab@c.jp'],
      local: 'ab',
      domain: 'c.jp',
      hex: ['616240632e6a70', '416240632e6a70'],
    })
  })

  it('have three alignments in base64, and tell which characters beside them hold bits of the address', () => {
    expect(formsOf('taro@client.example').base64).toEqual([
      { text: 'dGFyb0BjbGllbnQuZXhhbXBsZ', before: false, after: true },
      { text: 'Rhcm9AY2xpZW50LmV4YW1wbG', before: true, after: true },
      { text: '0YXJvQGNsaWVudC5leGFtcGxl', before: true, after: false },
      // with `%40`
      { text: 'dGFybyU0MGNsaWVudC5leGFtcGxl', before: false, after: false },
      { text: 'Rhcm8lNDBjbGllbnQuZXhhbXBsZ', before: true, after: true },
      { text: '0YXJvJTQwY2xpZW50LmV4YW1wbG', before: true, after: true },
    ])
  })

  it('are few for what is too long for an address', () => {
    expect(formsOf(`${'a'.repeat(300)}@c.jp`)).toMatchObject({ hex: [], base64: [], domain: 'c.jp' })
  })
})

describe('a text without its ASCII escapes', () => {
  it.each([
    ['taro%2Eyamada%40client.example', 'taro.yamada@client.example'],
    ['%74aro%2Bshop', 'taro+shop'],
    ['taro%2540client', 'taro@client'],
    ['taro%252540client', 'taro@client'],
    ['100%25', '100%'],
    ['100%25!', '100%!'],
    ['100%', '100%'],
    ['%E3%81%82%zz%4', '%E3%81%82%zz%4'],
    ['', ''],
  ])('%s', (text, plain) => {
    expect(unescaped(text).text).toBe(plain)
  })

  it('tells where the escapes stood', () => {
    expect(unescaped('a%2Eb%2540c').escapes).toEqual([
      { at: 1, more: 2 },
      { at: 3, more: 4 },
    ])
  })
})
