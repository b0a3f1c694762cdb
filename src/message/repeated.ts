/** Which of several fields of one name says how a part is to be read? */

import { sextetOf } from './base64.ts'
import { DelimiterScan } from './boundary.ts'
import type { RawField } from './draft.ts'
import { boundaryOf, parseStructured } from './params.ts'
import { type TransferEncoding, transferEncodingOf } from './transfer.ts'

/**
 * Repeats that are looked at. Readers differ: mailparser takes the last field, others the first, and some refuse the mail.
 * A lure shall not hide behind the difference, so what fits the body is believed.
 */
const REPEATS = 4
/** Bytes of a body in which the first delimiter of a multipart is looked for. */
const PREAMBLE = 16_384
/** Bytes of a body that show whether it is base64. */
const SAMPLE = 400
/** Base64 digits a sample needs, and how many of them there are for each byte that is none. */
const DIGITS = 16

/** All values of a name, in their order, the first few. */
export function rawValues(fields: RawField[], name: string): string[] {
  const values: string[] = []
  for (const field of fields) if (field.name === name && values.length < REPEATS) values.push(field.raw)
  return values
}

/**
 * The Content-Type that lets a part be read: a multipart whose boundary follows, HTML, text, and only then another.
 *
 * @param values The raw values, in their order.
 * @param body All bytes from the part's body on.
 */
export function believedType(values: string[], body: Uint8Array): string {
  if (values.length < 2) return values[0] ?? ''
  let best = ''
  let most = -1
  for (const value of values) {
    const weight = readability(value, body)
    if (weight <= most) continue
    best = value
    most = weight
  }
  return best
}

function readability(value: string, body: Uint8Array): number {
  const field = parseStructured(value)
  if (field.value.startsWith('multipart/')) {
    const boundary = boundaryOf(field)
    if (boundary.length === 0) return 0
    const scan = new DelimiterScan(body.subarray(0, PREAMBLE), [{ boundary }])
    scan.next(0)
    return scan.level === 0 ? 4 : 0
  }
  if (field.value === 'text/html' || field.value === 'application/xhtml+xml') return 3
  return field.value === 'text/plain' ? 2 : field.value.startsWith('text/') ? 1 : 0
}

/**
 * The Content-Transfer-Encoding that fits a body: base64 where the body looks like it, else quoted-printable, which leaves
 * nearly all of a plain text as it is.
 *
 * @param values The raw values, in their order.
 * @param body All bytes from the part's body on.
 */
export function believedEncoding(values: string[], body: Uint8Array): TransferEncoding {
  const encodings = values.map(transferEncodingOf)
  const first = encodings[0] ?? 'identity'
  if (encodings.every((encoding) => encoding === first)) return first
  if (encodings.includes('base64') && looksLikeBase64(body)) return 'base64'
  return encodings.includes('quoted-printable') ? 'quoted-printable' : 'identity'
}

/** Words have blanks, markup brackets, and addresses marks: base64 has none of them for lines on end. */
function looksLikeBase64(body: Uint8Array): boolean {
  let digits = 0
  let others = 0
  for (let at = 0; at < body.length && at < SAMPLE; at++) {
    const byte = body[at]!
    if (byte === 10 || byte === 13) {
      // the next boundary
      if (body[at + 1] === 45 && body[at + 2] === 45) break
    } else if (sextetOf(byte) < 64 || byte === 61) digits++
    else others++
  }
  return digits >= DIGITS && others * DIGITS <= digits
}
