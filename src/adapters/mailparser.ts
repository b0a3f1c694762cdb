/** How does a mail that mailparser has parsed come in? */
import type { MessageFields } from '../message/model.ts'
import {
  attachmentsOf,
  compact,
  type HeaderLine,
  linesOf,
  mailboxesOf,
  objectOf,
  type ParsedMailbox,
  textOf,
} from './fields.ts'

/** mailparser's `AddressObject`. */
export interface ParsedAddresses {
  value: readonly ParsedMailbox[]
}

/** What lurebook reads of mailparser's `ParsedMail`. */
export interface ParsedMail {
  headerLines?: readonly HeaderLine[] | undefined
  from?: ParsedAddresses | undefined
  replyTo?: ParsedAddresses | undefined
  to?: ParsedAddresses | readonly ParsedAddresses[] | undefined
  subject?: string | undefined
  text?: string | undefined
  html?: string | false | undefined
  attachments?: readonly object[] | undefined
}

/** `attachments`, `headers` and `headerLines` are in every one. */
const NAMES = ['attachments', 'headers', 'headerLines', 'from', 'replyTo', 'to', 'subject', 'text', 'html']

/**
 * mailparser's `ParsedMail` as input of `classify`. Where the raw bytes are at hand, pass those instead: it is faster, and
 * what mailparser decoded with a wrong charset cannot be mended afterwards.
 *
 * @throws TypeError when `mail` is no such object (a Promise that was not awaited)
 * @example classify(fromMailparser(await simpleParser(stream)))
 */
export function fromMailparser(mail: ParsedMail): MessageFields {
  const parsed = objectOf(mail, 'fromMailparser', 'a ParsedMail of mailparser', NAMES)
  return compact({
    headers: linesOf(parsed.headerLines),
    from: addressesOf(parsed.from),
    replyTo: addressesOf(parsed.replyTo),
    to: addressesOf(parsed.to),
    subject: textOf(parsed.subject),
    text: textOf(parsed.text),
    html: textOf(parsed.html),
    attachments: attachmentsOf(parsed.attachments),
  })
}

/** One `AddressObject`, or a list of them where a field stood several times. */
function addressesOf(value: unknown): ReturnType<typeof mailboxesOf> {
  const lists = (Array.isArray(value) ? value : [value]) as unknown[]
  return mailboxesOf(
    lists.flatMap((list) => {
      const boxes = (list as { value?: unknown } | null | undefined)?.value
      return Array.isArray(boxes) ? (boxes as unknown[]) : []
    }),
  )
}
