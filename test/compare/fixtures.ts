/** Which mails are compared with other parsers wherever the tests run? Written byte by byte: one unit of `mail` is one byte. */

/** A mail and what a person reads in it; fields that are left out are not what the fixture is about. */
export interface Fixture {
  name: string
  /** LFs stand for CRLF. */
  mail: string
  reads: { subject?: string; from?: string; text?: string; html?: string; files?: string[]; inner?: string }
}

/** `メール`, `重要` and `カゴヤ` in the charsets of Japanese mail. */
const JIS_MAIL = '\x1b$B%a!<%k\x1b(B'
const JIS_URGENT = '\x1b$B=EMW\x1b(B'
const SJIS_MAIL = '\x83\x81\x81\x5b\x83\x8b'
const EUC_MAIL = '\xa5\xe1\xa1\xbc\xa5\xeb'
const UTF8_MAIL = '\xe3\x83\xa1\xe3\x83\xbc\xe3\x83\xab'
const UTF8_KAGOYA = '\xe3\x82\xab\xe3\x82\xb4\xe3\x83\xa4'

const FROM = 'From: Kagoya <info@sender.example>\nTo: taro@client.example\n'
const LINK = 'https://evil.example/kagoya.jp/'

export const fixtures: Fixture[] = [
  {
    name: 'plain ASCII',
    mail: `${FROM}Subject: hello\n\nHello.\n${LINK}\n`,
    reads: { subject: 'hello', from: 'Kagoya <info@sender.example>', text: `Hello. ${LINK}` },
  },
  {
    name: 'ISO-2022-JP in 7 bits',
    mail: `${FROM}Subject: =?ISO-2022-JP?B?GyRCPUVNVxsoQg==?=\nContent-Type: text/plain; charset=ISO-2022-JP\n\n${JIS_MAIL}\n${LINK}\n`,
    reads: { subject: '重要', text: `メール ${LINK}` },
  },
  {
    name: 'ISO-2022-JP without a label',
    mail: `${FROM}Subject: s\n\n${JIS_MAIL}\n`,
    reads: { text: 'メール' },
  },
  {
    name: 'ISO-2022-JP under the label utf-8',
    mail: `${FROM}Subject: s\nContent-Type: text/plain; charset=utf-8\n\n${JIS_MAIL}\n`,
    reads: { text: 'メール' },
  },
  {
    name: 'ISO-2022-JP that lost its ESC bytes',
    mail: `${FROM}Subject: s\nContent-Type: text/plain; charset=ISO-2022-JP\n\n${JIS_MAIL.replaceAll('\x1b', '')}\n`,
    reads: { text: 'メール' },
  },
  {
    name: 'a raw ISO-2022-JP header',
    mail: `From: ${JIS_MAIL} <info@sender.example>\nSubject: ${JIS_URGENT}\n\nx\n`,
    reads: { subject: '重要', from: 'メール <info@sender.example>' },
  },
  {
    name: 'a raw Shift_JIS header',
    mail: `From: ${SJIS_MAIL} <info@sender.example>\nSubject: ${SJIS_MAIL}\nContent-Type: text/plain; charset=Shift_JIS\n\n${SJIS_MAIL}\n`,
    reads: { subject: 'メール', from: 'メール <info@sender.example>', text: 'メール' },
  },
  {
    name: 'a raw UTF-8 header',
    mail: `From: ${UTF8_KAGOYA} <info@sender.example>\nSubject: ${UTF8_MAIL}\n\nx\n`,
    reads: { subject: 'メール', from: 'カゴヤ <info@sender.example>' },
  },
  {
    name: 'EUC-JP in quoted-printable',
    mail: `${FROM}Subject: s\nContent-Type: text/plain; charset=euc-jp\nContent-Transfer-Encoding: quoted-printable\n\n=A5=E1=A1=BC=\n=A5=EB\n`,
    reads: { text: 'メール' },
  },
  {
    name: 'EUC-JP without a label',
    mail: `${FROM}Subject: s\n\n${EUC_MAIL}\n`,
    reads: { text: 'メール' },
  },
  {
    name: 'Shift_JIS under the label ISO-2022-JP',
    mail: `${FROM}Subject: s\nContent-Type: text/plain; charset=iso-2022-jp\n\n${SJIS_MAIL}\n`,
    reads: { text: 'メール' },
  },
  {
    name: 'Shift_JIS HTML in base64',
    mail: `${FROM}Subject: s\nContent-Type: text/html; charset=Shift_JIS\nContent-Transfer-Encoding: base64\n\n${btoa(`<p>${SJIS_MAIL}<a href="${LINK}">x</a></p>`)}\n`,
    reads: { html: `<p>メール<a href="${LINK}">x</a></p>` },
  },
  {
    name: 'HTML whose charset only a meta tag names',
    mail: `${FROM}Subject: s\nContent-Type: text/html\n\n<meta charset="euc-jp"><p>${EUC_MAIL}</p>\n`,
    reads: { html: '<meta charset="euc-jp"><p>メール</p>' },
  },
  {
    name: 'encoded-words cut in the middle of a character',
    mail: `${FROM}Subject: =?UTF-8?B?44Oh44M=?=\n =?UTF-8?B?vOODqw==?=\n\nx\n`,
    reads: { subject: 'メール' },
  },
  {
    name: 'encoded-words cut in the middle of an escape',
    mail: `${FROM}Subject: =?ISO-2022-JP?B?GyRCJWEhPCVrGw==?=\n =?ISO-2022-JP?B?KEI=?=\n\nx\n`,
    reads: { subject: 'メール' },
  },
  {
    name: 'encoded-words cut in the middle of a base64 quantum',
    mail: `${FROM}Subject: =?UTF-8?B?44Oh44O?=\n =?UTF-8?B?844Or?=\n\nx\n`,
    reads: { subject: 'メール' },
  },
  {
    name: 'an encoded-word in ISO-2022-JP under the label iso-8859-1',
    mail: `${FROM}Subject: =?iso-8859-1?B?${btoa(JIS_MAIL)}?=\n\nx\n`,
    reads: { subject: 'メール' },
  },
  {
    name: 'an address as the display name',
    mail: `From: support@kagoya.jp <x@evil.example>\nSubject: s\n\nx\n`,
    reads: { from: 'support@kagoya.jp <x@evil.example>' },
  },
  {
    name: 'the sender’s own address as the display name',
    mail: `From: "x@evil.example" <x@evil.example>\nSubject: s\n\nx\n`,
    reads: { from: 'x@evil.example <x@evil.example>' },
  },
  {
    name: 'an unquoted comma in the display name',
    mail: `From: KAGOYA JAPAN, Inc. <x@evil.example>\nSubject: s\n\nx\n`,
    reads: { from: 'KAGOYA JAPAN, Inc. <x@evil.example>' },
  },
  {
    name: 'a quote that never closes in From',
    mail: `From: "Kagoya <x@evil.example>\nSubject: s\n\nx\n`,
    reads: { from: 'Kagoya <x@evil.example>' },
  },
  {
    name: 'two dots in a row in a carrier’s address',
    mail: `From: <a..b@docomo.ne.jp>\nSubject: s\n\nx\n`,
    reads: { from: '<a..b@docomo.ne.jp>' },
  },
  {
    name: 'multipart/alternative without its last boundary',
    mail: `${FROM}Subject: s\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=iso-2022-jp\n\n${JIS_MAIL}\n--b\nContent-Type: text/html; charset=iso-2022-jp\n\n<b>${JIS_MAIL}</b> <a href="${LINK}">x</a>\n`,
    reads: { text: 'メール', html: `<b>メール</b> <a href="${LINK}">x</a>` },
  },
  {
    name: 'LF alone as line end',
    mail: `${FROM}Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo\n--b--\n`,
    reads: { text: 'one two' },
  },
  {
    name: 'a file name in RFC 2231 pieces of ISO-2022-JP',
    mail: `${FROM}Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment;\n filename*0*=iso-2022-jp'ja'%1B$B%25a%21%3C;\n filename*1*=%25k%1B%28B.pdf\n\nx\n--b--\n`,
    reads: { files: ['メール.pdf'] },
  },
  {
    name: 'a file name in an encoded-word',
    mail: `${FROM}Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\nContent-Type: application/pdf; name="=?UTF-8?B?44Oh?=.pdf"\n\nx\n--b--\n`,
    reads: { files: ['メ.pdf'] },
  },
  {
    name: 'an attached message',
    mail: `${FROM}Subject: outer\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\nSubject: =?ISO-2022-JP?B?GyRCPUVNVxsoQg==?=\n\ninner ${LINK}\n--b--\n`,
    reads: { text: 'see below', inner: '重要' },
  },
  {
    name: 'a delivery report',
    mail: `${FROM}Subject: s\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nnot delivered\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n--b\nContent-Type: text/rfc822-headers\n\nSubject: lost\n--b--\n`,
    reads: { text: 'not delivered', inner: 'lost' },
  },
  {
    name: 'format=flowed with DelSp',
    mail: `${FROM}Subject: s\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n\nhttps://evil.example/ \nkagoya.jp/\n`,
    reads: { text: LINK },
  },
  {
    name: 'flowed lines of a quote',
    mail: `${FROM}Subject: s\nContent-Type: text/plain; format=flowed\n\n> one \n> two\nthree\n`,
    reads: { text: '> one two three' },
  },
  {
    name: 'base64 with the footer of a mailing list behind it',
    mail: `${FROM}Subject: s\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n_______________\nlist mailing list\n`,
    reads: { text: 'Hello' },
  },
  {
    name: 'a lone broken line in the header',
    mail: `${FROM}this is no field\nSubject: s\n\nx\n`,
    reads: { subject: 's', text: 'x' },
  },
  {
    name: 'no blank line between header and text',
    mail: `${FROM}Subject: s\nDear customer,\nclick ${LINK}\n`,
    reads: { subject: 's', text: `Dear customer, click ${LINK}` },
  },
  {
    name: 'a boundary that stands nowhere',
    mail: `${FROM}Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--c\n\n${LINK}\n--c--\n`,
    reads: { text: `--c ${LINK} --c--` },
  },
  {
    name: 'a NUL in a subject',
    mail: `${FROM}Subject: a\0b\n\nx\n`,
    reads: { subject: 'a b' },
  },
]
