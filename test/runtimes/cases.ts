/** Which cases do all runtimes answer? The vectors and fixtures of the tests, and seeded dirt; the same at every run. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { randomFrom } from '../../scripts/fuzz/random.ts'
import { fixtures } from '../compare/fixtures.ts'
import { SENTENCES } from '../message/japanese-sentences.ts'
import { encode, FORMS } from '../support/build-mail.ts'
import { kagoyaLures } from '../support/kagoya-lures.ts'
import { dirtyBytes, dirtyJis, HOST_LABELS, ICONV_LABELS, LABELS, pairs, upperHalf } from './dirt.ts'
import type { Case, Cases } from './suite.ts'
import { codePoints, dirtyHtml, dirtyText, YOUNG } from './text-dirt.ts'
import { WHATWG_LABELS } from './whatwg-labels.ts'

/** The one section that may differ between runtimes with and without iconv-lite. */
export const CODEC_SECTION = 'iconv-lite labels'

const CHARSETS = ['ISO-2022-JP', 'UTF-8', 'Shift_JIS', 'EUC-JP'] as const
const TEST = join(import.meta.dirname, '..')

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const decode = (bytes: Uint8Array, label?: string): Case =>
  label === undefined ? { ask: 'decode', bytes: base64(bytes) } : { ask: 'decode', bytes: base64(bytes), label }
const mail = (bytes: Uint8Array): Case => ({ ask: 'mail', bytes: base64(bytes) })
const repeat = (count: number, make: (index: number) => Case): Case[] =>
  Array.from({ length: count }, (_, i) => make(i))

function vectors<T>(name: string): T[] {
  const read: Record<string, T> | T[] = JSON.parse(readFileSync(join(TEST, 'vectors', name), 'utf8'))
  return Array.isArray(read) ? read : Object.values(read)
}

/** Every own mail: those of `test/mails`, of the comparison with other parsers, and the documented lures in all forms. */
function ownMails(): Uint8Array[] {
  const files = readdirSync(join(TEST, 'mails'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort()
  const kept = files.flatMap((file) => (file.endsWith('.yaml') ? listed(file) : [readFileSync(file)]))
  const written = fixtures.map((fixture) => Buffer.from(fixture.mail.replaceAll('\n', '\r\n'), 'latin1'))
  const lures = kagoyaLures().flatMap(({ draft }) => Object.values(FORMS).map((form) => form(draft)))
  return [...kept, ...written, ...lures, ...bareLures()]
}

/** The mails of a list in YAML, as raw UTF-8. */
function listed(file: string): Uint8Array[] {
  const list = parse(readFileSync(file, 'utf8')) as Array<Record<'from' | 'to' | 'subject' | 'text' | 'html', string>>
  return list.map(({ from, to, subject, text, html }) =>
    Buffer.from(
      `From: ${from}\nTo: ${to}\nSubject: ${subject}\n` +
        `Content-Type: text/${html === undefined ? 'plain' : 'html'}; charset=utf-8\n\n${html ?? text}`,
    ),
  )
}

/** The lures as raw bytes in head and body in four encodings, under the right label, a wrong one and none. */
function bareLures(): Uint8Array[] {
  return kagoyaLures().flatMap(({ draft }) =>
    CHARSETS.flatMap((charset) => {
      const { from, to, subject, lines, link } = draft
      const head = encode(`From: ${from.name} <${from.address}>\r\nTo: ${to}\r\nSubject: ${subject}\r\n`, charset)
      const body = encode(lines.map((line) => line.replace('@LINK@', link)).join('\r\n'), charset)
      return [charset, 'iso-8859-1', undefined].map((label) => {
        const type = label === undefined ? '' : `Content-Type: text/plain; charset=${label}\r\n`
        return Buffer.concat([head, Buffer.from(`${type}\r\n`), body])
      })
    }),
  )
}

/** A letter that only new hosts know, where it may or may not belong to the name beside it. */
function youngLetters(): Uint8Array[] {
  return YOUNG.flatMap((letter) =>
    ['カゴヤ', 'KAGOYA JAPAN', 'Amazon', '株式会社カラマツ商会'].map((name) =>
      Buffer.from(
        `From: a@b.example\nSubject: ${letter} ${name} 重要\nContent-Type: text/plain; charset=utf-8\n\n` +
          `${letter}${name}をご利用のお客様\nパスワードを更新してください\nhttps://${letter}evil.example/login\n`,
      ),
    ),
  )
}

/** All cases, by section. */
export function allCases(): Cases {
  const random = randomFrom(20_251_125)
  const links = [
    ...vectors<{ text: string }>('link-vectors.json'),
    ...vectors<{ text: string }>('link-vectors-mail.json'),
  ]
  const head = 'From: info@sender.example\r\nContent-Type: text/plain; charset='
  return {
    'charset vectors': vectors<{ b64: string; label?: string }>('charset-vectors.json').map(({ b64, label }) =>
      decode(Buffer.from(b64, 'base64'), label),
    ),
    'labels and tables': [
      ...HOST_LABELS.map((label) => decode(upperHalf(), label)),
      ...WHATWG_LABELS.map((label) => decode(Buffer.from('caf\xe9 \xb1\xb2', 'latin1'), label)),
      ...['shift_jis', 'euc-jp', 'gbk', 'gb18030', 'big5', 'euc-kr'].flatMap((label) =>
        pairs(label).map((row) => decode(row, label)),
      ),
    ],
    'dirty ISO-2022-JP': repeat(2000, () => decode(dirtyJis(random), random.pick(LABELS))),
    'dirty 8-bit': repeat(3000, () => decode(dirtyBytes(random, random.pick(SENTENCES)), random.pick(LABELS))),
    'mime vectors': vectors<{ b64: string }>('mime-vectors.json').map(({ b64 }) => ({ ask: 'mail', bytes: b64 })),
    'own mails': ownMails().map(mail),
    'rules and notice': [{ ask: 'rules' }],
    'young letters': youngLetters().map(mail),
    'dirty mails': repeat(600, (i) => {
      const dirt = (): Uint8Array => (i % 2 === 0 ? dirtyJis(random) : dirtyBytes(random, random.pick(SENTENCES)))
      const subject = Buffer.from(
        Buffer.from(dirt())
          .toString('latin1')
          .replaceAll(/[\r\n]/g, ' '),
        'latin1',
      )
      const type = Buffer.from(`\r\n${head}${random.pick(LABELS) ?? 'x'}\r\n\r\n`)
      return mail(Buffer.concat([Buffer.from('Subject: '), subject, type, dirt(), dirt()]))
    }),
    html: [
      ...vectors<{ h: string }>('html-vectors.json').map(({ h }): Case => ({ ask: 'html', text: h })),
      ...repeat(600, () => ({ ask: 'html', text: dirtyHtml(random) })),
    ],
    links: [
      ...links.map(({ text }): Case => ({ ask: 'text', text })),
      ...repeat(1000, () => ({ ask: 'text', text: dirtyText(random) })),
    ],
    'all of Unicode': codePoints(256).map((text) => ({ ask: 'text', text })),
    hosts: codePoints(24).map((text) => ({ ask: 'link', text: `https://${text.replaceAll(/[/?#]/g, '')}.example/` })),
    addresses: codePoints(512).map((text) => {
      const list = Array.from(text, (c, i) => (i % 8 === 0 ? `a@x${c}.example` : '')).filter(
        (address) => address !== '',
      )
      return { ask: 'head', bytes: base64(Buffer.from(`To: ${list.join(', ')}\r\nFrom: b@c.example\r\n\r\nx\r\n`)) }
    }),
    [CODEC_SECTION]: ICONV_LABELS.map((label) => decode(upperHalf(), label)),
  }
}
