/** What if the same mail were encoded in another way? */
import Encoding from 'encoding-japanese'
import { encode } from '../support/build-mail.ts'
import type { Letter } from './letter.ts'

export const CHARSETS = ['ISO-2022-JP', 'UTF-8', 'Shift_JIS', 'EUC-JP'] as const
export const TRANSFERS = ['7bit', '8bit', 'base64', 'quoted-printable'] as const
export const STRUCTURES = ['text', 'html', 'alternative'] as const
type Charset = (typeof CHARSETS)[number]
type Transfer = (typeof TRANSFERS)[number]
type Structure = (typeof STRUCTURES)[number]
const NAMES = { 'ISO-2022-JP': 'JIS', 'UTF-8': 'UTF8', Shift_JIS: 'SJIS', 'EUC-JP': 'EUCJP' } as const

/** Whether bytes of a charset may travel so: seven bits carry ISO-2022-JP alone. */
export function carries(charset: Charset, transfer: Transfer): boolean {
  return transfer !== '7bit' || charset === 'ISO-2022-JP'
}

/** The letter with only the characters that survive all four charsets, so that each encoding holds the same text. */
export function encodable(letter: Letter): Letter {
  return {
    ...letter,
    from: { ...letter.from, name: kept(letter.from.name) },
    subject: kept(letter.subject).replace(/\s+/g, ' '),
    text: kept(letter.text),
    html: kept(letter.html),
  }
}

const survives = new Map<string, boolean>()

function kept(text: string): string {
  let out = ''
  for (const c of text.replace(/\r\n?/g, '\n')) {
    let does = survives.get(c)
    if (does === undefined) {
      does = CHARSETS.every((charset) => {
        const back = Encoding.convert([...encode(c, charset)], { to: 'UNICODE', from: NAMES[charset], type: 'string' })
        return back === c
      })
      // control characters other than line feed and tab do not travel
      if (c < ' ' && c !== '\n' && c !== '\t') does = false
      survives.set(c, does)
    }
    if (does) out += c
  }
  return out
}

/** RFC 5322 bytes of a letter. */
export function bytesOf(letter: Letter, structure: Structure, charset: Charset, transfer: Transfer): Uint8Array {
  const part = (type: string, body: string): Buffer =>
    Buffer.concat([
      Buffer.from(`Content-Type: ${type}; charset="${charset}"\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`),
      transferred(encode(body.replaceAll('\n', '\r\n'), charset), transfer),
      Buffer.from('\r\n'),
    ])
  const body =
    structure === 'text'
      ? part('text/plain', letter.text)
      : structure === 'html'
        ? part('text/html', letter.html)
        : Buffer.concat([
            Buffer.from(
              'Content-Type: multipart/alternative; boundary="=_counterfactual"\r\n\r\n--=_counterfactual\r\n',
            ),
            part('text/plain', letter.text),
            Buffer.from('--=_counterfactual\r\n'),
            part('text/html', letter.html),
            Buffer.from('--=_counterfactual--\r\n'),
          ])
  const { name, address } = letter.from
  const head = [
    ...(name === '' && address === '' ? [] : [`From: ${name === '' ? '' : `${words(name, charset)} `}<${address}>`]),
    ...(letter.replyTo === '' ? [] : [`Reply-To: <${letter.replyTo}>`]),
    ...(letter.to === '' ? [] : [`To: <${letter.to}>`]),
    `Subject: ${words(letter.subject, charset)}`,
    'MIME-Version: 1.0',
    '',
  ].join('\r\n')
  return new Uint8Array(Buffer.concat([Buffer.from(head), body]))
}

/** RFC 2047 words of few characters each, so that none is longer than 75 bytes. */
function words(text: string, charset: Charset): string {
  const out: string[] = []
  const chars = [...text]
  for (let i = 0; i < chars.length; i += 8)
    out.push(`=?${charset}?B?${encode(chars.slice(i, i + 8).join(''), charset).toString('base64')}?=`)
  return out.join('\r\n ')
}

function transferred(bytes: Buffer, transfer: Transfer): Buffer {
  if (transfer === 'base64') return Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n'))
  if (transfer !== 'quoted-printable') return bytes
  const lines = bytes.toString('latin1').split('\r\n')
  return Buffer.from(lines.map(quotedLine).join('\r\n'))
}

function quotedLine(line: string): string {
  let out = ''
  let length = 0
  for (const c of line) {
    const code = c.charCodeAt(0)
    const coded = code >= 0x21 && code <= 0x7e && c !== '=' ? c : `=${code.toString(16).toUpperCase().padStart(2, '0')}`
    if (length + coded.length > 75) {
      out += '=\r\n'
      length = 0
    }
    out += coded
    length += coded.length
  }
  return out
}
