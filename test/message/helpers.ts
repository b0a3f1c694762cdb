/** How do these tests write mails byte by byte? */
import { parseMessage } from '../../src/message/message.ts'
import type { Message } from '../../src/message/model.ts'

/** The bytes of a binary string: one unit a byte, lines as they stand. */
export function bytes(binary: string): Uint8Array {
  return Uint8Array.from(binary, (unit) => unit.charCodeAt(0))
}

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The message of a binary string whose LFs stand for CRLF. */
export function parse(binary: string): Message {
  return parseMessage(bytes(binary.replaceAll('\n', '\r\n')))
}
