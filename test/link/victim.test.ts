import { describe, expect, it } from 'vitest'
import { splitUrl } from '../../src/link/url.ts'
import { halfIn, victimIn } from '../../src/link/victim.ts'

const TARO = ['taro.yamada@client.example']
const on = (host: string, rest: string) => splitUrl(`https://${host}${rest}`)
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
    ['base64 of the escaped address', `/${base64('taro.yamada%40client.example')}`, 'base64'],
    ['base64 of the capitals it was written in', `/${base64('TARO.YAMADA@client.example')}`, ''],
    ['hex', `/?h=${Buffer.from('taro.yamada@client.example').toString('hex')}`, 'hex'],
    ['another address', '/?uid=hanako@client.example', ''],
    ['nothing', '/', ''],
  ])('%s', (_, rest, expected) => {
    expect(victimIn(on('hacked.example', rest), TARO)).toBe(expected)
  })

  it('finds nothing where no recipient is known', () => {
    expect(victimIn(on('hacked.example', '/?uid=taro.yamada@client.example'), [])).toBe('')
  })

  it.each([
    ['base64', base64('Taro.Yamada@Client.example'), 'base64'],
    ['base64 behind other text', base64('id=7&mail=Taro.Yamada@Client.example&k=abc'), 'base64'],
    ['base64 in lower case', base64('taro.yamada@client.example'), 'base64'],
    ['hex', Buffer.from('Taro.Yamada@Client.example').toString('hex'), 'hex'],
    ['hex in lower case', Buffer.from('taro.yamada@client.example').toString('hex').toUpperCase(), 'hex'],
    ['base64 of other capitals', base64('TARO.YAMADA@client.example'), ''],
  ])('of an address with capitals: %s', (_, value, expected) => {
    expect(victimIn(on('hacked.example', `/?e=${value}`), ['Taro.Yamada@Client.example'])).toBe(expected)
  })

  it('reads base64url, which writes two characters otherwise', () => {
    const address = 'a?>~~@client.example'
    const rest = `/${Buffer.from(address).toString('base64url')}`
    expect(victimIn(on('hacked.example', rest), [address])).toBe('base64')
  })
})

describe('half of the recipient’s address in a URL', () => {
  it.each([
    ['the domain as a folder', '/client.example/login/', 'hacked.example', 'domain'],
    ['the domain with a port, as panels have it', '/client.example:2083/login/', 'hacked.example', 'domain'],
    ['the domain as the last folder', '/jp/Client.Example', 'hacked.example', 'domain'],
    ['the domain inside a longer name', '/client.example.html', 'hacked.example', ''],
    ['the domain on a site of its own', '/client.example/', 'www.client.example', ''],
    ['the local part under a key of kits', '/am_bin/amlogin/?user=taro.yamada', 'hacked.example', 'local'],
    ['the local part under another key', '/?campaign=taro.yamada', 'hacked.example', ''],
    ['the local part as a piece of a value', '/?user=taro.yamada2', 'hacked.example', ''],
  ])('%s', (_, rest, host, expected) => {
    expect(halfIn(on(host, rest), TARO)).toBe(expected)
  })

  it('takes no short local part, which is a word', () => {
    expect(halfIn(on('hacked.example', '/?user=info'), ['info@client.example'])).toBe('')
  })
})
