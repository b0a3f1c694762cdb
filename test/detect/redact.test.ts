import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../src/detect/model.ts'
import { redact } from '../../src/detect/redact.ts'

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
    ['each of several places', `${USER} ${USER}`, '●●● ●●●'],
    ['the head that a cut left', `${'x'.repeat(190)}taro@client.ex`, `${'x'.repeat(190)}●●●`],
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
  it('covers the evidence of inner messages', () => {
    expect(redact(verdictWith('', [verdictWith(USER)]), [USER]).inner[0]?.evidence[0]?.found).toBe('●●●')
  })
  it('leaves a verdict without recipients as it is', () => {
    expect(redact(verdictWith(USER), []).evidence[0]?.found).toBe(USER)
  })
})
