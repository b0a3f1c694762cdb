/** How is a mail broken? One function a kind of damage; each takes bytes and gives bytes. */
import type { Random } from './random.ts'

/** Longest result: an input is to be broken, not to be a benchmark. */
const LONGEST = 1_000_000

type Mutation = (mail: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const join = (...pieces: Array<Uint8Array | string>): Uint8Array =>
  new Uint8Array(Buffer.concat(pieces.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : p))))

/** One character a byte: what lets a mail be edited as a string and come back the same. */
const toLatin = (mail: Uint8Array): string => Buffer.from(mail.buffer, mail.byteOffset, mail.length).toString('latin1')
const edited = (mail: Uint8Array, edit: (text: string) => string): Uint8Array => join(edit(toLatin(mail)))

const utf8 = (text: string): string => Buffer.from(text).toString('latin1')

const CHARSETS = [
  'utf-8',
  'iso-2022-jp',
  'iso-2022-jp-3',
  'cp50220',
  'shift_jis',
  'cp932',
  'euc-jp',
  'us-ascii',
  'iso-8859-1',
  'windows-1252',
  'gb2312',
  'gb18030',
  'big5',
  'euc-kr',
  'ks_c_5601-1987',
  'iso-2022-kr',
  'hz-gb-2312',
  'koi8-r',
  'utf-7',
  'utf-16',
  'utf-16le',
  'utf-32',
  'x-unknown',
  '',
]
const TRANSFERS = ['7bit', '8bit', 'base64', 'quoted-printable', 'binary', 'x-uuencode', 'quoted-printable; x', '']
const TYPES = [
  'text/plain',
  'text/html',
  'multipart/mixed',
  'multipart/alternative',
  'multipart/report; report-type=delivery-status',
  'message/rfc822',
  'message/partial',
  'application/octet-stream',
  'application/ms-tnef; name=winmail.dat',
  'text/plain; format=flowed; delsp=yes',
  'text/calendar',
  '',
]
const HEADERS = [
  'From: "\x1b$B%+%4%d\x1b(B" <a@kagoya.example>',
  'From: =?utf-8?B?44Kr44K044Ok?= support@kagoya.jp <x@evil.example>',
  'From: a@b.example, c@d.example',
  'From:',
  'Sender: <>',
  'To: <user@customer.example>, =?utf-8?q?x?= <y@z.example>',
  'To: undisclosed-recipients:;',
  'Delivered-To: user@customer.example',
  'Delivered-To: <\u0130\u0130@x.example>',
  'Reply-To: (((((',
  'Subject: =?ISO-2022-JP?B?GyRCPUVNVxsoQg==?= =?UTF-8?Q?=E3=82?= =?UTF-8?Q?=AB?=',
  'Subject: \xff\xfe\x00\x00',
  'Subject:\r\n \r\n \r\n x',
  'Authentication-Results: mx.example; dkim=pass header.d=b.example; spf=fail smtp.mailfrom=c.example; dmarc=fail',
  'List-Id: <a.b.example>',
  'Content-Type: multipart/mixed; boundary=""',
  'Content-Type: multipart/mixed; boundary="=_x"',
  "Content-Type: text/plain; charset*=utf-8''euc-jp; name*0*=utf-8''%e3; name*1=%82",
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename="=?utf-8?B?44Kr?="',
  'Auto-Submitted: auto-replied',
  'no colon at all',
  ': no name',
]
const PHRASES = [
  '-----Original Message-----\r\nFrom: a@b.example\r\nSubject: c\r\n\r\n',
  utf8('件名: 重要\r\n差出人: カゴヤ <info@kagoya.example>\r\n\r\n'),
  utf8('---------- Forwarded message ---------\r\nFrom: カゴヤ <a@b.example>\r\nSubject: 【重要】\r\n\r\n'),
  utf8('【重要】カゴヤ・ジャパン メールボックスの容量が上限に達しました。ご確認ください。\r\n'),
  utf8('フィッシングメールにご注意ください。\r\n==========\r\n'),
  utf8('パスワード：\r\nユーザー名：\r\n'),
  utf8('メールサービス 管理者 customer.example'),
  utf8('\u0130\u0130\u0130\u0130\u0130\u0130 user@customer.example '),
  utf8('ﷺ㌖ﬃ㍿①Ⅷｶﾞ㈱'),
  utf8('https://kagoya.jp@192.0.2.1:8080/%E3%82%AB?u=user%40customer.example#dXNlckBjdXN0b21lci5leGFtcGxl '),
  'hxxps[:]//kagoya[.]jp[.]evil[.]example/ ',
  utf8('ｈｔｔｐｓ：／／ｋａｇｏｙａ．ｊｐ／○○○ '),
  'http://xn--kagoya-.example/ http://xn--0000000000000000/ ',
  'https://www.google.com/url?q=https://www.google.com/url?q=https%3A%2F%2Fevil.example%2Fkagoya.jp ',
  '> > > > > ',
  '\x1b$B',
  '\x1b(B',
  '\x1b$(D',
  '\x0e\x0f',
  '$B%a!<%k(B',
  '~{<:~}',
  '+MKs-',
  '\xef\xbb\xbf',
  '\xff\xfe',
  '\xed\xa0\x80',
  '\u0000',
  '\r',
  '\n',
  '\r\n\r\n',
  '\r\n.\r\n',
  '=\r\n',
  '=3D=E3=82',
  '=?iso-2022-jp?b?',
  '=?utf-8?q?',
  '?=',
]
const TAGS = [
  '<a href="https://evil.example/kagoya.jp/">https://www.kagoya.jp/</a>',
  '<a href="&#x68;ttps&colon;//evil&period;example/">',
  '</a>',
  '<b',
  '<table><tr><td>',
  '</p></div></td>',
  '<div style="display:none">',
  '<span style="font-size:0;color:#fff;background:url(',
  '<font color=white face="\\5FAE\\8F6F">',
  '<style>.a{display:none}.b>c{color:#fefefe}@media{',
  '</style>',
  '<script>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<meta charset=shift_jis>',
  '<form action=https://evil.example/><input type=password>',
  '<blockquote class="gmail_quote">',
  '<img src="https://evil.example/a.png" alt="',
  '<svg><a xlink:href="https://evil.example/">',
  '<plaintext>',
  '<textarea><title>',
  '<template><select><option>',
  '&#0;&#xD800;&#1114112;&amp;amp;&notit;',
  '&zwj;&shy;&#8203;&#xfe0f;',
  '<td hidden width=0 height=0>',
  '<iframe srcdoc="<a href=https://evil.example>">',
]

/** A range of a mail, most often a short one. */
function rangeOf(mail: Uint8Array, random: Random): [number, number] {
  const start = random.int(mail.length + 1)
  const longest = random.oneIn(4) ? mail.length : 64
  return [start, Math.min(mail.length, start + random.int(longest) + 1)]
}

/** Puts a piece somewhere. */
function insert(mail: Uint8Array, random: Random, piece: Uint8Array | string): Uint8Array {
  const at = random.int(mail.length + 1)
  return join(mail.subarray(0, at), piece, mail.subarray(at))
}

/** Replaces one of the places where a pattern stands. */
function replaceOne(mail: Uint8Array, random: Random, pattern: RegExp, by: (found: string) => string): Uint8Array {
  return edited(mail, (text) => {
    const found = [...text.slice(0, 200_000).matchAll(pattern)]
    if (found.length === 0) return text
    const one = random.pick(found)
    return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length)
  })
}

const MUTATIONS: Record<string, Mutation> = {
  flip: (mail, random) => {
    const out = mail.slice()
    for (let n = 1 + random.int(30); n > 0 && out.length > 0; n--) {
      const at = random.int(out.length)
      out[at] = random.oneIn(2) ? out[at]! ^ (1 << random.int(8)) : random.int(256)
    }
    return out
  },
  cut: (mail, random) => {
    const [start, end] = rangeOf(mail, random)
    return join(mail.subarray(0, start), mail.subarray(end))
  },
  truncate: (mail, random) => mail.slice(0, random.int(mail.length + 1)),
  behead: (mail, random) => mail.slice(random.int(mail.length + 1)),
  double: (mail, random) => {
    const [start, end] = rangeOf(mail, random)
    return insert(mail, random, mail.subarray(start, end))
  },
  repeat: (mail, random) => {
    const [start, end] = rangeOf(mail, random)
    const out = new Uint8Array(random.oneIn(20) ? 300_000 : 5_000)
    for (let i = 0; i < out.length && end > start; i++) out[i] = mail[start + (i % (end - start))]!
    return insert(mail, random, out)
  },
  splice: (mail, random, other) =>
    join(mail.subarray(0, random.int(mail.length + 1)), other.subarray(random.int(other.length + 1))),
  'head of another': (mail, _, other) => {
    const end = toLatin(other).indexOf('\r\n\r\n')
    const body = toLatin(mail).indexOf('\r\n\r\n')
    return join(other.subarray(0, end < 0 ? other.length : end), mail.subarray(Math.max(0, body)))
  },
  attach: (mail, _, other) =>
    join(
      'From: a@b.example\r\nTo: user@customer.example\r\nSubject: Fwd: x\r\nContent-Type: multipart/mixed; boundary=zz\r\n\r\n--zz\r\nContent-Type: message/rfc822\r\n\r\n',
      mail,
      '\r\n--zz\r\n\r\n',
      other,
      '\r\n--zz--\r\n',
    ),
  'double a part': (mail, random) =>
    replaceOne(mail, random, /\n--[^\r\n]{1,70}\r?\n[\s\S]{0,4000}?(?=\n--)/g, (part) => part + part),
  header: (mail, random) =>
    random.oneIn(2)
      ? join(random.pick(HEADERS), '\r\n', mail)
      : replaceOne(mail, random, /\r?\n/g, (eol) => `${eol}${random.pick(HEADERS)}${eol}`),
  charset: (mail, random) => replaceOne(mail, random, /charset="?[\w-]*"?/gi, () => `charset=${random.pick(CHARSETS)}`),
  transfer: (mail, random) =>
    replaceOne(
      mail,
      random,
      /Content-Transfer-Encoding:[^\r\n]*/gi,
      () => `Content-Transfer-Encoding: ${random.pick(TRANSFERS)}`,
    ),
  type: (mail, random) =>
    replaceOne(mail, random, /Content-Type: *[\w/-]+/gi, () => `Content-Type: ${random.pick(TYPES)}`),
  word: (mail, random) =>
    replaceOne(mail, random, /=\?[\w*-]+\?[bq]\?[^?\r\n]*\?=/gi, (word) => {
      const at = random.int(word.length)
      return random.pick([
        word.slice(0, at),
        `${word.slice(0, at)}\r\n ${word.slice(at)}`,
        `${word.slice(0, at)}?= ${word.slice(0, 14)}${word.slice(at)}`,
        word.replace(/\?b\?/i, '?Q?'),
        word.replace(/\?[\w-]+\?/, `?${random.pick(CHARSETS)}?`),
        word + word,
      ])
    }),
  phrase: (mail, random) => insert(mail, random, random.pick(PHRASES)),
  phrases: (mail, random) => {
    const phrase = random.pick(PHRASES)
    return insert(mail, random, phrase.repeat(2 + random.int(random.oneIn(20) ? 5_000 : 100)))
  },
  tag: (mail, random) => insert(mail, random, random.pick(TAGS)),
  soup: (mail, random) => {
    let soup = ''
    for (let n = 1 + random.int(random.oneIn(10) ? 2_000 : 40); n > 0; n--) soup += random.pick(TAGS)
    return insert(mail, random, soup)
  },
  'as HTML': (mail, random) => replaceOne(mail, random, /text\/plain/gi, () => 'text/html'),
  'ends of lines': (mail, random) =>
    edited(mail, (text) => text.replaceAll('\r\n', random.pick(['\n', '\r', '\n\r', '\r\r\n', '\u2028']))),
  'lost escapes': (mail) => edited(mail, (text) => text.replaceAll('\x1b', '')),
  'no blanks': (mail) => edited(mail, (text) => text.replaceAll(' ', '')),
  upper: (mail) => edited(mail, (text) => text.replace(/[a-z]/g, (c) => c.toUpperCase())),
  'nothing but bytes': (_, random) => {
    const out = new Uint8Array(random.int(400))
    for (let i = 0; i < out.length; i++) out[i] = random.int(256)
    return out
  },
}

const KINDS = Object.keys(MUTATIONS)

/** Breaks a mail in one to six ways. */
export function mutate(mail: Uint8Array, random: Random, other: Uint8Array): { bytes: Uint8Array; kinds: string[] } {
  let bytes = mail
  const kinds: string[] = []
  for (let n = 1 + random.int(6); n > 0; n--) {
    const kind = random.pick(KINDS)
    bytes = MUTATIONS[kind]!(bytes, random, other).slice(0, LONGEST)
    kinds.push(kind)
  }
  return { bytes, kinds }
}
