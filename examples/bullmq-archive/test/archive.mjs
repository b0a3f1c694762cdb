/** Which mails are in the archive of the test? Lures, notices about them and genuine mails in turn, each with a number of its own. */

const base64 = (text) => Buffer.from(text).toString('base64')
const lines = (text) => base64(text).replace(/.{76}/g, '$&\n')

const LURE = `平素は弊社サービスをご利用いただき誠にありがとうございます。

システムでサーバー障害が発生しました。

ご希望の場合は、これがあなたにどのように影響するかを以下にお問い合わせください。
`
const KINDS = [
  {
    label: 'phishing',
    from: '=?UTF-8?B?S2Fnb3lhIEphcGFu?= <info@kagoya.jp>',
    subject: (n) => `サーバー障害通知 ${n}`,
    text: (n) => `${LURE}\nhttps://server-status.example/jp/kagoya.net?uid=user${n}@customer.example\n`,
  },
  {
    label: 'none',
    from: 'order@shop.example',
    subject: (n) => `ご注文の確認(注文番号 ${n})`,
    text: (n) =>
      `下記のご注文を承りました。\n\n  A4 コピー用紙 500枚  ${n}点\n\nhttps://www.shop.example/orders/${n}\n`,
  },
  {
    label: 'quoted',
    from: 'support@reseller.example',
    subject: (n) => `【注意喚起】カゴヤ・ジャパンをかたるフィッシングメールについて(第${n}報)`,
    text: () => `カゴヤ・ジャパンをかたるフィッシングメールが確認されております。
記載されているURLをクリックせず、削除していただきますようお願いいたします。

以下、フィッシングメールの例となります。
————————————————————————
件名:サーバー障害通知 2020年2月24日
差出人:Kagoya Japan<○○@kagoya.jp>

${LURE}
https://****.com/jp/kagoya.net?uid=***@***.com
————————————————————————
件名:緊急の重要な通知
差出人:KAGOYA JAPAN Inc. <○○@kir.jp>

メールボックスのメモリ容量がほとんどいっぱいです
そのため、5通の受信メールを配信できませんでした
メッセージを受信するには、メールボックスの容量を増やす必要があります。
下のリンクをクリックして処理を完了してください。
https://○○.com/kagoya.jp/
————————————————————————
`,
  },
  {
    label: 'none',
    from: 'hanako@customer.example',
    subject: (n) => `会議の資料 ${n}`,
    text: () => 'お疲れさまです。資料を共有フォルダに置きました。\nご確認をお願いします。\n',
  },
]

/** The label that mail number `n` (from 1) must get. */
export const labelOf = (n) => KINDS[n % KINDS.length].label

/** Mail number `n`, with line ends as in an mbox. */
export function mail(n) {
  const { from, subject, text } = KINDS[n % KINDS.length]
  return `From: ${from}
To: user${n}@customer.example
Subject: =?UTF-8?B?${base64(subject(n))}?=
Date: Mon, 24 Feb 2020 09:00:00 +0900
Message-ID: <${n}@archive.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: base64

${lines(text(n))}
`
}

/** The mails from `first` to `last` as an mbox. */
export function mbox(first, last) {
  const all = []
  for (let n = first; n <= last; n++) all.push(`From sender@archive.example Mon Feb 24 09:00:00 2020\n${mail(n)}\n`)
  return all.join('')
}
