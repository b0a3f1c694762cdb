/** What do three parsers read in the same bytes, in one shape? */
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { extractLinks } from '../../src/link/find.ts'
import { parseMessage } from '../../src/message/message.ts'
import type { Message } from '../../src/message/model.ts'
import { visibleText } from '../../src/text/html.ts'

export const FIELDS = ['subject', 'from', 'to', 'text', 'html', 'links', 'files'] as const
export type ReadingField = (typeof FIELDS)[number]
export type Reading = Record<ReadingField, string>
export type Peer = 'postal-mime' | 'mailparser'

/** Ours, and each other parser's. */
export interface Readings {
  message: Message
  ours: Reading
  peers: Record<Peer, Reading>
}

interface Box {
  name?: string | undefined
  address?: string | undefined
}

/** Runs of blanks count as one: parsers differ in line ends, and nobody reads those. */
function flat(text: string | false | undefined | null): string {
  return (text || '').replace(/[\s\u3000]+/g, ' ').trim()
}

function boxes(list: Box[]): string {
  return list.map((box) => `${flat(box.name)} <${(box.address ?? '').toLowerCase()}>`.trim()).join(', ')
}

function linksOf(text: string, html: string): string {
  const hrefs = html === '' ? [] : visibleText(html).links.map((link) => link.href)
  return [...new Set([...hrefs, ...extractLinks(text).map((link) => link.url)])].sort().join(' ')
}

function reading(parts: {
  subject?: string | undefined
  from: Box[]
  to: Box[]
  text: string
  html: string
  files: string[]
}): Reading {
  return {
    subject: flat(parts.subject),
    from: boxes(parts.from.slice(0, 1)),
    to: boxes(parts.to),
    text: flat(parts.text),
    html: flat(parts.html),
    links: linksOf(parts.text, parts.html),
    files: parts.files.join(' | '),
  }
}

/** Reads a mail with all three. A parser that throws reads nothing but its error. */
export async function readAll(mail: Uint8Array): Promise<Readings> {
  const message = parseMessage(mail)
  const ours = reading({
    subject: message.subject,
    from: message.fromAll,
    to: message.to,
    text: message.text,
    html: message.html,
    files: message.attachments.map((file) => file.filename),
  })
  return { message, ours, peers: { 'postal-mime': await readPostal(mail), mailparser: await readMailparser(mail) } }
}

async function readPostal(mail: Uint8Array): Promise<Reading> {
  const email = await PostalMime.parse(mail, { forceRfc822Attachments: true })
  const flatten = (list: Array<Box & { group?: Box[] | undefined }> | undefined): Box[] =>
    (list ?? []).flatMap((box) => box.group ?? [box])
  return reading({
    subject: email.subject,
    from: flatten(email.from ? [email.from] : []),
    to: flatten(email.to),
    text: email.text ?? '',
    html: email.html ?? '',
    files: email.attachments.map((file) => file.filename ?? ''),
  })
}

async function readMailparser(mail: Uint8Array): Promise<Reading> {
  const options = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true }
  const email = await simpleParser(Buffer.from(mail), options)
  const flatten = (list: Array<Box & { group?: Box[] | undefined }> | undefined): Box[] =>
    (list ?? []).flatMap((box) => box.group ?? [box])
  const to = email.to === undefined ? [] : Array.isArray(email.to) ? email.to : [email.to]
  return reading({
    subject: email.subject,
    from: flatten(email.from?.value),
    to: to.flatMap((list) => flatten(list.value)),
    text: email.text ?? '',
    html: email.html || '',
    files: email.attachments.map((file) => file.filename ?? ''),
  })
}
