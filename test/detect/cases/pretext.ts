/** Mails that tell a story, call to act, press for time, or ask for a password. */
import type { Case } from '../../support/case.ts'
import { LURE, STORY, TARGET } from '../../support/mails.ts'

const PLAIN = { ...LURE, subject: 'Amazon' }

export const PRETEXT: Case[] = [
  {
    name: 'a stopped account, a link to follow and a day’s time',
    mail: LURE,
    has: ['pretext', 'call-to-act', 'urgency'],
  },
  {
    name: 'words split over elements and half-width kana tell the same',
    mail: {
      from: LURE.from,
      to: LURE.to,
      subject: 'Amazon',
      html: `<p>お客様のｱ<b>ｶｳ</b>ﾝﾄを一<u>時的</u>に停止させていただきました。</p><a href="${TARGET}">x</a>`,
    },
    has: ['pretext'],
  },
  {
    name: 'the same words under a comment, quoted, are not the sender’s',
    mail: {
      ...PLAIN,
      text: `これは詐欺ですよ。無視してください。\n\n${STORY.replace(/^/gm, '> ')}`,
    },
    lacks: ['pretext', 'call-to-act', 'urgency'],
  },
  {
    name: 'the same words quoted without any comment are the sender’s',
    mail: { ...PLAIN, text: STORY.replace(/^/gm, '> ') },
    has: ['pretext', 'call-to-act', 'urgency'],
  },
  {
    name: 'the same words under one head line are the sender’s',
    mail: { ...PLAIN, text: `お客様各位\n■件名：アカウントについて\n${STORY}` },
    has: ['pretext', 'call-to-act', 'urgency'],
  },
  {
    name: 'empty fields for an address and a password are a form to send back',
    mail: { ...PLAIN, text: '下記を記入して返信してください。\nメールアドレス: ____\nパスワード: ____\n' },
    has: ['asks-for-password-by-reply'],
  },
  {
    name: 'the same fields with values are registration data',
    mail: { ...PLAIN, text: '登録内容は次のとおりです。\nメールアドレス: user\nパスワード: (非表示です)\n' },
    lacks: ['asks-for-password-by-reply'],
  },
  {
    name: 'a password field alone is no form',
    mail: { ...PLAIN, text: '書類の暗号化について\nパスワード:\n' },
    lacks: ['asks-for-password-by-reply'],
  },
]
