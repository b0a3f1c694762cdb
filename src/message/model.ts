/** What a mail is once it is read: the `Message` and its parts. */
import type { LimitHit } from '../limits.ts'

/** Input of `classify` and `parseMessage`: bytes, a string, or the fields a host program already has. */
export type MessageInput = Uint8Array | ArrayBuffer | string | MessageFields

/** A mailbox as host programs hand it over. */
export type MailboxInput = string | { name?: string | undefined; address?: string | undefined }

/** The parts of a message that a host program has; every part is optional. */
export interface MessageFields {
  from?: MailboxInput | MailboxInput[] | undefined
  replyTo?: MailboxInput | MailboxInput[] | undefined
  to?: MailboxInput | MailboxInput[] | undefined
  subject?: string | undefined
  text?: string | undefined
  html?: string | undefined
  /** Raw header lines win over host-decoded fields: a record, name/value pairs, or the raw header block. */
  headers?:
    | Record<string, string | string[]>
    | Iterable<{ name?: string; key?: string; value: string }>
    | string
    | undefined
  attachments?:
    | Array<{
        filename?: string | null | undefined
        contentType?: string | undefined
        mimeType?: string | undefined
        size?: number | undefined
        content?: unknown
      }>
    | undefined
}

/** Why a charset was used: the rung of the ladder in charset.ts. */
export type DecodeReason =
  | 'ascii'
  | 'label'
  | 'escapes'
  | 'lost-escapes'
  | 'bom'
  | 'utf8'
  | 'detected'
  | 'meta'
  | 'host'
  | 'lossy'

/** How one run of bytes became text. */
export interface DecodeNote {
  /** `subject`, `from`, `part 1.2`, `filename`, or empty from `decodeBytes` alone. */
  where: string
  /** The label the mail gave, as written, where it can be one: at most 40 letters, digits and signs of charset names. */
  declared?: string
  /** The charset that was used, by its WHATWG name in lower case. */
  used: string
  why: DecodeReason
  /** How many U+FFFD stand in the text because bytes could not be decoded. */
  replaced: number
}

/** One header field. */
export interface Header {
  /** Lower case. */
  name: string
  /** Unfolded, encoded-words decoded save in authentication results, control characters replaced by blanks. */
  value: string
}

/** One mailbox of an address field. */
export interface Mailbox {
  /** Display name, decoded, without quotes; empty when there is none. */
  name: string
  /** `local@domain`, the domain in lower case ASCII; empty when there is none. */
  address: string
  local: string
  domain: string
}

/** A part that is not body text: named and sized, not decoded. */
export interface Attachment {
  filename: string
  /** Media type in lower case. */
  type: string
  /** Encoded size in bytes. */
  size: number
  /** HTML of an attached page (HTML, SVG, MHTML) up to `Limits.htmlAttachmentBytes`. */
  html?: string
}

/** A forwarded or quoted message that begins inside the text of this one. */
export interface ForwardMark {
  field: 'text' | 'html'
  /** UTF-16 code units into `text` or the visible text of `html`. */
  start: number
}

/** A message as a reader has it. All text fields are empty strings when absent. */
export interface Message {
  /** Where it came from; `fields` and `pasted` have no header block of their own, so checks that need one are skipped. */
  source: 'bytes' | 'fields' | 'pasted' | 'inner'
  /** All fields of the header block, in its order. */
  headers: Header[]
  /** The From field as written, decoded (of several, all, parted by `, `): what `Span.field` `from` counts into. */
  fromText: string
  /** First mailbox of From. */
  from?: Mailbox
  /** All mailboxes of From. */
  fromAll: Mailbox[]
  /** The Sender field. */
  sender?: Mailbox
  /** The Return-Path field: the envelope sender, where the receiving server wrote one. */
  returnPath?: Mailbox
  /** All mailboxes of Reply-To. */
  replyTo: Mailbox[]
  /** All mailboxes of To. */
  to: Mailbox[]
  /** Decoded. */
  subject: string
  /** All text/plain body parts and the words of invitations, joined by a line end; lines end in \n or \r\n as in the mail. */
  text: string
  /** All text/html body parts, joined by a line end. */
  html: string
  /** Parts that are not body text. */
  attachments: Attachment[]
  /** Forwarded and attached messages: message/rfc822 parts first, then plain forwards found in `text`. */
  inner: Message[]
  /** Where a plain forward begins in `text`; what stands before is the sender's own. */
  forward?: ForwardMark
  /** A multipart/report's type (`delivery-status`, `feedback-report`, ...). */
  report?: string
  /** How each part became text. */
  decoding: DecodeNote[]
  /** Caps that were reached. */
  limits: LimitHit[]
}
