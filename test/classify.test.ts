import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { classify, createClassifier } from '../src/index.ts'
import { encode, FORMS } from './support/build-mail.ts'
import { rawMail } from './support/case.ts'
import { kagoyaLures } from './support/kagoya-lures.ts'

const SEED = readFileSync(join(import.meta.dirname, 'mails/seed-notice.txt'), 'utf8')
const lures = kagoyaLures()

describe('the eight documented lures', () => {
  it('are eight texts in six files', () => {
    expect(lures).toHaveLength(8)
    expect(new Set(lures.map((l) => l.id)).size).toBe(6)
  })

  for (const { id, sample, draft } of lures) {
    for (const [form, build] of Object.entries(FORMS)) {
      it(`${id}, text ${sample + 1}, is phishing in the name of KAGOYA as ${form}`, () => {
        const verdict = classify(build(draft))
        expect(verdict.label).toBe('phishing')
        expect(verdict.decidedBy).toBe('own')
        expect(verdict.brand?.id).toBe('kagoya')
        expect(verdict.lures[0]?.id).toBe(id)
        expect(verdict.score).toBeGreaterThanOrEqual(70)
      })
    }

    it(`${id}, text ${sample + 1}, gives the same evidence in every encoding of the same text`, () => {
      const codes = ['ISO-2022-JP text, 7bit', 'UTF-8 text, base64', 'EUC-JP text, 8bit'].map((form) =>
        classify(FORMS[form]!(draft)).evidence.map((e) => e.code),
      )
      expect(codes[1]).toEqual(codes[0])
      expect(codes[2]).toEqual(codes[0])
    })
  }

  it('says that the lure which opens as ATW is a re-branded copy', () => {
    const atw = lures.find((l) => l.draft.lines.some((line) => line.includes('ATW')))!
    const verdict = classify(FORMS['UTF-8 text, base64']!(atw.draft))
    expect(verdict.lures[0]?.id).toBe('kagoya/server-maintenance-upgrade')
    expect(verdict.evidence.map((e) => e.code)).toContain('lure-rebranded')
  })
})

describe('the seed notice', () => {
  const [subject = '', ...rest] = SEED.split('\n')
  const body = rest.join('\n')
  const from = '株式会社セルクル サポート窓口 <support@celcle.example>'
  const html = `<html><body>${body
    .split('\n')
    .map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .map((line) => line.replace(/https?:\/\/[^\s」]+/g, (url) => `<a href="${url}">${url}</a>`))
    .join('<br>\n')}</body></html>`
  const forms = {
    'fields with text': { from, subject, text: body },
    'fields with HTML whose URLs are clickable': { from, subject, html },
    'ISO-2022-JP bytes': new Uint8Array(
      Buffer.concat([
        Buffer.from('From: <support@celcle.example>\r\nSubject: =?ISO-2022-JP?B?'),
        Buffer.from(encode(subject, 'ISO-2022-JP').toString('base64')),
        Buffer.from('?=\r\nContent-Type: text/plain; charset=ISO-2022-JP\r\n\r\n'),
        encode(body, 'ISO-2022-JP'),
      ]),
    ),
    'pasted text': `件名: ${subject}\n差出人: ${from}\n\n${body}`,
  }
  for (const [form, message] of Object.entries(forms)) {
    it(`is quoted, never accused, as ${form}, and names every distinct lure`, () => {
      const verdict = classify(message)
      expect(verdict.label).toBe('quoted')
      expect(verdict.lures.map((l) => l.id).sort()).toEqual([
        'kagoya/mailbox-almost-full',
        'kagoya/mailbox-over-limit',
        'kagoya/server-failure',
        'kagoya/server-maintenance-upgrade',
        'kagoya/service-outage',
        'kagoya/upgrade-held-mail',
      ])
    })
  }
})

describe('genuine mail of KAGOYA', () => {
  const maintenance = {
    from: 'カゴヤ・ジャパン <support@kagoya.jp>',
    subject: '【カゴヤ・ジャパン】メンテナンス作業のお知らせ',
    text: '平素はカゴヤ・ジャパンのサービスをご利用いただき、誠にありがとうございます。\n下記の日程でサーバーのメンテナンスを実施いたします。\n日時: 3月12日 2:00-4:00\n詳細はこちらをご確認ください。\nhttps://www.kagoya.jp/news/\n',
  }
  it('is none for a maintenance notice with links to the official site', () => {
    expect(classify(maintenance).label).toBe('none')
  })
  it('is phishing when the same notice leads to a copied site', () => {
    expect(
      classify({
        ...maintenance,
        text: maintenance.text.replace(
          'https://www.kagoya.jp/news/',
          'https://www.kagoya.jp.login-check.example/news/',
        ),
      }).label,
    ).toBe('phishing')
  })
})

describe('what a forward says is judged by what it carries', () => {
  const lure = lures[0]!.draft
  const carried = Buffer.from(FORMS['ISO-2022-JP text, 7bit']!(lure))
  it('takes the label of an attached message and says that it came from inside', () => {
    const bytes = new Uint8Array(
      Buffer.concat([
        Buffer.from(
          'From: <user@customer.example>\r\nSubject: Fwd: =?UTF-8?B?44GT44KM?=\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nこれは本物ですか。\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n',
        ),
        carried,
        Buffer.from('\r\n--x--\r\n'),
      ]),
    )
    const verdict = classify(bytes)
    expect(verdict.label).toBe('phishing')
    expect(verdict.decidedBy).toBe('inner')
    expect(verdict.inner[0]?.lures[0]?.id).toBe(lures[0]!.id)
    expect(verdict.evidence.map((e) => e.code)).not.toContain('lure-fingerprint')
  })
  it('is at most suspicious when a bounce carries the lure back', () => {
    const bytes = new Uint8Array(
      Buffer.concat([
        Buffer.from(
          'From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n',
        ),
        carried,
        Buffer.from('\r\n--x--\r\n'),
      ]),
    )
    const verdict = classify(bytes)
    expect(verdict.label).toBe('suspicious')
    expect(verdict.decidedBy).toBe('inner')
  })
})

describe('what is no mail', () => {
  const cases: Array<[string, Parameters<typeof classify>[0]]> = [
    ['no bytes', new Uint8Array(0)],
    ['an empty string', ''],
    ['no fields', {}],
    ['bytes that are no mail', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    [
      'a truncated mail',
      new TextEncoder().encode(
        'From: <a@b.example>\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPGEgaHJ',
      ),
    ],
    ['an unknown charset', new TextEncoder().encode('Content-Type: text/plain; charset=x-no-such\r\n\r\nabc')],
  ]
  for (const [name, message] of cases) {
    it(`is none for ${name}`, () => {
      expect(classify(message).label).toBe('none')
    })
  }
  it('notes the cap for ten megabytes of one line', () => {
    const verdict = classify(new TextEncoder().encode(`Subject: x\r\n\r\n${'a'.repeat(10_000_000)}`))
    expect(verdict.label).toBe('none')
    expect(verdict.limits.map((l) => l.limit)).toContain('textUnits')
  })
  it('throws a TypeError for a wrong type of message or option, naming it', () => {
    expect(() => classify(42 as never)).toThrow(TypeError)
    expect(() => classify('x', { recipient: 1 } as never)).toThrow('options.recipient')
    expect(() => classify('x', { nope: 1 } as never)).toThrow('options.nope')
    expect(() => createClassifier({ disable: 'a' } as never)).toThrow('options.disable')
  })
})

describe('options', () => {
  const draft = lures.find((l) => l.id === 'kagoya/server-failure')!.draft
  const mail = FORMS['UTF-8 text, base64']!(draft)
  it('keeps the recipient out of evidence and links unless redact is false', () => {
    expect(JSON.stringify(classify(mail))).not.toContain('user@customer.example')
    expect(JSON.stringify(classify(mail, { redact: false }))).toContain('user@customer.example')
  })
  it('leaves out a disabled lure', () => {
    expect(classify(mail, { disable: ['kagoya/server-failure'] }).lures.map((l) => l.id)).not.toContain(
      'kagoya/server-failure',
    )
  })
  it('believes Authentication-Results of the trusted server alone', () => {
    const forged = FORMS['UTF-8 text, base64']!({
      ...draft,
      headers: ['Authentication-Results: mx.evil.example; dmarc=fail header.from=kagoya.jp'],
    })
    expect(classify(forged).skipped).toContainEqual({ check: 'authentication', why: 'no-trusted-authserv' })
    expect(classify(forged, { trustedAuthserv: 'mx.customer.example' }).evidence.map((e) => e.code)).not.toContain(
      'auth-failed',
    )
    expect(classify(forged, { trustedAuthserv: 'mx.evil.example' }).evidence.map((e) => e.code)).toContain(
      'auth-failed',
    )
  })
})

describe('what drives a terminal', () => {
  it.each([
    ['the text of a link', ['From: a@kxj.example'], '<a href="https://x.example/">a&#27;[31mb&#127;c&#7;</a>', {}],
    [
      'the domain of From that authentication speaks of',
      ['Authentication-Results: mx; spf=fail smtp.mailfrom=a\x1b[31mb', 'From: <a@kxj\x1b[31m\x07.example>'],
      'x',
      { trustedAuthserv: 'mx' },
    ],
    ['the label of a charset', ['From: a@kxj.example', 'Content-Type: text/html; charset="u\x1b[31m\x07"'], 'x', {}],
  ])('stands in no verdict: %s', (_, heads, body, options) => {
    const strings: string[] = []
    JSON.stringify(classify(rawMail(heads, body, 'text/html'), options), (_key, value) => {
      if (typeof value === 'string') strings.push(value)
      return value
    })
    expect(strings.filter((text) => /\p{Cc}/u.test(text))).toEqual([])
  })

  it('is a blank where a link shows it', () => {
    const mail = rawMail(['From: a@kxj.example'], '<a href="https://x.example/">a&#27;[31mb</a>', 'text/html')
    expect(classify(mail).links[0]?.text).toBe('a [31mb')
  })

  it('is a blank where From has it and authentication failed', () => {
    const heads = ['Authentication-Results: mx; spf=fail smtp.mailfrom=a.example', 'From: <a@kxj\x1b[31m.example>']
    const { evidence } = classify(rawMail(heads, 'x'), { trustedAuthserv: 'mx' })
    expect(evidence.find(({ code }) => code === 'auth-failed')?.expected).toBe('kxj [31m.example')
  })
})
