/** Mails that do or do not claim to come from a brand. */
import type { Case } from '../../support/case.ts'
import { LURE, STORY, TARGET } from '../../support/mails.ts'

export const BRAND: Case[] = [
  {
    name: 'a display name, a bracket in the subject and a greeting name the brand',
    mail: LURE,
    has: ['brand-in-display-name', 'brand-in-subject', 'brand-in-text'],
  },
  {
    name: 'a name behind a copyright sign is a signature',
    mail: { ...LURE, text: `${STORY}${TARGET}\n\n© 2026 Amazon Japan G.K.` },
    has: ['brand-in-signature'],
  },
  {
    name: 'half-width kana name the brand as full-width ones do',
    mail: { ...LURE, from: 'ｱﾏｿﾞﾝ <info@mailer.example.org>', subject: '【ｱﾏｿﾞﾝ】アカウント停止のお知らせ' },
    has: ['brand-in-display-name', 'brand-in-subject'],
  },
  {
    name: 'Cyrillic letters name the brand as Latin ones do',
    mail: { ...LURE, from: 'Аmаzоn <info@mailer.example.org>', subject: '【Аmаzоn】アカウント停止のお知らせ' },
    has: ['brand-in-display-name', 'brand-in-subject'],
  },
  {
    name: 'mathematical letters name the brand as plain ones do',
    mail: { ...LURE, subject: '【𝐀𝐦𝐚𝐳𝐨𝐧】アカウント停止のお知らせ' },
    has: ['brand-in-subject'],
  },
  {
    name: 'letters with zero-width spaces between them name the brand',
    mail: { ...LURE, from: 'A\u200bma\u2062zon <info@mailer.example.org>' },
    has: ['brand-in-display-name'],
  },
  {
    name: 'a name inside an address or a URL is not said by the mail',
    mail: {
      from: '<info@mailer.example.org>',
      to: 'amazon@client.example.com',
      subject: 'ご連絡',
      text: 'アカウントが停止されました。https://mailer.example.org/amazon/ または amazon@mailer.example.org まで。',
    },
    lacks: ['brand-in-text', 'brand-in-subject', 'brand-in-display-name', 'brand-in-signature'],
  },
  {
    name: 'a brand that is left out by its id is not claimed',
    mail: LURE,
    options: { disable: ['amazon-jp'] },
    lacks: ['brand-in-display-name', 'brand-in-subject', 'brand-in-text'],
  },
]
