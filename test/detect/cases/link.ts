/** Links and what is deceptive in them. */
import type { EvidenceCode } from '../../../src/detect/model.ts'
import type { Case } from '../../support/case.ts'
import { inHtml, LURE, leadingTo, STORY, TARGET, TO } from '../../support/mails.ts'

/** A URL in the lure, and the code it must give. */
const URLS: Array<[url: string, code: EvidenceCode, why: string]> = [
  [TARGET, 'link-foreign', 'a host that is not the brand’s'],
  ['https://abc.s3.ap-northeast-1.amazonaws.com/a.html', 'link-foreign', 'a host that the brand’s customer rents'],
  ['https://www.amazon.co.jp.entry.example.net/', 'link-brand-in-subdomain', 'the brand’s domain left of another'],
  ['https://login.co.jp.entry.example.net/', 'link-suffix-in-subdomain', 'a public suffix left of another domain'],
  ['https://amazon-update.example/', 'link-brand-in-domain', 'the brand’s name in a registered domain'],
  ['https://www.arnazon.example/', 'link-lookalike-domain', 'letters that look like the brand’s'],
  ['https://www.аmаzоn.example/', 'link-homograph', 'Cyrillic letters in the host'],
  ['https://entry.example.net/www.amazon.co.jp/', 'link-brand-domain-in-path', 'the brand’s domain as a path'],
  ['https://entry.example.net/amazon/', 'link-brand-in-path', 'the brand’s name as a path'],
  ['https://entry.example.net/jp/kagoya.net?uid=user@client.example.com', 'link-kit-path', 'the path of a known kit'],
  ['https://entry.example.net/?e=user@client.example.com', 'link-victim-in-url', 'the recipient’s address'],
  ['https://www.amazon.co.jp@entry.example.net/', 'link-userinfo', 'a host written before an at sign'],
  ['https://203.0.113.7/a', 'link-ip-host', 'an IP address'],
  ['https://www.amazon.co.jp∕login@entry.example.net/', 'link-fake-separator', 'a slash that is none'],
  ['https://entry.example.net:9001/a', 'link-odd-port', 'an odd port'],
  ['https://entry.example.net/wp-includes/a/', 'link-cms-path', 'a folder of a broken-into site'],
  ['https://bit.ly/abc', 'link-shortener', 'a shortener'],
  ['https://abc.web.app/', 'link-free-hosting', 'free hosting'],
  [`https://www.google.com/url?q=${encodeURIComponent(TARGET)}`, 'link-redirector', 'an open redirect'],
  ['https://microsoft.com/devicelogin', 'link-device-login', 'a page where a code signs in another device'],
  ['https://u1.ct.sendgrid.net/ls/click?upn=1', 'link-click-tracker', 'a mailing service'],
  ['https://entry-check.top/a', 'link-abused-suffix', 'a suffix that phishing prefers'],
]

export const LINK: Case[] = [
  ...URLS.map(([url, code, why]): Case => ({ name: `${why} is ${code}: ${url}`, mail: leadingTo(url), has: [code] })),
  {
    name: 'text that shows the genuine address over another href',
    mail: inHtml(`<a href="${TARGET}">https://www.amazon.co.jp/</a>`),
    has: ['link-text-mismatch'],
  },
  {
    name: 'text that shows another host of the same brand is no mismatch',
    mail: inHtml('<a href="https://www.amazon.com/x">https://www.amazon.co.jp/</a>'),
    lacks: ['link-text-mismatch', 'link-foreign'],
  },
  {
    name: 'a data URL',
    mail: inHtml('<a href="data:text/html;base64,PGI+">ログイン</a>'),
    has: ['link-data-url'],
  },
  { name: 'a script URL', mail: inHtml('<a href="javascript:go()">ログイン</a>'), has: ['link-script-url'] },
  {
    name: 'a password field in the mail',
    mail: inHtml(`<form action="${TARGET}"><input type="password" name="p"></form>`),
    has: ['password-form', 'link-foreign'],
  },
  { name: 'a form is followed as a link is', mail: inHtml(`<form action="${TARGET}"></form>`), has: ['link-foreign'] },
  {
    name: 'a button is followed as a link is',
    mail: inHtml(`<form><button formaction="${TARGET}">ログイン</button></form>`),
    has: ['link-foreign'],
  },
  {
    name: 'a refresh is followed as a link is',
    mail: inHtml(`<meta http-equiv="refresh" content="0;url=${TARGET}">`),
    has: ['link-foreign'],
  },
  {
    name: 'the official site is not foreign',
    mail: leadingTo('https://www.amazon.co.jp/gp/help'),
    lacks: ['link-foreign', 'link-brand-in-domain'],
  },
  {
    name: 'the official site of another brand is not foreign',
    mail: leadingTo('https://apps.apple.com/jp/app/id1'),
    lacks: ['link-foreign'],
  },
  {
    name: 'the domain of the recipient is not foreign',
    mail: leadingTo('https://www.client.example.com/'),
    lacks: ['link-foreign'],
  },
  {
    name: 'the domain of the sender is not foreign',
    mail: leadingTo('https://www.mailer.example.org/'),
    lacks: ['link-foreign'],
  },
  { name: 'a masked host leads nowhere', mail: leadingTo('https://○○.com/a'), lacks: ['link-foreign'] },
  { name: 'a defanged URL leads nowhere', mail: leadingTo('hxxps://entry[.]example[.]net/a'), lacks: ['link-foreign'] },
  { name: 'a host without a scheme convicts nobody', mail: leadingTo('entry.example.net/a'), lacks: ['link-foreign'] },
  {
    name: 'without a claim no link is foreign',
    mail: { from: '<a@mailer.example.org>', to: TO, subject: 'ご連絡', text: TARGET },
    lacks: ['link-foreign'],
  },
  {
    name: 'a link-code that is left out is not told',
    mail: leadingTo('https://203.0.113.7/a'),
    options: { disable: ['link-ip-host'] },
    lacks: ['link-ip-host'],
  },
  {
    name: 'links that all lead to the official site speak for the mail',
    mail: { ...LURE, from: 'Amazon <no-reply@amazon.co.jp>', text: `${STORY}https://www.amazon.co.jp/` },
    has: ['links-official'],
  },
  {
    name: 'links that all lead to the sender’s domain speak for it where the sender contradicts nothing',
    mail: { ...LURE, from: '<info@mailer.example.org>', text: `${STORY}https://www.mailer.example.org/` },
    has: ['links-of-sender'],
  },
  {
    name: 'links that all lead to the recipient’s domain speak for the mail',
    mail: { ...LURE, from: '<it@client.example.com>', text: `${STORY}https://www.client.example.com/` },
    has: ['links-of-recipient'],
  },
]
