import { describe, expect, it } from 'vitest'
import { classify } from '../../src/classify.ts'
import type { MessageInput } from '../../src/message/model.ts'
import { rawMail, word } from '../support/case.ts'
import { inHtml, LURE, leadingTo, STORY, TARGET, TO } from '../support/mails.ts'

const BUTTON = `<a href="${TARGET}">ログイン</a>`
const WARNS = 'フィッシングメールにご注意ください。偽サイトが出回っています。不審なメールは削除してください。'
const MARKED = STORY.replace(/^/gm, '> ')
const SUBJECT = `Subject: ${word(LURE.subject)}`
const html = (body: string) => ({ from: LURE.from, to: TO, subject: LURE.subject, html: `<body>${body}</body>` })
const stranger = { from: '<info@mailer.example.org>', to: TO, subject: LURE.subject }

/** What a lure may try, and is phishing all the same. */
const LURES: Array<[trick: string, mail: MessageInput]> = [
  ['leads by a form alone', inHtml(`<form action="${TARGET}"><input type="submit" value="ログイン"></form>`)],
  ['leads by a button alone', inHtml(`<form><button formaction="${TARGET}">ログイン</button></form>`)],
  ['leads by a refresh alone', html(`<meta http-equiv="refresh" content="0;url=${TARGET}">${STORY}`)],
  ['leads by an image map', inHtml(`<img usemap="#m"><map name="m"><area href="${TARGET}"></map>`)],
  ['leads over a redirect of another brand', leadingTo(`https://www.google.com/url?q=${encodeURIComponent(TARGET)}`)],
  ['leads to a bucket that the brand rents out', leadingTo('https://abc.s3.ap-northeast-1.amazonaws.com/a.html')],
  ['shows the genuine address', inHtml(`<a href="${TARGET}">https://www.amazon.co.jp/</a>`)],
  [
    'surrounds its link with genuine ones',
    inHtml(`${'<a href="https://www.amazon.co.jp/">ヘルプ</a>'.repeat(5)}${BUTTON}`),
  ],
  ['puts an at sign behind a blotted host', inHtml('<a href="https://○○@entry.example.net/">ログイン</a>')],
  ['quotes all it says', { ...LURE, text: `${MARKED}> ${TARGET}` }],
  ['quotes all it says, the name in the subject alone', { ...stranger, text: `${MARKED}> ${TARGET}` }],
  [
    'stands in a blockquote',
    { ...stranger, html: `<blockquote>${STORY.replaceAll('\n', '<br>')}${BUTTON}</blockquote>` },
  ],
  ['opens as an example would', { ...stranger, text: `件名: 重要\n差出人: Amazon\n\n${STORY}${TARGET}` }],
  ['has one head line below a form of address', { ...stranger, text: `お客様各位\n■件名：重要\n${STORY}${TARGET}` }],
  ['warns about others in a sentence', { ...LURE, text: `フィッシングメールにご注意ください。\n${STORY}${TARGET}` }],
  ['warns about others in three, with a button', html(`${WARNS}${STORY}${BUTTON}`)],
  ['shows itself under a head, with a button', html(`${WARNS}<br>件名: 重要<br>差出人: Amazon<br>${STORY}${BUTTON}`)],
  [
    'shows two heads, with a button',
    html(`${WARNS}<br>件名: 注文<br>1<br>2<br>3<br>4<br>件名: 重要<br>差出人: Amazon<br>${STORY}${BUTTON}`),
  ],
  [
    'writes List-Post for its own address',
    rawMail(
      [
        `From: ${LURE.from}`,
        `To: <${TO}>`,
        SUBJECT,
        'List-Post: <mailto:info@mailer.example.org>',
        'Reply-To: <a@amazon.co.jp>',
      ],
      `${STORY}${TARGET}`,
    ),
  ],
  ['comes from the free mail that the reader has', { ...LURE, from: '<stranger@gmail.com>', to: 'user@gmail.com' }],
  ['writes half-width kana', { ...LURE, text: `${STORY.replace('アカウント', 'ｱｶｳﾝﾄ')}${TARGET}` }],
  ['puts invisible characters between all letters', { ...LURE, text: `${[...STORY].join('\u200b')}${TARGET}` }],
  [
    'puts a harmless text beside its HTML',
    { ...inHtml(BUTTON), text: 'Amazonからのお知らせです。https://www.amazon.co.jp/' },
  ],
  ['names a second brand', { ...LURE, text: `${STORY}Visaカードのお支払い\nhttps://www.visa.co.jp/\n${TARGET}` }],
]

/** What honest people write, and what nobody may be warned of. */
const HONEST: Array<[mail: string, message: MessageInput]> = [
  [
    'a reader who asks about a quoted lure',
    {
      from: '山田 <yamada@example.org>',
      to: TO,
      subject: 'Re: 迷惑メール',
      text: `次のメールは本物でしょうか。教えてください。\n\n${MARKED}> ${TARGET}`,
    },
  ],
  [
    'a desk that answers above a lure in a blockquote',
    {
      from: '佐藤 <sato@provider.example.org>',
      to: TO,
      subject: 'Re: アカウント停止のお知らせ',
      html: `<p>佐藤です。こちらは偽のメールですので削除してください。</p><blockquote>${STORY}${BUTTON}</blockquote>`,
    },
  ],
  [
    'a person who mentions a brand and a page about it',
    {
      from: '田中 <tanaka@partner.example.org>',
      to: TO,
      subject: 'Re: Amazonのアカウントが停止された件',
      text: 'お世話になっております。田中です。\n先日Amazonのアカウントが停止された件ですが、下記URLから問い合わせできました。\nhttps://blog.example.net/amazon-support\n',
    },
  ],
  [
    'a reseller’s notice about its provider',
    {
      from: 'サンプルデザイン <support@reseller.example.org>',
      to: TO,
      subject: '【重要】カゴヤ・ジャパン サーバーメンテナンスのお知らせ',
      text: 'お客様各位\n平素は弊社サービスをご利用いただきありがとうございます。\nカゴヤ・ジャパンのメールサーバーのメンテナンスが実施されます。\n詳細は下記URLをご確認ください。\nhttps://www.kagoya.jp/news/\nhttps://reseller.example.org/\n',
    },
  ],
  [
    'a shop that takes a brand’s payment',
    {
      from: 'サンプル商店 <shop@store.example.org>',
      to: TO,
      subject: '【サンプル商店】ご注文の確認',
      text: 'サンプル商店をご利用いただきありがとうございます。\nお支払い: Amazon Pay\n下記URLからログインして確認してください。\nhttps://www.store.example.org/mypage\n',
    },
  ],
  [
    'a seller on a market place',
    {
      from: '店 - Amazonマーケットプレイス <abc@marketplace.amazon.co.jp>',
      to: TO,
      subject: 'Amazonマーケットプレイスのご注文について',
      text: 'Amazonマーケットプレイスをご利用いただきありがとうございます。\n追跡番号: 1234\nお荷物の追跡はこちらをクリックしてください\nhttps://k2k.sagawa-exp.co.jp/p/\n',
    },
  ],
  [
    'a brand that writes through a mailing service',
    {
      from: '楽天市場 <news@emagazine.rakuten.co.jp>',
      to: TO,
      subject: '【楽天市場】ポイント最大10倍キャンペーン',
      html: '<p>楽天市場をご利用いただきありがとうございます。会員限定キャンペーン実施中。</p><a href="https://u1.ct.sendgrid.net/ls/click?upn=1">詳細を確認する</a>',
    },
  ],
  [
    'a bank that links to an app shop',
    {
      from: '三井住友カード <mail@contact.vpass.ne.jp>',
      to: TO,
      subject: '【三井住友カード】アプリのご案内',
      text: '三井住友カードをご利用いただきありがとうございます。\n今すぐログインしてください。\nhttps://apps.apple.com/jp/app/id1\nhttps://www.smbc-card.com/\n',
    },
  ],
  [
    'a brand’s mail that came by the reader’s group address',
    rawMail(
      [
        `From: ${word("'Amazon.co.jp' via info")} <info@client.example.com>`,
        'To: info@client.example.com',
        'Reply-To: <no-reply@amazon.co.jp>',
        'List-Post: <mailto:info@client.example.com>',
        SUBJECT,
      ],
      `${STORY}https://www.amazon.co.jp/`,
    ),
  ],
  [
    'a question on a mailing list',
    rawMail(
      [
        'From: Taro via users <users@lists.example.org>',
        'To: users@lists.example.org',
        'Reply-To: <taro@home.example.net>',
        'List-Id: <users.lists.example.org>',
        `Subject: ${word('[users 1] KAGOYA のメールサーバーについて')}`,
      ],
      'カゴヤを利用している方に質問です。メールボックスの容量が上限を超えたというメールが来ました。\n下記のURLを見ればよいでしょうか。\nhttps://wiki.example.net/kagoya\n',
    ),
  ],
]

describe('a lure is phishing although it', () => {
  for (const [trick, mail] of LURES) {
    it(trick, () => {
      expect(classify(mail).label).toBe('phishing')
    })
  }
})

describe('nothing is found in the mail of', () => {
  for (const [who, mail] of HONEST) {
    it(who, () => {
      expect(classify(mail).label).toBe('none')
    })
  }
})
