/** Does one command make a lure of a mail, which then catches it, and which says nothing of who received it? */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  finishLure,
  freeSlug,
  openWorkshop,
  readMail,
  type Workshop,
} from '../../../../scripts/corpus/lure/workshop.ts'
import { buildCorpus } from '../../../../scripts/corpus-build.ts'
import { tryCampaigns } from '../../../../scripts/lure-trial.ts'
import { sharedFolder } from '../../../../scripts/shared-data.ts'
import { createClassifier } from '../../../../src/classify.ts'
import { STRONG } from '../../../../src/detect/lure.ts'
import { FORMS } from '../../../support/build-mail.ts'
import { type Bed, leaksOf, PLANTS } from './personas.ts'

const REPOSITORY = join(import.meta.dirname, '../../../..')
const TODAY = '2026-11-25'

/** Nobody documented it: made up for these tests. */
const BED: Bed = {
  from: { name: 'KAGOYA JAPAN', address: 'cs@hacked.example' },
  subject: 'KAGOYA JAPAN: 迷惑メール対策装置の入れ替えに伴う再登録',
  text: [
    '平素よりKAGOYA JAPANをご利用いただき、ありがとうございます。',
    '迷惑メール対策装置の入れ替えを11月30日に行います。入れ替え後は、再登録のないメールボックスの受信箱が空になります。',
    '受信箱の中身を引き継ぐには、下記の引き継ぎ窓口で普段のパスワードをもう一度入力してください。',
    'https://hacked.example/kagoya.jp/box/?uid=hanako.yamada@kinoshita-kensetsu.example',
    '再登録がお済みでない方には、入れ替えの翌朝から新しいメールが届かなくなります。',
  ].join('\n'),
  html: '',
}

function openOrThrow(root: string): Workshop {
  const workshop = openWorkshop(root, TODAY)
  if (Array.isArray(workshop)) throw new Error(JSON.stringify(workshop))
  return workshop
}

describe('what a lure says of the one who received the mail', () => {
  const workshop = openOrThrow(REPOSITORY)

  it.each(PLANTS)('nothing, though the mail had %s', (_, plant) => {
    const finished = finishLure(workshop, readMail(workshop, plant(BED)), {
      brand: 'kagoya',
      pretext: 'maintenance',
      slug: freeSlug(workshop, 'kagoya', 'made-up'),
      publisher: 'own mailbox',
    })
    if (typeof finished === 'string' || Array.isArray(finished)) throw new Error(JSON.stringify(finished))
    expect(leaksOf(finished.lure, BED)).toEqual([])
    expect(finished.lure.subjects.length + (finished.lure.phrases?.length ?? 0)).toBeGreaterThan(0)
    expect(finished.similarity).toBeGreaterThanOrEqual(STRONG)
  })
})

describe('npm run lure:new', () => {
  const root = mkdtempSync(join(tmpdir(), 'lure-'))
  const mail = join(root, 'mail.eml')
  const mailOf = (form: string, to: string, { from, subject, text }: Omit<Bed, 'html'>): Uint8Array =>
    FORMS[form]!({ from, to, subject, lines: text.split('\n'), link: '', call: '' })
  const bytes = mailOf('ISO-2022-JP text, 7bit', 'hanako.yamada@kinoshita-kensetsu.example', BED)
  beforeAll(() => {
    cpSync(join(REPOSITORY, 'corpus'), join(root, 'corpus'), { recursive: true })
    writeFileSync(mail, bytes)
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const run = (script: string, args: string[], input = ''): { status: number | null; out: string; said: string } => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(REPOSITORY, 'scripts', script), '--root', root, ...args],
      { input, encoding: 'utf8', cwd: REPOSITORY },
    )
    return { status, out: stdout, said: stderr }
  }
  const FLAGS = [
    '--brand',
    'kagoya',
    '--pretext',
    'maintenance',
    '--slug',
    'filter-replaced',
    '--source',
    'own mailbox',
  ]
  const file = join(root, 'corpus/lures/kagoya/filter-replaced.yaml')

  it.each<[string, string[], number, RegExp]>([
    ['without a mail', [], 2, /which mail\?/],
    ['with a file that is not there', ['nowhere.eml', ...FLAGS], 2, /cannot read nowhere\.eml/],
    [
      'with a file that is no mail',
      [join(REPOSITORY, 'docs/images/playground-ja.png'), ...FLAGS],
      2,
      /is not a mail \(binary data\)/,
    ],
    ['with an unknown option', [mail, '--colour', 'red'], 2, /Unknown option/],
    [
      'without a brand, and nobody to ask',
      [mail, '--pretext', 'maintenance'],
      2,
      /--brand is missing; for example --brand kagoya/,
    ],
    ['with a brand that has no file', [mail, ...FLAGS, '--brand', 'nobody'], 2, /no such brand: nobody/],
    ['with a pretext that has no file', [mail, ...FLAGS, '--pretext', 'nothing'], 2, /no such pretext: nothing/],
    ['with a slug that no file could have', [mail, ...FLAGS, '--slug', '../x'], 2, /small letters, digits and hyphens/],
    ['with an id that is taken', [mail, ...FLAGS, '--slug', 'server-failure'], 2, /ids are never reused/],
    [
      'in Japanese, with a brand that has no file',
      [mail, ...FLAGS, '--brand', 'nobody', '--lang', 'ja'],
      2,
      /そのような brand はありません/,
    ],
  ])('%s writes nothing and says why', (_, args, status, said) => {
    const result = run('lure-new.ts', args)
    expect(result.said).toMatch(said)
    expect(result.status).toBe(status)
    expect(existsSync(join(root, '.changeset'))).toBe(false)
  })

  it('writes nothing of a mail that has no words of its own', () => {
    const result = run('lure-new.ts', ['-', ...FLAGS], 'いつもお世話になっております。')
    expect([result.status, result.said]).toEqual([
      1,
      'the mail has too few words of its own for a fingerprint\nnothing was written\n',
    ])
  })

  it('makes a file that passes the checks, and its changeset, in one command', () => {
    const result = run('lure-new.ts', [mail, ...FLAGS])
    expect(result.said).toMatch(/similarity 1\.00/)
    expect(result.status).toBe(0)
    expect(readFileSync(join(root, '.changeset/lure-kagoya-filter-replaced.md'), 'utf8')).toBe(
      '---\n"lurebook": patch\n---\n\nNew lure: kagoya/filter-replaced.\n',
    )
    const yaml = readFileSync(file, 'utf8')
      .replace(/'[\w-]{60,}'/, "'(fingerprint)'")
      .replaceAll(/'\d{4}-\d\d-\d\d'/g, "'(today)'")
    expect(yaml.trimEnd().split('\n')).toEqual([
      '# yaml-language-server: $schema=../../schema/lure.schema.json',
      "id: 'kagoya/filter-replaced'",
      "brand: 'kagoya'",
      "pretext: 'maintenance'",
      "status: 'experimental'",
      "firstSeen: '(today)'",
      "lastSeen: '(today)'",
      'sources:',
      "  - publisher: 'own mailbox'",
      "    accessed: '(today)'",
      'subjects:',
      // 対策装置 and 替 are in no file of the corpus: they could be names, and are told to the contributor instead
      "  - 'KAGOYA JAPAN: 迷惑メール…の入れ…えに伴う再登録'",
      'senders:',
      "  - 'KAGOYA JAPAN <*@*>'",
      'links:',
      "  - 'https://{host}/{provider-domain}/{token}/?uid={victim}'",
      'fingerprints:',
      "  - '(fingerprint)'",
    ])
    expect(run('corpus-check.ts', ['kagoya/filter-replaced'])).toMatchObject({ status: 0, said: '' })
  })

  it('which then catches the mail, and a copy under another name, host, date and recipient', () => {
    const { corpus } = buildCorpus(root, '1.0.0')
    if (!corpus) throw new Error('the corpus does not compile')
    const classify = createClassifier({ corpus })
    const similarity = (input: Uint8Array): number =>
      classify(input).lures.find(({ id }) => id === 'kagoya/filter-replaced')?.similarity ?? 0
    const copy = mailOf('UTF-8 alternative, quoted-printable', 'taro@customer.example', {
      from: { name: 'さくらインターネット', address: 'info@other.example' },
      subject: BED.subject.replace('KAGOYA JAPAN', 'さくらインターネット'),
      text: BED.text
        .replaceAll('KAGOYA JAPAN', 'さくらインターネット')
        .replace('11月30日', '1月15日')
        .replace('hacked.example/kagoya.jp/', 'other.example/sakura.ne.jp/')
        .replace('hanako.yamada@kinoshita-kensetsu.example', 'taro@customer.example'),
    })
    expect(similarity(bytes)).toBeGreaterThanOrEqual(STRONG)
    expect(similarity(copy)).toBeGreaterThanOrEqual(STRONG)
    expect(classify(copy).label).toBe('phishing')
  })

  it('says that a lure tells the mail already, with its id, and writes no second one', () => {
    const result = run('lure-new.ts', [mail, ...FLAGS, '--slug', 'again'])
    expect(result.said).toBe('in the corpus already: kagoya/filter-replaced, similarity 1.00; --anyway makes another\n')
    expect(result.status).toBe(3)
    expect(readdirSync(join(root, '.changeset'))).toEqual(['lure-kagoya-filter-replaced.md'])
  })
})

const shared = sharedFolder()
describe.skipIf(shared === undefined)('of real mails that no lure tells yet', () => {
  it('each becomes a lure whose checks are green, found in its own mail and in re-branded copies', () => {
    const trials = tryCampaigns(openOrThrow(REPOSITORY), shared ?? '', false)
    expect(trials.length).toBeGreaterThan(20)
    for (const { id, outcome, own, rebranded } of trials) {
      expect([id, outcome]).toEqual([id, 'made'])
      expect(Math.min(own, ...rebranded), id).toBeGreaterThanOrEqual(STRONG)
    }
  }, 120_000)
})
