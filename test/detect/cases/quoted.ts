/** Warnings that show lures, and lures that look like warnings. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Case, rawMail } from '../../support/case.ts'
import { LURE, STORY, TARGET, TO } from '../../support/mails.ts'

const [subject = '', ...rest] = readFileSync(join(import.meta.dirname, '../../mails/seed-notice.txt'), 'utf8').split(
  '\n',
)
const WARNING = 'Amazonをかたるフィッシングメールにご注意ください。偽サイトへ誘導する不審なメールが出回っています。\n\n'
const HEADS = '件名: アカウント停止のお知らせ\n差出人: Amazon <info@mailer.example.org>\n\n'
const FROM = {
  from: 'サポート窓口 <support@provider.example.org>',
  to: TO,
  subject: '【注意喚起】不審なメールについて',
}

export const QUOTED: Case[] = [
  {
    name: 'a notice of eight lures',
    mail: { from: FROM.from, to: TO, subject, text: rest.join('\n') },
    has: ['warning-at-head', 'several-lures-quoted', 'embedded-mail-heads', 'quoted-block', 'links-masked'],
  },
  {
    name: 'a notice of one lure with a masked link',
    mail: { ...FROM, text: `${WARNING}${HEADS}${STORY}https://○○.com/login\n` },
    has: ['warning-at-head', 'embedded-mail-heads', 'quoted-block', 'links-masked'],
    lacks: ['several-lures-quoted'],
  },
  {
    name: 'a lure without any warning',
    mail: LURE,
    lacks: ['warning-at-head', 'embedded-mail-heads', 'quoted-block', 'links-masked'],
  },
  {
    name: 'a warning far down is not at the head',
    mail: {
      ...LURE,
      text: `${STORY}${TARGET}\n${'詳細は別紙をご覧ください。\n'.repeat(40)}フィッシングメールにご注意ください。`,
    },
    lacks: ['warning-at-head'],
  },
  {
    name: 'a bounce that carries the mail back',
    mail: rawMail(
      ['From: MAILER-DAEMON@mx.example.org', 'Subject: Undelivered'],
      `--b\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Amazon <info@mailer.example.org>\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${STORY}${TARGET}\r\n--b--\r\n`,
      'multipart/report; report-type=delivery-status; boundary=b',
    ),
    has: ['report-carries-mail'],
  },
]
