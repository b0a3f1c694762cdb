import { describe, expect, it } from 'vitest'
import { classify } from '../../src/classify.ts'
import { recipientsOf } from '../../src/detect/recipients.ts'
import { parseMessage } from '../../src/message/message.ts'
import { rawMail, word } from '../support/case.ts'
import { LURE, leadingTo, STORY, TARGET } from '../support/mails.ts'

const TO = 'To: Info@Shop.example'

function peopleOf(heads: string[], recipient?: string, isInner = false) {
  return recipientsOf(parseMessage(rawMail(heads, 'x')), recipient === undefined ? {} : { recipient }, isInner)
}

const DESK_SUBJECT = `Subject: ${word('【重要】パスワードの有効期限')}`
const DESK = '情報システム部です。メールのパスワードの有効期限が近づいています。下記から変更してください。\r\n'

describe('whose mail it is', () => {
  it.each<[name: string, heads: string[], recipient: string | undefined, recipients: string[], delivered: string[]]>([
    ['those in To', [TO], undefined, ['info@shop.example'], []],
    ['the given mailbox alone', [TO], 'Taro@client.example', ['taro@client.example'], ['taro@client.example']],
    [
      'the given mailbox alone, whatever the delivery fields say',
      ['Delivered-To: taro@home.example', TO],
      'taro@client.example',
      ['taro@client.example'],
      ['taro@client.example'],
    ],
    ['those in To where the given one is empty', [TO], '', ['info@shop.example'], []],
    ['those in To where the given one is no address', [TO], 'taro', ['info@shop.example'], []],
    [
      'the one of the delivery field, and those in To',
      ['Delivered-To: <taro@client.example>', 'Received: by mx.client.example', TO],
      undefined,
      ['taro@client.example', 'info@shop.example'],
      ['taro@client.example'],
    ],
    [
      'not the one of a second delivery field, which the sender may have written',
      ['X-Original-To: taro@client.example', 'Delivered-To: a@evil.example', TO],
      undefined,
      ['taro@client.example', 'info@shop.example'],
      ['taro@client.example'],
    ],
    [
      'not the one of a delivery field that came with the mail',
      ['Received: by mx.client.example', 'Delivered-To: a@evil.example', TO],
      undefined,
      ['info@shop.example'],
      [],
    ],
    ['nobody whom a list names', ['List-Id: <a.shop.example>', TO], undefined, ['info@shop.example'], []],
    ...['List-Id: Shop <info.shop.example>', 'List-Post: <mailto:Info@shop.example>'].map(
      (list): [string, string[], string, string[], string[]] => [
        `the given mailbox, and the list in To that brought the mail (${list})`,
        [list, TO, 'To: hanako@home.example'],
        'taro@client.example',
        ['taro@client.example', 'info@shop.example'],
        ['taro@client.example'],
      ],
    ),
    [
      'the given mailbox, and no list that the mail was not sent to',
      ['List-Id: <a.shop.example>', TO],
      'taro@client.example',
      ['taro@client.example'],
      ['taro@client.example'],
    ],
    ['nobody', [], undefined, [], []],
  ])('%s', (_, heads, recipient, recipients, delivered) => {
    expect(peopleOf(heads, recipient)).toMatchObject({ recipients, delivered })
  })

  it('inside another mail, the given mailbox and those that the inner mail names', () => {
    expect(peopleOf(['Delivered-To: hanako@shop.example', TO], 'desk@provider.example', true)).toMatchObject({
      recipients: ['desk@provider.example', 'hanako@shop.example', 'info@shop.example'],
      delivered: ['desk@provider.example', 'hanako@shop.example'],
    })
  })
})

describe('whose address a verdict must not hold', () => {
  it('all of them, as they were written', () => {
    const heads = [
      'Received: by mx.client.example',
      'Delivered-To: Hanako@Shop.example',
      'To: Taro <Taro.Y@Shop.Example>',
    ]
    expect(peopleOf(heads, 'Desk@client.example').victims).toEqual([
      'Desk@client.example',
      'Hanako@Shop.example',
      'Taro.Y@Shop.Example',
    ])
  })

  it('ten of each kind at most', () => {
    const heads = Array.from({ length: 30 }, (_, i) => [
      `Delivered-To: d${i}@a.example`,
      `To: t${i}@a.example`,
      `Cc: c${i}@a.example`,
    ]).flat()
    expect(peopleOf(heads).victims).toHaveLength(30)
  })

  it('those in Cc, who are not trusted as those in To are', () => {
    const heads = [TO, 'Cc: "Taro, Y" <Taro.Y@Client.example>, ken@client.example', 'Cc: hanako@client.example']
    expect(peopleOf(heads)).toEqual({
      recipients: ['info@shop.example'],
      delivered: [],
      addressed: ['Info@Shop.example'],
      victims: ['Info@Shop.example', 'Taro.Y@Client.example', 'ken@client.example', 'hanako@client.example'],
    })
  })

  it('one in Cc of capitals is told and hidden in base64', () => {
    const address = 'Taro.Yamada@Client.example.com'
    const url = `https://entry.example.net/?e=${Buffer.from(address).toString('base64')}`
    const heads = [FROM, SUBJECT, 'To: undisclosed-recipients:;', `Cc: Taro <${address}>`]
    const { links } = classify(rawMail(heads, `${STORY}${url}`))
    expect(links[0]?.deceptions).toEqual(['link-victim-in-url'])
    expect(links[0]?.href).toBe('https://entry.example.net/?e=●●●')
  })

  it.each([
    ['base64', 'base64'],
    ['hex', 'hex'],
  ] as const)('capitals are told and hidden in %s', (_, encoding) => {
    const address = 'Taro.Yamada@Client.example.com'
    const url = `https://entry.example.net/?e=${Buffer.from(`<${address}>`).toString(encoding)}`
    const { links } = classify({ ...leadingTo(url), to: address })
    expect(links[0]?.deceptions).toEqual(['link-victim-in-url'])
    expect(links[0]?.href).toContain('●●●')
  })
})

const FROM = `From: ${LURE.from}`
const SUBJECT = `Subject: ${word(LURE.subject)}`
const FORGED = 'To: <taro@entry.example.net>'
const KNOWN = { recipient: 'taro@client.example.com' }

describe('a lure whose link lies on the domain that its sender wrote into the head is phishing still', () => {
  it.each([
    ['To', [FROM, FORGED], {}],
    ['To of a mail whose mailbox is known', [FROM, FORGED], KNOWN],
    ['To, with List-Id', ['List-Id: <a.entry.example.net>', FROM, FORGED], {}],
    ['To of a mail whose mailbox is known, with List-Id', ['List-Id: <taro.entry.example.net>', FROM, FORGED], KNOWN],
    ['To below an honest delivery field', ['Delivered-To: taro@client.example.com', FROM, FORGED], {}],
    [
      'a second delivery field',
      ['Delivered-To: taro@client.example.com', 'Received: x', FROM, 'Delivered-To: a@entry.example.net'],
      {},
    ],
    [
      'a delivery field below the server’s Received',
      ['Received: x', FROM, 'Delivered-To: a@entry.example.net', FORGED],
      {},
    ],
    ['To, as a colleague of the link', ['From: Amazon <it@entry.example.net>', FORGED], KNOWN],
  ])('%s', (_, heads, options) => {
    expect(classify(rawMail([...heads, SUBJECT], `${STORY}${TARGET}`), options).label).toBe('phishing')
  })
})

describe('honest mail is accused no more for a mailbox that is known', () => {
  it.each([
    [
      'a brand’s mail by the group address',
      [
        `From: ${word("'Amazon.co.jp' via info")} <info@client.example.com>`,
        'To: info@client.example.com',
        'Reply-To: <no-reply@amazon.co.jp>',
        'List-Post: <mailto:info@client.example.com>',
        SUBJECT,
      ],
      `${STORY}https://www.amazon.co.jp/`,
    ],
    [
      'a brand’s mail by a list on a domain of its own',
      [
        `From: ${word('Amazon via users')} <users@lists.example.org>`,
        'To: users@lists.example.org',
        'Reply-To: <no-reply@amazon.co.jp>',
        'List-Id: <users.lists.example.org>',
        SUBJECT,
      ],
      `${STORY}https://www.amazon.co.jp/`,
    ],
    [
      'a brand’s mail that a list passes on with a link of its own',
      [
        'From: Amazon <no-reply@amazon.co.jp>',
        'To: users@lists.example.org',
        'List-Id: <users.lists.example.org>',
        SUBJECT,
      ],
      `${STORY}https://www.amazon.co.jp/\r\n-- \r\nhttps://lists.example.org/mailman/listinfo/users`,
    ],
    [
      'a colleague’s with a copy to himself',
      ['From: <it@client.example.com>', 'To: <taro@client.example.com>', 'Cc: it@client.example.com', DESK_SUBJECT],
      `${DESK}https://www.client.example.com/`,
    ],
    [
      'the own desk to everybody',
      ['From: <it@client.example.com>', 'To: <all@client.example.com>', DESK_SUBJECT],
      `${DESK}https://www.client.example.com/`,
    ],
    [
      'the own desk of another domain that forwards to this mailbox',
      [
        'Delivered-To: taro@home.example',
        'From: <it@client.example.com>',
        'To: <all@client.example.com>',
        DESK_SUBJECT,
      ],
      `${DESK}https://www.client.example.com/`,
      {},
    ],
    [
      'the own desk of another domain to this mailbox behind it',
      ['From: <it@client.example.com>', 'To: <all@client.example.com>', DESK_SUBJECT],
      `${DESK}https://www.client.example.com/`,
      { recipient: 'taro@home.example' },
    ],
  ])('%s', (_, heads, body, options: { recipient?: string } = KNOWN) => {
    expect(classify(rawMail(heads, body), options).label).toBe('none')
  })
})
