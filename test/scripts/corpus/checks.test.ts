/** Does each named check of the corpus find what it is there for, at its place, and leave alone what is right? */
import { describe, expect, it } from 'vitest'
import { ALL_CHECKS, CORPUS_CHECKS } from '../../../scripts/corpus/checks/all.ts'
import { BUILD_CHECKS } from '../../../scripts/corpus/checks/build.ts'
import { type Check, runChecks } from '../../../scripts/corpus/checks/check.ts'
import type { CorpusInput } from '../../../scripts/corpus/checks/corpus-input.ts'
import type { Problem } from '../../../scripts/corpus/problem.ts'
import { readSource, type SourceFile } from '../../../scripts/corpus/source.ts'
import type { Kind } from '../../../scripts/corpus/types.ts'
import { compileSources } from '../../../scripts/corpus-build.ts'
import { createClassifier } from '../../../src/classify.ts'
import { compileCorpus } from '../../../src/corpus/compile.ts'
import { fold, foldedString } from '../../../src/text/fold.ts'

const FOLDERS: Record<Kind, string> = {
  brand: 'brands',
  pretext: 'pretexts',
  phrases: 'phrases',
  hosts: 'hosts',
  lure: 'lures',
}
const TODAY = '2026-11-25'

/** A corpus file: the first line for editors, then these. */
function yaml(kind: Kind, id: string, ...lines: string[]): [kind: Kind, id: string, text: string] {
  const up = kind === 'lure' ? '../../' : '../'
  return [
    kind,
    id,
    [`# yaml-language-server: $schema=${up}schema/${kind}.schema.json`, `id: ${id}`, ...lines, ''].join('\n'),
  ]
}

function brand(id: string, { group = id, official = `${id}.jp`, senders = '', more = '', sources = '' } = {}) {
  return yaml(
    'brand',
    id,
    `names: { ja: [${id}商店], en: [${id} Shop] }`,
    'kind: retail',
    `owner: ${id} Shop`,
    `group: ${group}`,
    'domains:',
    `  official: [{ domain: ${official}, evidence: P }]`,
    ...(senders ? [`  senders: [{ domain: ${senders}, evidence: P }]`] : []),
    ...(more ? [`  ${more}`] : []),
    sources || 'sources: [{ what: made up, checked: 2026-11-24 }]',
  )
}
const STORY = yaml('pretext', 'story', 'title: { ja: 見本, en: Sample }', 'phrases: [メールボックスがいっぱい]')

const TEXT =
  'お客様のメールボックスは保管上限へ達し、未着のメッセージがたまっています。次のボタンから容量を広げてください。'
const OTHER_TEXT =
  '会員番号の有効期間がまもなく終わります。継続をご希望の方は、専用の画面で身分証の写しを今夜中に提出してください。'

function lure(id: string, ...more: string[]) {
  const has = (key: string): boolean => more.some((line) => line.startsWith(`${key}:`))
  return yaml(
    'lure',
    id,
    `brand: ${id.split('/')[0]}`,
    'pretext: story',
    ...(has('status') ? [] : ['status: stable']),
    ...(has('firstSeen') ? [] : ['firstSeen: 2024-01']),
    ...(has('lastSeen') ? [] : ['lastSeen: 2024-02']),
    ...(has('sources') ? [] : ['sources: [{ publisher: alpha Shop, accessed: 2026-11-24 }]']),
    ...(has('subjects') ? [] : ['subjects: [重要なお知らせ]']),
    ...more,
    ...(has('samples') ? [] : ['samples:', `  - text: ${TEXT}`]),
  )
}

type File = ReturnType<typeof yaml>

/** What the checks get beside the files. */
interface World {
  ordinary?: string[]
  legitimate?: string[]
  published?: string[]
}

function read([kind, id, text]: File): SourceFile {
  const source = readSource(`corpus/${FOLDERS[kind]}/${id}.yaml`, kind, id, new TextEncoder().encode(text))
  if (Array.isArray(source)) throw new Error(JSON.stringify(source))
  return source
}

function problemsOf(id: string, files: File[], world: World): Problem[] {
  const sources = files.map(read)
  const build = BUILD_CHECKS.find((check) => check.id === id)
  if (build) return runChecks([build], { files: sources, chosen: sources })
  const { corpus, problems } = compileSources(sources, '1.0.0', () => 5)
  if (!corpus) throw new Error(JSON.stringify(problems))
  const input: CorpusInput = {
    files: sources,
    chosen: sources,
    corpus,
    compiled: compileCorpus(corpus),
    classify: createClassifier({ corpus }),
    rarity: () => 5,
    ordinary: (world.ordinary ?? []).map((text) => foldedString(fold(text))),
    legitimate: (world.legitimate ?? []).map((text, i) => ({ name: `mail ${i + 1}`, message: { text } })),
    published: new Set(world.published ?? []),
    today: TODAY,
  }
  return runChecks(
    CORPUS_CHECKS.filter((check) => check.id === id),
    input,
  )
}

const shown = ({ file, line, column, message, found }: Problem): string =>
  `${file.replace('corpus/', '')}:${line}:${column} ${message.en}${found === undefined ? '' : ` | ${found}`}`

const alpha = brand('alpha')
/** Providers: anybody has a mailbox below their domains. */
const GOOGLE = brand('google', { official: 'gmail.com' })
const ISP = brand('isp', {
  official: 'isp.co.jp',
  more: 'customers: [{ domain: user.isp.co.jp, evidence: P }, { domain: isp.jp, evidence: P }]',
})
const FREE_MAIL = yaml(
  'hosts',
  'free-mail',
  'title: { ja: 見本, en: Sample }',
  'hosts: [gmail.com]',
  'sources: [{ what: made up, checked: 2026-11-24 }]',
)
/** A brand that says from which address it never writes. */
const NEVER = brand('beta', {
  sources:
    'neverSends: [{ type: address, value: sakura@beta.jp, what: its notice }]\nsources: [{ what: made up, checked: 2026-11-24 }]',
})
const sound = [alpha, STORY, lure('alpha/one')]

/** By check: files, what is found, and what else there is. Empty lists are what must not be found. */
const CASES: Record<string, Array<[what: string, files: File[], found: string[], world?: World]>> = {
  'unique-id': [
    ['ids that differ', sound, []],
    [
      'a pretext with the id of a brand',
      [alpha, yaml('pretext', 'alpha', 'title: { ja: 見本, en: Sample }', 'phrases: [箱がいっぱい]')],
      ['pretexts/alpha.yaml:2:5 another file has the same id | alpha'],
    ],
  ],
  reference: [
    ['a brand and a pretext that are there', sound, []],
    ['a pretext that is not', [alpha, lure('alpha/one')], ['lures/alpha/one.yaml:4:10 no such pretext | story']],
    [
      'a replacement that is not',
      [alpha, STORY, lure('alpha/one', 'status: retired', 'replacedBy: alpha/two')],
      ['lures/alpha/one.yaml:10:13 no such lure | alpha/two'],
    ],
  ],
  domain: [
    ['the domain below a public suffix', [brand('alpha', { official: 'alpha.co.jp' })], []],
    [
      'a host below it',
      [brand('alpha', { official: 'www.alpha.co.jp' })],
      ['brands/alpha.yaml:8:24 an official domain is a registrable one | www.alpha.co.jp'],
    ],
    ['a name of a private suffix', [brand('alpha', { official: 'alpha.github.io' })], []],
    [
      'a private suffix itself',
      [brand('alpha', { official: 'github.io' })],
      ['brands/alpha.yaml:8:24 an official domain is a registrable one | github.io'],
    ],
  ],
  'one-group': [
    ['one domain of one group', [alpha, brand('beta', { group: 'alpha', official: 'alpha.jp' })], []],
    [
      'one domain of two groups',
      [brand('alpha', { official: 'alpha.jp' }), brand('beta', { official: 'alpha.jp' })],
      [
        'brands/alpha.yaml:8:24 the domain is official in another company group | alpha.jp (alpha)',
        'brands/beta.yaml:8:24 the domain is official in another company group | alpha.jp (beta)',
      ],
    ],
  ],
  'seen-order': [
    ['the same month', [lure('alpha/one', 'firstSeen: 2024-02-20', 'lastSeen: 2024-02')], []],
    [
      'last before first',
      [lure('alpha/one', 'firstSeen: 2024-02-20', 'lastSeen: 2024-01')],
      ['lures/alpha/one.yaml:9:11 last seen before first seen | 2024-01'],
    ],
  ],
  slot: [
    [
      'a literal with a slot',
      [yaml('pretext', 'story', 'title: { ja: a, en: a }', "phrases: ['{num}通のメール']")],
      [],
    ],
    [
      'a regular expression',
      [yaml('pretext', 'story', 'title: { ja: a, en: a }', "phrases: ['\\d+通のメール']")],
      ['pretexts/story.yaml:4:11 looks like a regular expression | \\d'],
    ],
    [
      'a slot in full-width braces',
      [yaml('pretext', 'story', 'title: { ja: a, en: a }', 'phrases: [｛num｝通のメール]')],
      ['pretexts/story.yaml:4:11 a slot stands between { and }, both of half width | ｛num｝'],
    ],
  ],
  'shape-slot': [
    [
      'the known ones',
      [
        lure(
          'alpha/one',
          "subjects: ['｛重要｝{brand} {date} {num}<{noise}>']",
          "senders: ['{brand} <*{num}@*>']",
          "links: ['/(server/)?jp/{provider-domain}/{token}?uid={victim}', 'https://{brand-domain}.{host}/']",
        ),
      ],
      [],
    ],
    ...(
      [
        ['a misspelled one in a link', 'links', 'https://{host}/?uid={victm}', '10:9 an unknown slot | {victm}'],
        ['one of templates in a subject', 'subjects', '{name}様', '9:12 an unknown slot | {name}'],
        ['capital letters in a sender', 'senders', '{BRAND} <*@*>', '10:11 an unknown slot | {BRAND}'],
        ['one without a name', 'links', 'https://{host}/{}', '10:9 an unknown slot | {}'],
        [
          'one that does not end',
          'links',
          'https://{host}/{victim',
          '10:9 a slot stands between { and }, both of half width | {victim',
        ],
        [
          'one in full-width braces',
          'links',
          'https://{host}/｛victim｝',
          '10:9 a slot stands between { and }, both of half width | ｛victim｝',
        ],
      ] as const
    ).map(([what, key, shape, found]): [string, File[], string[]] => [
      what,
      [lure('alpha/one', `${key}: ['${shape}']`)],
      [`lures/alpha/one.yaml:${found}`],
    ]),
  ],
  fingerprint: [
    ['a text instead of one', [lure('alpha/one')], []],
    [
      'what nobody made',
      [lure('alpha/one', 'fingerprints: [________]')],
      ['lures/alpha/one.yaml:10:16 the fingerprint cannot be read | ________'],
    ],
  ],
  'removed-id': [
    ['all that was published', sound, [], { published: ['lure alpha/one', 'brand alpha'] }],
    [
      'a published lure less',
      sound,
      ['lures/alpha/old.yaml:1:1 a published id is gone | alpha/old'],
      { published: ['lure alpha/old', 'lure alpha/one'] },
    ],
  ],
  sources: [
    ['a day that was', sound, []],
    [
      'a day to come',
      [brand('alpha', { sources: 'sources: [{ what: made up, checked: 2027-01-01 }]' }), STORY, lure('alpha/one')],
      ['brands/alpha.yaml:9:37 the day is still to come | 2027-01-01'],
    ],
    [
      'a day that no calendar has',
      [alpha, STORY, lure('alpha/one', 'sources: [{ publisher: a, accessed: 2026-02-30 }]')],
      ['lures/alpha/one.yaml:9:37 the source does not say when it was looked at | 2026-02-30'],
    ],
  ],
  calendar: [
    [
      'days, months and years that were, the running one too',
      [
        brand('alpha', { more: 'customers: [{ domain: user.jp, evidence: P, checked: 2026-11-25 }]' }),
        STORY,
        lure('alpha/one', "firstSeen: '2026'", 'lastSeen: 2026-11'),
      ],
      [],
    ],
    [
      'a day that no calendar has',
      [alpha, STORY, lure('alpha/one', 'firstSeen: 2023-02-30')],
      ['lures/alpha/one.yaml:9:12 the calendar has no such day | 2023-02-30'],
    ],
    [
      'a day to come',
      [alpha, STORY, lure('alpha/one', 'lastSeen: 2026-11-26')],
      ['lures/alpha/one.yaml:9:11 the day is still to come | 2026-11-26'],
    ],
    [
      'a day of a domain that no calendar has',
      [brand('alpha', { more: 'customers: [{ domain: user.jp, evidence: P, checked: 2026-06-31 }]' }), STORY],
      ['brands/alpha.yaml:9:56 the calendar has no such day | 2026-06-31'],
    ],
  ],
  'sender-host': [
    ['a host elsewhere', [brand('alpha', { senders: 'mail.other.jp' }), STORY], []],
    [
      'a host of the official domain',
      [brand('alpha', { official: 'alpha.jp', senders: 'mail.alpha.jp' }), STORY],
      ['brands/alpha.yaml:9:23 a sender host lies under an official domain | mail.alpha.jp'],
    ],
  ],
  defanged: [
    [
      'shapes, reserved hosts, and the brand itself',
      [
        brand('alpha', { official: 'alpha.jp' }),
        STORY,
        lure(
          'alpha/one',
          "links: ['https://{host}/jp/{provider-domain}?uid={victim}', '/wp-includes/{token}']",
          "senders: ['info@alpha.jp', '*@mail.example']",
        ),
      ],
      [],
    ],
    [
      'a live link',
      [alpha, STORY, lure('alpha/one', "links: ['https://hacked.net/login']")],
      ['lures/alpha/one.yaml:10:9 a live host | hacked.net'],
    ],
    [
      'a live sender',
      [alpha, STORY, lure('alpha/one', "senders: ['x <info@hacked.net>']")],
      ['lures/alpha/one.yaml:10:11 a live host | hacked.net'],
    ],
    [
      'a live link in a sample',
      [alpha, STORY, lure('alpha/one', 'samples:', `  - text: ${TEXT} http://hacked.net/a`)],
      ['lures/alpha/one.yaml:11:11 a live host | hacked.net'],
    ],
  ],
  'sender-address': [
    [
      'stars, offices of the brand, forgeries on no host, and what the brand published',
      [
        alpha,
        NEVER,
        STORY,
        lure(
          'alpha/one',
          "senders: ['alpha <*@*>', '*@gmail.com', 'no-reply@alpha.jp', 'Info@mail.alpha.jp', 'alpha-update@*', '{num}@*', 'sakura@beta.jp']",
        ),
      ],
      [],
    ],
    ...(
      [
        ['somebody’s address of free mail', 'alpha <taro@gmail.com>', 'taro@gmail.com'],
        ['an office of free mail', 'alpha <info@gmail.com>', 'info@gmail.com'],
        ['an office of a host that is no brand’s', 'alpha <info@hacked.net>', 'info@hacked.net'],
        ['somebody at the brand', 'taro.info@alpha.jp', 'taro.info@alpha.jp'],
        ['a customer of a brand', 'info@isp.jp', 'info@isp.jp'],
        ['a customer below a host of the brand', 'info@user.isp.co.jp', 'info@user.isp.co.jp'],
        ['somebody at no host', 't-yamada@*', 't-yamada@*'],
        ['somebody at a made-up host', 'alpha <taro@mail.example>', 'taro@mail.example'],
        ['full-width signs', 'alpha ＜taro＠gmail．com＞', 'taro@gmail.com'],
        ['a name of kanji', 'alpha <山田@alpha.jp>', '山田@alpha.jp'],
        ['a star beside a name', '*taro@alpha.jp', '*taro@alpha.jp'],
        ['the second of two', 'info@alpha.jp <taro@alpha.jp>', 'taro@alpha.jp'],
      ] as const
    ).map(([what, sender, found]): [string, File[], string[]] => [
      what,
      [alpha, ISP, FREE_MAIL, STORY, lure('alpha/one', `senders: ['${sender}']`)],
      [`lures/alpha/one.yaml:10:11 what stands before the @ of a sender is not blotted out | ${found}`],
    ]),
  ],
  'personal-data': [
    [
      'offices of a brand and made-up addresses',
      [
        alpha,
        NEVER,
        STORY,
        lure(
          'alpha/one',
          'notes: info@alpha.jp sakura@beta.jp',
          'samples:',
          `  - text: ${TEXT} a@b.example. c@example.co.jp`,
        ),
      ],
      [],
    ],
    ...(
      [
        ['an address of free mail', 'taro@gmail.com'],
        ['an office of free mail', 'info@gmail.com'],
        ['an address of somebody at a brand', 'taro@alpha.jp'],
        ['an address of a provider’s customer', 'info@isp.jp'],
        ['an address of a host that only sounds made up', 'taro@test.com'],
      ] as const
    ).map(([what, address]): [string, File[], string[]] => [
      `${what} in a sample`,
      [alpha, GOOGLE, ISP, FREE_MAIL, STORY, lure('alpha/one', 'samples:', `  - text: ${TEXT} ${address} まで`)],
      [`lures/alpha/one.yaml:11:11 a mail address | ${address}`],
    ]),
    ['slots and blots', [alpha, STORY, lure('alpha/one', 'notes: ●●様 {num} user@customer.example')], []],
    ...(
      [
        ['an address', '宛先 taro@hacked.net', 'a mail address | taro@hacked.net'],
        ['a name before 様', '山田太郎様へ', 'looks like somebody’s name | 山田太郎'],
        ['a telephone number', '電話 090-1234-5678', 'looks like a telephone number | 090-1234-5678'],
        ['a token', 'uid dGFyb0BoYWNrZWQubmV0MTIz', 'looks like a token | dGFyb0BoYWNrZWQubmV0MTIz'],
        ['an IP address', '送信元 198.18.7.9', 'an IP address | 198.18.7.9'],
      ] as const
    ).map(([what, note, found]): [string, File[], string[]] => [
      what,
      [alpha, STORY, lure('alpha/one', `notes: ${note}`)],
      [`lures/alpha/one.yaml:10:8 ${found}`],
    ]),
  ],
  'phrase-rare': [
    [
      'words of its own',
      [alpha, STORY, lure('alpha/one', 'phrases: [保管上限へ達し]')],
      [],
      { ordinary: ['いつもお世話になっております'] },
    ],
    [
      'words of ordinary mail',
      [alpha, STORY, lure('alpha/one', 'phrases: [お世話になって]')],
      ['lures/alpha/one.yaml:10:11 the phrase stands in ordinary mail too | お世話になって'],
      { ordinary: ['いつもお世話になっております'] },
    ],
    [
      'three characters',
      [alpha, STORY, lure('alpha/one', 'phrases: [保管上]')],
      ['lures/alpha/one.yaml:10:11 the phrase is too short | 保管上'],
    ],
  ],
  'near-duplicate': [
    ['two texts', [...sound, lure('alpha/two', 'samples:', `  - text: ${OTHER_TEXT}`)], []],
    [
      'one text twice',
      [...sound, lure('alpha/two', 'samples:', `  - text: ${TEXT}至急`)],
      [
        'lures/alpha/one.yaml:2:5 almost the same lure is there already | alpha/two (1.00)',
        'lures/alpha/two.yaml:2:5 almost the same lure is there already | alpha/one (1.00)',
      ],
    ],
    [
      'one text twice, of which one is retired',
      [...sound, lure('alpha/two', 'status: retired', 'samples:', `  - text: ${TEXT}至急`)],
      [],
    ],
  ],
  'own-sample': [['a sample that is hit', sound, []]],
  'near-miss': [
    [
      'a genuine notice beside the lure',
      [alpha, STORY, lure('alpha/one', 'legitimate:', '  - text: 先月のメールボックスのご利用量は半分でした。')],
      [],
    ],
    [
      'a lure among the genuine',
      [
        brand('alpha', { official: 'alpha.jp' }),
        STORY,
        lure('alpha/one', 'legitimate:', `  - text: alpha商店です。${TEXT} http://alpha.jp.hacked.example/login?uid=1`),
      ],
      ['lures/alpha/one.yaml:11:11 a legitimate near miss is hit | phishing'],
    ],
  ],
  legitimate: [
    ['mail that it does not hit', sound, [], { legitimate: ['本日の会議は三時からです。'] }],
    [
      'mail that it hits',
      sound,
      ['lures/alpha/one.yaml:11:3 legitimate mail is taken for this lure | mail 2: 1.00'],
      { legitimate: ['本日の会議は三時からです。', TEXT] },
    ],
  ],
  stale: [
    ['what was looked at this year', sound, []],
    [
      'what nobody looked at for two years',
      [brand('alpha', { sources: 'sources: [{ what: made up, checked: 2024-11-01 }]' }), STORY],
      ['brands/alpha.yaml:9:10 nobody has looked at this for long | 2024-11-01'],
    ],
  ],
}

describe.each(Object.entries(CASES))('the check %s', (id, cases) => {
  it.each(cases)('%s', (_, files, found, world = {}) => {
    expect(problemsOf(id, files, world).map(shown)).toEqual(found)
  })
})

describe('the example for a sender', () => {
  it.each([
    ['alpha <taro@gmail.com>', "'alpha <*@*>'"],
    ["alpha''s <taro@alpha.jp>", "'alpha''s <*@alpha.jp>'"],
  ])('%s is the same line mended', (sender, example) => {
    const files = [alpha, GOOGLE, FREE_MAIL, STORY, lure('alpha/one', `senders: ['${sender}']`)]
    expect(problemsOf('sender-address', files, {}).map((problem) => problem.example)).toEqual([example])
  })
})

describe('the checks', () => {
  it('each have an example of what they find and of what they leave alone', () => {
    // own-sample cannot fail by a file alone: a fingerprint is made of the sample that it is held against
    const withoutFind = Object.entries(CASES).filter(([, cases]) => !cases.some(([, , found]) => found.length > 0))
    const withoutPass = Object.entries(CASES).filter(([, cases]) => !cases.some(([, , found]) => found.length === 0))
    expect(withoutFind.map(([id]) => id)).toEqual(['own-sample'])
    expect(withoutPass).toEqual([])
  })

  it('that files must pass to be read are tried by the broken files and by names; all others here', () => {
    const read = ['file-name', 'length', 'encoding', 'invisible', 'yaml', 'schema', 'path-is-id', 'editor-line']
    expect(ALL_CHECKS.map(({ id }) => id)).toEqual([...read, ...Object.keys(CASES)])
  })

  it('say what is wrong in both languages', () => {
    for (const { id, title } of ALL_CHECKS) {
      expect(title.ja, id).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
      expect(title.en, id).toMatch(/^[a-z][\x20-\x7e]+$/)
    }
  })

  it('warn of what is stale and fail nothing by it', () => {
    const warnings = CORPUS_CHECKS.filter((check: Check<CorpusInput>) => check.isWarning).map(({ id }) => id)
    expect(warnings).toEqual(['stale'])
  })
})
