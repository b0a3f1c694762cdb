/** Do reports hold what they should, parse in the programs that read them, and come out the same each time? */
import { createHash } from 'node:crypto'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { demoMails } from '../../scripts/demo-mails.ts'
import { classify } from '../../src/classify.ts'
import { builtin } from '../../src/corpus/builtin.ts'
import type { Verdict } from '../../src/detect/model.ts'
import {
  arfReport,
  CONTACTS,
  customerNotice,
  defang,
  iocCsv,
  iocs,
  iocText,
  mispEvent,
  refang,
  reportDrafts,
  rspamdMap,
  spamassassinRules,
  stixBundle,
} from '../../src/report/index.ts'
import { sha1, uuidv5 } from '../../src/report/sha1.ts'

const AT = '2026-11-25T00:00:00Z'
const MAILS = Object.fromEntries(demoMails().map(({ name, bytes }) => [name, bytes]))
const LURE = MAILS['server-failure.eml']!
const VERDICT = classify(LURE)
const NONE = classify({ from: 'a@b.example', subject: 'lunch', text: 'At noon? https://c.example/' })

describe('refang', () => {
  test.each([
    ['hxxps://www[.]kagoya[.]evil[.]example/jp/', 'https://www.kagoya.evil.example/jp/'],
    ['h**p://a(.)example/', 'http://a.example/'],
    ['hxxp[:]//a[dot]example', 'http://a.example'],
    ['user[at]a{.}example', 'user@a.example'],
    ['plain text [1] (a)', 'plain text [1] (a)'],
  ])('%s is %s', (text, live) => {
    expect(refang(text)).toBe(live)
  })

  test('undoes defang', () => {
    const text = 'see https://a.b.example/x?y=1 and c.example.'
    expect(refang(defang(text))).toBe(text)
  })
})

describe('ids', () => {
  test.each(['', 'abc', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'あ'.repeat(1_000)])('SHA-1 of %j', (text) => {
    const bytes = new TextEncoder().encode(text)
    expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(createHash('sha1').update(bytes).digest('hex'))
  })

  test('UUIDv5 of RFC 9562 appendix A.4', () => {
    expect(uuidv5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
  })
})

describe('indicators', () => {
  test('of a lure: the URL without the victim, and its host', () => {
    expect(iocs(VERDICT).map(({ type, value }) => [type, value])).toEqual([
      ['url', 'https://server-status.example/jp/kagoya.net'],
      ['host', 'server-status.example'],
    ])
    expect(iocText(VERDICT)).toBe('hxxps://server-status[.]example/jp/kagoya.net\nserver-status[.]example\n')
  })

  test('of a warning are marked as quoted; its official and masked links are none', () => {
    const found = iocs(classify(MAILS['warning-notice.eml']!))
    expect(found.map(({ place }) => place)).toEqual(Array(4).fill('quoted'))
    expect(found.map(({ value }) => value).join(' ')).not.toMatch(/kagoya\.jp\/news|\*/)
  })

  test('of a mail where nothing was found there are none', () => {
    expect([iocs(NONE), iocText(NONE), iocCsv(NONE)]).toEqual([[], '', '"type","value","codes","place"\r\n'])
  })

  test.each([
    ['https://bit.ly/x', ['link-shortener'], ['url']],
    ['https://docs.google.com/forms/x', ['link-free-hosting'], ['url']],
    ['https://www.google.com/', [], []],
    ['https://a.example/', [], ['url', 'host']],
    ['javascript:alert(1)', ['link-script-url'], []],
  ] as const)('%s with %j gives %j', (href, deceptions, types) => {
    const host = href.startsWith('https') ? new URL(href).host : ''
    const link = {
      href,
      host,
      registrableDomain: host,
      relation: 'foreign' as const,
      deceptions: [...deceptions],
      place: 'own' as const,
    }
    expect(iocs({ ...VERDICT, links: [link], evidence: [] }).map(({ type }) => type)).toEqual(types)
  })

  test('a forged or free-mail sender is no indicator, a foreign one is', () => {
    const evidence = (found: string): Verdict['evidence'] => [{ code: 'sender-foreign', group: 'S', weight: 5, found }]
    const types = (found: string) =>
      iocs({ ...VERDICT, links: [], evidence: evidence(found) }).map(({ value }) => value)
    expect([types('x@gmail.com'), types('x@kagoya.jp'), types('@Evil.example')]).toEqual([[], [], ['evil.example']])
  })

  test('a cell cannot start a formula or leave its row', () => {
    const link = { ...VERDICT.links[0]!, href: 'https://a.example/"x\r\n=1', host: '=cmd.example' }
    const csv = iocCsv({ ...VERDICT, links: [link], evidence: [] })
    expect(csv.split('\r\n')).toHaveLength(4)
    expect(csv).not.toMatch(/(?:^|,)"[=+@-]/m)
  })
})

describe('the customer notice', () => {
  test('of KAGOYA reads like the one of 2020', () => {
    const notice = customerNotice('kagoya', { desk: 'セルクル サポート窓口' })
    expect(notice.subject).toBe('【注意喚起】カゴヤ・ジャパンをかたるフィッシングメールについて')
    expect(notice.text).toContain('【対象のお客様】')
    expect(notice.text).toContain('削除していただきますようお願いいたします')
    expect(notice.examples).toHaveLength(6)
    expect(notice.source).toBe('https://www.kagoya.jp/news/2020030910797.html')
    expect(notice.text.replace(notice.source!, '')).not.toMatch(/https?:\/\//)
    expect(notice.text).not.toMatch(/\{[a-z-]+\}/)
  })

  test('is judged quoted by lurebook itself, in both languages', () => {
    for (const lang of ['ja', 'en'] as const) {
      const { subject, text } = customerNotice('kagoya', { lang })
      expect(classify({ from: 'support@reseller.example', subject, text }).label).toBe('quoted')
    }
  })

  test('can be written for every brand of the corpus', () => {
    for (const { id } of builtin().brands) expect(customerNotice(id).text).not.toMatch(/undefined|\{[a-z-]+\}/)
  })

  test('refuses what it cannot write about', () => {
    expect(() => customerNotice('nobody')).toThrow(RangeError)
    expect(() => customerNotice(1 as never)).toThrow(TypeError)
    expect(() => customerNotice('kagoya', { lang: 'de' as never })).toThrow(TypeError)
  })
})

describe('report drafts', () => {
  test('go to the council, the brand and the host, with links defanged', () => {
    const drafts = reportDrafts(VERDICT, { at: AT, subject: 'サーバー障害通知' })
    expect(drafts.map(({ to, contact, host }) => [to, contact?.address, host])).toEqual([
      ['council', 'info@antiphishing.jp', undefined],
      ['brand', undefined, undefined],
      ['host', undefined, 'server-status.example'],
    ])
    for (const { body } of drafts) {
      expect(body).toContain('hxxps://server-status[.]example/jp/')
      expect(body).not.toMatch(/https?:\/\//)
      expect(body).not.toContain('user@customer.example')
    }
  })

  test('each desk gets the addresses on its own host alone', () => {
    const html =
      '<p>24時間以内にAmazonアカウントにログインして確認してください。アカウントの利用を制限しました。</p>' +
      '<a href="https://evil.example/a">ログイン</a> <a href="https://notevil.example/b?to=evil.example">ログイン</a>' +
      '<a href="https://EVIL.example:8443/c">ログイン</a>'
    const drafts = reportDrafts(
      classify({ from: 'Amazon <x@mail.example>', subject: '【Amazon】お支払い方法の更新', html }),
      { at: AT },
    )
    const urls = drafts.flatMap(({ host, body }) => (host ? [[host, ...(body.match(/^URL: .*$/gm) ?? [])]] : []))
    expect(urls).toEqual([
      ['evil.example', 'URL: hxxps://evil[.]example/a', 'URL: hxxps://evil[.]example:8443/c'],
      ['notevil.example', 'URL: hxxps://notevil[.]example/b?to=evil.example'],
    ])
  })

  test('accuse nobody for a mail that is not accused', () => {
    expect(reportDrafts(NONE, { at: AT })).toEqual([])
    expect(reportDrafts(classify(MAILS['warning-notice.eml']!), { at: AT })).toEqual([])
  })

  test('every contact has its source and the day it was checked', () => {
    for (const { source, checked, address, form } of CONTACTS) {
      expect([source.startsWith('https://'), /^\d{4}-\d\d-\d\d$/.test(checked), Boolean(address ?? form)]).toEqual([
        true,
        true,
        true,
      ])
    }
  })
})

describe('of a forwarded lure, whatever brand the forwarder names,', () => {
  const forward = classify(
    [
      'Subject: Fwd: x',
      'From: taro@client.example',
      'To: desk@client.example',
      'Content-Type: text/plain; charset=utf-8',
      '',
      '楽天からのメールか確認してください。楽天カードをご利用いただき https://wiki.client.example/ https://192.0.2.7/',
      '',
      '---------- Forwarded message ---------',
      'From: Amazon <x@mail.example>',
      'Subject: 【Amazon】お支払い方法の更新',
      'To: taro@client.example',
      '',
      'Amazonアカウントの利用を制限しました。24時間以内にログインして確認してください。',
      '▼ログイン',
      'https://account-check.example/ap',
      '',
    ].join('\r\n'),
  )

  test('the drafts accuse the lure in the name that it takes', () => {
    expect([forward.decidedBy, forward.brand?.id]).toEqual(['inner', 'rakuten'])
    expect(reportDrafts(forward, { at: AT }).map(({ to, host, subject }) => [to, host, subject])).toEqual([
      ['council', undefined, '【フィッシング報告】アマゾンをかたるメール'],
      ['brand', undefined, '【フィッシング報告】アマゾンをかたるメール'],
      ['host', 'account-check.example', 'Phishing page on account-check[.]example (impersonates Amazon)'],
    ])
  })

  test('the forwarder’s own links are no indicators, but for what they are themselves', () => {
    expect(iocs(forward).map(({ type, value }) => [type, value])).toEqual([
      ['url', 'https://192.0.2.7/'],
      ['ip', '192.0.2.7'],
      ['url', 'https://account-check.example/ap'],
      ['host', 'account-check.example'],
    ])
    expect(iocs({ ...forward, decidedBy: 'own' }).map(({ value }) => value)).toContain('wiki.client.example')
  })

  test('the MISP event and the STIX report are about that name too', () => {
    const { objects } = stixBundle(forward, { at: AT })
    expect(mispEvent(forward, { at: AT }).Event.info).toBe('Phishing mail that impersonates amazon-jp')
    expect(objects.at(-1)!.name).toBe('Phishing mail that impersonates amazon-jp')
  })
})

describe('ARF', () => {
  const options = { from: 'abuse@isp.example', to: 'abuse@host.example', at: AT }

  test('is read back by postal-mime, the original byte for byte', async () => {
    const report = arfReport(LURE, VERDICT, options)
    const mail = await PostalMime.parse(report, { forceRfc822Attachments: true })
    expect(mail.headers.find(({ key }) => key === 'content-type')!.value).toMatch(
      /multipart\/report; report-type=feedback-report/,
    )
    expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual(['message/feedback-report', 'message/rfc822'])
    const [feedback, original] = mail.attachments.map(({ content }) =>
      typeof content === 'string' ? content : new TextDecoder('latin1').decode(content),
    )
    expect(feedback).toMatch(/^Feedback-Type: fraud\r?\nUser-Agent: lurebook\/1\r?\nVersion: 1\r?\n/)
    expect(feedback).toContain('Reported-Domain: server-status.example')
    expect(feedback).toContain('Reported-URI: https://server-status.example/jp/kagoya.net')
    // postal-mime gives the lines of a nested message with LF.
    expect(original!.trimEnd()).toBe(new TextDecoder('latin1').decode(LURE).replaceAll('\r\n', '\n').trimEnd())
    expect(Buffer.from(report).includes(Buffer.from(LURE))).toBe(true)
    expect(mail.text).toContain('judged phishing')
  })

  test('the same arguments give the same bytes', () => {
    expect(arfReport(LURE, VERDICT, options)).toEqual(arfReport(LURE, VERDICT, options))
  })

  test('headers alone leave the body out', () => {
    const text = new TextDecoder('latin1').decode(arfReport(LURE, VERDICT, { ...options, include: 'headers' }))
    expect(text).toContain('text/rfc822-headers')
    expect(text.length).toBeLessThan(2_000)
  })

  test.each<[string, string]>([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
    ['CR CR LF', '\r\r\n'],
  ])('headers alone leave the body out where lines end in %s', (_, end) => {
    const head = ['From: a@evil.example', 'Subject: x', 'X-Folded: a', ' b']
    const original = new TextEncoder().encode([...head, '', 'SECRET: 1', '', 'SECRET', ''].join(end))
    const text = new TextDecoder('latin1').decode(arfReport(original, VERDICT, { ...options, include: 'headers' }))
    expect(text).toContain(`\r\n\r\n${head.join(end)}${end}\r\n--arf-`)
    expect(text).not.toContain('SECRET')
  })

  test.each<[string, Uint8Array]>([
    ['blank lines before the head', new TextEncoder().encode('\r\n\r\nFrom: a@evil.example\r\n\r\nSECRET\r\n')],
    ['no blank line behind the head', new TextEncoder().encode('From: a@evil.example\r\nSECRET\r\nSECRET\r\n')],
    ['no head', new TextEncoder().encode('SECRET\r\n\r\nSECRET\r\n')],
    ['UTF-16', Uint8Array.from(Buffer.from('\ufeffFrom: a@evil.example\r\n\r\nSECRET\r\n', 'utf16le'))],
  ])('headers alone leave the body out of a mail with %s', (_, original) => {
    const text = new TextDecoder('latin1')
      .decode(arfReport(original, VERDICT, { ...options, include: 'headers' }))
      .replaceAll('\0', '')
    expect(text).toContain('text/rfc822-headers')
    expect(text).not.toContain('SECRET')
  })

  test('is judged at most suspicious, by what it carries', () => {
    expect(classify(arfReport(LURE, VERDICT, options))).toMatchObject({ label: 'suspicious', decidedBy: 'inner' })
  })

  test.each([
    [{ ...options, from: 'a@b.example\r\nBcc: x@y.example' }],
    [{ ...options, to: 'nobody' }],
    [{ ...options, at: 'yesterday' }],
    [{ ...options, include: 'all' as never }],
  ])('%o is refused', (wrong) => {
    expect(() => arfReport(LURE, VERDICT, wrong)).toThrow(TypeError)
  })

  test('a mail that is not accused is refused', () => {
    expect(() => arfReport(LURE, NONE, options)).toThrow('a mail judged none is not reported as fraud')
  })
})

describe('MISP and STIX', () => {
  test('the MISP event holds the indicators and the lure', () => {
    const { Event } = mispEvent(VERDICT, { at: AT })
    expect(Event).toMatchObject({ date: '2026-11-25', timestamp: '1795564800', published: false, threat_level_id: '2' })
    expect(Event.Attribute.map(({ type, value, to_ids }) => [type, value, to_ids])).toEqual([
      ['url', 'https://server-status.example/jp/kagoya.net', true],
      ['hostname', 'server-status.example', true],
      ['text', 'kagoya/server-failure', false],
    ])
  })

  test('the STIX bundle is closed: every reference is in it, every id a UUIDv5 of its type', () => {
    const { objects } = stixBundle(VERDICT, { at: AT })
    const ids = new Set(objects.map(({ id }) => id))
    expect(ids.size).toBe(objects.length)
    for (const object of objects) {
      expect(object.id).toMatch(
        new RegExp(`^${object.type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`),
      )
      for (const [key, value] of Object.entries(object)) {
        if (key.endsWith('_ref')) expect(ids).toContain(value)
        if (key.endsWith('_refs')) for (const one of value as string[]) expect(ids).toContain(one)
      }
    }
    expect(objects.filter(({ type }) => type === 'indicator').map(({ pattern }) => pattern)).toEqual([
      "[url:value = 'https://server-status.example/jp/kagoya.net']",
      "[domain-name:value = 'server-status.example']",
    ])
  })

  test('a quote in a URL cannot end a pattern', () => {
    const link = { ...VERDICT.links[0]!, href: "https://a.example/'] OR [x" }
    const found = stixBundle({ ...VERDICT, links: [link] }, { at: AT }).objects.find(({ type }) => type === 'indicator')
    expect(found!.pattern).toBe("[url:value = 'https://a.example/\\'] OR [x']")
  })

  test('ids depend on content and time alone', () => {
    expect(stixBundle(VERDICT, { at: AT })).toEqual(stixBundle(VERDICT, { at: new Date(AT) }))
    expect(stixBundle(VERDICT, { at: AT }).id).not.toBe(stixBundle(VERDICT, { at: '2026-11-26T00:00:00Z' }).id)
    expect(mispEvent(VERDICT, { at: AT })).toEqual(mispEvent(VERDICT, { at: AT }))
  })

  test.each([[undefined], [{}], [{ label: 'phishing' }], ['x'], [null]])('%j is no verdict', (wrong) => {
    for (const make of [iocs, iocText, iocCsv]) expect(() => make(wrong as never)).toThrow(TypeError)
    for (const make of [mispEvent, stixBundle, reportDrafts]) {
      expect(() => make(wrong as never, { at: AT })).toThrow(TypeError)
      expect(() => make(VERDICT, {} as never)).toThrow(TypeError)
    }
  })
})

describe('rules for other filters', () => {
  test('rspamd gets names, senders, phrases and their settings', () => {
    const files = rspamdMap()
    expect(files['maps.d/lurebook_names.map']).toContain('/カゴヤ・ジャパン/iu\n')
    expect(files['maps.d/lurebook_senders.map']).toContain('/(?:^|\\.)kagoya\\.jp$/i\n')
    expect(files['maps.d/lurebook_phrases.map']).toContain('/システムでサーバー障害が発生しました/iu\n')
    expect(files['local.d/composites.conf']).toContain('LUREBOOK_NAME & !LUREBOOK_SENDER')
  })

  test('SpamAssassin gets ASCII, names of 22 characters at most, each defined once', () => {
    const rules = spamassassinRules()
    expect(rules).toMatch(/^[\x20-\x7e\n]+$/)
    const names = [...rules.matchAll(/^(?:header|body|uri|meta) (\S+)/gm)].map(([, name]) => name!)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => name.length > 22 && !name.startsWith('__'))).toEqual([])
  })

  test('every pattern of the maps is a regular expression', () => {
    for (const [path, text] of Object.entries(rspamdMap())) {
      if (!path.endsWith('.map')) continue
      for (const line of text.trimEnd().split('\n').slice(1)) {
        const [, pattern = ''] = /^\/(.*)\/iu?$/.exec(line) ?? []
        expect(() => new RegExp(pattern, 'i')).not.toThrow()
      }
    }
  })

  test.each([[1], [null], [{}]])('%j is no corpus', (wrong) => {
    expect(() => rspamdMap(wrong as never)).toThrow(TypeError)
    expect(() => spamassassinRules(wrong as never)).toThrow(TypeError)
  })
})
