/** Senders that do or do not contradict the claim. */
import { type Case, rawMail, word } from '../../support/case.ts'
import { LURE, STORY, TARGET, TO } from '../../support/mails.ts'

const SUBJECT = `Subject: ${word(LURE.subject)}`
const LISTED = [
  'From: Amazon via users <users@lists.example.org>',
  SUBJECT,
  'List-Post: <mailto:users@lists.example.org>',
]

export const SENDER: Case[] = [
  { name: 'a brand in the display name of a foreign address', mail: LURE, has: ['sender-foreign'] },
  {
    name: 'a foreign address without the brand is only unlisted',
    mail: { ...LURE, from: '<info@mailer.example.org>' },
    has: ['sender-unlisted'],
    lacks: ['sender-foreign'],
  },
  {
    name: 'a domain that copies the brand',
    mail: { ...LURE, from: 'Amazon <info@amazon-account.example>' },
    has: ['sender-lookalike', 'sender-foreign'],
  },
  {
    name: 'a brand in the local part',
    mail: { ...LURE, from: 'Amazon <support-amazon@mailer.example.org>' },
    has: ['sender-brand-in-address'],
  },
  {
    name: 'an address that the brand never uses',
    mail: { ...LURE, from: 'KAGOYA <info@kagoya.net>', subject: '【KAGOYA】メールボックスの上限' },
    has: ['sender-never-sends', 'sender-customer-domain'],
  },
  {
    name: 'a suffix outside of those under which the brand never sends',
    mail: {
      ...LURE,
      from: '日本郵便 <info@mailer.example.org>',
      subject: '【日本郵便】再配達のお知らせ',
      text: `日本郵便をご利用いただきありがとうございます。\n再配達の手続きは下記のURLから。\n${TARGET}\n`,
    },
    lacks: ['sender-never-sends'],
  },
  {
    name: 'the suffix `.net` among `.com / .net / .top`',
    mail: {
      ...LURE,
      from: '日本郵便 <info@parcel-mailer.net>',
      subject: '【日本郵便】再配達のお知らせ',
      text: `日本郵便をご利用いただきありがとうございます。\n再配達の手続きは下記のURLから。\n${TARGET}\n`,
    },
    has: ['sender-never-sends'],
  },
  {
    name: 'a domain that the brand rents out to customers',
    mail: { ...LURE, from: 'KAGOYA <support01@kir.jp>', subject: '【KAGOYA】メールボックスの上限' },
    has: ['sender-customer-domain'],
    lacks: ['sender-foreign'],
  },
  {
    name: 'another address in the display name',
    mail: { ...LURE, from: '"account-update@amazon.co.jp" <info@mailer.example.org>' },
    has: ['sender-address-in-name'],
  },
  {
    name: 'the domain of another brand',
    mail: { ...LURE, from: 'Amazon <info@rakuten.co.jp>' },
    has: ['sender-other-brand'],
    lacks: ['sender-foreign'],
  },
  {
    name: 'an official sender whose answers go elsewhere',
    mail: { ...LURE, from: 'Amazon <no-reply@amazon.co.jp>', replyTo: 'help@mailer.example.org' },
    has: ['sender-reply-to-foreign'],
    lacks: ['sender-foreign', 'sender-unlisted'],
  },
  {
    name: "a brand in the display name of the recipient's own domain",
    mail: { ...LURE, from: 'Amazon <it@client.example.com>' },
    has: ['sender-recipient-domain', 'sender-foreign'],
  },
  {
    name: 'two mailboxes of a free mail service are no colleagues',
    mail: { ...LURE, from: '<stranger@gmail.com>', to: 'user@gmail.com' },
    has: ['sender-unlisted'],
  },
  {
    name: 'a colleague who writes about a brand contradicts nothing',
    mail: { ...LURE, from: '<it@client.example.com>' },
    lacks: ['sender-unlisted', 'sender-foreign', 'sender-recipient-domain'],
  },
  {
    name: 'an official sender contradicts nothing',
    mail: { ...LURE, from: 'Amazon <no-reply@amazon.co.jp>' },
    lacks: ['sender-unlisted', 'sender-foreign', 'sender-lookalike', 'sender-other-brand'],
  },
  {
    name: 'List-Post of a list that the recipient is not on hides no sender',
    mail: rawMail([...LISTED, `To: <${TO}>`, 'Reply-To: <no-reply@amazon.co.jp>'], `${STORY}${TARGET}`),
    has: ['sender-foreign'],
  },
  {
    name: 'behind a list that the mail was sent to, Reply-To names the author',
    mail: rawMail(
      [...LISTED, 'To: <users@lists.example.org>', 'Reply-To: <no-reply@amazon.co.jp>'],
      `${STORY}${TARGET}`,
    ),
    lacks: ['sender-foreign', 'sender-unlisted'],
  },
]
