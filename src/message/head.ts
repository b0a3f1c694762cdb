/** How do header fields fill a message? */
import { parseAddresses } from './address.ts'
import { addLimit, type RawField, type Walk } from './draft.ts'
import { decodeRaw, decodeValue, hasLostEscape, readable, serverValue } from './header-text.ts'
import type { DecodeNote, Header, Mailbox, Message } from './model.ts'
import { decodeWords } from './words.ts'

/** A message with nothing in it. */
export function emptyMessage(source: Message['source']): Message {
  return {
    source,
    headers: [],
    fromText: '',
    fromAll: [],
    replyTo: [],
    to: [],
    subject: '',
    text: '',
    html: '',
    attachments: [],
    inner: [],
    decoding: [],
    limits: [],
  }
}

/** From fields that are read; no mail needs two (RFC 5322 §3.6). */
const AUTHORS = 4

/** Fields whose mailboxes are read. */
const ADDRESSES = new Set(['from', 'sender', 'return-path', 'reply-to', 'to'])

/**
 * Decodes header fields, and takes those out that have a place of their own.
 *
 * @param label The charset of the body: what raw 8-bit fields are most likely in.
 */
export function readFields(message: Message, fields: RawField[], walk: Walk, label?: string): void {
  let subject: Header | undefined
  const authors: string[] = []
  const addressed: RawField[] = []
  for (const field of fields) {
    const header = { name: field.name, value: shownValue(field, label, message.decoding) }
    message.headers.push(header)
    if (header.name === 'subject') subject ??= header
    else if (ADDRESSES.has(header.name)) {
      addressed.push(field)
      if (header.name === 'from') authors.push(header.value)
    }
  }
  message.subject = subject?.value ?? ''
  // Of two From fields readers show the first, the last or both.
  message.fromText = authors.length < 2 ? (authors[0] ?? '') : authors.slice(0, AUTHORS).join(', ')
  const mailboxes = (name: string): Mailbox[] => {
    const boxes: Mailbox[] = []
    const hit = (): void => addLimit(message.limits, walk.limits, 'addresses', name)
    for (const field of addressed) {
      if (field.name !== name) continue
      const left = walk.limits.addresses - boxes.length
      for (const box of parseAddresses(decodedField(field, label), left, hit)) boxes.push(box)
    }
    return boxes
  }
  message.fromAll = mailboxes('from')
  const from = message.fromAll[0]
  if (from !== undefined) message.from = from
  const sender = mailboxes('sender')[0]
  if (sender !== undefined) message.sender = sender
  const returnPath = mailboxes('return-path')[0]
  if (returnPath !== undefined) message.returnPath = returnPath
  message.replyTo = mailboxes('reply-to')
  message.to = mailboxes('to')
}

/**
 * Fields in which a server quotes the envelope sender: encoded-words are no words there (RFC 2047, 5), and decoded,
 * `=?utf-8?q?a=3B_dmarc=3Dpass?=@a.example` would be another result.
 */
const BY_SERVERS = new Set(['authentication-results', 'arc-authentication-results', 'received-spf'])

/** What a reader sees of a field. */
function shownValue(field: RawField, label: string | undefined, notes: DecodeNote[]): string {
  if (field.isPlain && !hasLostEscape(field.raw)) {
    if (!field.raw.includes('=?') || BY_SERVERS.has(field.name)) return field.raw
    return readable(decodeWords(field.raw, field.name, notes))
  }
  if (BY_SERVERS.has(field.name)) return serverValue(field.raw)
  if (field.isText) return readable(decodeWords(field.raw, field.name, notes))
  return decodeValue(field.raw, label, field.name, notes)
}

/** A field as the address reader wants it: raw bytes decoded, encoded-words not. */
function decodedField(field: RawField, label: string | undefined): string {
  if (field.isText || (field.isPlain && !hasLostEscape(field.raw))) return field.raw
  return decodeRaw(field.raw, label, field.name, [])
}
