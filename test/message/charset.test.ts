/** Do bytes become the text their writer meant, whatever the label says? */
import { readFileSync } from 'node:fs'
import Encoding from 'encoding-japanese'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { charsetOf } from '../../src/message/aliases.ts'
import { decodeBytes, decodeHtmlBytes } from '../../src/message/charset.ts'
import { metaCharset } from '../../src/message/meta-charset.ts'
import type { DecodeNote } from '../../src/message/model.ts'

interface Vector {
  name: string
  b64: string
  label?: string
  expect: string
}

const vectors: Vector[] = JSON.parse(readFileSync(new URL('../vectors/charset-vectors.json', import.meta.url), 'utf8'))

/** Bytes of a string whose characters stand for bytes. */
const raw = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const japanese = (text: string, to: 'JIS' | 'SJIS' | 'EUCJP'): Uint8Array =>
  Uint8Array.from(Encoding.convert(text, { from: 'UNICODE', to, type: 'array' }))
const encoded = (text: string, charset: string): Uint8Array => Uint8Array.from(iconv.encode(text, charset))

describe('the charset vectors', () => {
  it.each(vectors)('reads "$name"', ({ b64, label, expect: text }) => {
    expect(decodeBytes(Uint8Array.from(Buffer.from(b64, 'base64')), label).text).toBe(text)
  })
})

describe('labels', () => {
  it.each([
    ['CP932', 'shift_jis'],
    ['ms932', 'shift_jis'],
    ['windows-31j', 'shift_jis'],
    ['x-sjis', 'shift_jis'],
    ['shift-jis', 'shift_jis'],
    ['Shift_JIS', 'shift_jis'],
    ['sjis-win', 'shift_jis'],
    ['csWindows31J', 'shift_jis'],
    ['cp50220-2', 'iso-2022-jp'],
    ['cp50221', 'iso-2022-jp'],
    ['ISO-2022-JP-MS', 'iso-2022-jp'],
    ['iso-2022-jp-1', 'iso-2022-jp'],
    ['iso-2022-jp-2', 'iso-2022-jp'],
    ['iso-2022-jp-3', 'iso-2022-jp'],
    ['iso-2022-jp-2004', 'iso-2022-jp'],
    ['x-windows-iso2022jp', 'iso-2022-jp'],
    ['JIS', 'iso-2022-jp'],
    ['x-euc-jp', 'euc-jp'],
    ['eucjp-ms', 'euc-jp'],
    ['eucJP-win', 'euc-jp'],
    ['ujis', 'euc-jp'],
    ['cp51932', 'euc-jp'],
    ['utf8', 'utf-8'],
    ['"UTF-8"', 'utf-8'],
    ["'utf-8'", 'utf-8'],
    ['utf-8;', 'utf-8'],
    ['charset=utf-8', 'utf-8'],
    ['utf-8*ja', 'utf-8'],
    ['unicode-1-1-utf-7', 'utf-7'],
    ['x-unicode-2-0-utf-7', 'utf-7'],
    ['UTF-7', 'utf-7'],
    ['utf-16', 'utf-16'],
    ['UTF-16LE', 'utf-16le'],
    ['ucs-2', 'utf-16'],
    ['utf-32', 'utf-32'],
    ['ks_c_5601', 'euc-kr'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['cp949', 'euc-kr'],
    ['gb2312', 'gbk'],
    ['GBK', 'gbk'],
    ['cp936', 'gbk'],
    ['gb18030', 'gb18030'],
    ['big5', 'big5'],
    ['cp950', 'big5'],
    ['hz-gb-2312', 'hz-gb-2312'],
    ['iso-2022-kr', 'iso-2022-kr'],
    ['us-ascii', 'us-ascii'],
    ['ANSI_X3.4-1968', 'us-ascii'],
    ['unknown-8bit', 'us-ascii'],
    ['x-unknown', 'us-ascii'],
    ['base64', 'us-ascii'],
    ['iso-8859-1', 'windows-1252'],
    ['ISO8859-1', 'windows-1252'],
    ['koi8-r', 'koi8-r'],
    ['Windows-1251', 'windows-1251'],
    ['tis-620', 'windows-874'],
    ['nonsense', 'nonsense'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    ['', ''],
  ])('reads the label %s as %s', (label, charset) => {
    expect(charsetOf(label)).toBe(charset)
  })
})

const MAILBOX = 'メールボックスの容量'

describe('the note of a decoding', () => {
  it.each<[string, Uint8Array, string | undefined, string, object]>([
    ['plain ASCII', utf8('hello'), undefined, 'hello', { used: 'us-ascii', why: 'ascii', replaced: 0 }],
    [
      'ASCII under a label',
      utf8('hello'),
      'iso-2022-jp',
      'hello',
      { declared: 'iso-2022-jp', used: 'us-ascii', why: 'ascii', replaced: 0 },
    ],
    [
      'nothing at all',
      new Uint8Array(0),
      'utf-8',
      '',
      { declared: 'utf-8', used: 'us-ascii', why: 'ascii', replaced: 0 },
    ],
    [
      'UTF-8 under its label',
      utf8(MAILBOX),
      'UTF-8',
      MAILBOX,
      { declared: 'UTF-8', used: 'utf-8', why: 'label', replaced: 0 },
    ],
    ['UTF-8 without a label', utf8(MAILBOX), undefined, MAILBOX, { used: 'utf-8', why: 'utf8', replaced: 0 }],
    [
      'UTF-8 under a wrong label',
      utf8(MAILBOX),
      'gb2312',
      MAILBOX,
      { declared: 'gb2312', used: 'utf-8', why: 'utf8', replaced: 0 },
    ],
    ['UTF-8 behind a mark', utf8(`\ufeff${MAILBOX}`), undefined, MAILBOX, { used: 'utf-8', why: 'bom', replaced: 0 }],
    [
      'UTF-8 that was cut',
      utf8(MAILBOX).subarray(0, 29),
      'utf-8',
      'メールボックスの容\ufffd',
      { declared: 'utf-8', used: 'utf-8', why: 'lossy', replaced: 1 },
    ],
    [
      'a U+FFFD that the writer wrote',
      utf8('a\ufffdb'),
      'utf-8',
      'a\ufffdb',
      { declared: 'utf-8', used: 'utf-8', why: 'label', replaced: 0 },
    ],
    [
      'ISO-2022-JP under a wrong label',
      japanese(MAILBOX, 'JIS'),
      'utf-8',
      MAILBOX,
      { declared: 'utf-8', used: 'iso-2022-jp', why: 'escapes', replaced: 0 },
    ],
    [
      'ISO-2022-JP without its ESC bytes',
      raw('$B%a!<%k(B'),
      undefined,
      'メール',
      { used: 'iso-2022-jp', why: 'lost-escapes', replaced: 0 },
    ],
    [
      'Shift_JIS under its label',
      japanese(MAILBOX, 'SJIS'),
      'CP932',
      MAILBOX,
      { declared: 'CP932', used: 'shift_jis', why: 'label', replaced: 0 },
    ],
    [
      'Shift_JIS without a label',
      japanese(MAILBOX, 'SJIS'),
      undefined,
      MAILBOX,
      { used: 'shift_jis', why: 'detected', replaced: 0 },
    ],
    [
      'Shift_JIS under us-ascii',
      japanese(MAILBOX, 'SJIS'),
      'us-ascii',
      MAILBOX,
      { declared: 'us-ascii', used: 'shift_jis', why: 'detected', replaced: 0 },
    ],
    [
      'Shift_JIS under iso-8859-1',
      japanese(MAILBOX, 'SJIS'),
      'iso-8859-1',
      MAILBOX,
      { declared: 'iso-8859-1', used: 'shift_jis', why: 'detected', replaced: 0 },
    ],
    [
      'Shift_JIS under gb2312',
      japanese('いつもありがとうございます', 'SJIS'),
      'gb2312',
      'いつもありがとうございます',
      { declared: 'gb2312', used: 'shift_jis', why: 'detected', replaced: 0 },
    ],
    [
      'EUC-JP under shift_jis',
      japanese('いつもありがとうございます', 'EUCJP'),
      'shift_jis',
      'いつもありがとうございます',
      { declared: 'shift_jis', used: 'euc-jp', why: 'detected', replaced: 0 },
    ],
    [
      'EUC-JP under unknown',
      japanese(MAILBOX, 'EUCJP'),
      'unknown',
      MAILBOX,
      { declared: 'unknown', used: 'euc-jp', why: 'detected', replaced: 0 },
    ],
    [
      'EUC-JP under a label nobody knows',
      japanese(MAILBOX, 'EUCJP'),
      'x-own-42',
      MAILBOX,
      { declared: 'x-own-42', used: 'euc-jp', why: 'detected', replaced: 0 },
    ],
    [
      'Shift_JIS cut in a character',
      raw('\x83\x81\x81\x5b\x83'),
      'shift_jis',
      'メー\ufffd',
      { declared: 'shift_jis', used: 'shift_jis', why: 'lossy', replaced: 1 },
    ],
    [
      'Shift_JIS with a bad byte',
      raw('\x83\x81\x81\x5b\x83\x8b\xfd\x82\xc5\x82\xb7'),
      'shift_jis',
      'メール\ufffdです',
      { declared: 'shift_jis', used: 'shift_jis', why: 'lossy', replaced: 1 },
    ],
    [
      'Latin-1 without a label',
      raw('Gr\xfc\xdfe aus K\xf6ln'),
      undefined,
      'Grüße aus Köln',
      { used: 'windows-1252', why: 'lossy', replaced: 0 },
    ],
    [
      'Latin-1 under utf-8',
      raw('Gr\xfc\xdfe'),
      'utf-8',
      'Grüße',
      { declared: 'utf-8', used: 'windows-1252', why: 'lossy', replaced: 0 },
    ],
    [
      'a label that only iconv-lite knows',
      raw('caf\x82'),
      'cp437',
      'café',
      { declared: 'cp437', used: 'cp437', why: 'label', replaced: 0 },
    ],
    [
      'broken GBK',
      raw('\xc4\xe3\xba\xc3\xff'),
      'gbk',
      '你好\ufffd',
      { declared: 'gbk', used: 'gbk', why: 'lossy', replaced: 1 },
    ],
    [
      'the longest label',
      utf8('hi'),
      'x'.repeat(40),
      'hi',
      { declared: 'x'.repeat(40), used: 'us-ascii', why: 'ascii', replaced: 0 },
    ],
    [
      'a label of all signs that labels have',
      utf8('hi'),
      'NF_Z_62-010:(1973)+.x',
      'hi',
      { declared: 'NF_Z_62-010:(1973)+.x', used: 'us-ascii', why: 'ascii', replaced: 0 },
    ],
    ...[
      'x'.repeat(41),
      'taro@client.example',
      'taro=client.example',
      'taro%40client.example',
      'u\x1b[31m\x07',
      'u\x9b',
      '太郎',
    ].map((label): [string, Uint8Array, string, string, Omit<DecodeNote, 'where'>] => [
      `what can be no label (${JSON.stringify(label).slice(0, 30)})`,
      utf8('hi'),
      label,
      'hi',
      { used: 'us-ascii', why: 'ascii', replaced: 0 },
    ]),
  ])('says for %s what was declared, what was used and why', (_, bytes, label, text, note) => {
    const decoded = decodeBytes(bytes, label)
    expect(decoded.text).toBe(text)
    expect(decoded.notes).toEqual([{ where: '', ...note }])
  })

  it('names the place it is given', () => {
    expect(decodeBytes(utf8('hi'), undefined, 'subject').notes[0]?.where).toBe('subject')
  })

  it('blames a programmer who hands over no bytes', () => {
    const notBytes: unknown = 'text'
    expect(() => decodeBytes(notBytes as Uint8Array)).toThrow(TypeError)
  })
})

describe('UTF-16, UTF-32, UTF-7, HZ and ISO-2022-KR', () => {
  it.each<[string, Uint8Array, string | undefined, string, string]>([
    ['UTF-16LE with a mark', raw('\xff\xfe\xe1\x30\xfc\x30\xeb\x30'), undefined, 'メール', 'utf-16le'],
    ['UTF-16BE with a mark', raw('\xfe\xff\x30\xe1\x30\xfc\x30\xeb'), 'shift_jis', 'メール', 'utf-16be'],
    ['UTF-16LE by its label', raw('\xe1\x30\xfc\x30\xeb\x30'), 'utf-16le', 'メール', 'utf-16le'],
    ['big-endian utf-16 without a mark', raw('\x30\xe1\x30\xfc\x30\xeb'), 'utf-16', 'メール', 'utf-16be'],
    ['little-endian utf-16 without a mark', raw('\xe1\x30\xfc\x30\xeb\x30'), 'utf-16', 'メール', 'utf-16le'],
    ['utf-16 that looks like ASCII', raw('\x30\x42\x30\x44'), 'utf-16', 'あい', 'utf-16be'],
    ['Korean UTF-16LE by its label', raw('\x48\xc5\x55\xb1'), 'utf-16le', '안녕', 'utf-16le'],
    ['ASCII under a label of utf-16', utf8('Dear customer, hello.'), 'utf-16', 'Dear customer, hello.', 'us-ascii'],
    ['UTF-8 under a label of utf-16', utf8('お客様へ: hello you'), 'utf-16', 'お客様へ: hello you', 'utf-8'],
    ['UTF-16LE without label or mark', raw('h\0i\0!\0'), undefined, 'hi!', 'utf-16le'],
    [
      'UTF-16 with an emoji and a lone surrogate',
      raw('\xd8\x3d\xde\x00\xd8\x3d\0a'),
      'utf-16be',
      '😀\ufffda',
      'utf-16be',
    ],
    ['UTF-32BE by its label', raw('\0\0\x30\x42\0\x01\xf6\x00'), 'utf-32', 'あ😀', 'utf-32be'],
    ['UTF-32LE with a mark', raw('\xff\xfe\0\0\x42\x30\0\0'), undefined, 'あ', 'utf-32le'],
    ['UTF-7', utf8('+MOEw/DDr- 1+-1=2 a+b'), 'unicode-1-1-utf-7', 'メール 1+1=2 a\ufffd', 'utf-7'],
    ['UTF-7 with an emoji', utf8('+2D3eAA-!'), 'utf-7', '😀!', 'utf-7'],
    ['HZ', utf8('~{<:Ky2;S{~} ~~'), 'hz-gb-2312', '己所不欲 ~', 'hz-gb-2312'],
    ['ISO-2022-KR', raw('\x1b$)C\r\n\x0e>H3g\x0f, hi'), 'iso-2022-kr', '\r\n안녕, hi', 'iso-2022-kr'],
    ['ISO-2022-KR whose head was cut off', raw('\x0e>H3g\x0f'), 'iso-2022-kr', '안녕', 'iso-2022-kr'],
  ])('reads %s', (_, bytes, label, text, charset) => {
    const decoded = decodeBytes(bytes, label)
    expect(decoded.text).toBe(text)
    expect(decoded.charset).toBe(charset)
  })
})

describe('mail with a right label that is not Japanese', () => {
  it.each([
    ['euc-kr', '안녕하세요. 메일함이 가득 찼습니다.'],
    ['euc-kr', '한국'],
    ['euc-kr', '비밀번호 변경 안내'],
    ['euc-kr', '大韓民國 서울'],
    ['cp949', '똠방각하 뷁'],
    ['ks_c_5601-1987', '[알림] 귀하의 계정이 정지되었습니다'],
    ['gb2312', '您的邮箱已满，请及时清理。'],
    ['gb2312', '联通'],
    ['gb2312', '日本語のメールです'],
    ['gbk', '重要通知'],
    ['gbk', '臺灣'],
    ['gb18030', '㐀㐁 您的邮箱'],
    ['big5', '您的信箱已滿，請立即清理。'],
    ['big5', '台北'],
    ['koi8-r', 'Привет, как дела?'],
    ['koi8-r', 'ПРИВЕТ'],
    ['koi8-u', 'Ґанок і їжак'],
    ['windows-1251', 'Ваш почтовый ящик переполнен'],
    ['iso-8859-5', 'Москва'],
    ['iso-8859-7', 'Καλημέρα κόσμε'],
    ['windows-1253', 'Αθήνα'],
    ['windows-1255', 'שלום עולם'],
    ['windows-1256', 'مرحبا بالعالم'],
    ['windows-874', 'สวัสดีครับ ยินดีต้อนรับ'],
    ['iso-8859-2', 'Zażółć gęślą jaźń'],
    ['windows-1250', 'Příliš žluťoučký kůň'],
    ['iso-8859-9', 'İstanbul’da şifre'.replace('’', "'")],
    ['iso-8859-15', 'Œuvre à 5 €'],
    // Node's TextDecoder does not know it.
    ['iso-8859-16', 'Mulțumesc, își amintește „Œuvre” 5 €'],
    ['iso-8859-1', 'São Paulo'],
    ['iso-8859-1', 'Grüße aus Köln'],
    ['iso-8859-1', '¡Últimas ofertas de año nuevo!'],
    ['iso-8859-1', 'CONFIRMAÇÃO DE PROMOÇÃO'],
    ['iso-8859-1', 'été'],
    ['iso-8859-1', 'ÄÖÜ'],
    ['windows-1252', '“Hello” – it’s me… €100'],
  ])('stays %s: %s', (label, text) => {
    const decoded = decodeBytes(encoded(text, label), label)
    expect(decoded.text).toBe(text)
    expect(decoded.notes[0]?.why).toBe('label')
    expect(decoded.notes[0]?.replaced).toBe(0)
  })

  it('is not read as Japanese for want of a label', () => {
    for (const text of [
      'São Paulo',
      'Grüße',
      'Señor, ¿cómo está?',
      'Café crème',
      'MÜLLER',
      'naïve',
      'ÄÖÜ',
      '20°C ±5',
    ]) {
      expect(decodeBytes(encoded(text, 'iso-8859-1')).text).toBe(text)
    }
  })
})

describe('a charset that only the HTML names', () => {
  it.each([
    ['<meta charset="Shift_JIS">', 'Shift_JIS'],
    ['<META CHARSET=euc-jp>', 'euc-jp'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=iso-2022-jp">', 'iso-2022-jp'],
    ["<meta content='text/html;charset = gb2312' http-equiv='Content-Type'/>", 'gb2312'],
    ['<?xml version="1.0" encoding="EUC-JP"?>', 'EUC-JP'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<!-- <meta charset="big5"> --><meta charset=koi8-r>', 'koi8-r'],
    ['<metallic charset=x><meta name=a><meta charset=shift_jis', 'shift_jis'],
    ['<p>charset=big5</p>', ''],
    ['<meta charset=', ''],
    ['', ''],
  ])('is found in %s', (html, label) => {
    expect(metaCharset(utf8(html))).toBe(label)
  })

  it('decides where the part has no label', () => {
    const bytes = Uint8Array.from([...utf8('<meta charset=big5>'), ...encoded('台北', 'big5')])
    expect(decodeHtmlBytes(bytes).text).toBe('<meta charset=big5>台北')
    expect(decodeHtmlBytes(bytes).notes).toEqual([{ where: '', used: 'big5', why: 'meta', replaced: 0 }])
    expect(decodeHtmlBytes(bytes, 'us-ascii').notes).toEqual([
      { where: '', declared: 'us-ascii', used: 'big5', why: 'meta', replaced: 0 },
    ])
  })

  it('does not overrule the label of the part', () => {
    const bytes = Uint8Array.from([...utf8('<meta charset=big5>'), ...encoded('한국', 'euc-kr')])
    expect(decodeHtmlBytes(bytes, 'euc-kr').text).toBe('<meta charset=big5>한국')
  })
})

describe('any text an encoding can carry', () => {
  const ascii = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7d }).map((code) => String.fromCharCode(code)) })
  const kana = fc.string({
    unit: fc.integer({ min: 0x3041, max: 0x3093 }).map((code) => String.fromCharCode(code)),
    minLength: 1,
  })
  const kanji = fc.string({ unit: fc.constantFrom(...'日本語重要通知請求書会員登録容量不足緊急連絡株式会社') })
  const half = fc.string({ unit: fc.integer({ min: 0xff71, max: 0xff9d }).map((code) => String.fromCharCode(code)) })
  const text = fc.array(fc.oneof(ascii, kana, kanji), { maxLength: 8 }).map((parts) => parts.join(''))
  const withHalf = fc.array(fc.oneof(ascii, kana, kanji, half), { maxLength: 8 }).map((parts) => parts.join(''))

  it.each<[string, (text: string) => Uint8Array, fc.Arbitrary<string>]>([
    ['iso-2022-jp', (t) => japanese(t, 'JIS'), text],
    ['shift_jis', (t) => japanese(t, 'SJIS'), withHalf],
    ['euc-jp', (t) => japanese(t, 'EUCJP'), withHalf],
    ['utf-8', utf8, fc.string({ unit: 'grapheme' })],
    ['utf-16le', (t) => encoded(`\ufeff${t}`, 'utf-16le'), fc.string({ unit: 'grapheme' })],
    ['utf-16be', (t) => encoded(`\ufeff${t}`, 'utf-16be'), fc.string({ unit: 'grapheme' })],
    ['utf-7', (t) => encoded(t, 'utf-7'), fc.string({ unit: 'grapheme' })],
    [
      'gb18030',
      (t) => encoded(t, 'gb18030'),
      fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((c) => String.fromCharCode(c)) }),
    ],
    [
      'euc-kr',
      (t) => encoded(t, 'euc-kr'),
      fc.string({ unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((c) => String.fromCharCode(c)) }),
    ],
    [
      'koi8-r',
      (t) => encoded(t, 'koi8-r'),
      fc.string({ unit: fc.integer({ min: 0x410, max: 0x44f }).map((c) => String.fromCharCode(c)) }),
    ],
  ])('comes back from %s', (label, encode, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (t) => {
        // Backslash and tilde are not the same in all of these, `$B` is what lost escapes look like.
        fc.pre(
          !t.includes('$') && !t.includes('\\') && !t.includes('\x1b') && !t.includes('\0') && !t.startsWith('\ufeff'),
        )
        expect(decodeBytes(encode(t), label).text).toBe(t)
      }),
      // A fixed seed: once in many thousand runs a short text is strictly valid in two charsets.
      { numRuns: 300, seed: 2022 },
    )
  })
})

describe('any bytes at all', () => {
  const labels = [
    '',
    'utf-8',
    'iso-2022-jp',
    'shift_jis',
    'euc-jp',
    'gbk',
    'gb18030',
    'big5',
    'euc-kr',
    'utf-7',
    'utf-16',
    'utf-32le',
  ].concat([
    'hz-gb-2312',
    'iso-2022-kr',
    'koi8-r',
    'cp437',
    'iso-8859-1',
    'nonsense',
    'toString',
    'x-user-defined',
    'replacement',
  ])

  it('become well-formed text, with no more U+FFFD counted than stand there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...labels), (bytes, label) => {
        const { text, notes } = decodeBytes(bytes, label)
        expect(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)).toBe(false)
        expect(notes).toHaveLength(1)
        expect(notes[0]?.replaced).toBeGreaterThanOrEqual(0)
        expect(notes[0]?.replaced).toBeLessThanOrEqual(text.split('\ufffd').length - 1)
      }),
      { numRuns: 3000 },
    )
  })

  it('keep their ASCII under any label a mail may have', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abc <>/=:.@'), maxLength: 40 }),
        fc.constantFrom(...labels),
        (text, label) => {
          fc.pre(!label.startsWith('utf-16') && !label.startsWith('utf-32'))
          expect(decodeBytes(utf8(text), label).text).toBe(text)
        },
      ),
    )
  })
})

describe('hostile bytes', () => {
  const repeat = (unit: number[], size: number): Uint8Array => {
    const bytes = new Uint8Array(size)
    for (let i = 0; i < size; i++) bytes[i] = unit[i % unit.length] as number
    return bytes
  }
  const ESC_B = [0x1b, 0x24, 0x42]

  it.each<[string, number[], number, string | undefined]>([
    ['ESC $ B ESC ( B', [...ESC_B, 0x1b, 0x28, 0x42], 5_000_000, undefined],
    ['ESC $ B', ESC_B, 5_000_000, undefined],
    ['$B', [0x24, 0x42], 1_000_000, undefined],
    ['$B and a pair and (B', [0x24, 0x42, 0x25, 0x61, 0x28, 0x42], 1_000_000, undefined],
    ['an odd byte and a line end in double-byte text', [...ESC_B, 0x25, 0x0a, 0x0a, 0x09], 5_000_000, undefined],
    ['8-bit runs in ISO-2022-JP', [...ESC_B, 0x80, 0x0a, 0xe3, 0x0a], 5_000_000, undefined],
    ['bytes that stand for nothing', [0xff], 5_000_000, 'gbk'],
    ['four-byte forms', [0x81, 0x30, 0x81, 0x30, 0xff], 5_000_000, 'gb18030'],
    ['broken UTF-8', [0xef, 0xbf, 0xbd, 0xff], 5_000_000, undefined],
    ['lone surrogates', [0xd8, 0x00], 5_000_000, 'utf-16be'],
    ['plus signs', [0x2b], 5_000_000, 'utf-7'],
  ])('cost less than a second: %s', (_, unit, size, label) => {
    const bytes = repeat(unit, size)
    // Time of the processor: other tests run beside this one.
    const start = process.cpuUsage()
    decodeBytes(bytes, label)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000)
  })
})
