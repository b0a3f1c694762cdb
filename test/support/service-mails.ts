/** The mails of hosts, IT desks and their imitators in test/mails. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { MessageFields } from '../../src/message/model.ts'

/** One entry of test/mails/service-*.yaml. */
export interface ServiceMail {
  id: string
  kind: 'lure' | 'notice' | 'warning'
  about: string
  message: MessageFields
}

/** Reads a file of test/mails. */
export function serviceMails(file: string): ServiceMail[] {
  const entries = parse(readFileSync(join(import.meta.dirname, '../mails', file), 'utf8')) as Array<
    Record<string, string>
  >
  return entries.map((e) => ({
    id: e.id ?? '',
    kind: e.kind as ServiceMail['kind'],
    about: e.about ?? '',
    message: {
      from: e.from,
      replyTo: e.replyTo,
      to: e.to,
      subject: e.subject,
      text: e.text,
      html: e.html,
      ...(e.authentication && {
        headers: {
          'Authentication-Results': `mx.client.example.jp; ${e.authentication}`,
          From: e.from ?? '',
          To: e.to ?? '',
          ...(e.replyTo && { 'Reply-To': e.replyTo }),
        },
      }),
      ...(e.attachmentHtml && {
        attachments: [{ filename: 'attachment.html', contentType: 'text/html', content: e.attachmentHtml }],
      }),
    },
  }))
}
