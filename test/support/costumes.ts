/** In which costumes does a lure come that wants to be taken for a warning, a reply or a forward? */
import type { MessageFields } from '../../src/message/model.ts'

/** What a costume is put on. */
export interface Worn {
  subject: string
  /** Lines of the lure, its link in place. */
  lines: string[]
  link: string
}

/** One way to dress a lure. */
export interface Costume {
  /** What the mail looks like, so that `flags <about>` is a sentence. */
  about: string
  /** Whether only a sender is convicted that takes the brand's name: from anybody else the same mail is a report of a lure. */
  namedOnly?: true
  wear: (lure: Worn) => Pick<MessageFields, 'subject' | 'text' | 'html'>
}

const WARNING = `【注意喚起】当社を装ったフィッシングメールにご注意ください。
当社をかたる詐欺メールが多数確認されています。
不審なメールは開かないでください。
`
const HEADS = '件名：お支払いについて\n差出人：サポート <x@a.example>\n'
const MASKED = `偽メールの例\n${HEADS}hxxps://fake[.]example/\n`
const RULE = '--------------------\n'
const ENGLISH =
  'Beware of phishing email. We will never ask for your password. Do not click links in suspicious email.\n'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const asHtml = (text: string): string => escaped(text).replaceAll('\n', '<br>\n')
const bodyOf = ({ lines }: Worn): string => `${lines.join('\n')}\n`
const cited = (lure: Worn): string => lure.lines.map((line) => `> ${line}\n`).join('')
/** The lure as HTML: its URL a hyperlink with these words, or with itself. */
const htmlOf = (lure: Worn, words = escaped(lure.link)): string =>
  asHtml(bodyOf(lure)).replace(escaped(lure.link), `<a href="${escaped(lure.link)}">${words}</a>`)

/** Each of them is a lure for whoever reads it: what it asks for is asked in the sender's own name. */
export const COSTUMES: Costume[] = [
  { about: 'a warning above, a masked example below', wear: (l) => ({ text: `${WARNING}\n${bodyOf(l)}\n${MASKED}` }) },
  { about: 'a warning and a masked example below', wear: (l) => ({ text: `${bodyOf(l)}\n${WARNING}\n${MASKED}` }) },
  {
    about: 'a subject that warns, a masked example below',
    wear: (l) => ({
      subject: '【注意喚起】フィッシングメールにご注意ください',
      text: `${bodyOf(l)}\n${WARNING}${MASKED}`,
    }),
  },
  {
    about: 'a warning and a masked example above, a rule between',
    wear: (l) => ({ text: `${WARNING}${MASKED}\n${RULE}${bodyOf(l)}` }),
  },
  {
    about: 'a warning and a masked example above, nothing between',
    wear: (l) => ({ text: `${WARNING}${MASKED}\n${bodyOf(l)}` }),
  },
  {
    about: 'a warning and two masked examples above, nothing between',
    wear: (l) => ({ text: `${WARNING}${MASKED}\n例2\n${MASKED}\n${bodyOf(l)}` }),
  },
  {
    about: 'a warning in the midst and a masked example at the end',
    wear: (l) => ({
      text: `${l.lines.slice(0, 2).join('\n')}\n${WARNING}\n${l.lines.slice(2).join('\n')}\n\n${MASKED}`,
    }),
  },
  {
    about: 'a warning between two lures of the same text, both in own words',
    wear: (l) => ({ text: `${bodyOf(l)}\n${WARNING}\n${bodyOf(l)}\n${MASKED}` }),
  },
  {
    about: 'an English warning above, a masked example below',
    wear: (l) => ({
      text: `${ENGLISH}\n${bodyOf(l)}\nSubject: payment\nFrom: Desk <x@a.example>\nhxxps://fake[.]example/\n`,
    }),
  },
  {
    about: 'a warning above and a masked example below, HTML with a clickable URL',
    wear: (l) => ({ html: `<p>${asHtml(WARNING)}</p><p>${htmlOf(l)}</p><p>${asHtml(MASKED)}</p>` }),
  },
  {
    about: 'a warning above and a masked example below, HTML with a button',
    wear: (l) => ({ html: `<p>${asHtml(WARNING)}</p><p>${htmlOf(l, 'こちら')}</p><p>${asHtml(MASKED)}</p>` }),
  },
  {
    about: 'a warning and two examples above, HTML with a clickable URL',
    wear: (l) => ({ html: `<p>${asHtml(WARNING + MASKED)}<br>${asHtml(MASKED)}</p><p>${htmlOf(l)}</p>` }),
  },
  {
    about: 'a warning and two examples above, a rule, HTML with a clickable URL',
    wear: (l) => ({ html: `<p>${asHtml(`${WARNING}${MASKED}\n${MASKED}\n${RULE}`)}</p><p>${htmlOf(l)}</p>` }),
  },
  {
    about: 'a warning above, the lure below the heads of an example',
    namedOnly: true,
    wear: (l) => ({ text: `${WARNING}\n${HEADS}\n${bodyOf(l)}` }),
  },
  {
    about: 'a warning above, the lure below the heads of an example, two examples in all',
    namedOnly: true,
    wear: (l) => ({ text: `${WARNING}\n例1\n${HEADS}お支払いを確認してください。\n\n例2\n${HEADS}\n${bodyOf(l)}` }),
  },
  {
    about: 'a reply that cites every line of the lure',
    wear: (l) => ({
      subject: 'Re: お問い合わせ',
      text: `お問い合わせありがとうございます。以下ご確認ください。\n${cited(l)}`,
    }),
  },
  {
    about: 'a reply that cites the lure and has own words behind it',
    wear: (l) => ({
      subject: 'Re: ご案内',
      text: `${cited(l)}\nお手続きのほど、よろしくお願い申し上げます。\nお客様サポート\n`,
    }),
  },
  {
    about: 'a reply that is nothing but the cited lure',
    wear: (l) => ({ subject: 'Re: お問い合わせ', text: cited(l) }),
  },
  {
    about: 'a reply with the lure in a blockquote and a button',
    wear: (l) => ({
      subject: 'Re: お問い合わせ',
      html: `<p>お問い合わせありがとうございます。以下をご確認ください。</p><blockquote>${htmlOf(l, 'こちら')}</blockquote>`,
    }),
  },
  {
    about: 'a reply with the lure in a blockquote and a clickable URL',
    wear: (l) => ({
      subject: 'Re: お問い合わせ',
      html: `<blockquote>${htmlOf(l)}</blockquote><p>以上、ご対応をお願い申し上げます。お客様サポート</p>`,
    }),
  },
  {
    about: 'a reply with the line of a mail program above the cited lure',
    namedOnly: true,
    wear: (l) => ({
      subject: 'Re: お問い合わせ',
      text: `お世話になっております。以下のとおりご回答いたします。\n\n2025年6月2日(月) 9:15 お客様 <user@customer.example>:\n${cited(l)}`,
    }),
  },
  {
    about: 'a forward in form: the heads of a mail and the lure below',
    wear: (l) => ({ subject: '転送', text: `下記のとおり転送いたします。ご対応ください。\n\n${HEADS}\n${bodyOf(l)}` }),
  },
  {
    about: 'a forward in form, HTML with a clickable URL',
    wear: (l) => ({
      subject: 'FW: ご案内',
      html: `<p>下記のとおり転送いたします。ご対応ください。</p><p>${asHtml(HEADS)}</p><p>${htmlOf(l)}</p>`,
    }),
  },
  {
    about: 'a call in own words, its link under the heads of an example, a warning at the end',
    wear: (l) => ({
      text: `${l.lines.filter((line) => line !== l.link).join('\n')}\n\n${HEADS}${l.link}\n\n${WARNING}`,
    }),
  },
  {
    about: 'a warning above, a page on its own domain below the heads of an example',
    namedOnly: true,
    wear: (l) => ({ text: `${WARNING}\n${HEADS}\n${bodyOf(l).replace(l.link, 'https://login.mailer.example/')}` }),
  },
]
