/** Mails that follow a documented lure, resemble one, or share its phrases. */

import type { Case } from '../../support/case.ts'
import { kagoyaLures } from '../../support/kagoya-lures.ts'
import { TO } from '../../support/mails.ts'

const { draft } = kagoyaLures().find((l) => l.id === 'kagoya/server-failure')!
const WHOLE = draft.lines.map((line) => line.replace('@LINK@', draft.link)).join('\n')
const MAIL = { from: 'Kagoya <info@mailer.example.org>', to: TO, subject: draft.subject }

export const LURES: Case[] = [
  {
    name: 'the text of a documented lure',
    mail: { ...MAIL, text: WHOLE },
    has: ['lure-fingerprint'],
    lacks: ['lure-resembles', 'lure-rebranded'],
  },
  {
    name: 'four fifths of the text of a documented lure',
    mail: { ...MAIL, text: WHOLE.slice(0, Math.round(WHOLE.length * 0.8)) },
    has: ['lure-resembles'],
    lacks: ['lure-fingerprint'],
  },
  {
    name: 'two phrases of a documented lure in another text',
    mail: {
      from: 'NHK <info@mailer.example.org>',
      to: TO,
      subject: '日本放送協会',
      text: 'お手続きとして、アップグレード操作を実行します。まだの方はアカウントを登録またはアクティブ化してください。',
    },
    has: ['lure-phrases'],
    lacks: ['lure-fingerprint'],
  },
  {
    name: 'one phrase of a documented lure says nothing',
    mail: {
      from: 'NHK <info@mailer.example.org>',
      to: TO,
      subject: '日本放送協会',
      text: 'アップグレード操作を実行します。',
    },
    lacks: ['lure-phrases'],
  },
  {
    name: 'a documented lure in the name of another brand',
    mail: {
      from: 'さくらインターネット <info@mailer.example.org>',
      to: TO,
      subject: '【さくらインターネット】サーバー障害',
      text: WHOLE.replaceAll(/kagoya japan|kagoya|カゴヤ・ジャパン|カゴヤ/gi, 'さくらインターネット'),
    },
    has: ['lure-fingerprint', 'lure-rebranded'],
  },
  {
    name: 'a lure that is left out by its id',
    mail: { ...MAIL, text: WHOLE },
    options: { disable: ['kagoya/server-failure'] },
    lacks: ['lure-fingerprint'],
  },
]
