import { describe, expect, it } from 'vitest'
import { victimIn } from '../../src/link/victim.ts'

const TARO = ['taro.yamada@client.example']
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe("the recipient's address in a URL", () => {
  it.each([
    ['plain', '/jp/?uid=taro.yamada@client.example', 'plain'],
    ['in other case', '/?uid=Taro.Yamada@Client.example', 'plain'],
    ['percent-escaped', '/?uid=taro.yamada%40client.example', 'plain'],
    ['in a fragment', '/#taro.yamada@client.example', 'plain'],
    ['base64', `/${base64('taro.yamada@client.example')}`, 'base64'],
    ['base64 without padding', `/?e=${base64('taro.yamada@client.example').replace(/=+$/, '')}`, 'base64'],
    ['base64 after one byte', `/${base64('x?taro.yamada@client.example'.slice(1))}`, 'base64'],
    ['base64 after two bytes', `/${base64('ab?taro.yamada@client.example'.slice(1))}`, 'base64'],
    ['base64 after other text', `/${base64('abcd0057?taro.yamada@client.example')}`, 'base64'],
    ['base64 of the capitals it was written in', `/${base64('TARO.YAMADA@client.example')}`, ''],
    ['hex', `/?h=${Buffer.from('taro.yamada@client.example').toString('hex')}`, 'hex'],
    ['another address', '/?uid=hanako@client.example', ''],
    ['nothing', '/', ''],
  ])('%s', (_, rest, expected) => {
    expect(victimIn(rest, TARO)).toBe(expected)
  })

  it('finds nothing where no recipient is known', () => {
    expect(victimIn('/?uid=taro.yamada@client.example', [])).toBe('')
  })

  it('reads base64url, which writes two characters otherwise', () => {
    const address = 'a?>~~@client.example'
    expect(victimIn(`/${Buffer.from(address).toString('base64url')}`, [address])).toBe('base64')
  })
})
