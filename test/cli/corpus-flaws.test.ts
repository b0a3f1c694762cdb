/** Does `lurebook corpus check` say what is wrong with a corpus, where and in both languages, and take what is right? */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { builtinCorpus } from '../../src/corpus/builtin.ts'
import type { BrandEntry } from '../../src/corpus/model.ts'
import { brandOf, lureOf } from '../corpus/corpus-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'lurebook-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const FILE = join(folder, 'own.json')

async function lurebook(...args: string[]) {
  let [out, err] = ['', '']
  const code = await main(args, {
    stdin: (async function* () {})(),
    out: (text) => {
      out += String(text)
    },
    err: (text) => {
      err += text
    },
    env: {},
    isTerminal: false,
  })
  return { code, out, err }
}

/** The lines that `corpus check` writes on standard error, without the name of the command and of the file. */
async function said(corpus: unknown, lang = 'en'): Promise<string[]> {
  writeFileSync(FILE, JSON.stringify(corpus))
  const { code, out, err } = await lurebook('corpus', 'check', FILE, '--lang', lang)
  expect([code, out]).toEqual(err === '' ? [0, expect.stringContaining(FILE)] : [2, ''])
  return err
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(`lurebook: ${FILE}: `, ''))
}

const own = (more: object = {}) => ({ schema: 1, version: '1', digest: 'abc', ...more })
const brand = (more: object = {}): BrandEntry => ({ ...brandOf('hanamaru', ['花丸クレジット']), kind: 'card', ...more })
const brands = (more: object) => own({ brands: [brand(more)] })
const domains = (more: object) => brands({ domains: { ...brand().domains, ...more } })

describe('corpus check takes', () => {
  test.each<[string, unknown]>([
    ['the corpus of the package', builtinCorpus()],
    ['a corpus without lists', own()],
    ['a corpus that names its schema for an editor', own({ $schema: 'lurebook/schema/corpus.schema.json' })],
    ['a domain in capitals', domains({ official: ['Hanamaru.Example'] })],
    ['an internationalised domain in ASCII', domains({ official: ['xn--qiq129j.example'] })],
    ['a host below the domain', domains({ senders: ['mail.hanamaru.example'] })],
    ['customers below a suffix that anybody registers under', domains({ customers: ['github.io'] })],
    ['a host with a path', own({ hosts: [{ id: 'redirectors', hosts: ['hanamaru.example/url'] }] })],
    ['a name in one language', brands({ names: { ja: [], en: [], aliases: ['Hanamaru'] } })],
    ['a lure of a brand that only the package has', own({ lures: [lureOf('kagoya/mine')] })],
  ])('%s', async (_, corpus) => {
    expect(await said(corpus)).toEqual([])
  })

  test.each(['docs/own-corpus.md', 'docs/own-corpus.ja.md'])('the example of %s', async (path) => {
    const text = readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
    expect(await said(JSON.parse(text.split('```json\n')[1]!.split('```')[0]!))).toEqual([])
  })
})

describe('corpus check says', () => {
  test.each<[string, unknown, string, string]>([
    [
      'that an official domain is a URL',
      domains({ official: ['https://hanamaru.example/'] }),
      'brands[0].domains.official[0]: expected a domain: hanamaru.example, found "https://hanamaru.example/" (domain)',
      'brands[0].domains.official[0]: ドメインだけを書いてください（正しい書き方: hanamaru.example）。現在の値: "https://hanamaru.example/" (domain)',
    ],
    [
      'that an official domain begins with an at-sign',
      domains({ official: ['hanamaru.example', '@hanamaru.example'] }),
      'brands[0].domains.official[1]: expected a domain: hanamaru.example, found "@hanamaru.example" (domain)',
      'brands[0].domains.official[1]: ドメインだけを書いてください（正しい書き方: hanamaru.example）。現在の値: "@hanamaru.example" (domain)',
    ],
    [
      'how an internationalised domain is written',
      domains({ senders: ['花丸.example'] }),
      'brands[0].domains.senders[0]: expected a domain: xn--qiq129j.example, found "花丸.example" (domain)',
      'brands[0].domains.senders[0]: ドメインだけを書いてください（正しい書き方: xn--qiq129j.example）。現在の値: "花丸.example" (domain)',
    ],
    [
      'that anybody can register below a domain',
      domains({ official: ['co.jp'] }),
      'brands[0].domains.official[0]: expected a domain, as client.example, found "co.jp" (domain)',
      'brands[0].domains.official[0]: ドメインだけを書いてください（例: client.example）。現在の値: "co.jp" (domain)',
    ],
    [
      'that a host list has a URL',
      own({ hosts: [{ id: 'shorteners', hosts: ['https://a.example/x'] }] }),
      'hosts[0].hosts[0]: expected a domain: a.example, found "https://a.example/x" (domain)',
      'hosts[0].hosts[0]: ドメインだけを書いてください（正しい書き方: a.example）。現在の値: "https://a.example/x" (domain)',
    ],
    [
      'that there is no such key, and which there are',
      own({ brand: [] }),
      'brand: there is no key brand; the keys are schema, version, digest, brands, pretexts, phrases, lures, hosts (unknown-key)',
      'brand: brand というキーはありません。使えるキー: schema、version、digest、brands、pretexts、phrases、lures、hosts (unknown-key)',
    ],
    [
      'that a list has no such key',
      domains({ domain: ['hanamaru.example'] }),
      'brands[0].domains.domain: there is no key domain; the keys are official, senders, customers, mixed, unverified (unknown-key)',
      'brands[0].domains.domain: domain というキーはありません。使えるキー: official、senders、customers、mixed、unverified (unknown-key)',
    ],
    [
      'that there is no such kind',
      brands({ kind: 'crd' }),
      'brands[0].kind: expected one of hosting, mail, isp, telecom, platform, retail, card, bank, transport, tax, delivery, securities, utility, government, insurance, crypto, consumer-finance, found "crd" (type)',
      'brands[0].kind: 次のいずれかにしてください: hosting、mail、isp、telecom、platform、retail、card、bank、transport、tax、delivery、securities、utility、government、insurance、crypto、consumer-finance。現在の値: "crd" (type)',
    ],
    [
      'that a brand has no name',
      brands({ names: { ja: [], en: [' '], aliases: [] } }),
      'brands[0].names: expected a name in ja, en or aliases, found none (length)',
      'brands[0].names: ja、en、aliases のどれかに名前を書いてください (length)',
    ],
    [
      'that a name is empty',
      brands({ names: { ja: [''], en: [], aliases: [] } }),
      'brands[0].names.ja[0]: expected 1 to 300 characters, found 0 (length)',
      'brands[0].names.ja[0]: 1 文字から 300 文字までにしてください。現在は 0 文字です (length)',
    ],
    [
      'that an id is malformed',
      brands({ id: 'Hana Maru' }),
      'brands[0].id: expected an id of small letters, digits and hyphens, as hanamaru, found "Hana Maru" (id)',
      'brands[0].id: ID は半角の英小文字、数字、ハイフンで書いてください（例: hanamaru）。現在の値: "Hana Maru" (id)',
    ],
    [
      'that the id of a lure has no brand',
      own({ lures: [lureOf('mine', { brand: 'kagoya' })] }),
      'lures[0].id: expected an id of small letters, digits and hyphens, as kagoya/server-failure, found "mine" (id)',
      'lures[0].id: ID は半角の英小文字、数字、ハイフンで書いてください（例: kagoya/server-failure）。現在の値: "mine" (id)',
    ],
    [
      'which rules tokens have, and the one that was found',
      brands({ tokens: [{ token: 'a', rule: 'substr' }] }),
      'brands[0].tokens[0].rule: expected one of substring, label, label+context, path-or-host, never-alone, found "substr" (type)',
      'brands[0].tokens[0].rule: 次のいずれかにしてください: substring、label、label+context、path-or-host、never-alone。現在の値: "substr" (type)',
    ],
    [
      'that a key is missing',
      { schema: 1, version: '1' },
      'digest: the key digest is missing (missing)',
      'digest: キー digest がありません (missing)',
    ],
    [
      'that a value is of another type',
      brands({ names: { ja: '花丸', en: [], aliases: [] } }),
      'brands[0].names.ja: expected a list, found "花丸" (type)',
      'brands[0].names.ja: リストにしてください。現在の値: "花丸" (type)',
    ],
    [
      'that a list of phrases which no rule asks for is none',
      own({ phrases: [{ id: 'urgent', phrases: [] }] }),
      expect.stringMatching(
        /^phrases\[0\]\.id: expected one of calls-to-act, .*urgency, warnings, found "urgent" \(type\)$/,
      ),
      expect.stringMatching(
        /^phrases\[0\]\.id: 次のいずれかにしてください: calls-to-act、.*現在の値: "urgent" \(type\)$/,
      ),
    ],
    [
      'that a notice page is no URL',
      brands({ noticeUrl: 'hanamaru.example/notice' }),
      'brands[0].noticeUrl: expected a URL that begins with https://, found "hanamaru.example/notice" (type)',
      'brands[0].noticeUrl: https:// で始まる URL にしてください。現在の値: "hanamaru.example/notice" (type)',
    ],
    [
      'that the file is of another schema, and nothing else',
      { ...own(), schema: 2, brands: 7 },
      'schema: this version reads corpora of schema 1, found 2 (schema)',
      'schema: このバージョンで読めるのはスキーマ 1 のコーパスです。現在の値: 2 (schema)',
    ],
    [
      'that it is a list',
      [],
      'corpus: expected an object, found a list (type)',
      'corpus: オブジェクトにしてください。現在の値: リスト (type)',
    ],
    [
      'that a strength is none',
      own({ pretexts: [{ id: 'x', title: { ja: 'x', en: 'x' }, phrases: [{ text: 'クリック', strength: 4 }] }] }),
      'pretexts[0].phrases[0].strength: expected one of 1, 2, 3, found 4 (type)',
      'pretexts[0].phrases[0].strength: 次のいずれかにしてください: 1、2、3。現在の値: 4 (type)',
    ],
    [
      'that a phrase reaches too far',
      own({
        pretexts: [
          { id: 'x', title: { ja: 'x', en: 'x' }, phrases: [{ text: ['一つ', '二つ'], within: 99, strength: 1 }] },
        ],
      }),
      'pretexts[0].phrases[0].within: expected a whole number from 1 to 80, found 99 (type)',
      'pretexts[0].phrases[0].within: 1 から 80 までの整数にしてください。現在の値: 99 (type)',
    ],
    [
      'that a text is neither one nor several',
      own({ pretexts: [{ id: 'x', title: { ja: 'x', en: 'x' }, phrases: [{ text: 7, strength: 1 }] }] }),
      'pretexts[0].phrases[0].text: expected a string or a list, found 7 (type)',
      'pretexts[0].phrases[0].text: 文字列またはリストにしてください。現在の値: 7 (type)',
    ],
    [
      'that there is no such slot',
      own({ pretexts: [{ id: 'x', title: { ja: 'x', en: 'x' }, phrases: [{ text: '{name}様へ', strength: 1 }] }] }),
      'pretexts[0].phrases[0].text: expected one of {num}, {date}, {brand}, {host}, found {name}: "{name}様へ" (slot)',
      expect.stringMatching(
        /^pretexts\[0\]\.phrases\[0\]\.text: 使えるスロットは \{num\}.*現在の値: "\{name\}様へ" \(slot\)$/,
      ),
    ],
    [
      'at which place of the file a fingerprint cannot be read',
      own({ lures: [lureOf('kagoya/mine', { fingerprints: ['!!'] })] }),
      'lures[0].fingerprints: cannot be read (fingerprint)',
      'lures[0].fingerprints: 読み取れない指紋です (fingerprint)',
    ],
    [
      'that an id stands twice',
      own({ brands: [brand(), brand()] }),
      'brands[1].id: the id hanamaru stands twice: "hanamaru" (duplicate-id)',
      'brands[1].id: 同じ ID が2度あります。現在の値: "hanamaru" (duplicate-id)',
    ],
    [
      'no value at length',
      brands({ id: `A${'a'.repeat(299)}` }),
      `brands[0].id: expected an id of small letters, digits and hyphens, as hanamaru, found "A${'a'.repeat(59)}…" (id)`,
      `brands[0].id: ID は半角の英小文字、数字、ハイフンで書いてください（例: hanamaru）。現在の値: "A${'a'.repeat(59)}…" (id)`,
    ],
  ])('%s', async (_, corpus, en, ja) => {
    expect([await said(corpus), await said(corpus, 'ja')]).toEqual([[en], [ja]])
  })

  test('all that is wrong at once', async () => {
    const official = ['https://hanamaru.example/']
    const wrong = { ...brands({ id: 'Hana', kind: 'crd', domains: { ...brand().domains, official } }), brand: [] }
    expect((await said(wrong)).map((line) => line.replace(/: .*/, ''))).toEqual([
      'brand',
      'brands[0].id',
      'brands[0].kind',
      'brands[0].domains.official[0]',
    ])
  })

  test('how much more is wrong than is said', async () => {
    const lines = await said(domains({ official: Array.from({ length: 50 }, (_, i) => `https://a${i}.example`) }))
    expect([lines.length, lines.at(-1)]).toEqual([21, 'and 30 more'])
  })
})

test('scan refuses such a corpus in the same words, as it would judge the brand’s own mail wrong', async () => {
  const lines = await said(domains({ official: ['https://hanamaru.example/'] }))
  const { code, out, err } = await lurebook('scan', '--corpus', FILE, FILE)
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: `lurebook: ${FILE}: ${lines[0]}\n` })
})
