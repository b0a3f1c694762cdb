/** Do the services that offices work with speak for themselves, and are those who copy them found? */
import { describe, expect, it } from 'vitest'
import type { EvidenceCode } from '../src/detect/model.ts'
import { classify } from '../src/index.ts'
import type { MessageFields } from '../src/message/model.ts'

interface Row {
  name: string
  mail: MessageFields
  label: 'phishing' | 'suspicious' | 'none'
  /** Whom a flagged mail claims to be from; empty where it is a product on its users' own machines. */
  brand?: string
  /** What clears a genuine mail that names a service. */
  shows?: EvidenceCode
}

const to = 'tanaka@client.example.com'
const invoice = (url: string): string =>
  `田中 様\n\n請求書が発行されました。\n下記のURLからログインして内容をご確認ください。期限を過ぎるとご利用が停止されます。\n${url}\n`
const locked = (service: string, url: string): string =>
  `${service}をご利用いただきありがとうございます。\nお客様のアカウントは一時的に停止されました。24時間以内に下記からログインして更新してください。\n${url}\n`

const GENUINE: Row[] = [
  {
    name: 'an electronic contract asks for a look, in the name of the service and of its customer',
    mail: {
      from: 'クラウドサイン <support@cloudsign.jp>',
      to,
      subject: '株式会社みなと商事から「業務委託契約書」の確認依頼が届いています',
      text: `みなと商事から書類が届きました。下記のURLから書類を確認してください。\nhttps://www.cloudsign.jp/documents/abc/summary\n有効期限があります。\n`,
    },
    label: 'none',
    shows: 'links-official',
  },
  {
    name: 'a supplier sends its invoice through a service and writes from its own domain',
    mail: {
      from: 'みなと商事 経理部 <billing@minato.example.org>',
      to,
      subject: '【楽楽明細】請求書発行のお知らせ',
      text: invoice('https://rbtenant.eco-serv.jp/minato/mypage/'),
    },
    label: 'none',
    shows: 'links-official',
  },
  {
    name: 'an invoice comes from the service that keeps it',
    mail: {
      from: 'Bill One <noreply@bill-one.com>',
      to,
      subject: '【Bill One】みなと商事から請求書が届きました',
      text: invoice('https://app.bill-one.com/invite/abc'),
    },
    label: 'none',
    shows: 'links-official',
  },
  {
    name: 'groupware tells of a new password for the space of a customer',
    mail: {
      from: 'cybozu.com <no-reply@cybozu.com>',
      to,
      subject: '[cybozu.com] パスワード再設定のお知らせ',
      text: 'サイボウズをご利用いただきありがとうございます。\nパスワードの有効期限が切れました。下記のURLから再設定してください。\nhttps://client.cybozu.com/login\n',
    },
    label: 'none',
    shows: 'links-official',
  },
  {
    name: 'a chat service writes from its second domain about unread messages',
    mail: {
      from: 'Chatwork <info@chat-work.com>',
      to,
      subject: '[Chatwork] 未読メッセージがあります',
      text: 'Chatworkをご利用いただきありがとうございます。\n下記からログインしてご確認ください。\nhttps://www.chatwork.com/\n',
    },
    label: 'none',
    shows: 'links-official',
  },
  {
    name: 'a colleague of another firm shares files of a service that anybody can fill',
    mail: {
      from: '山田 <yamada@minato.example.org>',
      to,
      subject: '資料送付の件(ギガファイル便)',
      text: 'お世話になっております。みなと商事の山田です。\n資料をお送りします。期限までに下記よりダウンロードしてください。\nhttps://12.gigafile.nu/0101-abc\n',
    },
    label: 'none',
  },
  {
    name: 'the own IT desk writes about a product that filters mail',
    mail: {
      from: '情報システム課 <it@client.example.com>',
      to,
      subject: 'FortiMail 更新のお知らせ',
      text: '各位\n\nFortiMailを更新します。隔離されたメールは下記のURLにログインしてご確認ください。\nhttps://quarantine.client.example.com/\n',
    },
    label: 'none',
  },
  {
    name: 'a city office names the tax portal it has its notices from',
    mail: {
      from: '市民税課 <zei@city.example.org>',
      to,
      subject: 'eLTAXによる税額通知について',
      text: '特別徴収税額通知をeLTAXで送付しました。期限までに下記のサイトからログインしてご確認ください。\nhttps://www.portal.eltax.lta.go.jp/apa/web/webindexb\n',
    },
    label: 'none',
  },
]

const LURES: Row[] = [
  {
    name: 'an electronic contract by a stranger, who tells no story',
    mail: {
      from: 'クラウドサイン <sign@mailer.example.org>',
      to,
      subject: '【クラウドサイン】書類の確認依頼',
      text: invoice('https://cloud.example.net/sign/a.php'),
    },
    label: 'suspicious',
    brand: 'cloudsign',
  },
  {
    name: 'a space of groupware that is about to be closed',
    mail: {
      from: 'サイボウズ サポート <info@mailer.example.org>',
      to,
      subject: '【サイボウズ】アカウント停止のお知らせ',
      text: locked('サイボウズ', 'https://cloud.example.net/login/'),
    },
    label: 'phishing',
    brand: 'cybozu',
  },
  {
    name: 'a forged sender of an accounting service whose link is a stranger’s',
    mail: {
      from: 'マネーフォワード クラウド <no-reply@moneyforward.com>',
      to,
      subject: '【マネーフォワード】本人確認のお願い',
      text: locked('マネーフォワード', 'https://cloud.example.net/login/'),
    },
    label: 'suspicious',
    brand: 'money-forward',
  },
  {
    name: 'a host in half-width kana',
    mail: {
      from: 'ｶﾗﾌﾙﾎﾞｯｸｽ <info@mailer.example.org>',
      to,
      subject: '【ｶﾗﾌﾙﾎﾞｯｸｽ】ドメイン有効期限のお知らせ',
      text: locked('ｶﾗﾌﾙﾎﾞｯｸｽ', 'https://cloud.example.net/login/'),
    },
    label: 'phishing',
    brand: 'colorfulbox',
  },
  {
    name: 'the name of a service in front of a stranger’s domain',
    mail: {
      from: 'Chatwork <info@mailer.example.org>',
      to,
      subject: '【Chatwork】セキュリティ確認',
      text: locked('Chatwork', 'https://www.chatwork.com.cloud.example.net/login/'),
    },
    label: 'phishing',
    brand: 'chatwork',
  },
  {
    name: 'files that lie with a service anybody can fill are no page of the bank that is named',
    mail: {
      from: '三井住友カード <info@mailer.example.org>',
      to,
      subject: '【三井住友カード】アカウント停止のお知らせ',
      text: locked('三井住友カード', 'https://12.gigafile.nu/0101-abc'),
    },
    label: 'phishing',
    brand: 'smbc-card',
  },
  {
    name: 'a quarantine of a mail filter at a stranger’s',
    mail: {
      from: 'FortiMail Quarantine <report@mailer.example.org>',
      to,
      subject: '【FortiMail】隔離されたメールがあります',
      text: '5通のメールが保留されています。24時間以内に下記からログインして受信してください。\nhttps://cloud.example.net/release/\n',
    },
    label: 'suspicious',
    brand: '',
  },
  {
    name: 'a common word is no brand, though it is one’s name',
    mail: {
      from: '山田 <yamada@minato.example.org>',
      to,
      subject: 'Box in the office',
      text: 'The box is full. Please log in below to book another one.\nhttps://cloud.example.net/box\n',
    },
    label: 'none',
  },
]

describe('mail of the services that offices work with', () => {
  for (const { name, mail, label, brand, shows } of [...GENUINE, ...LURES]) {
    it(`${label}: ${name}`, () => {
      const verdict = classify(mail)
      expect([verdict.label, verdict.brand?.id]).toEqual([label, brand])
      if (shows) expect(verdict.evidence.map((e) => e.code)).toContain(shows)
    })
  }
})
