/** What of the contributor's mail is the lure? The mail itself, or the one that a forward carries. */
import type { CompiledCorpus } from '../../../src/corpus/compile.ts'
import { type Mail, seeMail } from '../../../src/detect/mail.ts'
import { parseMessage } from '../../../src/message/message.ts'
import type { Message, MessageInput } from '../../../src/message/model.ts'

/** A mail as a lure is made of it. */
export interface Shown {
  /** The lure's own message. */
  message: Message
  mail: Mail
  /** The message that carries it, when it was forwarded: its sender is the contributor. */
  carrier?: Message
  /** What a reader sees, without characters that take no room. */
  text: string
}

/** Code units of text above which a mail that carries another says something of its own. */
const REMARK = 400

/** Reads a mail. */
export function showMail(input: MessageInput, corpus: CompiledCorpus): Shown {
  const outer = parseMessage(input)
  const seen = seeMail(outer, corpus, {})
  const [inner] = outer.inner
  if (inner && longestText(seen).trim().length < REMARK) {
    const mail = seeMail(inner, corpus, {})
    return { message: inner, mail, carrier: outer, text: cleanText(mail) }
  }
  return { message: outer, mail: seen, text: cleanText(seen) }
}

/** Of a multipart/alternative the part that says more: the other is often a stub. */
const longestText = ({ bodies }: Mail): string =>
  bodies.map(({ text }) => text).reduce((a, b) => (b.length > a.length ? b : a), '')

const cleanText = (mail: Mail): string => longestText(mail).replace(/\p{Default_Ignorable_Code_Point}/gu, '')
