/** Which mails would a hostile writer send to a reader of Japanese mail? Each grows with `scale`; at 1 it has up to 10 MB. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ClassifyOptions } from '../../src/detect/model.ts'
import type { LimitHit } from '../../src/limits.ts'
import type { MessageInput } from '../../src/message/model.ts'

/** One hostile input. */
export interface HostileCase {
  name: string
  /** Deterministic. `scale` 1 is the full size. */
  build(scale: number): MessageInput
  options?: ClassifyOptions
  /** A cap that has to show in `limits` at full size. */
  cap?: LimitHit['limit']
}

const MB = 1_000_000
const encoder = new TextEncoder()
const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** As many whole units as fit into a number of characters. */
const repeat = (unit: string, size: number): string => unit.repeat(Math.floor(size / unit.length))

const each = (count: number, unit: (index: number) => string): string => {
  const units = new Array<string>(Math.floor(count))
  for (let i = 0; i < units.length; i++) units[i] = unit(i)
  return units.join('')
}

const head = (type = 'text/plain; charset=utf-8', extra = ''): string =>
  `From: "カゴヤ" <info@kagoya.example>\r\nTo: <taro@client.example>\r\nSubject: 【重要】カゴヤ\r\n${extra}MIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`

const HTML = 'text/html; charset=utf-8'
const text = (body: string): Uint8Array => utf8(head() + body)
const html = (body: string): Uint8Array => utf8(head(HTML) + body)

const read = new Map<string, string[]>()

/** Every string of a folder of the corpus that a mail can say: names, phrases, samples. Read once. */
function corpusWords(under: string): string[] {
  const words = read.get(under) ?? readWords(under)
  read.set(under, words)
  return words
}

function readWords(under: string): string[] {
  const root = join(import.meta.dirname, '../../corpus', under)
  const words: string[] = []
  const gather = (value: unknown): void => {
    if (typeof value === 'string') words.push(value)
    else if (Array.isArray(value)) value.forEach(gather)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (['names', 'ja', 'kana', 'en', 'aliases', 'phrases', 'actions', 'text', 'samples', 'subject'].includes(key))
          gather(inner)
      }
    }
  }
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.yaml') || file.includes('schema')) continue
    gather(parse(readFileSync(join(root, file), 'utf8')))
  }
  return words
}

/** Words again and again, up to a number of characters. */
function fill(words: string[], between: string, size: number): string {
  const pieces: string[] = []
  let length = 0
  for (let i = 0; length < size; i++) {
    const word = words[i % words.length] ?? ''
    pieces.push(word)
    length += word.length + between.length
  }
  return pieces.join(between)
}

const FORWARD = '-----Original Message-----\nFrom: カゴヤ <info@kagoya.example>\nSubject: 【重要】\n\n'
const PASTED = '差出人: カゴヤ <info@kagoya.example>\n件名: 【重要】メールボックス\n\nパスワードを更新してください\n'
const redirect = (i: number): string =>
  `https://www.google.com/url?q=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fh${i}.example.com%252Fkagoya.jp%252F%253Fuid%253Dtaro`

/** Wraps a message in forwards, from the inside out. */
function nested(depth: number, inner: string): string {
  const parts: string[] = []
  for (let i = 0; i < depth; i++)
    parts.push(
      `From: a@b.example\r\nSubject: Fwd: ${i}\r\nContent-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\nContent-Type: text/plain\r\n\r\n転送します\r\n--b${i}\r\nContent-Type: message/rfc822\r\n\r\n`,
    )
  return parts.join('') + inner
}

/** A mail with 20 pages attached as messages. */
const attached = (page: (index: number) => string): Uint8Array =>
  utf8(
    `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${each(20, (n) => `--b\r\nContent-Type: message/rfc822\r\n\r\n${head(HTML)}${page(n)}\r\n`)}`,
  )

/** The cases, cheapest to explain first. */
export const CASES: HostileCase[] = [
  // forwards
  {
    name: 'textual forwards in a row',
    build: (s) => text(repeat(`${FORWARD}カゴヤ\n`, s * 2 * MB)),
    cap: 'innerDepth',
  },
  { name: 'pasted heads in a row', build: (s) => text(repeat(PASTED, s * 2 * MB)) },
  { name: 'nested message/rfc822', build: (s) => utf8(nested(s * 5_000, `${head()}x`)), cap: 'innerDepth' },
  {
    name: '1,000 attached messages with HTML and text',
    build: (s) =>
      utf8(
        `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n` +
          each(
            s * 1_000,
            (i) =>
              `--b\r\nContent-Type: message/rfc822\r\n\r\n${head()}${i} ${repeat('カゴヤのメール https://h.example/ ', 3_000)}\r\n`,
          ),
      ),
    cap: 'innerMessages',
  },
  {
    name: '20 attached messages of 0.4 MB',
    build: (s) =>
      utf8(
        `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n` +
          each(
            20,
            () =>
              `--b\r\nContent-Type: message/rfc822\r\n\r\n${head()}${repeat('カゴヤ、ご確認ください。', s * 160_000)}\r\n`,
          ),
      ),
  },
  {
    name: '20 attached pages of a brand and look-alike links',
    build: (s) => attached(() => repeat('<p>Amazonをご利用いただきhttps://amazon.co.jp.x.example/ ', s * 330_000)),
    cap: 'matchUnits',
  },
  {
    name: '20 attached pages of links that all differ',
    build: (s) =>
      attached((n) =>
        each(
          s * 4_500,
          (i) =>
            `<a href="https://www.amazon.co.jp.x${i}y${n}.example/?u=taro@client.example">https://amazon.co.jp/</a>`,
        ),
      ),
    cap: 'links',
  },
  {
    name: 'forwards with marks in HTML',
    build: (s) => html(repeat(`${FORWARD.replaceAll('<', '&lt;').replaceAll('\n', '<br>')}カゴヤ<br>`, s * 2 * MB)),
  },
  // links
  {
    name: '100,000 printed links with redirects',
    build: (s) => text(each(s * 40_000, (i) => `${redirect(i)}\r\n`)),
    cap: 'links',
  },
  {
    name: '100,000 hyperlinks with redirects',
    build: (s) => html(each(s * 40_000, (i) => `<a href="${redirect(i)}">https://www.kagoya.jp/</a>\r\n`)),
    cap: 'links',
  },
  {
    name: 'redirects within redirects',
    build: (s) => text(`https://h.example/?u=${repeat('https://www.google.com/url?q=', s * MB)}x`),
  },
  {
    name: 'links without end between blanks',
    build: (s) => text(repeat(`https://h.example/　${' '.repeat(2_000)}`, s * 5 * MB)),
  },
  {
    name: 'one line of links behind pointer marks',
    build: (s) => text(repeat('▼ログイン：https://h.example/?a=b ', s * 3 * MB)),
  },
  {
    name: 'hosts split by references',
    build: (s) =>
      html(
        each(
          s * 60_000,
          (i) => `<a href="ht&#x74;ps:&#x2f;/k&#97;goya&#46;jp.h${i}.ex&#x61;mple/">k&#97;goya&#46;jp</a> `,
        ),
      ),
    cap: 'links',
  },
  {
    name: 'buttons inside buttons',
    build: (s) => html(repeat('<button formaction="https://h.example/">カゴヤ こちらから', s * 3 * MB)),
  },
  {
    name: 'links around all of the text',
    build: (s) =>
      html(repeat('<form action="https://h.example/"><a href="https://g.example/"><p>カゴヤ ログイン</p>', s * 3 * MB)),
  },
  {
    name: 'data: URLs',
    build: (s) =>
      html(
        `<a href="data:text/html;base64,${repeat('PGh0', s * 3 * MB)}">カゴヤ</a><img src="data:image/png;base64,${repeat('AAAA', s * 6 * MB)}">`,
      ),
  },
  { name: 'a URL of percent signs', build: (s) => text(`https://h.example/?a=${repeat('%25', s * 3 * MB)}`) },
  { name: 'a URL of at-signs', build: (s) => text(`https://${repeat('kagoya.jp@', s * 3 * MB)}h.example/`) },
  {
    name: 'URLs of 4 KB with the brand',
    build: (s) => text(each(s * 1_200, (i) => `https://h${i}.example/${repeat('kagoya.jp/', 4_000)}\n`)),
  },
  {
    name: 'hosts of many labels',
    build: (s) => text(each(s * 20_000, (i) => `https://${repeat('kagoya.', 240)}${i}.example/\n`)),
    cap: 'links',
  },
  {
    name: 'bare domains',
    build: (s) => text(each(s * 300_000, (i) => `h${i}.example.co.jp `)),
    cap: 'links',
  },
  {
    name: 'what has a dot and is no domain',
    build: (s) => text(repeat('第1.2.3版 ', s * 2 * MB)),
    cap: 'bareDomainUnits',
  },
  { name: 'ideographic hosts', build: (s) => text(each(s * 100_000, (i) => `https://日本語${i}.jp/、`)), cap: 'links' },
  {
    name: 'defanged links',
    build: (s) => text(each(s * 200_000, (i) => `hxxps[:]//h${i}[.]example[.]com/ `)),
    cap: 'links',
  },
  { name: 'masked links', build: (s) => text(repeat('https://○○○.com/**** ', s * 5 * MB)), cap: 'links' },
  // charsets and folding
  { name: '$B without escapes', build: (s) => text(repeat('$B', s * MB)) },
  {
    name: '$B ... (B without escapes',
    build: (s) => utf8(head('text/plain; charset=iso-2022-jp') + repeat('$B%a!<%k(B', s * 5 * MB)),
  },
  {
    name: '$B and no (B, one line',
    build: (s) => utf8(head('text/plain; charset=iso-2022-jp') + repeat('$B%a!<%k', s * 5 * MB)),
  },
  { name: 'U+FDFA, which folds to 18 letters', build: (s) => text(repeat('ﷺ', s * 3 * MB)), cap: 'matchUnits' },
  { name: 'marks that combine', build: (s) => text(`が${repeat('\u3099\u309a\u0301', s * 3 * MB)}`) },
  { name: 'ignorable characters', build: (s) => text(repeat('カ\u200b\u2060\ufe0fゴ\u200dヤ', s * 2 * MB)) },
  { name: 'variation selectors of plane 14', build: (s) => text(repeat('カ\u{e0100}', s * 2 * MB)) },
  {
    name: 'HZ and UTF-7 shifts',
    build: (s) => utf8(head('text/plain; charset=utf-7') + repeat('+MKs-~{<:~}', s * 5 * MB)),
  },
  { name: 'all bytes without a label', build: (s) => bytesOf(head('text/plain'), s * 5 * MB) },
  {
    name: 'words of quoted-printable in a name of 1 MB',
    build: (s) => utf8(`From: ${repeat('=?UTF-8?Q?=E3=82=AB?= ', s * MB)}<a@b.example>\r\n${head()}x`),
  },
  // lines and quotes
  { name: 'lines of >', build: (s) => text(repeat('>\n', s * MB)) },
  {
    name: 'quoted lines by turns with brand names',
    build: (s) => text(repeat('> カゴヤ\nカゴヤ Amazon 楽天\n', s * 2 * MB)),
  },
  { name: '件名: heads', build: (s) => text(repeat('件名:\n', s * MB)) },
  { name: '件名: heads with rules between', build: (s) => text(repeat('件名:a\nx\ny\n==========\n', s * 2 * MB)) },
  { name: 'pasted 件名: heads as a string', build: (s) => repeat('件名: a\n', s * MB) },
  { name: '200,000 【', build: (s) => text(repeat('【', s * 200_000)) },
  { name: '200,000 【 in the subject', build: (s) => utf8(`Subject: ${repeat('【', s * 200_000)}\r\n${head()}x`) },
  { name: 'single letters with blanks between', build: (s) => text(repeat('ロ グ イ ン ', s * 3 * MB)) },
  { name: 'a thousand kinds of rules', build: (s) => text(repeat('----------\n==========\n──────────\n', s * 3 * MB)) },
  // the corpus against itself
  {
    name: 'brand names on one line',
    build: (s) => text(fill(corpusWords('brands'), '', s * 1.7 * MB)),
    cap: 'matchUnits',
  },
  {
    name: 'brand names in lines',
    build: (s) => text(fill(corpusWords('brands'), '\n', s * 1.7 * MB)),
    cap: 'matchUnits',
  },
  { name: 'one brand name', build: (s) => text(repeat('カゴヤ ', s * 1.7 * MB)), cap: 'matchUnits' },
  { name: 'all phrases', build: (s) => text(fill(corpusWords('pretexts'), '\n', s * 1.7 * MB)), cap: 'matchUnits' },
  { name: 'all lures', build: (s) => text(fill(corpusWords('lures'), '\n', s * 1.7 * MB)), cap: 'matchUnits' },
  {
    name: 'the whole corpus, shuffled with links',
    build: (s) =>
      text(
        fill(
          corpusWords('.').map((w) => `${w} https://kagoya.jp.h.example/ `),
          '',
          s * 3 * MB,
        ),
      ),
  },
  {
    name: 'the whole corpus as HTML',
    build: (s) =>
      html(
        fill(
          corpusWords('.').map((w) => `<p>${w}</p><a href="https://amazon.h.example/">${w}</a>`),
          '',
          s * 3 * MB,
        ),
      ),
  },
  { name: 'the whole corpus between quotes', build: (s) => text(fill(corpusWords('.'), '\n> \n', s * 2 * MB)) },
  {
    name: 'the whole corpus in blockquotes',
    build: (s) =>
      html(
        fill(
          corpusWords('.').map((w) => `<blockquote>${w}</blockquote>`),
          '',
          s * 3 * MB,
        ),
      ),
  },
  { name: 'empty fields of a form to send back', build: (s) => text(repeat('パスワード:\nユーザー名:\n', s * 2 * MB)) },
  // headers
  {
    name: 'Authentication-Results of 5 MB',
    build: (s) =>
      utf8(`Authentication-Results: mx.example; ${repeat('dkim=pass header.d=a.example; ', s * 5 * MB)}\r\n${head()}x`),
    options: { trustedAuthserv: 'mx.example' },
    cap: 'headerBytes',
  },
  {
    name: '1,000 fields of Authentication-Results',
    build: (s) =>
      utf8(
        `${repeat(`Authentication-Results: mx.example; ${repeat('dkim=pass header.d=', 8_000)}\r\n`, s * 8 * MB)}${head()}x`,
      ),
    options: { trustedAuthserv: 'mx.example', ownDomains: ['kagoya.example'] },
  },
  {
    name: 'To with 300,000 addresses',
    build: (s) => utf8(`To: ${each(s * 300_000, (i) => `u${i}@client.example, `)}\r\n${head()}x`),
    cap: 'headerBytes',
  },
  {
    name: 'To fields without end',
    build: (s) =>
      utf8(
        `${each(s * 100_000, (i) => `To: <u${i}@client.example>\r\nDelivered-To: u${i}@client.example\r\n`)}${head()}u1@client.example`,
      ),
    cap: 'headers',
  },
  {
    name: 'addresses of 30,000 letters and 1,000 links',
    build: (s) =>
      utf8(
        `${each(10, (i) => `To: ${repeat('a', 30_000)}${i}@client.example\r\n`)}${head()}${each(s * 1_000, (i) => `https://h${i}.example/${repeat('a', 300)}?id=aaaaaaa\r\n`)}`,
      ),
  },
  {
    name: 'a display name of 1 MB',
    build: (s) => utf8(`From: "${repeat('カゴヤ@', s * MB)}" <a@b.example>\r\n${head()}x`),
    cap: 'headerBytes',
  },
  {
    name: 'a display name of 1 MB from a host',
    build: (s) => ({ from: { name: repeat('カゴヤ support@kagoya.jp ', s * MB), address: 'a@b.example' }, text: 'x' }),
  },
  {
    name: 'an address of 1 MB',
    build: (s) => ({
      from: { address: `${repeat('kagoya.', s * MB)}@${repeat('kagoya.', s * MB)}jp` },
      text: 'カゴヤ',
    }),
  },
  {
    name: 'a subject of 5 MB from a host',
    build: (s) => ({ subject: repeat('【カゴヤ】メールボックス', s * 5 * MB), text: 'x' }),
  },
  {
    name: 'List-Id and List-Post without end',
    build: (s) =>
      utf8(`${repeat('List-Id: <a.b.example>\r\nList-Post: <mailto:a@b.example>\r\n', s * 3 * MB)}${head()}x`),
    cap: 'headers',
  },
  {
    name: 'a recipient in every link',
    build: (s) =>
      html(
        each(
          s * 50_000,
          (i) =>
            `<a href="https://h${i}.example/?m=taro%40client.example&b=dGFyb0BjbGllbnQuZXhhbXBsZQ==">taro@client.example</a>`,
        ),
      ),
    cap: 'links',
  },
  {
    name: "the recipient's organisation, glued",
    build: (s) => text(`メールサービス ${repeat('xclient.example', s * 1.9 * MB)}`),
    cap: 'matchUnits',
  },
  // HTML
  { name: 'deep blockquotes with text', build: (s) => html(repeat('<blockquote>カゴヤ', s * 3 * MB)), cap: 'openTags' },
  { name: 'blockquotes side by side', build: (s) => html(repeat('<blockquote>カゴヤ</blockquote>x', s * 3 * MB)) },
  {
    name: 'a style sheet of 50,000 rules',
    build: (s) =>
      html(
        `<style>${each(s * 50_000, (i) => `.c${i}{color:#fff;font-size:${i % 20}px}`)}</style>${each(s * 5_000, (i) => `<p class="c${i}">カゴヤ</p>`)}`,
      ),
  },
  {
    name: 'a style sheet of one class',
    build: (s) =>
      html(`<style>${repeat('.c{display:none}', s * MB)}</style>${repeat('<p class="c">カゴヤ</p>', s * 2 * MB)}`),
  },
  {
    name: 'classes without end',
    build: (s) =>
      html(`<style>.c{display:none}</style>${repeat(`<p class="${repeat('c ', 2_000)}">x</p>`, s * 5 * MB)}`),
  },
  {
    name: 'selectors without end',
    build: (s) => html(`<style>${repeat('.a,', s * 3 * MB)}.b{display:none}</style>カゴヤ`),
  },
  {
    name: '100,000 colours',
    build: (s) => html(each(s * 100_000, (i) => `<font color="#${(i * 37).toString(16).padStart(6, '0')}">カ</font>`)),
  },
  {
    name: '100,000 style attributes',
    build: (s) => html(each(s * 100_000, (i) => `<span style="font-size:0;color:rgb(${i % 256},1,${i})">カ</span>ゴ`)),
  },
  {
    name: '100,000 font names',
    build: (s) => html(each(s * 100_000, (i) => `<font face="font ${i}, 'other ${i}'">カ</font>`)),
  },
  { name: 'a font name of 5 MB', build: (s) => html(`<font face="${repeat('微软雅黑,', s * 1.5 * MB)}">カ</font>`) },
  {
    name: 'hidden text between all letters',
    build: (s) => html(repeat('カ<i style="display:none">x</i>ゴ', s * 5 * MB)),
  },
  { name: 'tables of cells', build: (s) => html(`<table>${repeat('<tr><td>カ<td>ゴ', s * 3 * MB)}`) },
  {
    name: 'tag soup',
    build: (s) => html(repeat('<b><i><a href=x></b><table><p></i></td></a><form><div></form>', s * 5 * MB)),
  },
  { name: 'attributes that never close', build: (s) => html(repeat('<a href=\'<b title="', s * 3 * MB)) },
  { name: 'comments that half close', build: (s) => html(repeat('<!--[if mso]>--!<![endif]--', s * 3 * MB)) },
  { name: 'references to nowhere', build: (s) => html(repeat('&notinva&CounterClockwiseContourIntegra', s * 3 * MB)) },
  {
    name: 'base and refresh',
    build: (s) =>
      html(
        repeat('<base href="https://kagoya.jp/"><meta http-equiv=refresh content="0;url=//h.example/">', s * 3 * MB),
      ),
  },
  {
    name: 'text/html attachments',
    build: (s) =>
      utf8(
        `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${each(s * 40, () => `--b\r\nContent-Type: text/html; name=a.html\r\nContent-Disposition: attachment\r\n\r\n${repeat('<form action="https://h.example/"><input type=password></form>', 200_000)}\r\n`)}`,
      ),
  },
  {
    name: 'many text/plain parts',
    build: (s) =>
      utf8(
        `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${each(s * 900, (i) => `--b\r\nContent-Type: text/plain; charset=shift_jis\r\n\r\n${i}${repeat('$B%a!<%k(B ', 9_000)}\r\n`)}`,
      ),
  },
]

/** All byte values, so that every charset is a candidate. */
function bytesOf(start: string, size: number): Uint8Array {
  const opening = utf8(start)
  const bytes = new Uint8Array(opening.length + Math.floor(size))
  bytes.set(opening)
  for (let i = opening.length; i < bytes.length; i++) bytes[i] = 1 + ((i * 7 + (i >> 8) * 13) % 255)
  return bytes
}

/** How large an input is, in bytes (UTF-16 code units for strings and fields). */
export function sizeOf(input: MessageInput): number {
  if (input instanceof Uint8Array) return input.length
  if (input instanceof ArrayBuffer) return input.byteLength
  return typeof input === 'string' ? input.length : JSON.stringify(input).length
}
