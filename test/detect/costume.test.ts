/** Does a lure stay one in the form of a warning, a reply or a forward, and does genuine mail that shows lures stay innocent? */
import { describe, expect, it } from 'vitest'
import { classify } from '../../src/classify.ts'
import { COSTUMES, type Worn } from '../support/costumes.ts'
import { kagoyaLures } from '../support/kagoya-lures.ts'
import { TO } from '../support/mails.ts'
import { serviceMails } from '../support/service-mails.ts'

const AMAZON: Worn = {
  subject: '【重要】アカウントの確認',
  lines: [
    'Amazonをご利用いただきありがとうございます。',
    'お客様のアカウントで異常なログインが検出されました。アカウントを一時的に制限いたしました。',
    '24時間以内に以下のリンクをクリックして、お客様情報を更新してください。',
    'https://secure-update.example/login',
  ],
  link: 'https://secure-update.example/login',
}
const LURES: Array<Worn & { brand: string; id: string }> = [
  { ...AMAZON, brand: 'Amazon', id: 'amazon' },
  ...kagoyaLures().map(({ id, sample, draft: { subject, lines, link } }) => ({
    id: `${id} ${sample}`,
    brand: 'カゴヤ・ジャパン',
    subject,
    lines: lines.map((line) => line.replace('@LINK@', link)),
    link,
  })),
]

const isFlagged = (label: string): boolean => label === 'phishing' || label === 'suspicious'

describe('a lure in a costume is flagged', () => {
  for (const { about, namedOnly, wear } of COSTUMES) {
    const senders = namedOnly ? ['named'] : ['named', 'neutral']
    for (const sender of senders) {
      it(`${about}, from a ${sender} sender`, () => {
        const missed = LURES.filter((lure) => {
          const from = `${sender === 'named' ? lure.brand : 'お客様サポート'} <info@mailer.example>`
          return !isFlagged(classify({ from, to: TO, subject: lure.subject, ...wear(lure) }).label)
        })
        expect(missed.map((lure) => lure.id)).toEqual([])
      })
    }
  }
})

describe('genuine mail that shows lures is left alone', () => {
  for (const { id, about, message } of serviceMails('warnings-and-replies.yaml')) {
    it(`${id}: ${about}`, () => {
      expect(isFlagged(classify(message).label)).toBe(false)
    })
  }
})

describe('an address that the text calls a false site', () => {
  const sample = 'https://www.amazon.co.jp.signin.example.net/'
  const newsletter = (text: string, from = 'セキュリティ通信 <news@secnews.example>') =>
    classify({
      from,
      to: TO,
      subject: '今週のセキュリティ',
      text: `■ 偽サイトの手口\n正規のドメイン名に似せています。以下のリンクをクリックしないでください。\n${text}\n`,
    }).label
  for (const [sentence, text, from, flagged] of [
    ['accuses when nothing calls it so', sample, undefined, true],
    ['is shown behind a label', `偽サイト例 ${sample}`, undefined, false],
    ['is shown below a label line', `フィッシングサイトのURL：\n${sample}`, undefined, false],
    ['is shown behind another one', `偽サイト例：https://a.example.net/\n${sample}`, undefined, false],
    ['is shown before a doubt', `${sample} これ本物？`, undefined, false],
    ['accuses behind a blank line', `偽サイト例：https://a.example.net/\n\n${sample}`, undefined, true],
    ['accuses when the label is said of something else', `偽サイトにご注意ください。 ${sample}`, undefined, true],
    ['accuses when a doubt stands on the next line', `${sample}\nこれ本物？`, undefined, true],
    ['accuses who takes the brand’s name', `偽サイト例 ${sample}`, 'Amazon <news@secnews.example>', true],
  ] as const) {
    it(sentence, () => {
      expect(isFlagged(newsletter(text, from))).toBe(flagged)
    })
  }
})
