/** Does a classifier take a corpus from anywhere, say which one it used, and refuse what is none? */
import { describe, expect, it } from 'vitest'
import { demoMails } from '../scripts/demo-mails.ts'
import { classify, createClassifier } from '../src/classify.ts'
import { builtinCorpus } from '../src/corpus/builtin.ts'
import { mergeCorpora } from '../src/corpus/merge.ts'
import { brandOf, corpusOf, lureOf } from './corpus/corpus-of.ts'

const mails = demoMails()
const parsed = JSON.parse(JSON.stringify(builtinCorpus()))

const mail = (domain: string) => ({
  from: `花丸クレジット <info@${domain}>`,
  subject: '【花丸クレジット】カード利用停止のお知らせ',
  text: `お客様のアカウントを一時的に停止させていただきました。\n24時間以内に下記のURLからログインして情報を更新してください。\nhttps://www.${domain}/login\n`,
})
const hanamaru = brandOf('hanamaru', ['花丸クレジット'], {
  domains: { official: ['hanamaru.example'], senders: [], customers: [], mixed: [], unverified: [] },
})
const mine = { schema: 1, version: '2026-11-25', digest: 'mine', brands: [hanamaru] } as const

describe('a classifier with a corpus of its own', () => {
  it('gives the same verdicts when the corpus of the package comes as JSON', () => {
    const classifyParsed = createClassifier({ corpus: parsed })
    expect(mails.map(({ bytes }) => classifyParsed(bytes))).toEqual(mails.map(({ bytes }) => classify(bytes)))
  })

  it('says which corpus it used', () => {
    expect(
      createClassifier({ corpus: corpusOf({ version: '3.1.4', digest: 'feedfacecafebeef' }) })('x').corpus,
    ).toEqual({
      version: '3.1.4',
      digest: 'feedfacecafebeef',
    })
    const { version, digest } = builtinCorpus()
    expect(createClassifier({ corpus: mergeCorpora(builtinCorpus(), mine as never) })('x').corpus).toEqual({
      version: `${version}+2026-11-25`,
      digest: `${digest}+mine`,
    })
  })

  it('flags a mail in the name of an own brand, and leaves its own mail alone', () => {
    const classifyMine = createClassifier({ corpus: mergeCorpora(builtinCorpus(), mine as never) })
    expect(classifyMine(mail('entry.example.net')).label).toBe('phishing')
    expect(classifyMine(mail('hanamaru.example')).label).toBe('none')
  })

  it('names no brand and no lure with a corpus that holds nothing', () => {
    const classifyEmpty = createClassifier({ corpus: corpusOf() })
    const verdicts = mails.map(({ bytes }) => classifyEmpty(bytes))
    expect(verdicts.map(({ brand, lures }) => [brand, lures])).toEqual(mails.map(() => [undefined, []]))
  })

  it('judges a mail whose lure names a brand and a pretext that the corpus lacks', () => {
    const { fingerprints } = builtinCorpus().lures.find(({ id }) => id === 'kagoya/server-failure')!
    const lures = [lureOf('nobody/lure', { brand: 'nobody', pretext: 'nothing', fingerprints })]
    const { bytes } = mails.find(({ name }) => name === 'server-failure.eml')!
    expect(createClassifier({ corpus: corpusOf({ lures }) })(bytes).lures.map(({ id }) => id)).toEqual(['nobody/lure'])
  })

  it.each<[string, unknown, string]>([
    ['a later schema', { ...parsed, schema: 2 }, 'schema'],
    ['no schema', { ...parsed, schema: undefined }, 'schema'],
    ['a missing list', { ...parsed, lures: undefined }, 'missing'],
    ['the text instead of the object', JSON.stringify(parsed), 'type'],
    ['null, as from a file that was not found', null, 'type'],
    ['an empty string', '', 'type'],
    ['0', 0, 'type'],
  ])('refuses %s when it is made, not when a mail comes', (_, corpus, code) => {
    expect(() => createClassifier({ corpus: corpus as never })).toThrow(
      expect.objectContaining({ name: 'CorpusError', code }),
    )
  })
})
