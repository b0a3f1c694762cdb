import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/detect/model.ts'
import { redact } from '../../src/detect/redact.ts'
import type { DecodeNote } from '../../src/message/model.ts'

const USER = 'taro@client.example.com'

function verdictWith(found: string, inner: Verdict[] = []): Verdict {
  return {
    label: 'phishing',
    decidedBy: 'own',
    score: 80,
    lures: [],
    evidence: [{ code: 'link-victim-in-url', group: 'L', weight: 8, found, expected: found }],
    links: [
      { href: found, host: 'a.example', registrableDomain: 'a.example', text: found, deceptions: [], place: 'own' },
    ],
    inner,
    decoding: [],
    skipped: [],
    limits: [],
    corpus: { version: '0', digest: '0' },
    schema: 1,
  }
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const hex = (text: string) => Buffer.from(text).toString('hex')

/** What stands for the address in a value, and what is left of that value. */
const forms: Array<[name: string, form: string, redacted: string]> = [
  ['with escaped dots', 'taro%40client%2Eexample%2Ecom', '●●●'],
  ['with escaped letters', '%74%61ro@client.example.com', '●●●'],
  ['with an at sign that was escaped twice', 'taro%2540client.example.com', '●●●'],
  ['in base64 with escaped padding', `${base64(USER).replaceAll('=', '%3D')}`, '●●●%3D'],
  ['in base64 before other text', base64(`${USER}&k=abc`), '●●●maz1hYmM='],
  ['in base64 behind one byte', base64(`x${USER}`), 'e●●●'],
  ['in base64 behind two bytes', base64(`xy${USER}`), 'eH●●●=='],
  ['in base64 between other text', base64(`id=7&mail=${USER}&k=abc`), 'aWQ9NyZtYWlsP●●●Jms9YWJj'],
  ['in base64 with its at sign escaped', base64('taro%40client.example.com').replace(/=+$/, ''), '●●●'],
  ['in base64 with its at sign escaped, behind other text', base64('e=taro%40client.example.com'), 'ZT●●●'],
  ['with an equals sign for its at sign, as bounces have it', 'bounce+taro=client.example.com', 'bounce+●●●'],
  ['with an escaped equals sign for its at sign', 'Taro%3DClient.example.com', '●●●'],
  ['in hex in capitals', hex(USER).toUpperCase(), '●●●'],
  ['in hex between other text', hex(`<${USER}>`), '3c●●●3e'],
]

describe('redact', () => {
  const cases: Array<[name: string, found: string, redacted: string]> = [
    ['the plain address', `https://a.example/?u=${USER}`, 'https://a.example/?u=●●●'],
    ['the address in capitals', 'https://a.example/?u=TARO@Client.Example.COM', 'https://a.example/?u=●●●'],
    [
      'the address with an escaped at sign',
      'https://a.example/?u=taro%40client.example.com',
      'https://a.example/?u=●●●',
    ],
    ['the address in base64', 'https://a.example/#dGFyb0BjbGllbnQuZXhhbXBsZS5jb20=', 'https://a.example/#●●●='],
    ['the address in hex', 'https://a.example/7461726f40636c69656e742e6578616d706c652e636f6d', 'https://a.example/●●●'],
    ...forms.map(([name, form, redacted]): [string, string, string] => [
      `the address ${name}`,
      `https://a.example/?e=${form}&x=1`,
      `https://a.example/?e=${redacted}&x=1`,
    ]),
    [
      'the address as a part of another escaped URL',
      'https://a.example/?to=https%3A%2F%2Fb.example%2F%3Fe%3Dtaro%2540client.example.com%26x',
      'https://a.example/?to=https%3A%2F%2Fb.example%2F%3Fe%3D●●●%26x',
    ],
    [
      'the address with soft hyphens and characters of no width in it',
      'ta\u00adro@cli\u200bent\u2060.example.com!',
      '●●●!',
    ],
    ['such an address behind an escape', 'a%20b\u00ad ta%72\u200bo%40client.example.com%20c', 'a%20b\u00ad ●●●%20c'],
    [
      'nothing of characters of no width elsewhere',
      'a\u00adb hanako\u200b@client.example.com',
      'a\u00adb hanako\u200b@client.example.com',
    ],
    ['each of several places', `${USER} ${USER}`, '●●● ●●●'],
    ['the head that a cut left', `${'x'.repeat(190)}taro@client.ex`, `${'x'.repeat(190)}●●●`],
    ['the escaped head that a cut left', `${'x'.repeat(190)}taro%40client%2Eex`, `${'x'.repeat(190)}●●●`],
    ['the head of base64 that a cut left', `${'x'.repeat(190)}.dGFyb0BjbG`, `${'x'.repeat(190)}.●●●`],
    ['what escapes stand around, as they are', `%E3%81%82%2F${USER}%2F100%`, '%E3%81%82%2F●●●%2F100%'],
    ['nothing of another address', 'hanako@client.example.com', 'hanako@client.example.com'],
    ['nothing of the same head in a text that was not cut', 'taro@client.ex', 'taro@client.ex'],
  ]
  for (const [name, found, redacted] of cases) {
    it(`covers ${name}`, () => {
      const { evidence, links } = redact(verdictWith(found), [USER])
      expect([evidence[0]?.found, evidence[0]?.expected, links[0]?.href, links[0]?.text]).toEqual(
        Array(4).fill(redacted),
      )
    })
  }
  it('covers base64 of an address whose every sign was escaped before', () => {
    const address = '太郎+shop@client.example'
    const form = base64(encodeURIComponent(address)).replace(/=+$/, '')
    expect(redact(verdictWith(`https://a.example/?e=${form}`), [address]).links[0]?.href).toBe(
      'https://a.example/?e=●●●',
    )
  })

  it.each([
    ['as written', 'Taro.Yamada+shop@Client.example'],
    ['in lower case', 'taro.yamada+shop@client.example'],
    ['in capitals', 'TARO.YAMADA+SHOP@CLIENT.EXAMPLE'],
    ['with its plus and dots escaped', 'Taro%2EYamada%2Bshop%40Client%2eexample'],
    ['in base64', base64('Taro.Yamada+shop@Client.example').replace(/=+$/, '')],
    ['in base64 in lower case', base64('taro.yamada+shop@client.example').replace(/=+$/, '')],
    ['in hex', hex('Taro.Yamada+shop@Client.example')],
  ])('covers an address with capitals %s', (_, form) => {
    const { links } = redact(verdictWith(`https://a.example/?e=${form}`), ['Taro.Yamada+shop@Client.example'])
    expect(links[0]?.href).toBe('https://a.example/?e=●●●')
  })

  it.each([
    ['base64', 'a?>~~@client.example', 'YT8+fn5AY2xpZW50LmV4YW1wbGU'],
    ['base64url', 'a?>~~@client.example', 'YT8-fn5AY2xpZW50LmV4YW1wbGU'],
    ['escaped base64', 'a?>~~@client.example', 'YT8%2Bfn5AY2xpZW50LmV4YW1wbGU'],
    ['a per cent sign', 'a%40b@client.example', 'a%40b@client.example'],
    ['an escaped per cent sign', 'a%b@client.example', 'a%25b%40client.example'],
    ['another script', '太郎@client.example', '太郎@client.example'],
    ['another script as URLs have it', '太郎@client.example', '%E5%A4%AA%E9%83%8E%40client.example'],
    ['a letter that grows in lower case', 'İrem@client.example', 'İrem@client.example'],
  ])('covers what few addresses have: %s', (_, address, form) => {
    const { links } = redact(verdictWith(`https://a.example/?e=${form}`), [address])
    expect(links[0]?.href).toBe('https://a.example/?e=●●●')
  })

  it.each([
    ['plain', 'taro@client.example', '●●●'],
    ['in base64', base64('taro@client.example').replace(/=+$/, ''), '●●●'],
    ['with its tag', 'taro+shop@client.example', '●●●'],
    ['with another name', 'hanako@client.example', 'hanako@client.example'],
  ])('covers the address without its plus tag: %s', (_, form, redacted) => {
    const { links } = redact(verdictWith(`https://a.example/?e=${form}`), ['taro+shop@client.example'])
    expect(links[0]?.href).toBe(`https://a.example/?e=${redacted}`)
  })

  it('covers an address in base64 that stands for a charset, and leaves the message as it is', () => {
    const note: DecodeNote = {
      where: 'part 1',
      declared: base64('taro@c.example'),
      used: 'utf-8',
      why: 'utf8',
      replaced: 0,
    }
    const { decoding } = redact({ ...verdictWith('x'), decoding: [note] }, ['taro@c.example'])
    expect(decoding[0]?.declared).toBe('●●●=')
    expect(note.declared).toBe('dGFyb0BjLmV4YW1wbGU=')
  })

  it('gives places that overlap one mark', () => {
    const found = redact(verdictWith('b@a.example.a@a.example'), ['b@a.example', 'example.a@a.example'])
    expect(found.links[0]?.href).toBe('●●●')
  })

  it('covers the longest head that a cut left of an address that repeats itself', () => {
    const address = `${'a'.repeat(240)}@c.example`
    const found = `https://b.example/?e=${'a'.repeat(1_000)}`
    expect(redact(verdictWith(found), [address]).links[0]?.href).toBe(`https://b.example/?e=${'a'.repeat(760)}●●●`)
  })

  it('leaves no way back to an address that a URL carried, whatever stands beside it', () => {
    const local = fc.stringMatching(/^[A-Za-z][A-Za-z0-9.+_-]{2,12}$/)
    const around = fc.stringMatching(/^[ -~]{0,9}$/)
    const writings: Array<(text: string) => string> = [
      (text) => encodeURIComponent(text),
      (text) => base64(text),
      (text) => Buffer.from(text).toString('base64url'),
      (text) => encodeURIComponent(base64(text)),
      (text) => base64(encodeURIComponent(text)),
      (text) => hex(text),
    ]
    fc.assert(
      fc.property(local, around, around, fc.constantFrom(...writings), (name, before, after, write) => {
        const address = `${name}@Client.example`
        const href = `https://a.example/?e=${write(`${before}${address}${after}`)}`
        const shown = redact(verdictWith(href), [address]).links[0]?.href ?? ''
        const value = decodeURIComponent(shown.slice(shown.indexOf('=') + 1))
        const read = value.split('●●●').flatMap((piece) => [piece, ...decodings(piece)])
        expect(shown).toContain('●●●')
        expect(read.filter((text) => text.includes('@Client') || text.includes(`${name}@`))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('covers the evidence of inner messages', () => {
    expect(redact(verdictWith('', [verdictWith(USER)]), [USER]).inner[0]?.evidence[0]?.found).toBe('●●●')
  })
  it('leaves a verdict without recipients as it is', () => {
    expect(redact(verdictWith(USER), []).evidence[0]?.found).toBe(USER)
  })
})

/** What a piece of a value gives back, wherever in its source it begins. */
function decodings(piece: string): string[] {
  const base64s = [0, 1, 2, 3].map((shift) => Buffer.from('A'.repeat(shift) + piece, 'base64').toString('latin1'))
  return [...base64s, Buffer.from(piece, 'hex').toString('latin1')]
}
