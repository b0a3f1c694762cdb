/** What is a mail to the counterfactual tests? The fields of a lure, with the brand that it claims. */

import { parseMessage } from '../../src/message/message.ts'
import type { Mailbox, Message, MessageFields, MessageInput } from '../../src/message/model.ts'

/** A lure as fields, with what the measurement knows of it. */
export interface Letter {
  id: string
  campaign: string
  /** Which half of the families it belongs to; `fixture` for the lures of the repository. */
  half: 'even' | 'odd' | 'fixture'
  /** Corpus id of the brand it imitates; empty where there is none. */
  brand: string
  from: { name: string; address: string }
  replyTo: string
  to: string
  subject: string
  text: string
  html: string
}

/** What `classify` takes. */
export function fieldsOf(letter: Letter): MessageFields {
  const { from, replyTo, to, subject, text, html } = letter
  return {
    ...((from.name !== '' || from.address !== '') && { from }),
    ...(replyTo !== '' && { replyTo }),
    ...(to !== '' && { to }),
    ...(subject !== '' && { subject }),
    ...(text !== '' && { text }),
    ...(html !== '' && { html }),
  }
}

/**
 * A message as a letter. What list software did is undone, because the fields of a letter hold no List-Id by which a reader
 * could know: From replaced by the list (`X via list <list@…>`, RFC 7960 4.1.3.1), the list's footer under the text.
 */
export function letterOf(input: MessageInput, known: Pick<Letter, 'id' | 'campaign' | 'half' | 'brand'>): Letter {
  const message = parseMessage(input)
  const listed = message.headers.some((h) => h.name.startsWith('list-'))
  const author = listed ? authorOf(message) : message.from
  return {
    ...known,
    from: author ?? { name: '', address: '' },
    replyTo: author === message.from ? (message.replyTo[0]?.address ?? '') : '',
    to: message.to[0]?.address ?? '',
    subject: message.subject,
    text: listed ? message.text.replace(/(^|\n)_{40,}\r?\n[\s\S]*$/, '$1') : message.text,
    html: message.html,
  }
}

function authorOf(message: Message): Pick<Mailbox, 'name' | 'address'> | undefined {
  const { from } = message
  const via = from?.name.lastIndexOf(' via ') ?? -1
  const author = message.replyTo[0]
  if (!from || via < 0 || !author) return from
  return { name: from.name.slice(0, via), address: author.address }
}

/** Numbers from 0 to 1 that are the same in each run for the same seed (mulberry32 over an FNV-1a hash). */
export function randomOf(seed: string): () => number {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
