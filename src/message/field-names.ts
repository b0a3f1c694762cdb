/** Does an object hold the fields of a message, or is it something that a host program passed by mistake? */
import { isPromise, lacks, received } from '../received.ts'
import type { MessageFields } from './model.ts'

const NAMES: ReadonlyArray<keyof MessageFields> = [
  'from',
  'replyTo',
  'to',
  'subject',
  'text',
  'html',
  'headers',
  'attachments',
]
const KNOWN: ReadonlySet<string> = new Set(NAMES)
/** Each name as it stands when case, hyphens and underscores are left out. */
const SPELLED: ReadonlyMap<string, keyof MessageFields> = new Map(NAMES.map((name) => [name.toLowerCase(), name]))
/** What other programs call the body; read by nobody here, so that the lure in it would be `none`. */
const BODIES = new Set(['body', 'bodytext', 'bodyplain', 'bodyhtml', 'textbody', 'plainbody', 'htmlbody', 'content'])

/**
 * Refuses what is no message. Other keys beside a known one are let be: parsers add `date`, `cc` or `inReplyTo`, and some
 * only to some mails, which must not make a gateway throw. What is refused depends on a program's spelling alone.
 *
 * @throws TypeError for a Promise, for an object without any field, for a field that is spelled in another way
 *   (`Subject`, `reply_to`) and for a body under a name that is not read (`body`) where neither `text` nor `html` is there
 */
export function checkFieldNames(input: object): void {
  if (isPromise(input)) throw new TypeError('the message is a Promise: await it first')
  for (const key of Object.keys(input)) {
    if (KNOWN.has(key) || key.length > 20) continue
    const plain = key.replace(/[-_ ]/g, '').toLowerCase()
    const meant = SPELLED.get(plain)
    if (meant !== undefined && !(meant in input))
      throw new TypeError(`${key} is no field of a message: write ${meant}; the fields are ${NAMES.join(', ')}`)
    if (BODIES.has(plain) && !('text' in input) && !('html' in input))
      throw new TypeError(`${key} is no field of a message: a body is text or html; the fields are ${NAMES.join(', ')}`)
  }
  if (lacks(input, NAMES))
    throw new TypeError(`the message must have one of the fields ${NAMES.join(', ')}; received ${received(input)}`)
}
