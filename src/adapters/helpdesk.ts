/** How does a ticket come in: a pasted or forwarded mail with a subject, a text, and no headers? */
import type { MailboxInput, MessageFields } from '../message/model.ts'
import { compact, mailboxesOf, objectOf, textOf } from './fields.ts'

/** The names that helpdesk programs give to a ticket's parts; all optional, the first that holds a text is read. */
export interface HelpdeskTicket {
  subject?: string | null | undefined
  title?: string | null | undefined
  /** Plain text. */
  text?: string | null | undefined
  plain_body?: string | null | undefined
  body_text?: string | null | undefined
  description_text?: string | null | undefined
  /** HTML. */
  html?: string | null | undefined
  html_body?: string | null | undefined
  body_html?: string | null | undefined
  /** Either, told apart by what it holds. */
  body?: string | null | undefined
  description?: string | null | undefined
  /** The sender of the mail in question; leave it out when it is only the customer who opened the ticket. */
  from?: MailboxInput | null | undefined
}

type Names = ReadonlyArray<keyof HelpdeskTicket>
const SUBJECTS: Names = ['subject', 'title']
const EITHER: Names = ['body', 'description']
const TEXTS: Names = ['text', 'plain_body', 'body_text', 'description_text']
const HTMLS: Names = ['html', 'html_body', 'body_html']

/**
 * A ticket as input of `classify`: checks that need headers are named in `skipped`. A ticket that holds only a pasted mail
 * is read as one, with its `件名:` and `差出人:` lines.
 *
 * @throws TypeError when `ticket` is no object, or has none of these names
 * @example classify(fromHelpdesk({ subject: ticket.subject, html_body: comment.html_body }))
 */
export function fromHelpdesk(ticket: HelpdeskTicket): MessageFields | string {
  const parts = objectOf(ticket, 'fromHelpdesk', 'a ticket', [...SUBJECTS, ...EITHER, ...TEXTS, ...HTMLS, 'from'])
  const first = (names: Names): string | undefined => {
    for (const name of names) {
      const text = textOf(parts[name])
      if (text !== undefined && text.trim() !== '') return text
    }
    return undefined
  }
  const subject = first(SUBJECTS)
  const either = first(EITHER)
  const isMarkup = either !== undefined && /<(?:p|br|div|a|html|body|table|span)[\s/>]/i.test(either.slice(0, 20_000))
  const text = first(TEXTS) ?? (isMarkup ? undefined : either)
  const html = first(HTMLS) ?? (isMarkup ? either : undefined)
  const from = mailboxesOf(parts.from)
  if (subject === undefined && html === undefined && from === undefined) return text ?? ''
  return compact({ from, subject, text, html })
}
