/** Does a lure get the same label wherever in the mail it stands? */
import { expect, test } from 'vitest'
import { classify } from '../../src/classify.ts'
import { word } from '../support/case.ts'

const LINK = 'https://secure-update.example/login'
const WORDS = `Amazonお客様

お客様のアカウントで異常なログインが検出されました。第三者による不正利用を防ぐため、アカウントを一時的に制限いたしました。
24時間以内にご確認いただけない場合、アカウントは永久に停止されます。
以下のボタンをクリックして、お客様情報を更新してください。
`
const TEXT = `${WORDS}${LINK}\n`
const HEADS = [
  'From: Amazon <info@kxj.example>',
  'To: taro@customer.example',
  `Subject: ${word('【重要】Amazonアカウントの確認')}`,
  'MIME-Version: 1.0',
]

/** A part in base64. */
function part(head: string, body: string): string {
  return `${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n`
}

/** A mail of several parts. */
function mixed(parts: string[], kind = 'mixed', heads = HEADS): string {
  const body = parts.map((one) => `--b\r\n${one}`).join('')
  return `${heads.join('\r\n')}\r\nContent-Type: multipart/${kind}; boundary=b\r\n\r\n${body}--b--\r\n`
}

/** A mail of one part. */
function single(body: string, heads = HEADS): string {
  return `${heads.join('\r\n')}\r\n${body}`
}

const PLAIN = 'Content-Type: text/plain; charset=utf-8'
const HTML = 'Content-Type: text/html; charset=utf-8'
const ATTACHED = 'Content-Disposition: attachment; filename=a'
const PAGE = `<p>${WORDS.replaceAll('\n', '<br>')}</p><a href="${LINK}">確認</a>`
const INVITE = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  `DESCRIPTION:${TEXT.replaceAll('\n', '\\n')}`,
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

const lures: Array<[place: string, mail: string]> = [
  ['the text', single(part(PLAIN, TEXT))],
  [
    'an invitation beside a text',
    mixed([part(PLAIN, '会議のご案内です。'), part('Content-Type: text/calendar', INVITE)], 'alternative'),
  ],
  ['an attached invitation', mixed([part(PLAIN, ''), part('Content-Type: application/ics; name=a.ics', INVITE)])],
  ['a text that is marked as an attachment', single(part(`${PLAIN}\r\n${ATTACHED}.txt`, TEXT))],
  ['a page that is marked as an attachment', single(part(`${HTML}\r\n${ATTACHED}.html`, PAGE))],
  ['an attached text below an empty one', mixed([part(PLAIN, ' \r\n'), part(`${PLAIN}\r\n${ATTACHED}.txt`, TEXT)])],
]

test.each(lures)('a lure in %s is phishing, and leads where it leads', (_, mail) => {
  const { label, links } = classify(new TextEncoder().encode(mail))
  expect([label, links[0]?.href]).toEqual(['phishing', LINK])
})
