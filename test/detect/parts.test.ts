/** Does a lure get the same label wherever in the mail it stands? */
import { expect, test } from 'vitest'
import { classify } from '../../src/classify.ts'
import type { Label } from '../../src/detect/model.ts'
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

/** A mail that says little, with a page. */
function attached(type: string, page: string): string {
  return mixed([part(PLAIN, '添付ファイルをご覧ください。'), part(`${type}\r\nContent-Disposition: attachment`, page)])
}

const lures: Array<[place: string, mail: string]> = [
  ['the text', single(part(PLAIN, TEXT))],
  [
    'an invitation beside a text',
    mixed([part(PLAIN, '会議のご案内です。'), part('Content-Type: text/calendar', INVITE)], 'alternative'),
  ],
  ['an attached invitation', mixed([part(PLAIN, ''), part('Content-Type: application/ics; name=a.ics', INVITE)])],
  ['a text that is marked as an attachment', single(part(`${PLAIN}\r\n${ATTACHED}.txt`, TEXT))],
  ['a page that is marked as an attachment', single(part(`${HTML}\r\n${ATTACHED}.html`, PAGE))],
  [
    'a text of which a first field denies the base64',
    single(`Content-Transfer-Encoding: 7bit\r\n${part(PLAIN, TEXT)}`),
  ],
  [
    'a text of which a first field says that it is a file',
    single(`Content-Type: application/pdf\r\n${part(PLAIN, TEXT)}`),
  ],
  ['a mail whose second From claims the brand', single(part(PLAIN, TEXT), ['From: a@b.example', ...HEADS])],
  [
    'a mail whose brand is the name of a group',
    single(part(PLAIN, TEXT), ['From: Amazon: info@kxj.example;', ...HEADS.slice(1)]),
  ],
  ['an attached page', attached('Content-Type: text/html; charset=utf-8; name=a.html', PAGE)],
  ['an attached page of an unknown type', attached('Content-Type: application/octet-stream; name="a.htm "', PAGE)],
  ['an attached page of which the printed address is all', attached(HTML, `<p>${TEXT.replaceAll('\n', '<br>')}`)],
  [
    'an attached picture in SVG',
    attached(
      'Content-Type: image/svg+xml; name=a.svg',
      `<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><p>${WORDS}</p></foreignObject><a xlink:href="${LINK}"><text>確認</text></a></svg>`,
    ),
  ],
  [
    'an attached page that was saved with its pictures',
    attached(
      'Content-Type: application/octet-stream; name=a.mht',
      `Subject: s\r\nContent-Type: multipart/related; boundary=c\r\n\r\n--c\r\n${part(HTML, PAGE)}--c--`,
    ),
  ],
  [
    'a text whose attached page leads on by a script',
    mixed([part(PLAIN, WORDS), part(`${HTML}\r\n${ATTACHED}.html`, `<script>location.href="${LINK}"</script>`)]),
  ],
  ['an attached text below an empty one', mixed([part(PLAIN, ' \r\n'), part(`${PLAIN}\r\n${ATTACHED}.txt`, TEXT)])],
]

test.each(lures)('a lure in %s is phishing, and leads where it leads', (_, mail) => {
  const { label, links } = classify(new TextEncoder().encode(mail))
  expect([label, links[0]?.href]).toEqual(['phishing', LINK])
})

test('evidence from an attached page has no place in the mail’s own text', () => {
  const { evidence } = classify(new TextEncoder().encode(attached(HTML, PAGE)))
  const found = evidence.filter(({ field }) => field === 'html')
  expect([...new Set(found.map(({ code, span }) => `${code} ${span}`))]).toEqual([
    'pretext undefined',
    'link-foreign undefined',
    'call-to-act undefined',
    'urgency undefined',
  ])
})

const genuine: Array<[name: string, from: string, text: string, page: string]> = [
  [
    'the page that opens an encrypted mail, from a service',
    'S <s@partner.example>',
    'You have received a secure message. Open the attachment, securedoc.html, to read it.',
    '<form action="https://res.cisco.com/websafe/open">To: taro@customer.example. Password: <input type=password><input type=submit value=Open></form><a href="https://res.cisco.com/websafe/help">Help</a> Copyright Cisco Systems',
  ],
  [
    'the page that opens an encrypted mail, from the sender’s server',
    'S <s@partner.example>',
    'This is a secure, encrypted message. Open the attachment and sign in to read it.',
    '<form action="https://securemail.partner.example/read"><p>You have received a secure, encrypted message. Click the button to verify your identity and read the message.<input type=submit value="Click to read message"></form>',
  ],
  [
    'an invoice',
    '経理 <keiri@partner.example>',
    '請求書を添付いたします。ご確認のほどよろしくお願いいたします。',
    '<h1>請求書</h1><p>お支払期限 7月31日 お振込先 三菱UFJ銀行 本店</p><a href="https://seikyu.example/view/123">お支払いはこちら</a>',
  ],
  [
    'a saved order',
    '佐藤 <sato@customer.example>',
    '6月の経費です。領収書を添付します。ご確認ください。',
    '<h1>Amazon.co.jp 注文概要</h1><a href="https://www.amazon.co.jp/gp/css/order-history">注文履歴</a><p>© Amazon.com, Inc.',
  ],
  [
    'a report of a program inside the network',
    'mon@customer.example',
    '今週の報告を添付します。添付ファイルをご確認ください。',
    '<a href="http://192.168.10.1/status">status</a><script>location.href="https://report.customer.example/"</script>',
  ],
  [
    'a logo',
    '経理 <keiri@partner.example>',
    'ロゴのデータを添付します。ご確認ください。',
    '<svg xmlns="http://www.w3.org/2000/svg"><title>Amazon</title><text>Amazon</text></svg>',
  ],
]

test.each(genuine)('a genuine mail with %s accuses nobody', (_, from, text, page) => {
  const heads = [`From: ${from}`, 'To: taro@customer.example', 'Subject: mail']
  const mail = mixed([part(PLAIN, text), part(`${HTML}; name=a.html\r\n${ATTACHED}.html`, page)], 'mixed', heads)
  expect(classify(new TextEncoder().encode(mail)).label).toBe('none' satisfies Label)
})

test('a lure in the body stays one, whatever an attached page warns of', () => {
  const warning =
    '【注意喚起】フィッシングメールにご注意ください。件名: 【重要】a 差出人: b 件名: 【重要】c 差出人: d https://*****.example/'
  const mail = mixed([part(PLAIN, TEXT), part(`${HTML}; name=a.html\r\n${ATTACHED}.html`, `<pre>${warning}</pre>`)])
  expect(classify(new TextEncoder().encode(mail)).label).toBe('phishing')
})
