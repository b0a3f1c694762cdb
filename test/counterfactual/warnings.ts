/** What if the lure stands inside a warning, or a warning is added to it? */
import { builtin } from '../../src/corpus/builtin.ts'
import { findDomain } from '../../src/corpus/compile.ts'
import { findLinks } from '../../src/link/find.ts'
import type { Letter } from './letter.ts'
import { escaped, htmlOfText, mapLinks, textOfHtml } from './places.ts'

/** How one kind of sender warns. */
interface Style {
  from: Letter['from']
  subject: (brand: string) => string
  opening: (brand: string) => string
  example: (n: number, lure: { subject: string; from: string; body: string }) => string
  closing: string
  /** The warning in one line. */
  line: string
  /** How it makes URLs harmless. */
  mask: (url: string) => string
}

const RULE = '――――――――――――――――――――――――'

/** Warnings as a bank, a host's reseller, a university and an English help desk write them. */
export const STYLES: Record<string, Style> = {
  bank: {
    from: { name: 'みなみ野銀行', address: 'info@minamino-bank.example' },
    subject: (brand) => `【重要】${brand}を装った不審なメールにご注意ください`,
    opening: (brand) =>
      `日頃より当行をご利用いただきありがとうございます。\n\n${brand}を装ったフィッシングメールが多数確認されております。メールに記載されたリンクにはアクセスせず、暗証番号やパスワードを絶対に入力しないようお願いいたします。\n確認されているメールの一例は次のとおりです。\n`,
    example: (n, lure) => `${RULE}\n＜例${n}＞\n件名：${lure.subject}\n差出人：${lure.from}\n\n${lure.body}\n${RULE}\n`,
    closing: '入力してしまった場合は、ただちに当行のフリーダイヤルまでご連絡ください。\nみなみ野銀行 お客さま相談室\n',
    line: '不審なメールにご注意ください。当行を装ったフィッシングメールが確認されております。',
    mask: (url) => `https://${'○'.repeat(4)}.com${pathOf(url)}`,
  },
  reseller: {
    from: { name: '株式会社あおば サポート窓口', address: 'support@aoba-hosting.example' },
    subject: (brand) => `【注意喚起】${brand}をかたるフィッシングメールについて`,
    opening: (brand) =>
      `いつもお世話になっております。株式会社あおばのサポート窓口です。\n\n${brand}の名前をかたり、情報を盗み取るページへ誘導するメールが出回っております。受け取られた場合は、記載のURLをクリックせずに削除していただきますようお願いいたします。\n以下、実際に届いたメールの例です。\n`,
    example: (_, lure) => `${RULE}\n件名:${lure.subject}\n差出人:${lure.from}\n\n${lure.body}\n`,
    closing: `${RULE}\n株式会社あおば サポート窓口\n`,
    line: '※この頃、弊社をかたるフィッシングメールが出回っております。URLをクリックせずに削除してください。',
    mask: (url) => url.replace(/^http/i, 'hxxp').replaceAll('.', '[.]'),
  },
  university: {
    from: { name: '情報基盤センター', address: 'it-desk@cc.univ.example' },
    subject: () => '【注意】学内に届いているフィッシングメールについて',
    opening: () =>
      '教職員・学生の皆様\n\n情報基盤センターです。下記のような、なりすましメールが学内に届いているとの報告が複数寄せられています。リンク先は偽のログインページですので、IDとパスワードを入力しないでください。\n',
    example: (n, lure) =>
      `----- 実例${n} ここから -----\n【件名】${lure.subject}\n【差出人】${lure.from}\n\n${lure.body}\n----- 実例${n} ここまで -----\n`,
    closing: '誤って入力した方は、至急パスワードを変更し、センター（内線 1234）へ連絡してください。\n',
    line: '【情報基盤センターより】このメールはフィッシング詐欺の疑いがあります。リンクをクリックしないでください。',
    mask: (url) => url.replace(/^(https?:\/\/)[^/?#]*/i, '$1********.***'),
  },
  english: {
    from: { name: 'IT Service Desk', address: 'helpdesk@college.example' },
    subject: (brand) => `Phishing email alert: beware of messages impersonating ${brand}`,
    opening: (brand) =>
      `Dear all,\n\nWe have received reports of a phishing email impersonating ${brand}. Do not click the link and do not enter your password. Please delete the message. The suspicious email reads as follows.\n`,
    example: (_, lure) =>
      `----------------------------------------\nSubject: ${lure.subject}\nFrom: ${lure.from}\n\n${lure.body}\n----------------------------------------\n`,
    closing: 'If you have already entered your password, change it now and report phishing to the IT Service Desk.\n',
    line: 'CAUTION: beware of phishing. Do not click links in suspicious email; we will never ask for your password.',
    mask: (url) => url.replace(/^http/i, 'hxxp').replace(/\./g, '[.]'),
  },
}

function pathOf(url: string): string {
  return /^https?:\/\/[^/?#]*([/?#].*)?$/i.exec(url)?.[1] ?? '/'
}

const bodyOf = (letter: Letter): string => (letter.html === '' ? letter.text : textOfHtml(letter.html))
const senderText = ({ from }: Letter): string => `${from.name}<${from.address}>`

function noticeText(style: Style, lures: Letter[], brand: string, change: (body: string) => string): string {
  const examples = lures.map((lure, i) =>
    style.example(i + 1, { subject: lure.subject, from: senderText(lure), body: change(bodyOf(lure).trim()) }),
  )
  return `${style.opening(brand)}\n${examples.join('\n')}\n${style.closing}`
}

const asNotice = (style: Style, letter: Letter, brand: string): Letter => ({
  ...letter,
  from: style.from,
  replyTo: '',
  to: 'user@customer.example',
  subject: style.subject(brand),
  text: '',
  html: '',
})

/** A warning that shows one lure, its URLs blotted out or defanged. */
export function maskedNotice(letter: Letter, style: Style, brand: string): Letter {
  const mask = (body: string): string =>
    mapLinks(body, ({ raw, url, scheme }) => (scheme === 'explicit' ? style.mask(url) : raw))
  return { ...asNotice(style, letter, brand), text: noticeText(style, [letter], brand, mask) }
}

/** A warning that shows two lures, whose URLs mail software made clickable. */
export function clickableNotice(pair: [Letter, Letter], style: Style, brand: string): Letter {
  return {
    ...asNotice(style, pair[0], brand),
    html: htmlOfText(noticeText(style, pair, brand, (body) => body)),
  }
}

/** A warning whose one lure is live: the sender of the lure hides behind it, or (`forwarded`) a help desk sends it unmasked. */
export function liveNotice(letter: Letter, style: Style, brand: string, forwarded: boolean): Letter {
  const notice = asNotice(style, letter, brand)
  const html = htmlOfText(noticeText(style, [letter], brand, (body) => body))
  return forwarded ? { ...notice, html } : { ...letter, text: '', html }
}

/** Whether a lure has a link of its own that can be clicked; list software flattens some away, and the notice masked its own. */
export function isLive(letter: Letter): boolean {
  return findLinks(bodyOf(letter)).links.some(
    ({ scheme, masked, defanged, url }) =>
      scheme === 'explicit' && !masked && !defanged && URL.canParse(url) && !isOwned(new URL(url).hostname),
  )
}

const isOwned = (host: string): boolean => findDomain(builtin(), host).some((owner) => owner.role === 'official')

/** The same lure without the warning, in the form that `liveNotice` shows it in. */
export function bare(letter: Letter): Letter {
  return { ...letter, text: '', html: htmlOfText(bodyOf(letter)) }
}

/** A line of warning above or below the lure, in both bodies. */
export function withWarningLine(letter: Letter, style: Style, where: 'top' | 'end'): Letter {
  const line = style.line
  const join = (body: string, extra: string): string => {
    if (body === '') return ''
    return where === 'top' ? extra + body : body + extra
  }
  const html = `<p>${escaped(line)}</p>\n`
  const open = /<body[^>]*>/i.exec(letter.html)
  const close = letter.html.toLowerCase().lastIndexOf('</body')
  let htmlWith = join(letter.html, html)
  if (where === 'top' && open) {
    const at = open.index + open[0].length
    htmlWith = letter.html.slice(0, at) + html + letter.html.slice(at)
  } else if (where === 'end' && close > 0) htmlWith = letter.html.slice(0, close) + html + letter.html.slice(close)
  return { ...letter, text: join(letter.text, where === 'top' ? `${line}\n\n` : `\n\n${line}\n`), html: htmlWith }
}
