/** Which strings and bytes are like mail enough to get past its first line, and wild enough to break something? */
import fc from 'fast-check'
import type { Limits } from '../../src/limits.ts'

/** What a mail is made of. */
const PIECES = [
  'From: カゴヤ <info@kagoya.example>\n',
  'From: =?ISO-2022-JP?B?GyRCJSslNCVkGyhC?= support@kagoya.jp <x@evil.example>\n',
  'To: <user@customer.example>\n',
  'Subject: 【重要】メールボックス\n',
  'Subject: =?utf-8?Q?=E3=82?= =?utf-8?Q?=AB?=\n',
  'Content-Type: text/html; charset=shift_jis\n',
  'Content-Type: multipart/mixed; boundary=b\n',
  'Content-Type: message/rfc822\n',
  'Content-Transfer-Encoding: base64\n',
  'Content-Transfer-Encoding: quoted-printable\n',
  'Authentication-Results: mx.example; dkim=pass header.d=kagoya.jp; spf=fail\n',
  '\n',
  '\n\n',
  '--b\n',
  '--b--\n',
  '> ',
  '-----Original Message-----\n',
  '件名: 重要\n差出人: カゴヤ <info@kagoya.example>\n\n',
  '==========\n',
  'メールボックスの容量が上限に達しました。ご確認ください。',
  'フィッシングメールにご注意ください',
  'メールサービス 管理者 customer.example',
  'カゴヤ・ジャパン',
  'Amazon',
  'パスワード：\nユーザー名：\n',
  'user@customer.example',
  'https://kagoya.jp.evil.example/?uid=user%40customer.example',
  'https://www.google.com/url?q=https%3A%2F%2Fevil.example',
  'hxxps[:]//evil[.]example',
  'ｈｔｔｐｓ：／／ｋａｇｏｙａ．ｊｐ',
  'http://○○○.com/',
  'kagoya.co.jp',
  '\u0130',
  '\u200b',
  'ﷺ',
  'ｶﾞ',
  '\u{1f4e7}',
  '\ud800',
  '\u001b$B',
  '\u001b(B',
  '$B%a!<%k(B',
  '+MKs-',
  '\0',
  '\r',
]

const TAGS = [
  '<a href="https://evil.example/kagoya.jp/">https://www.kagoya.jp/</a>',
  '<a href="&#x68;ttps&colon;//evil.example/">',
  '</a>',
  '<p>',
  '</div>',
  '<div style="display:none">',
  '<span style="font-size:0">',
  '<font color=#ffffff face="微软雅黑">',
  '<style>.a{display:none}',
  '</style>',
  '<p class="a">',
  '<!--',
  '-->',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<form action=https://evil.example/><input type=password>',
  '<blockquote>',
  '</blockquote>',
  '<img alt="',
  '<table><tr><td>',
  '&amp;',
  '&#xD800;',
  '&#12459;',
]

const anyText = fc.string({ unit: 'binary', maxLength: 30 })

const joined = (pieces: string[]) =>
  fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: anyText }), {
      maxLength: 40,
    })
    .map((all) => all.join(''))

/** Pieces of mails in any order, with junk between. */
export const mailText = fc.oneof(joined(PIECES), anyText)

/** The same with tags. */
export const pageText = joined([...TAGS, ...PIECES])

/** UTF-8 of such text, the same units as bytes, and bytes without any sense. */
export const mailBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  pageText.map((text) => new TextEncoder().encode(text)),
  pageText.map((text) => Uint8Array.from(text, (c) => c.charCodeAt(0))),
  fc.uint8Array({ maxLength: 300 }),
)

/** Caps so low that every one of them is reached. */
export const limits: fc.Arbitrary<Partial<Limits>> = fc.record(
  {
    messageBytes: fc.integer({ min: 1, max: 300 }),
    headerBytes: fc.integer({ min: 1, max: 60 }),
    headers: fc.integer({ min: 1, max: 4 }),
    parts: fc.integer({ min: 1, max: 4 }),
    depth: fc.integer({ min: 1, max: 3 }),
    innerDepth: fc.integer({ min: 1, max: 3 }),
    innerMessages: fc.integer({ min: 1, max: 3 }),
    textUnits: fc.integer({ min: 1, max: 100 }),
    htmlUnits: fc.integer({ min: 1, max: 100 }),
    openTags: fc.integer({ min: 1, max: 4 }),
    links: fc.integer({ min: 1, max: 3 }),
    addresses: fc.integer({ min: 1, max: 2 }),
    matchUnits: fc.integer({ min: 1, max: 100 }),
    bareDomainUnits: fc.integer({ min: 1, max: 30 }),
    evidence: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: [] },
)
