/** How does a mail that postal-mime has parsed come in? */
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

/** What lurebook reads of postal-mime's `Email`; an `Email` of version 1 to 4 fits. */
export interface PostalMimeEmail {
  headers?: ReadonlyArray<{ key: string; value: string }> | undefined
  /** Since version 2.5. */
  headerLines?: readonly HeaderLine[] | undefined
  from?: ParsedMailbox | undefined
  replyTo?: readonly ParsedMailbox[] | undefined
  to?: readonly ParsedMailbox[] | undefined
  subject?: string | undefined
  text?: string | undefined
  html?: string | undefined
  attachments?: readonly object[] | undefined
}

/** `headers` and `attachments` are in every one. */
const NAMES = ['headers', 'attachments', 'headerLines', 'from', 'replyTo', 'to', 'subject', 'text', 'html']

/**
 * A postal-mime `Email` as input of `classify`. Where the raw bytes are at hand, pass those instead: postal-mime has
 * decoded the bodies with the charset that the mail names, and a wrong one cannot be mended afterwards.
 *
 * @throws TypeError when `email` is no such object (a Promise that was not awaited)
 * @example classify(fromPostalMime(await PostalMime.parse(raw)))
 */
export function fromPostalMime(email: PostalMimeEmail): MessageFields {
  const mail = objectOf(email, 'fromPostalMime', 'an Email of postal-mime', NAMES)
  const headers = linesOf(mail.headerLines) ?? (Array.isArray(mail.headers) ? (mail.headers as never) : undefined)
  return compact({
    headers,
    from: mailboxesOf(mail.from),
    replyTo: mailboxesOf(mail.replyTo),
    to: mailboxesOf(mail.to),
    subject: textOf(mail.subject),
    text: textOf(mail.text),
    html: textOf(mail.html),
    attachments: attachmentsOf(mail.attachments),
  })
}
