/** What does `npm start` alone scan? The documented lures as raw ISO-2022-JP mails, and the warning notice that quotes them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Encoding from 'encoding-japanese'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '..')
/** Whom the corpus' samples name as the victim. */
const RECIPIENT = 'user@customer.example'

export interface DemoMail {
  /** File name, without a folder. */
  name: string
  bytes: Uint8Array
}

interface Lure {
  id: string
  subjects: string[]
  senders?: string[]
  links?: string[]
  samples?: Array<{ subject?: string; text: string }>
}

/** One raw mail for each sample text of a brand's lures, in the order of their ids; then the notice. */
export function demoMails(brand = 'kagoya'): DemoMail[] {
  return [...sampleMails(brand), warningNotice()]
}

/** One raw mail for each sample text of a brand's lures, in the order of their ids. */
export function sampleMails(brand: string, root = ROOT): DemoMail[] {
  const folder = join(root, 'corpus/lures', brand)
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const lure = parse(readFileSync(join(folder, file), 'utf8')) as Lure
      return (lure.samples ?? []).map((sample, i, all) => {
        const name = file.replace(/\.yaml$/, '') + (all.length > 1 ? `-${i + 1}` : '')
        const subject = withoutSlots(sample.subject ?? lure.subjects[0] ?? '')
        return { name: `${name}.eml`, bytes: toMail(senderOf(lure), subject, bodyOf(lure, sample.text)) }
      })
    })
}

/** The notice that quotes the lures of KAGOYA. */
export function warningNotice(root = ROOT): DemoMail {
  const [subject = '', ...notice] = readFileSync(join(root, 'test/mails/seed-notice.txt'), 'utf8').split('\n')
  const desk = { name: 'サポート窓口', address: 'support@reseller.example' }
  const text = notice.join('\n').trimStart()
  return { name: 'warning-notice.eml', bytes: toMail(desk, subject, { type: 'text/plain', text }) }
}

interface Sender {
  name: string
  address: string
}

/** A sender that fits the lure's first shape: `KAGOYA JAPAN Inc. <*@kir.jp>` gives `info@kir.jp` with that name. */
function senderOf({ senders: [shape = ''] = [] }: Lure): Sender {
  const address = /<([^>]*)>/.exec(shape)?.[1] ?? (shape.includes('@') ? shape : '')
  const name = withoutSlots(shape.replace(/<[^>]*>/, '').replace(address, ''))
  const [local = '*', domain = '*'] = address.split('@')
  return { name, address: `${local.replaceAll('*', 'info')}@${domain.replaceAll('*', 'mail.example')}` }
}

interface Body {
  type: 'text/plain' | 'text/html'
  text: string
}

/** A lure whose link was a hyperlink (`ここをクリック`) has no URL in its text: it was an HTML mail. */
function bodyOf({ links: [shape = ''] = [] }: Lure, text: string): Body {
  if (text.includes('://') || shape === '') return { type: 'text/plain', text }
  const href = shape
    .replaceAll('{host}', 'mail-upgrade.example')
    .replaceAll('{provider-domain}', 'kagoya.net')
    .replaceAll('{victim}', RECIPIENT)
  const lines = text
    .split('\n')
    .map((line) => (line.includes('ここをクリックして') ? `<a href="${href}">${line}</a>` : line))
  return { type: 'text/html', text: `<html><body>\n${lines.join('<br>\n')}\n</body></html>\n` }
}

/** Slots of shapes and subjects, filled as in the mails of 2020. */
function withoutSlots(shape: string): string {
  return shape
    .replaceAll('{date}', '2020年2月24日')
    .replaceAll('{num}', '5')
    .replaceAll('{brand}', 'KAGOYA JAPAN')
    .trim()
}

const toJis = (text: string): Uint8Array =>
  // JIS X 0208 has no ©; the mails of 2020 carry `?` in its place.
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text.replaceAll('©', '?')), { from: 'UNICODE', to: 'JIS' }))

/** An encoded-word holds at most 75 characters (RFC 2047 §2), so a subject is cut into words of few characters. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const pieces = Array.from({ length: Math.ceil(text.length / 12) }, (_, i) => text.slice(i * 12, i * 12 + 12))
  return pieces.map((piece) => `=?ISO-2022-JP?B?${Buffer.from(toJis(piece)).toString('base64')}?=`).join('\r\n ')
}

function toMail(from: Sender, subject: string, { type, text }: Body): Uint8Array {
  const head = [
    `From: ${from.name ? `${encodedWords(from.name)} <${from.address}>` : from.address}`,
    `To: <${RECIPIENT}>`,
    `Subject: ${encodedWords(subject)}`,
    'Date: Mon, 24 Feb 2020 09:00:00 +0900',
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=ISO-2022-JP`,
    'Content-Transfer-Encoding: 7bit',
    '\r\n',
  ].join('\r\n')
  return Buffer.concat([Buffer.from(head, 'latin1'), toJis(text.replace(/\r?\n/g, '\r\n'))])
}
