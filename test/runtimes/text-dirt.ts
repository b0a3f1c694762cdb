/** What does broken text look like? Seeded soups of links, markup and characters, and every code point once. */
import type { Random } from '../../scripts/fuzz/random.ts'

/** Planes 0 to 3 and 14 up to the last block that Unicode 17 assigns: no other holds a character but for private use. */
const RANGES: ReadonlyArray<readonly [from: number, to: number]> = [
  [0, 0x3347f],
  [0xe0000, 0xe01ff],
]

/** Every code point once, lone surrogates among them, so many to a string. */
export function codePoints(each: number): string[] {
  const texts: string[] = []
  for (const [from, to] of RANGES) {
    for (let start = from; start <= to; start += each) {
      let text = ''
      for (let point = start; point < start + each && point <= to; point++) text += String.fromCodePoint(point)
      texts.push(text)
    }
  }
  return texts
}

const LINKS = [
  ...[
    'https://',
    'http://',
    'hxxps://',
    'ｈｔｔｐｓ：／／',
    'h**p://',
    '://',
    'www.',
    'kagoya.jp',
    'kagoya',
    'evil.example',
  ],
  ...[
    '[.]',
    '.',
    '。',
    '．',
    '/',
    '?uid=',
    '#',
    '@',
    ':8080',
    '%E3%83%A1',
    '%',
    'xn--wgv71a119e',
    '日本語',
    '.jp',
    '.co.jp',
  ],
  ...[
    'amazon',
    'аmazon',
    'ＡＭＡＺＯＮ',
    '192.0.2.1',
    '0x7f.1',
    '[::1]',
    '○○',
    '****',
    '<',
    '>',
    '「',
    '」',
    '（',
    '\n',
    ' ',
  ],
  ...[
    '　',
    '\u200b',
    '\u202e',
    '\u00ad',
    'login',
    'カゴヤ',
    'メールボックス',
    'ｶｺﾞﾔ',
    'パスワード',
    '更新',
    'ﷺ',
    'İ',
    'ß',
    'ſ',
  ],
  ...[
    'e\u0301',
    '𝗄𝖺𝗀𝗈𝗒𝖺',
    '①',
    '㈱',
    '\ud83d',
    '😀',
    'क्षि',
    '\u{e0041}',
    'https://www.google.com/url?q=https%3A%2F%2F',
  ],
]

const MARKUP = [
  ...[
    '<a href="',
    "<a href='",
    '">',
    "'>",
    '</a>',
    '<p>',
    '</p>',
    '<br',
    '<div style="',
    'display:none',
    'color:#fff',
    ';',
  ],
  ...[
    'font-size:0',
    'visibility:hidden',
    '</div>',
    '<table>',
    '<td>',
    '<style>',
    '.a{display:none}',
    '</style>',
    '<script>',
  ],
  ...[
    '</script>',
    '<!--',
    '-->',
    '<!DOCTYPE',
    '<![CDATA[',
    '<img alt="',
    '<form action="',
    '<base href="',
    '<title>',
    '&amp',
  ],
  ...[
    '&nbsp;',
    '&#x30AB;',
    '&#12468',
    '&#x110000;',
    '&#xd800;',
    '&#128;',
    '&NotAnEntity;',
    '&lt',
    '<meta http-equiv=refresh',
  ],
  ...[
    'content="0;url=',
    '<input type=password>',
    '<span class=a>',
    '</span>',
    '<b hidden>',
    '<svg>',
    '<math>',
    '<plaintext>',
  ],
]

/** Characters of Unicode 15.1 to 17 with case, marks, compositions or compatibility forms: not every host knows them. */
export const YOUNG = [
  ...'\u0897\u1c89\ua7cb\ua7ce\ua7f1\u1acf\u1ad0\u2ffc\u{10d50}\u{10d69}\u{105c9}\u{16ea0}\u{1ccd6}\u{2ebf0}',
]

/** A code point out of any block. */
function anyCharacter(random: Random): string {
  if (random.oneIn(5)) return random.pick(YOUNG)
  return String.fromCodePoint(random.oneIn(3) ? random.int(0x33480) : random.int(0x3100))
}

/** Pieces of links and Japanese mail with characters out of any block between them. */
export function dirtyText(random: Random): string {
  let text = ''
  for (let left = 2 + random.int(20); left > 0; left--) {
    text += random.oneIn(6) ? anyCharacter(random) : random.pick(LINKS)
  }
  return text
}

/** Markup that closes nothing in order. */
export function dirtyHtml(random: Random): string {
  let html = ''
  for (let left = 3 + random.int(30); left > 0; left--)
    html += random.oneIn(2) ? random.pick(MARKUP) : dirtyText(random)
  return html
}
