/** Mails that claim an organisation which no brand file knows. */
import type { Case } from '../../support/case.ts'
import { TARGET, TO } from '../../support/mails.ts'

const FULL = `メールボックスの容量が上限を超えました。
24時間以内に下記のURLからログインして更新してください。
${TARGET}
`

export const ORGANISATION: Case[] = [
  {
    name: 'the domain of the recipient in the display name is the claim of the own organisation',
    mail: { from: 'client.example.com サポート <info@mailer.example.org>', to: TO, subject: 'ご確認', text: FULL },
    has: ['own-organisation-claimed', 'sender-foreign'],
  },
  {
    name: 'the domain of the recipient beside a mail service is the same claim',
    mail: {
      from: '<info@mailer.example.org>',
      to: TO,
      subject: 'ご確認',
      text: `webmail.example.com のメールサービス: ${FULL}`.replace('webmail.example.com', 'client.example.com'),
    },
    has: ['own-organisation-claimed'],
  },
  {
    name: 'mail from the own domain claims nothing',
    mail: { from: 'client.example.com サポート <it@client.example.com>', to: TO, subject: 'ご確認', text: FULL },
    lacks: ['own-organisation-claimed'],
  },
  {
    name: 'a webmail product is a theme',
    mail: { from: '<info@mailer.example.org>', to: TO, subject: 'Roundcube Webmail', text: FULL },
    has: ['mail-service-claimed'],
    lacks: ['sender-foreign'],
  },
  {
    name: 'one name in the subject and in the greeting is an organisation',
    mail: {
      from: 'サンプル商事 <info@mailer.example.org>',
      to: TO,
      subject: '【サンプル商事】お取引の制限',
      text: `サンプル商事をご利用いただきありがとうございます。\nアカウントを一時的に停止しました。\n下記のURLからご確認ください。\n${TARGET}\n`,
    },
    has: ['unknown-organisation-claimed'],
  },
  {
    name: 'a headline in brackets is no name',
    mail: {
      from: '<info@mailer.example.org>',
      to: TO,
      subject: '【重要】ご確認のお願い',
      text: '下記をご覧ください。',
    },
    lacks: ['unknown-organisation-claimed', 'mail-service-claimed'],
  },
]
