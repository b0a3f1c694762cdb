/** What do the parsers of host programs have in common? Raw header lines, mailboxes, and parts that may be missing. */

import { contentOf } from '../message/content.ts'
import type { MailboxInput, MessageFields } from '../message/model.ts'
import { isPromise, lacks, received } from '../received.ts'

/** A mailbox of a parser; groups hold more of them. */
export interface ParsedMailbox {
  name?: string | undefined
  address?: string | undefined
  group?: readonly ParsedMailbox[] | undefined
}

/** A header line as it stood in the mail: name in lower case, and the whole line with its name. */
export interface HeaderLine {
  key: string
  line: string
}

/**
 * The object, or a TypeError that names the adapter.
 *
 * @param names what the host's objects have; one that has none of them is something else
 */
export function objectOf(
  value: unknown,
  adapter: string,
  expected: string,
  names: readonly string[],
): Record<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
  if (isObject && !isPromise(value) && !lacks(value, names)) return value as Record<string, unknown>
  throw new TypeError(`${adapter}: expected ${expected}, received ${received(value)}`)
}

/** A text, or undefined for whatever a host puts where there is none (`false`, `null`). */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Mailboxes in the shape of `MessageFields`; groups are opened once, and what is no mailbox is left out. */
export function mailboxesOf(value: unknown): MailboxInput[] | undefined {
  const boxes: MailboxInput[] = []
  const add = (one: unknown, deep: boolean): void => {
    if (typeof one === 'string') boxes.push(one)
    else if (typeof one === 'object' && one !== null) {
      const { name, address, group } = one as { name?: unknown; address?: unknown; group?: unknown }
      if (Array.isArray(group) && deep) for (const member of group) add(member, false)
      else if (typeof name === 'string' || typeof address === 'string')
        boxes.push({ name: textOf(name), address: textOf(address) })
    }
  }
  for (const one of Array.isArray(value) ? value : [value]) add(one, true)
  return boxes.length > 0 ? boxes : undefined
}

/** Header lines as name and raw value; undefined when the parser kept none. */
export function linesOf(value: unknown): Array<{ name: string; value: string }> | undefined {
  if (!Array.isArray(value)) return undefined
  const lines: Array<{ name: string; value: string }> = []
  for (const entry of value as unknown[]) {
    const { key, line } = (entry ?? {}) as { key?: unknown; line?: unknown }
    if (typeof key !== 'string' || typeof line !== 'string') continue
    lines.push({ name: key, value: line.slice(line.indexOf(':') + 1) })
  }
  return lines.length > 0 ? lines : undefined
}

/** Attachments, named and sized; what lurebook reads (pages, mails, invitations, texts) goes along. */
export function attachmentsOf(value: unknown): MessageFields['attachments'] {
  if (!Array.isArray(value)) return undefined
  return (value as unknown[])
    .filter((entry) => typeof entry === 'object' && entry !== null)
    .map((entry) => {
      const { filename, contentType, mimeType, size, content } = entry as Record<string, unknown>
      const type = textOf(mimeType) ?? textOf(contentType)
      return {
        filename: textOf(filename),
        contentType: type,
        ...(typeof size === 'number' && { size }),
        ...(isRead(type, textOf(filename)) && { content }),
      }
    })
}

/** Pictures and documents stay behind: a host would keep their bytes for nothing. */
function isRead(type: string | undefined, filename: string | undefined): boolean {
  if (type === undefined || /^(text|message)\/|html|octet|svg|hta|mime|ics/i.test(type)) return true
  return contentOf(type, filename ?? '', true) !== undefined
}

/** The fields without those that are undefined. */
export function compact(fields: MessageFields): MessageFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as MessageFields
}
