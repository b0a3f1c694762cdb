/** Mails that are made as lures are made. */
import { type Case, rawMail, word } from '../../support/case.ts'
import { inHtml, LURE, STORY, TARGET, TO } from '../../support/mails.ts'

const salted = (text: string, salt: string): string => [...text].join(salt)

export const CRAFT: Case[] = [
  {
    name: 'invisible characters inside the words',
    mail: { ...LURE, text: salted(STORY, '\u200b') },
    has: ['hidden-salting'],
  },
  {
    name: 'variation selectors inside the words',
    mail: { ...LURE, text: salted(STORY, '\ufe0f') },
    has: ['hidden-salting'],
  },
  {
    name: 'one invisible character in the subject',
    mail: { ...LURE, subject: '重\u2063要なお知らせ' },
    has: ['hidden-salting'],
  },
  {
    name: 'hidden elements inside the words',
    mail: inHtml(
      `<p>ア<span style="display:none">qwe</span>カ<span style="display:none">rty</span>ウ<span style="display:none">uio</span>ント</p>`,
    ),
    has: ['hidden-salting'],
  },
  {
    name: 'one hidden preheader and a few joiners are ordinary',
    mail: inHtml('<div style="display:none">今週のお知らせ</div><p>👩\u200d💻 です</p>'),
    lacks: ['hidden-salting'],
  },
  { name: 'words written letter by letter', mail: { ...LURE, subject: 'ア カ ウ ン ト の停止' }, has: ['split-words'] },
  { name: 'one pair of letters with a blank', mail: { ...LURE, subject: 'A B の件 ロ グ' }, lacks: ['split-words'] },
  { name: 'Cyrillic letters among Latin ones', mail: { ...LURE, subject: 'Аmаzon' }, has: ['homoglyphs'] },
  { name: 'mathematical letters', mail: { ...LURE, subject: '𝐀𝐦𝐚𝐳𝐨𝐧' }, has: ['homoglyphs'] },
  { name: 'a Russian word by itself', mail: { ...LURE, subject: 'Привет' }, lacks: ['homoglyphs'] },
  { name: 'a slot that nobody filled', mail: { ...LURE, text: `##email## 様\n${STORY}` }, has: ['leaked-template'] },
  {
    name: 'a form of address that only machines translate so',
    mail: { ...LURE, text: `親愛なるお客様\n${STORY}` },
    has: ['foreign-residue'],
  },
  {
    name: 'a font that Japanese systems lack',
    mail: inHtml(`<p style="font-family:'Microsoft YaHei'">お知らせ</p><a href="${TARGET}">x</a>`),
    has: ['foreign-fonts'],
  },
  {
    name: 'a font that Japanese systems have',
    mail: inHtml('<p style="font-family:\'Yu Gothic\',Meiryo">お知らせ</p>'),
    lacks: ['foreign-fonts'],
  },
  {
    name: 'bytes that no charset explains',
    mail: new Uint8Array(
      Buffer.concat([
        Buffer.from(rawMail([`From: ${word('Amazon')} <info@mailer.example.org>`, `To: <${TO}>`, 'Subject: x'], STORY)),
        Buffer.from([0xff, 0x41, 0xfe, 0x41, 0xff, 0x41, 0xfe, 0x41, 0xff, 0x41]),
      ]),
    ),
    has: ['mojibake'],
  },
]
