/** Is a verdict said in whole sentences, in both languages, without blame, and with what it rests on? */
import { describe, expect, test } from 'vitest'
import type { BrandEntry, PretextEntry } from '../../src/corpus/model.ts'
import type { Evidence, EvidenceCode, Label, Link, Verdict } from '../../src/detect/model.ts'
import { en } from '../../src/explain/en.ts'
import { decidingVerdict, explain, explainFinding } from '../../src/explain/index.ts'
import { ja } from '../../src/explain/ja.ts'
import { CODES } from '../../src/verdict.ts'

const CORPUS = {
  brands: [
    {
      id: 'kagoya',
      names: { ja: ['カゴヤ・ジャパン'], en: ['KAGOYA JAPAN'], aliases: [] },
      noticeUrl: 'https://www.kagoya.jp/news/1.html',
    },
  ] as unknown as BrandEntry[],
  pretexts: [
    { id: 'mailbox-full', title: { ja: 'メールボックスの容量超過', en: 'the mailbox is full' }, phrases: [] },
  ] as PretextEntry[],
}

function verdictOf(
  label: Label,
  evidence: Array<Partial<Evidence> & { code: EvidenceCode }>,
  more: Partial<Verdict> = {},
): Verdict {
  return {
    label,
    decidedBy: 'own',
    score: 80,
    brand: { id: 'kagoya', name: 'カゴヤ・ジャパン', claimedIn: ['from'] },
    lures: [],
    evidence: evidence.map((e) => ({ group: CODES[e.code].group, weight: CODES[e.code].weight, found: 'x', ...e })),
    links: [],
    inner: [],
    decoding: [],
    skipped: [],
    limits: [],
    corpus: { version: '0', digest: '0' },
    schema: 1,
    ...more,
  }
}

const PHISH = verdictOf('phishing', [
  { code: 'brand-in-display-name', found: 'KAGOYA JAPAN Inc.', brand: 'kagoya' },
  {
    code: 'link-kit-path',
    found: 'https://ifra-lodging.example/jp/kagoya.net?uid=',
    expected: 'kagoya.jp',
    brand: 'kagoya',
  },
  { code: 'pretext', found: 'メールボックスがいっぱい', pretext: 'mailbox-full' },
])

describe('for a support desk', () => {
  test('in Japanese: strongest reason first, with the defanged link and what a genuine mail would have', () => {
    const said = explain(PHISH, { lang: 'ja', audience: 'agent', corpus: CORPUS })
    expect(said.title).toBe('カゴヤ・ジャパンをかたるフィッシングメールと判定しました')
    expect(said.reasons).toEqual([
      {
        code: 'link-kit-path',
        text: 'リンク先のURLが、フィッシングサイト作成キットに特有の形をしています。公式のドメインは kagoya.jp です。',
        quote: 'hxxps://ifra-lodging[.]example/jp/kagoya.net?uid=',
      },
      {
        code: 'brand-in-display-name',
        text: '差出人の表示名で「カゴヤ・ジャパン」を名乗っています。',
        quote: 'KAGOYA JAPAN Inc.',
      },
      { code: 'pretext', text: '「メールボックスの容量超過」を口実にしています。', quote: 'メールボックスがいっぱい' },
    ])
    expect(said.advice.at(-1)).toBe('カゴヤ・ジャパンからの注意喚起: https://www.kagoya.jp/news/1.html')
  })

  test('in English', () => {
    const said = explain(PHISH, { lang: 'en', corpus: CORPUS })
    expect(said.title).toBe('Judged to be a phishing mail that impersonates KAGOYA JAPAN')
    expect(said.reasons[2]?.text).toBe('The pretext is: the mailbox is full.')
  })

  test('a finding about a part of a link quotes the whole link, defanged', () => {
    const link = { host: 'x.example', registrableDomain: 'x.example', place: 'own' } as const
    const links: Link[] = [
      { ...link, href: 'https://x.example/a', deceptions: ['link-victim-in-url'] },
      {
        ...link,
        href: 'https://x.example/kagoya.jp/',
        deceptions: ['link-victim-in-url', 'link-brand-domain-in-path'],
      },
    ]
    const verdict = verdictOf(
      'phishing',
      [
        { code: 'link-brand-domain-in-path', found: 'kagoya.jp' },
        { code: 'link-victim-in-url', found: 'plain' },
        { code: 'link-foreign', found: 'x.example' },
        { code: 'link-text-mismatch', found: 'www.kagoya.jp → x.example' },
      ],
      { links },
    )
    expect(explain(verdict, { corpus: CORPUS }).reasons.map((r) => [r.code, r.quote])).toEqual([
      ['link-brand-domain-in-path', 'hxxps://x[.]example/kagoya.jp/'],
      ['link-text-mismatch', 'www[.]kagoya[.]jp → x[.]example'],
      ['link-victim-in-url', 'hxxps://x[.]example/a'],
      ['link-foreign', 'hxxps://x[.]example/a'],
    ])
  })

  test('a name claimed in three places stands behind the strongest finding of every other group', () => {
    const claims = ['brand-in-display-name', 'brand-in-subject', 'brand-in-text'] as const
    const verdict = verdictOf('suspicious', [
      ...claims.map((code) => ({ code })),
      { code: 'pretext' },
      { code: 'link-foreign' },
    ])
    expect(explain(verdict, { corpus: CORPUS }).reasons.map((r) => r.code)).toEqual([
      'brand-in-display-name',
      'pretext',
      'link-foreign',
      'brand-in-subject',
      'brand-in-text',
    ])
  })

  test('the same link twice is one reason, two links are two', () => {
    const verdict = verdictOf('phishing', [
      { code: 'link-foreign', found: 'a.example' },
      { code: 'link-foreign', found: 'a.example' },
      { code: 'link-foreign', found: 'b.example' },
    ])
    expect(explain(verdict, { corpus: CORPUS }).reasons.map((r) => r.quote)).toEqual(['a[.]example', 'b[.]example'])
  })
})

describe('for a customer', () => {
  test('three lines of advice, in です・ます, with the notice page of the brand', () => {
    expect(explain(PHISH, { lang: 'ja', audience: 'customer', corpus: CORPUS })).toEqual({
      title: 'こちらのメールは、カゴヤ・ジャパンをかたる偽のメール（フィッシング）と思われます。',
      reasons: [
        {
          code: 'link-kit-path',
          text: 'リンク先が、カゴヤ・ジャパンの公式サイトではありません。',
          quote: 'hxxps://ifra-lodging[.]example/jp/kagoya.net?uid=',
        },
        { code: 'brand-in-display-name', text: 'カゴヤ・ジャパンを名乗っています。', quote: 'KAGOYA JAPAN Inc.' },
        {
          code: 'pretext',
          text: '「メールボックスの容量超過」を口実に、手続きを求めています。',
          quote: 'メールボックスがいっぱい',
        },
      ],
      advice: [
        'リンクや添付ファイルを開かず、情報の入力や返信もなさらずに、メールを削除していただきますようお願いいたします。',
        'パスワードなどを入力された場合は、すぐにパスワードを変更し、覚えのないメールアカウントの追加や設定の変更がないかをご確認ください。',
        'その場合や、ご不明な点がございましたら、サポート窓口までご連絡ください。(カゴヤ・ジャパンからの注意喚起: https://www.kagoya.jp/news/1.html)',
      ],
    })
  })

  test('never more than three reasons, and no sentence twice', () => {
    const codes = Object.keys(CODES) as EvidenceCode[]
    const { reasons } = explain(
      verdictOf(
        'phishing',
        codes.map((code) => ({ code })),
      ),
      { audience: 'customer', corpus: CORPUS },
    )
    expect(reasons).toHaveLength(3)
    expect(new Set(reasons.map((r) => r.text)).size).toBe(3)
  })

  test.each(['phishing', 'suspicious', 'quoted', 'none'] as const)(
    '%s: three lines of advice in both languages',
    (label) => {
      for (const lang of ['ja', 'en'] as const) {
        expect(explain(verdictOf(label, []), { lang, audience: 'customer', corpus: CORPUS }).advice).toHaveLength(3)
      }
    },
  )
})

describe('the tables', () => {
  test('every code has a sentence in both languages', () => {
    for (const table of [ja, en]) {
      expect(Object.keys(table.codes).sort()).toEqual(Object.keys(CODES).sort())
      for (const sentence of Object.values(table.codes)) expect(sentence).toMatch(/[。.]$/)
    }
    for (const sentence of Object.values(ja.codes)) {
      expect(sentence.replace(/（[^）]*）/g, '')).toMatch(/(?:です|ます|ません)。$/)
    }
  })

  test('no slot is left unfilled, whatever the label, language, audience and code', () => {
    for (const label of ['phishing', 'suspicious', 'quoted', 'none'] as const)
      for (const lang of ['ja', 'en'] as const)
        for (const audience of ['agent', 'customer'] as const)
          for (const code of Object.keys(CODES) as EvidenceCode[])
            expect(
              JSON.stringify(explain(verdictOf(label, [{ code }]), { lang, audience, corpus: CORPUS })),
            ).not.toMatch(/\{[a-z]+\}/)
  })

  test('no mail is ever called safe', () => {
    const said = JSON.stringify([ja, en])
    expect(said).not.toMatch(/\bsafe\b|安全(?:な|です)|安心/i)
  })
})

describe('other verdicts', () => {
  test('a warning is explained by its own marks, not by the lures it shows', () => {
    const verdict = verdictOf('quoted', [
      { code: 'link-foreign' },
      { code: 'warning-at-head', found: 'ご注意ください' },
    ])
    expect(explain(verdict, { corpus: CORPUS }).reasons.map((r) => r.code)).toEqual(['warning-at-head'])
  })

  test('a forwarded mail that decides is the one that is explained', () => {
    const inner = verdictOf('phishing', [{ code: 'link-kit-path', found: 'https://x.example/jp/kagoya.net' }])
    const verdict = verdictOf('phishing', [{ code: 'call-to-act' }], {
      decidedBy: 'inner',
      inner: [verdictOf('none', []), inner],
    })
    const said = explain(verdict, { corpus: CORPUS })
    expect(said.title).toBe(
      '転送または添付されたメールについて: カゴヤ・ジャパンをかたるフィッシングメールと判定しました',
    )
    expect(said.reasons.map((r) => r.code)).toEqual(['link-kit-path'])
    expect(decidingVerdict(verdict)).toBe(inner)
    expect(decidingVerdict(inner)).toBe(inner)
  })

  test('an organisation that no file knows is called by the name in the mail, on one line', () => {
    const verdict = verdictOf('suspicious', [], { brand: { id: '', name: '例の\n\u202e会社', claimedIn: ['from'] } })
    expect(explain(verdict, { corpus: CORPUS }).title).toBe('例の 会社をかたるフィッシングの疑いがあります')
  })

  test('without a claim no brand is named', () => {
    const { brand, ...rest } = PHISH
    expect(brand?.id).toBe('kagoya')
    expect(explain(rest, { corpus: CORPUS }).title).toBe('フィッシングメールと判定しました')
  })

  test('long and wild quotes become one short line', () => {
    const verdict = verdictOf('phishing', [
      { code: 'hidden-salting', found: `\u001b[31m赤\r\n\u200b${'𠮷'.repeat(200)}` },
    ])
    const quote = explain(verdict, { corpus: CORPUS }).reasons[0]?.quote ?? ''
    expect(quote.length).toBeLessThanOrEqual(121)
    expect(quote).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(quote.endsWith('𠮷…')).toBe(true)
  })
})

describe('one finding', () => {
  test('is said whatever the label, with the whole link it rests on', () => {
    const [kit] = PHISH.evidence.filter((e) => e.code === 'link-kit-path')
    expect(explainFinding(PHISH, kit!, { corpus: CORPUS })).toEqual({
      code: 'link-kit-path',
      text: 'リンク先のURLが、フィッシングサイト作成キットに特有の形をしています。',
      quote: 'hxxps://ifra-lodging[.]example/jp/kagoya.net?uid=',
    })
  })

  test('of a kind that does not carry the label has its sentence too', () => {
    const verdict = verdictOf('phishing', [{ code: 'links-masked', found: '' }])
    expect(explain(verdict, { corpus: CORPUS }).reasons).toEqual([])
    expect(explainFinding(verdict, verdict.evidence[0]!, { corpus: CORPUS, lang: 'en' })).toEqual({
      code: 'links-masked',
      text: 'The links in the examples are masked so that they cannot be opened.',
    })
  })
})

test.each([
  [undefined, {}],
  [{}, {}],
  [PHISH, { lang: 'de' }],
  [PHISH, { lang: 'toString' }],
  [PHISH, { audience: 'boss' }],
])('a wrong argument throws TypeError (%#)', (verdict, options) => {
  // @ts-expect-error: wrong on purpose
  expect(() => explain(verdict, { corpus: CORPUS, ...options })).toThrow(TypeError)
})

test('a host that wears the reader’s own domain is said to wear it, not the name that the mail claims', () => {
  const verdict = verdictOf('suspicious', [
    { code: 'link-brand-in-subdomain', found: 'client.example.notice.example', expected: 'client.example' },
  ])
  expect(explain(verdict, { lang: 'en', corpus: CORPUS }).reasons[0]?.text).toBe(
    'The name of client.example stands in the subdomain of the link, but the registered domain belongs to someone else. The official domain is client.example.',
  )
})
