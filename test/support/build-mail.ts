/** Builds raw mails for tests: one text in every encoding Japanese mail arrives in. */
import Encoding from 'encoding-japanese'

/** What a mail says, before it is encoded. */
export interface Draft {
  from: { name: string; address: string }
  to: string
  subject: string
  /** Lines of the body; `@LINK@` stands for the link. */
  lines: string[]
  link: string
  /** Text of the hyperlink in HTML. */
  call: string
  headers?: string[]
}

type Charset = 'ISO-2022-JP' | 'UTF-8' | 'Shift_JIS' | 'EUC-JP'
const NAMES = { 'ISO-2022-JP': 'JIS', 'UTF-8': 'UTF8', Shift_JIS: 'SJIS', 'EUC-JP': 'EUCJP' } as const

/** Characters that JIS X 0208 lacks became `?` in the lures that the seed quotes. */
export function encode(text: string, charset: Charset): Buffer {
  const plain = charset === 'UTF-8' ? text : text.replaceAll('©', '?').replaceAll('—', '―')
  return Buffer.from(
    Encoding.convert(Encoding.stringToCode(plain), { from: 'UNICODE', to: NAMES[charset], type: 'array' }),
  )
}

function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
}

function quotedPrintable(bytes: Buffer): string {
  let line = ''
  const lines: string[] = []
  for (const byte of bytes) {
    if (byte === 0x0d) continue
    if (byte === 0x0a) {
      lines.push(line)
      line = ''
      continue
    }
    const c =
      byte >= 0x21 && byte <= 0x7e && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if (line.length + c.length > 75) {
      lines.push(`${line}=`)
      line = ''
    }
    line += c
  }
  return [...lines, line].join('\r\n')
}

function word(text: string, charset: Charset): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const words: string[] = []
  for (let i = 0; i < text.length; i += 10)
    words.push(`=?${charset}?B?${encode(text.slice(i, i + 10), charset).toString('base64')}?=`)
  return words.join('\r\n ')
}

function head(draft: Draft, charset: Charset): string {
  const { name, address } = draft.from
  return [
    `From: ${name === '' ? '' : `${/^[\x20-\x7e]*$/.test(name) ? `"${name}"` : word(name, charset)} `}<${address}>`,
    `To: <${draft.to}>`,
    `Subject: ${word(draft.subject, charset)}`,
    'Message-ID: <1@relay.example>',
    ...(draft.headers ?? []),
    'MIME-Version: 1.0',
    '',
  ].join('\r\n')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('©', '&#169;')
const references = (text: string): string =>
  [...text]
    .map((c, i) =>
      c.charCodeAt(0) < 128 ? escaped(c) : i % 2 ? `&#${c.codePointAt(0)};` : `&#x${c.codePointAt(0)?.toString(16)};`,
    )
    .join('')

function textOf(draft: Draft): string {
  return `${draft.lines.map((line) => line.replace('@LINK@', draft.link)).join('\r\n')}\r\n`
}

function htmlOf(draft: Draft, call: string, as = escaped): string {
  const body = draft.lines.map((line) =>
    line === '@LINK@' ? `<p><a href="${escaped(draft.link)}">${as(call)}</a></p>` : `<p>${as(line)}</p>`,
  )
  return `<html><head><title>New Page 3</title></head>\r\n<body bgcolor="#ffffff">\r\n${body.join('\r\n')}\r\n</body></html>\r\n`
}

const part = (type: string, charset: string, transfer: string, body: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`Content-Type: ${type}; charset=${charset}\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`),
    typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
  ])

const whole = (draft: Draft, charset: Charset, body: Buffer): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from(head(draft, charset)), body]))

/** The forms a lure arrives in, by name. */
export const FORMS: Record<string, (draft: Draft) => Uint8Array> = {
  'ISO-2022-JP text, 7bit': (d) =>
    whole(d, 'ISO-2022-JP', part('text/plain', 'ISO-2022-JP', '7bit', encode(textOf(d), 'ISO-2022-JP'))),
  'UTF-8 text, base64': (d) =>
    whole(d, 'UTF-8', part('text/plain', 'UTF-8', 'base64', base64Lines(encode(textOf(d), 'UTF-8')))),
  'EUC-JP text, 8bit': (d) => whole(d, 'EUC-JP', part('text/plain', 'EUC-JP', '8bit', encode(textOf(d), 'EUC-JP'))),
  'UTF-8 alternative, quoted-printable': (d) =>
    whole(
      d,
      'UTF-8',
      Buffer.concat([
        Buffer.from('Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n'),
        part('text/plain', 'UTF-8', 'quoted-printable', quotedPrintable(encode(textOf(d), 'UTF-8'))),
        Buffer.from('\r\n--b\r\n'),
        part('text/html', 'UTF-8', 'quoted-printable', quotedPrintable(encode(htmlOf(d, d.link), 'UTF-8'))),
        Buffer.from('\r\n--b--\r\n'),
      ]),
    ),
  'Shift_JIS HTML, base64': (d) =>
    whole(
      d,
      'Shift_JIS',
      part('text/html', 'Shift_JIS', 'base64', base64Lines(encode(htmlOf(d, d.call), 'Shift_JIS'))),
    ),
  'UTF-8 HTML that shows the genuine address': (d) =>
    whole(
      d,
      'UTF-8',
      part('text/html', 'UTF-8', 'base64', base64Lines(encode(htmlOf(d, 'https://www.kagoya.jp/'), 'UTF-8'))),
    ),
  'ASCII HTML of numeric references': (d) =>
    whole(d, 'UTF-8', part('text/html', 'us-ascii', '7bit', htmlOf(d, d.call, references))),
}
