/** How is a mail handed to another abuse desk so that its software can read it? ARF (RFC 5965), feedback-type fraud. */
import type { Verdict } from '../detect/model.ts'
import { binaryString, utf8Of } from '../message/bytes.ts'
import { decodeBytes } from '../message/charset.ts'
import { bodyStart } from '../message/mime.ts'
import { iocs } from './ioc.ts'
import { assertVerdict, isoOf, type Moment } from './moment.ts'
import { LUREBOOK_NAMESPACE, uuidv5 } from './sha1.ts'

/** Options of `arfReport`. */
export interface ArfOptions {
  /** The reporting address, `abuse@isp.example`. */
  from: string
  /** Where the report goes. */
  to: string
  /** Date of the report. */
  at: Moment
  /** Whole mail, or its header block alone where its body may not leave the house. Default `message`. */
  include?: 'message' | 'headers'
}

/** `Reported-URI` fields at most; RFC 5965 §3.2 allows any number, a desk needs a few. */
const URIS = 20

/**
 * Wraps a mail in an abuse report. The original goes in as it is, byte for byte, the victim's address too: ask first.
 *
 * @param original bytes of the mail
 * @param verdict what `classify` said of it
 * @param options who reports to whom and when
 * @returns bytes of a multipart/report message, CRLF line ends outside the original; the same arguments give the same bytes
 * @throws TypeError for an argument of the wrong type, an address that is none, or a verdict that accuses nobody
 */
export function arfReport(original: Uint8Array, verdict: Verdict, options: ArfOptions): Uint8Array {
  if (!(original instanceof Uint8Array)) throw new TypeError('arfReport: the original must be a Uint8Array')
  assertVerdict(verdict, 'arfReport')
  if (verdict.label !== 'phishing' && verdict.label !== 'suspicious')
    throw new TypeError(`arfReport: a mail judged ${verdict.label} is not reported as fraud`)
  const at = isoOf(options.at, 'arfReport')
  const from = addressOf(options.from, 'from')
  const to = addressOf(options.to, 'to')
  const { include = 'message' } = options
  if (include !== 'message' && include !== 'headers')
    throw new TypeError(`arfReport: include is 'message' or 'headers', received ${String(include)}`)
  const carried = include === 'headers' ? headOf(original) : original
  const id = uuidv5(`arf ${at} ${from} ${to} ${latin1(carried)}`, LUREBOOK_NAMESPACE)
  // A UUID over the content: the content cannot hold its own hash, so the boundary stands nowhere in it.
  const boundary = `arf-${id}`
  const cte = carried.some((byte) => byte >= 0x80) ? '8bit' : '7bit'
  const { urls, domains } = reported(verdict)
  const head = [
    `From: <${from}>`,
    `To: <${to}>`,
    'Subject: Phishing report (ARF)',
    `Date: ${rfc5322Date(at)}`,
    `Message-ID: <${id}@${from.slice(from.indexOf('@') + 1)}>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=feedback-report;\r\n boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=us-ascii',
    'Content-Transfer-Encoding: 7bit',
    '',
    `This is an abuse report about a mail that was judged ${verdict.label}`,
    `(score ${verdict.score}) by lurebook. It may hold live links to fraudulent pages.`,
    '',
    `--${boundary}`,
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: fraud',
    'User-Agent: lurebook/1',
    'Version: 1',
    ...domains.map((domain) => `Reported-Domain: ${domain}`),
    ...urls.map((url) => `Reported-URI: ${url}`),
    '',
    `--${boundary}`,
    `Content-Type: ${include === 'headers' ? 'text/rfc822-headers' : 'message/rfc822'}`,
    `Content-Transfer-Encoding: ${cte}`,
    'Content-Disposition: inline',
    '',
    '',
  ].join('\r\n')
  return joined(utf8Of(head), carried, utf8Of(`\r\n--${boundary}--\r\n`))
}

function addressOf(value: unknown, name: string): string {
  // No blank and no control character gets into a header field.
  if (typeof value !== 'string' || !/^[!-;=?A-~]{1,64}@[A-Za-z0-9.-]{1,255}$/.test(value))
    throw new TypeError(`arfReport: ${name} must be an ASCII address, received ${String(value).slice(0, 80)}`)
  return value
}

function reported(verdict: Verdict): { urls: string[]; domains: string[] } {
  const found = iocs(verdict)
  // Blanks and controls are dropped; what else is not ASCII becomes %HH of its UTF-8, a lone surrogate U+FFFD's.
  const clean = (text: string): string => text.replace(/[^!-~]+/gu, (run) => encodeURIComponent(withoutBlanks(run)))
  const urls = found.filter(({ type }) => type === 'url').map(({ value }) => clean(value))
  const domains = found.filter(({ type }) => type === 'host').map(({ value }) => clean(value))
  // A line of a header block has at most 998 bytes (RFC 5322 §2.1.1).
  const fits = (value: string): boolean => value.length > 0 && value.length < 980
  return { urls: urls.filter(fits).slice(0, URIS), domains: [...new Set(domains)].filter(fits).slice(0, URIS) }
}

/** Without blanks and control characters; well-formed. */
const withoutBlanks = (run: string): string => utf8.decode(utf8Of(run.replace(/[\p{Cc}\p{Z}]+/gu, '')))

/** The header block with its last line end, cut where the library reads the body from: nothing of it may get out. */
function headOf(original: Uint8Array): Uint8Array {
  // an .eml that an editor saved as UTF-16 has a head that no other program can read
  const isWide = (original[0] === 0xff && original[1] === 0xfe) || (original[0] === 0xfe && original[1] === 0xff)
  const bytes = isWide ? utf8Of(decodeBytes(original).text) : original
  const body = bodyStart(bytes)
  let end = body
  while (isLineEnd(bytes[end - 1])) end--
  let next = end
  while (next < body && bytes[next] === CR) next++
  return bytes.subarray(0, next < body && bytes[next] === LF ? next + 1 : Math.min(end + 1, body))
}

const LF = 0x0a
const CR = 0x0d
const isLineEnd = (byte: number | undefined): boolean => byte === LF || byte === CR

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function rfc5322Date(iso: string): string {
  const date = new Date(iso)
  const day = String(date.getUTCDate()).padStart(2, '0')
  return `${DAYS[date.getUTCDay()]}, ${day} ${MONTHS[date.getUTCMonth()]} ${iso.slice(0, 4)} ${iso.slice(11, 19)} +0000`
}

const utf8 = new TextDecoder()

/** One code unit a byte. Not by `TextDecoder('latin1')`, which is windows-1252 on most hosts and Latin-1 in Node 20. */
const latin1 = (bytes: Uint8Array): string => binaryString(bytes, 0, bytes.length, false)

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
