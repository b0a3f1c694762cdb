/** Is what a contributor hands over a mail file or pasted text? */
import { readFileSync } from 'node:fs'
import { decodeBytes } from '../../../src/message/charset.ts'
import type { MessageInput } from '../../../src/message/model.ts'

/** Header fields at the head from which it is a mail file: pasted text may open with `https:`. */
const FIELDS = 2
/** Bytes of the head that are looked at. */
const HEAD = 65_536

/** A mail file as bytes, whose own labels say how it is decoded; anything else as text. */
export function messageIn(bytes: Uint8Array): MessageInput {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  let fields = 0
  for (const line of head.split(/\r?\n/)) {
    // RFC 5322 3.6.8: a field's name is printable ASCII without a colon; mbox files open with `From `
    if (/^[!-9;-~]+[ \t]*:/.test(line)) fields++
    else if (!/^(?:[ \t]|From )/.test(line)) break
    if (fields >= FIELDS) return bytes
  }
  return decodeBytes(bytes).text
}

/** Bytes of a file, or with `-` of standard input. */
export const readInput = (name: string): Uint8Array => new Uint8Array(readFileSync(name === '-' ? 0 : name))
