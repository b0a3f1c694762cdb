import { describe, expect, it } from 'vitest'
import { classify, classifyMany, createClassifier } from '../src/index.ts'
import { checkOptions } from '../src/options.ts'
import { brandOf, corpusOf, lureOf } from './corpus/corpus-of.ts'

describe('checkOptions', () => {
  const good: Array<[name: string, options: unknown]> = [
    ['no options', {}],
    ['absent values', { recipient: undefined, limits: undefined }],
    ['one trusted server', { trustedAuthserv: 'mx.example.com' }],
    ['several trusted servers', { trustedAuthserv: ['mx1.example.com', 'mx2.example.com'] }],
    ['a recipient', { recipient: 'user@example.com' }],
    ['a recipient of any local part', { recipient: '"taro yamada"@[192.0.2.1]' }],
    ['no redaction', { redact: false }],
    ['own domains', { ownDomains: ['example.com', 'Mail.Example.CO.JP', '日本語.jp', 'intranet'] }],
    ['no own domains', { ownDomains: [], disable: [] }],
    ['ids to leave out', { disable: ['kagoya', 'kagoya/server-failure', 'link-ip-host'] }],
    ['a limit', { limits: { links: 10 } }],
    ['the deepest judging', { limits: { innerDepth: 50 } }],
  ]
  for (const [name, options] of good) {
    it(`takes ${name}`, () => {
      expect(() => checkOptions(options)).not.toThrow()
    })
  }

  const bad: Array<[name: string, options: unknown, message: string]> = [
    ['no object', 1, 'options: expected an object, received number'],
    ['null', null, 'options: expected an object, received null'],
    ['an unknown option', { recipients: [] }, 'options.recipients: no such option'],
    ['a name of every object', { constructor: 1 }, 'options.constructor: no such option'],
    ['a number as server', { trustedAuthserv: 1 }, 'options.trustedAuthserv: expected a string or an array of strings'],
    ['a list with a number in it', { ownDomains: ['a', 1] }, 'options.ownDomains: expected an array of domains'],
    ['one id without a list', { disable: 'kagoya' }, 'options.disable: expected an array of ids, received string'],
    ['a word for a boolean', { redact: 'no' }, 'options.redact: expected a boolean'],
    [
      'an address as domain',
      { ownDomains: ['https://a.jp/'] },
      'options.ownDomains: expected an array of domains such as example.co.jp, received "https://a.jp/"',
    ],
    ['a mailbox as domain', { ownDomains: ['a.jp', 'info@a.jp'] }, 'received "info@a.jp"'],
    ['a domain between blanks', { ownDomains: [' a.jp'] }, 'received " a.jp"'],
    ['domains in one text', { ownDomains: ['a.jp,b.jp'] }, 'received "a.jp,b.jp"'],
    ['an empty domain', { ownDomains: [''] }, 'received ""'],
    ['a domain with a dot before it', { ownDomains: ['.a.jp'] }, 'received ".a.jp"'],
    ['a domain with a star', { ownDomains: ['*.a.jp'] }, 'received "*.a.jp"'],
    [
      'a recipient without a domain',
      { recipient: 'taro' },
      'options.recipient: expected an address such as user@example.com, received "taro"',
    ],
    [
      'an empty recipient',
      { recipient: '' },
      'options.recipient: expected an address such as user@example.com, received ""',
    ],
    ['a recipient with a name', { recipient: 'Taro <taro@example.com>' }, 'received "Taro <taro@example.com>"'],
    [
      'two recipients in one text',
      { recipient: 'a@example.com,b@example.com' },
      'received "a@example.com,b@example.com"',
    ],
    ['a domain as recipient', { recipient: '@example.com' }, 'received "@example.com"'],
    [
      'options that were not awaited',
      Promise.resolve({}),
      'options: expected an object, received a Promise: await it first',
    ],
    [
      'a list of recipients',
      { recipient: ['a@example.com'] },
      'options.recipient: expected an address such as user@example.com, received an array',
    ],
    ['an unknown limit', { limits: { speed: 1 } }, 'options.limits: expected an object of positive numbers'],
    ['a limit of nothing', { limits: { links: 0 } }, 'options.limits'],
    ['a limit without end', { limits: { links: Number.POSITIVE_INFINITY } }, 'options.limits'],
    ['a limit that is no number', { limits: { links: Number.NaN } }, 'options.limits'],
    ['judging that could end the stack', { limits: { innerDepth: 51 } }, 'options.limits'],
    ['no limits at all', { limits: null }, 'options.limits'],
  ]
  for (const [name, options, message] of bad) {
    it(`throws a TypeError that names the option for ${name}`, () => {
      expect(() => checkOptions(options)).toThrow(TypeError)
      expect(() => checkOptions(options)).toThrow(message)
    })
  }
})

describe('disable', () => {
  const corpus = corpusOf({
    brands: [brandOf('shop', ['ショップ'])],
    lures: [lureOf('shop/parcel'), lureOf('shop/old', { status: 'retired' })],
  })
  it.each(['shop', 'shop/parcel', 'shop/old', 'link-ip-host'])('takes %s, which the corpus or the code has', (id) => {
    expect(createClassifier({ corpus, disable: [id] })('x').label).toBe('none')
  })

  const bad: Array<[name: string, call: () => unknown, id: string]> = [
    ['an id that nobody has', () => classify('x', { disable: ['nosuch'] }), 'nosuch'],
    ['one among others', () => classify('x', { disable: ['kagoya', 'Kagoya'] }), 'Kagoya'],
    ['a name of every object', () => classify('x', { disable: ['constructor'] }), 'constructor'],
    ['a brand of another corpus', () => createClassifier({ corpus, disable: ['kagoya'] }), 'kagoya'],
    ['an id given with a mail', () => createClassifier({ corpus })('x', { disable: ['kagoya'] }), 'kagoya'],
    ['an id given once for all', () => createClassifier({ disable: ['nosuch'] }), 'nosuch'],
  ]
  it.each(bad)('refuses %s', (_, call, id) => {
    expect(call).toThrow(
      new TypeError(`options.disable: "${id}" is no evidence code, and no brand or lure of the corpus`),
    )
  })
})

const PROMISE = Promise.resolve({ redact: false })
const PROMISED: Array<[string, () => unknown]> = [
  ['classify', () => classify('x', PROMISE as never)],
  ['createClassifier', () => createClassifier(PROMISE as never)],
  ['a classifier', () => createClassifier()('x', PROMISE as never)],
  ['classifyMany', () => classifyMany(['x'], PROMISE as never).next()],
]
it.each(PROMISED)('options that were not awaited are refused by %s', async (_, call) => {
  await expect(async () => call()).rejects.toThrow(
    new TypeError('options: expected an object, received a Promise: await it first'),
  )
})

it.each(['日本語.example', 'xn--wgv71a119e.example', 'XN--WGV71A119E.example'])(
  'a domain of one’s own may be written as %s',
  (domain) => {
    const mail = [
      'Authentication-Results: mx.example; dmarc=pass header.from=xn--wgv71a119e.example',
      'From: <info@xn--wgv71a119e.example>',
      'Subject: x',
      '',
      'x',
    ].join('\r\n')
    const { evidence } = classify(mail, { trustedAuthserv: 'mx.example', ownDomains: [domain] })
    expect(evidence.map(({ code }) => code)).toContain('own-domain-sender')
  },
)
