/** How does a mail come in that a programming interface handed over as base64 or base64url? */

import { decodeBase64 } from '../message/base64.ts'
import { bytesOf } from '../message/bytes.ts'
import { isPromise, received } from '../received.ts'

/**
 * The bytes of a mail in base64 (RFC 4648 §4: Outlook's `getAsFileAsync`, n8n's binary data) or base64url (§5: `raw` of the
 * Gmail API), with or without padding, line ends, or a `data:` prefix. A text that was cut gives the bytes that are whole.
 *
 * @returns bytes for `classify`
 * @throws TypeError when `text` is no string, is empty, or holds a sign that is in neither alphabet
 * @example classify(fromBase64(message.raw))
 */
export function fromBase64(text: string): Uint8Array {
  if (typeof text !== 'string') throw new TypeError(`fromBase64: expected a string, received ${received(text)}`)
  const start = text.startsWith('data:') ? text.indexOf(',') + 1 : 0
  const digits = text.slice(start).replace(/-/g, '+').replace(/_/g, '/')
  // A mail that was not encoded at all has a colon in its first line: junk would come out of it without a word.
  const junk = /[^A-Za-z0-9+/=\s]/.exec(digits)
  if (junk) throw new TypeError(`fromBase64: no base64 or base64url at offset ${start + junk.index}`)
  const bytes = decodeBase64(bytesOf(digits))
  if (bytes.length === 0) throw new TypeError('fromBase64: the text is empty')
  // a copy: short ones are cut from an array that others are in too
  return bytes.slice()
}

/**
 * The mail of a Gmail API message that was fetched with `format: 'raw'`.
 *
 * @throws TypeError when there is no `raw` (another format was asked for)
 * @example classify(fromGmail((await gmail.users.messages.get({ userId: 'me', id, format: 'raw' })).data))
 */
export function fromGmail(message: { raw?: string | null | undefined }): Uint8Array {
  if (isPromise(message)) throw new TypeError('fromGmail: received a Promise: await it first')
  if (typeof message?.raw !== 'string') throw new TypeError("fromGmail: no raw; fetch the message with format: 'raw'")
  return fromBase64(message.raw)
}

/**
 * The mail of an n8n item whose binary property holds an .eml.
 *
 * @param property name of the binary property, default `data`
 * @throws TypeError when the item has no such property, or its data lies in a file (`filesystem-v2`): read it with
 *   `this.helpers.getBinaryDataBuffer` then
 */
export function fromN8n(
  item: { binary?: Record<string, { data: string; id?: string | undefined }> | undefined },
  property = 'data',
): Uint8Array {
  if (isPromise(item)) throw new TypeError('fromN8n: received a Promise: await it first')
  const binary = item?.binary?.[property]
  if (typeof binary?.data !== 'string') throw new TypeError(`fromN8n: the item has no binary property ${property}`)
  if (binary.id !== undefined) {
    throw new TypeError(
      `fromN8n: ${property} lies outside the item; read it with getBinaryDataBuffer and pass the bytes`,
    )
  }
  return fromBase64(binary.data)
}
