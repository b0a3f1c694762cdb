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
