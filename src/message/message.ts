/** What message does an input hold: bytes, a string, or fields? */
import { LIMITS, type Limits } from '../limits.ts'
import { assembleMessage } from './assemble.ts'
import { bytesOf, kindOf, utf8Of } from './bytes.ts'
import { decodeBytes } from './charset.ts'
import { addLimit, newDraft, type Walk } from './draft.ts'
import { checkFieldNames } from './field-names.ts'
import { readMessageFields } from './fields.ts'
import { emptyMessage } from './head.ts'
import { walkMessage } from './mime.ts'
import type { Message, MessageFields, MessageInput } from './model.ts'
import { opensWithHeader, readPasted } from './pasted.ts'
import { NO_MAIL, unreadableMessage } from './unreadable.ts'

/**
 * Reads a mail.
 *
 * @param input Bytes of an RFC 5322 message; a string (a message when it opens with two or more header fields and a blank
 * line, else pasted text); or the fields a host program has.
 * @param limits Caps that differ from `LIMITS`; which were reached stands in `Message.limits`.
 * @returns The message. Nothing that a mail's writer controls throws: what cannot be read is left out and named.
 * @throws TypeError when `input` is of another type (a Promise, an object without any field of a message).
 * @example parseMessage('Subject: =?UTF-8?B?44Oh44O844Or?=\nFrom: a@b.example\n\nhi').subject // 'メール'
 */
export function parseMessage(input: MessageInput, limits?: Partial<Limits>): Message {
  const walk: Walk = { limits: capsOf(limits), isHostText: false, parts: 0, inner: 0 }
  if (typeof input === 'string') return readString(input, walk)
  if (input instanceof Uint8Array) return readBytes(input, walk)
  const tag = Object.prototype.toString.call(input)
  // Of another realm (a sandbox, a worker's message): `instanceof` does not know it.
  if (tag === '[object Uint8Array]') return readBytes(Uint8Array.from(input as Uint8Array), walk)
  if (input instanceof ArrayBuffer || tag === '[object ArrayBuffer]')
    return readBytes(new Uint8Array(input as ArrayBuffer), walk)
  if (typeof input !== 'object' || input === null || Array.isArray(input) || ArrayBuffer.isView(input)) {
    throw new TypeError(
      `the message must be a Uint8Array, an ArrayBuffer, a string or an object of fields, received ${input === null ? 'null' : tag.slice(8, -1)}`,
    )
  }
  checkFieldNames(input)
  return readMessageFields(input as MessageFields, walk)
}

function capsOf(limits: Partial<Limits> | undefined): Limits {
  if (limits === undefined) return LIMITS
  const caps = { ...LIMITS }
  for (const key of Object.keys(LIMITS) as Array<keyof Limits>) {
    const cap = limits[key]
    if (cap === undefined) continue
    if (typeof cap !== 'number' || !(cap >= 0)) throw new TypeError(`limits.${key} must be a number of 0 or more`)
    caps[key] = cap
  }
  return caps
}

function readString(text: string, walk: Walk): Message {
  const kind = kindOf(text)
  if (opensWithHeader(text)) {
    if (kind !== 'unicode') return readBytes(bytesOf(text), walk)
    walk.isHostText = true
    return readBytes(utf8Of(text), walk)
  }
  return readPasted(text, walk)
}

function readBytes(all: Uint8Array, walk: Walk): Message {
  const { limits } = walk
  const bytes = all.length > limits.messageBytes ? all.subarray(0, limits.messageBytes) : all
  const hint = unreadableMessage(bytes)
  if (hint !== undefined) {
    const message = emptyMessage('bytes')
    message.limits.push({ limit: 'unreadable', where: 'message', hint })
    return message
  }
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  // An .eml that an editor saved as UTF-16.
  if (isWide && !walk.isHostText) return readString(decodeBytes(bytes).text, walk)
  const root = newDraft(0)
  if (bytes.length < all.length) addLimit(root.limits, limits, 'messageBytes', 'message')
  walkMessage(bytes, 0, root, walk)
  if (root.fields.length > 0 || bytes.length === 0) return assembleMessage(root, walk)
  return readBare(bytes, root.limits.length > 0, walk)
}

/** Bytes without any header field: a text file with a pasted mail, or no mail at all. */
function readBare(bytes: Uint8Array, isCut: boolean, walk: Walk): Message {
  const { limits } = walk
  const isBinary = bytes.subarray(0, 1024).includes(0)
  const decoded = decodeBytes(bytes.subarray(0, limits.textUnits * 4), undefined, 'text')
  const message = readPasted(decoded.text, walk)
  message.decoding.unshift(...decoded.notes)
  if (isCut) addLimit(message.limits, limits, 'messageBytes', 'message')
  if (isBinary) message.limits.push({ limit: 'unreadable', where: 'message', hint: NO_MAIL })
  return message
}
