/** How do these tests write mails byte by byte? */
import { parseMessage } from '../../src/message/message.ts'
import type { Message } from '../../src/message/model.ts'

/** The bytes of a binary string: one unit a byte, lines as they stand. */
export function bytes(binary: string): Uint8Array {
  const out = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i)
  return out
}

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The message of a binary string whose LFs stand for CRLF. */
export function parse(binary: string): Message {
  return parseMessage(bytes(binary.replaceAll('\n', '\r\n')))
}
