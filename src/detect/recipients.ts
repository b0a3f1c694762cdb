/** Whose mail is it: where was it delivered, and whose address may it hold? */

import type { Message } from '../message/model.ts'
import { lowerCase } from '../text/lower.ts'
import type { ClassifyOptions } from './model.ts'

/** The people a mail went to. To is the sender's word: a phisher writes the domain of his link there. */
export interface Recipients {
  /** Whose mail it is, lower case: `options.recipient` alone, else where it was delivered and To. */
  recipients: string[]
  /** Those of `recipients` that somebody else than the sender named. */
  delivered: string[]
  /**
   * Every address of theirs that is known, as it was written: what a URL may carry and a verdict must not. Whom the mail
   * accuses does not depend on it.
   */
  victims: string[]
}

/** Written at delivery. */
const DELIVERY_HEADERS = new Set(['delivered-to', 'x-original-to', 'envelope-to'])
/** Addresses of a kind that are looked at. */
const MOST = 10
/** RFC 5321 §4.5.3.1.3: a path has 256 octets, its brackets among them. */
const ADDRESS_UNITS = 254

/**
 * Where a mail was delivered and to whom it was sent.
 *
 * @param isInner it came inside another mail: the option tells where that one went
 */
export function recipientsOf(message: Message, { recipient = '' }: ClassifyOptions, isInner: boolean): Recipients {
  const known = recipient.includes('@') ? [lowerCase(recipient)] : []
  const victims = new Set<string>()
  if (recipient !== '') victims.add(recipient)
  const isSettled = known.length > 0 && !isInner
  // the last server wrote above its own Received field; what stands below it came with the mail
  let isTop = true
  let to = ''
  for (const { name, value } of message.headers) {
    if (name === 'to') to += ` ${value}`
    if (name === 'received') isTop = false
    if (!DELIVERY_HEADERS.has(name)) continue
    const address = value.trim().replace(/^</, '').replace(/>$/, '')
    if (!address.includes('@') || address.length > ADDRESS_UNITS) continue
    if (isTop && !isSettled) known.push(lowerCase(address))
    isTop = false
    if (victims.size < MOST) victims.add(address)
  }
  const recipients = new Set(known)
  for (const { address } of message.to.slice(0, MOST)) {
    if (address === '') continue
    victims.add(asWritten(address, to))
    if (!isSettled) recipients.add(lowerCase(address))
  }
  return { recipients: [...recipients], delivered: known, victims: [...victims] }
}

/** An address as its field has it: of a mailbox the domain is in lower case, but kits encode the line of their list. */
function asWritten(address: string, field: string): string {
  if (field.includes(address)) return address
  const at = lowerCase(field).indexOf(lowerCase(address))
  return at < 0 ? address : field.slice(at, at + address.length)
}
