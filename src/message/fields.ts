/** What message do the fields make that a host program hands over? */
import { lacks, received } from '../received.ts'
import { withLineFeeds } from './body.ts'
import { bytesOf, kindOf, trimmed, utf8Of } from './bytes.ts'
import { decodeBytes } from './charset.ts'
import { addLimit, newDraft, type RawField, type Walk } from './draft.ts'
import { splitForwards } from './forward-split.ts'
import { emptyMessage, readFields } from './head.ts'
import { unfolded } from './header-fields.ts'
import { readHostFiles } from './host-files.ts'
import { walkMessage } from './mime.ts'
import type { MailboxInput, Message, MessageFields } from './model.ts'
import { setText } from './pasted.ts'

/**
 * Reads `MessageFields`. Raw header lines win over decoded fields, because hosts decode Japanese subjects wrongly; a decoded
 * field fills in where there is no header line.
 *
 * @throws TypeError for a field of a wrong type.
 */
export function readMessageFields(input: MessageFields, walk: Walk): Message {
  const message = emptyMessage('fields')
  const fields = headerFields(input.headers, message, walk)
  const given: Array<[string, string]> = [
    ['from', mailboxText(input.from, 'from')],
    ['reply-to', mailboxText(input.replyTo, 'replyTo')],
    ['to', mailboxText(input.to, 'to')],
    ['subject', stringOf(input.subject, 'subject')],
  ]
  const byHeader = new Set(fields.filter((field) => field.raw !== '').map((field) => field.name))
  for (const [name, value] of given) {
    if (value !== '' && !byHeader.has(name))
      fields.push({ name, raw: repaired(cut(value, name, message, walk), name, message), isText: true })
  }
  readFields(message, fields, walk)
  setText(message, 'text', hostText(stringOf(input.text, 'text'), 'text', message), walk)
  setText(message, 'html', hostText(stringOf(input.html, 'html'), 'html', message), walk)
  readHostFiles(input.attachments, message, walk)
  splitForwards(message, 0, walk)
  return message
}

function stringOf(value: unknown, name: string): string {
  if (value === undefined || value === null || value === false) return ''
  if (typeof value !== 'string') throw new TypeError(`${name} must be a string, received ${typeof value}`)
  return value
}

function cut(text: string, name: string, message: Message, walk: Walk): string {
  const most = walk.limits.headerBytes
  if (text.length <= most) return text
  addLimit(message.limits, walk.limits, 'headerBytes', `header ${name.slice(0, 40)}`)
  return text.slice(0, most)
}

const MAILBOX = ['name', 'address']

/** Mailboxes as an address field. */
function mailboxText(input: MailboxInput | MailboxInput[] | undefined | null, name: string): string {
  if (input === undefined || input === null) return ''
  const parts: string[] = []
  for (const box of Array.isArray(input) ? input : [input]) {
    if (typeof box === 'string') parts.push(box)
    else if (typeof box === 'object' && box !== null && !lacks(box, MAILBOX)) {
      const address = stringOf(box.address, `${name}.address`)
      const shown = stringOf(box.name, `${name}.name`)
      const quoted = `"${shown.replace(/["\\]/g, '\\$&')}"`
      parts.push(address === '' ? quoted : shown === '' ? address : `${quoted} <${address}>`)
    } else throw new TypeError(`${name} must be a string or { name, address }, received ${received(box)}`)
  }
  return parts.join(', ')
}

/** Header lines in any of their forms, in order. */
function headerFields(input: MessageFields['headers'] | null, message: Message, walk: Walk): RawField[] {
  const fields: RawField[] = []
  const add = (name: unknown, value: unknown): void => {
    if (typeof name !== 'string') return
    if (Array.isArray(value)) for (const one of value) add(name, one)
    else if (typeof value !== 'string') return
    else if (fields.length >= walk.limits.headers) addLimit(message.limits, walk.limits, 'headers', 'header')
    else {
      const lower = name.trim().toLowerCase()
      fields.push({ name: lower, raw: trimmed(unfolded(cut(value, lower, message, walk))) })
    }
  }
  if (input === undefined || input === null) return fields
  if (typeof input === 'string') {
    const draft = newDraft(0)
    const isText = kindOf(input) === 'unicode'
    walkMessage(isText ? utf8Of(input) : bytesOf(input), 0, draft, { ...walk, parts: 0, inner: 0 })
    message.limits.push(...draft.limits)
    return draft.fields
  }
  if (typeof input !== 'object')
    throw new TypeError(`headers must be a record, a list or a string, received ${typeof input}`)
  if (Symbol.iterator in input) {
    for (const entry of input as Iterable<unknown>) {
      if (Array.isArray(entry)) add(entry[0], entry[1])
      else if (typeof entry === 'object' && entry !== null) {
        const line = entry as { name?: unknown; key?: unknown; value?: unknown }
        add(line.name ?? line.key, line.value)
      }
    }
  } else for (const [name, value] of Object.entries(input)) add(name, value)
  return fields
}

/** C1 controls and escape sequences stand in no text: the host handed over bytes it did not decode. */
function isUndecoded(text: string): boolean {
  const kind = kindOf(text)
  if (kind === 'unicode') return false
  if (text.includes('\x1b$') || text.includes('\x1b(')) return true
  if (kind === 'ascii') return false
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80 && text.charCodeAt(i) < 0xa0) return true
  return false
}

function repaired(text: string, where: string, message: Message): string {
  if (!isUndecoded(text)) return text
  const decoded = decodeBytes(bytesOf(text), undefined, where)
  message.decoding.push(...decoded.notes)
  return decoded.text
}

/** A body from the host, with a note that says how many characters it lost. */
function hostText(text: string, where: string, message: Message): string {
  if (text === '') return ''
  if (isUndecoded(text)) return repaired(text, where, message)
  let replaced = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced++
  message.decoding.push({ where, used: 'utf-16', why: 'host', replaced })
  return withLineFeeds(text)
}
