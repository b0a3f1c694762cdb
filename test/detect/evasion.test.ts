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

const INSISTING = `異常なログインが検出されました。第三者による不正利用を防ぐため、アカウントを一時的に制限いたしました。
24時間以内にご確認いただけない場合、アカウントは永久に停止されます。以下のボタンをクリックして、お客様情報を更新してください。
`
const LINKLESS = { from: LURE.from, to: TO, subject: LURE.subject, html: `<p>${STORY}</p>` }

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
  ['writes the name as lures write it', { ...LURE, from: 'amaz0n <info@mailer.example.org>' }],
  ['runs a word of the trade on to the name', { ...LURE, from: 'AmazonJP <info@mailer.example.org>' }],
  ['joins an office to a name that is a word too', { ...LURE, from: 'アップルサポート <info@mailer.example.org>' }],
  ['leads to a masked host below its own domain', inHtml('<a href="https://○○.entry.example.net/">ログイン</a>')],
  ['puts a star into the host', inHtml('<a href="https://a**b.entry.example.net/">ログイン</a>')],
  [
    'puts its picture where letters have no size',
    inHtml(
      `<td style="font-size:0"><a href="${TARGET}"><img src="https://entry.example.net/b.png" width="300"></a></td>`,
    ),
  ],
  ['adds links that lead nowhere', inHtml(`${BUTTON}<a href="x">a</a><a href="about:blank">b</a>`)],
  ['names a second brand', { ...LURE, text: `${STORY}Visaカードのお支払い\nhttps://www.visa.co.jp/\n${TARGET}` }],
]

/** What is at least suspicious. */
const SUSPECT: Array<[trick: string, mail: MessageInput]> = [
  [
    'names the brand in its text alone',
    {
      from: 'お客様サポート <info@mailer.example.org>',
      to: TO,
      subject: '【重要】お客様情報の確認',
      text: `Amazonお客様\n${INSISTING}${TARGET}`,
    },
  ],
  [
    'names nobody',
    {
      from: 'お客様サポート <info@mailer.example.org>',
      to: TO,
      subject: '【重要】お客様情報の確認',
      text: `${INSISTING}${TARGET}`,
    },
  ],
  [
    'is forged in the brand’s own address without its name',
    {
      from: 'account-update@amazon.co.jp',
      to: TO,
      subject: '【重要】お客様情報の確認',
      text: `Amazonお客様\n${INSISTING}${TARGET}`,
    },
  ],
  [
    'names the brand in subject and greeting, from and to one domain',
    { ...LURE, from: 'info@mailer.example.org', text: `${STORY}https://login.mailer.example.org/` },
  ],
  [
    'hides behind a page that anybody fills at a brand’s site',
    { ...LURE, from: 'info@mailer.example.org', text: `${STORY}https://www.dropbox.com/scl/fi/abc` },
  ],
  [
    'puts the reader’s own domain in front of its own',
    {
      from: 'Webmail <cpanel@notice.example.net>',
      to: TO,
      subject: 'パスワードの有効期限切れ通知',
      text: '貴社のメールのパスワードの有効期限が本日切れます。以下のボタンから更新してください。\nhttps://client.example.com.notice.example.net/keep',
    },
  ],
  [
    'asks for another firm’s account to play a message',
    {
      from: 'VoiceMail <voice@notice.example.net>',
      to: TO,
      subject: '新しいボイスメッセージ',
      text: `留守番電話メッセージがあります。再生するにはOffice 365アカウントでの認証が必要です。\nhttps://notice.example.net/play?u=${TO}`,
    },
  ],
  [
    'lends a list the brand’s address to answer to',
    rawMail(
      [
        'From: Amazon via users <users@lists.example.net>',
        'To: users@lists.example.net',
        'Reply-To: <account-update@amazon.co.jp>',
        'List-Post: <mailto:users@lists.example.net>',
        SUBJECT,
      ],
      `${STORY}${TARGET}`,
    ),
  ],
  ['says that its address is not false', { ...LURE, text: `${STORY}${TARGET} は偽物ではありません。` }],
  [
    'names its part of a service after itself',
    {
      ...LURE,
      from: 'お客様サポート <info@mailer.example.org>',
      text: `${STORY}https://example.zendesk.com/login`,
    },
  ],
  [
    'asks for secrets in nobody’s name',
    {
      from: 'あおば市水道局 <kanpu@suido.example.org>',
      to: TO,
      subject: '水道料金の還付について',
      text: '還付のため、カード番号と裏面の3桁をご入力ください。\nhttps://suido.example.org/kanpu/',
    },
  ],
  [
    'asks for a chat group in the president’s name',
    {
      from: '代表取締役 <office@mailer.example.org>',
      to: TO,
      subject: '業務連絡',
      text: '業務のため、LINEのグループを作成してください。作成したらグループのQRコードをこのメールに返信してください。',
    },
  ],
  [
    'adds a link that leads nowhere to a lure without links',
    { ...LINKLESS, html: `${LINKLESS.html}<a href="x">ログイン</a>` },
  ],
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
    'a firm of another trade whose name begins as the brand’s',
    {
      from: 'アップル引越センター <info@hikkoshi.example.org>',
      to: TO,
      subject: '【アップル引越センター】お支払い方法の更新のお願い',
      text: 'アップル引越センターをご利用いただきありがとうございます。\nカードの有効期限が切れています。お支払い方法を更新してください。更新されない場合、サービスを停止いたします。\nhttps://www.hikkoshi.example.org/mypage\n',
    },
  ],
  [
    'a shop on a market place that names itself after it',
    {
      from: '茶舗まるや 楽天市場店 <info@maruya.example.org>',
      to: TO,
      subject: '【茶舗まるや 楽天市場店】ご注文の確認',
      text: '茶舗まるや 楽天市場店をご利用いただきありがとうございます。\n以下のリンクからご注文内容をご確認ください。\nhttps://www.maruya.example.org/order\n',
    },
  ],
  [
    'a partner who shares a file on the firm’s own part of a service',
    {
      from: '山田太郎 <taro.yamada@partner.example.org>',
      to: TO,
      subject: '見積書を共有しました',
      text: `山田太郎さんがファイルを共有しました。\n開く\nhttps://example-my.sharepoint.com/:x:/g/personal/taro/abc?e=${TO}`,
    },
  ],
  [
    'a disk in the reader’s own network',
    {
      from: 'NAS <nas@client.example.com>',
      to: TO,
      subject: 'ストレージ容量の警告',
      text: 'NASの使用容量が90%を超えました。管理画面にログインして確認してください。\nhttp://192.168.1.10:5000/\n',
    },
  ],
  [
    'a bank whose links the reader’s filter rewrote',
    {
      from: '三井住友カード <mail@contact.vpass.ne.jp>',
      to: TO,
      subject: '【三井住友カード】ご利用のお知らせ',
      text: '三井住友カードをご利用いただきありがとうございます。\nお心当たりのない場合は、至急ログインしてご確認ください。\nhttps://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=https%3a%2f%2fwww.smbc-card.com%2f&umid=1\n',
    },
  ],
  [
    'a dealer with the brand’s name in Latin letters',
    {
      from: 'docomo代理店 サンプル <info@dealer.example.org>',
      to: TO,
      subject: '6月のお知らせ',
      text: 'docomo代理店 サンプルです。今月のキャンペーンのご案内です。詳しくはこちらをクリック\nhttps://www.dealer.example.org/news\n',
    },
  ],
  [
    'a shop that takes a brand’s card and counts the clicks',
    {
      from: 'サンプル商店 <news@store.example.org>',
      to: TO,
      subject: 'PayPayカードがご利用いただけます',
      html: '<p>サンプル商店でPayPayカードがご利用いただけるようになりました。</p><a href="https://c.counter.example.net/x">https://www.store.example.org/</a>',
    },
  ],
  [
    'a firm whose mailing has the reader’s address in the link that ends it',
    {
      from: 'サンプル通信 <news@paper.example.org>',
      to: TO,
      subject: 'メールサーバーの移行のお知らせ',
      text: `メールシステムの更新についての記事です。\nhttps://www.paper.example.org/1\n配信停止 https://www.paper.example.org/u?m=${TO}\n`,
    },
  ],
  [
    'a broker that warns and leaves the link out',
    {
      from: 'SBI証券 <info@sbisec.co.jp>',
      to: TO,
      subject: '【重要】ログイン時の多要素認証の必須化について',
      text: '平素よりSBI証券をご利用いただき、誠にありがとうございます。\nフィッシング詐欺等による不正アクセス・不正取引の被害を防止するため、多要素認証の設定を必須とさせていただきます。\n期日までに設定が確認できない場合、ログイン後に設定画面が表示されます。メールのリンクからログインしないでください。\n株式会社SBI証券',
    },
  ],
  [
    'Microsoft about the reader’s own files',
    {
      from: 'Microsoft OneDrive <email@mail.onedrive.com>',
      to: TO,
      subject: 'Microsoft ストレージがいっぱいになりかけています',
      html: '<p>上限に達すると、メールの送受信ができなくなります。</p><a href="https://onedrive.live.com/?v=managestorage">ストレージを管理</a>',
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

describe('a lure is told although it', () => {
  for (const [trick, mail] of SUSPECT) {
    it(trick, () => {
      expect(['phishing', 'suspicious']).toContain(classify(mail).label)
    })
  }
  it('carries a mail with results of the reader’s server written into it', () => {
    const results = 'Authentication-Results: mx.example.jp; dkim=pass header.d=amazon.co.jp'
    const carried = (heads: string[]) =>
      rawMail(
        ['From: x@mailer.example.org', `To: ${TO}`, 'Content-Type: message/rfc822'],
        new TextDecoder().decode(
          rawMail([...heads, 'From: Amazon <no-reply@amazon.co.jp>', `To: ${TO}`, SUBJECT], `${STORY}${TARGET}`),
        ),
        'x',
      )
    const label = (mail: Uint8Array) => classify(mail, { trustedAuthserv: 'mx.example.jp' }).label
    expect(label(carried([results]))).toBe(label(carried([])))
    expect(label(carried([results]))).not.toBe('none')
  })
})

describe('nothing is found in the mail of', () => {
  for (const [who, mail] of HONEST) {
    it(who, () => {
      expect(classify(mail).label).toBe('none')
    })
  }
})
