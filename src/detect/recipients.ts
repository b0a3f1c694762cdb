/** Whose mail is it: where was it delivered, and whose address may it hold? */

import { ADDRESS_UNITS } from '../link/victim-forms.ts'
import { parseAddresses } from '../message/address.ts'
import type { Message } from '../message/model.ts'
import { lowerCase } from '../text/lower.ts'
import type { ClassifyOptions } from './model.ts'

/** The people a mail went to. To is the sender's word: a phisher writes the domain of his link there. */
export interface Recipients {
  /**
   * Whose mail it is, lower case: `options.recipient` alone, else where it was delivered and To. The list in To that brought
   * the mail is one too, because it puts links to its own site below each.
   */
  recipients: string[]
  /** Those of `recipients` that somebody else than the sender named. */
  delivered: string[]
  /** All of them, and those that the mail names besides a given one, as they were written. */
  addressed: string[]
  /**
   * Every address of theirs that is known, those in Cc too, as it was written: what a URL may carry and a verdict must not. No link or sender
   * is trusted for its domain.
   */
  victims: string[]
}

/** Written at delivery. */
const DELIVERY_HEADERS = new Set(['delivered-to', 'x-original-to', 'envelope-to'])
const LIST_HEADERS = new Set(['list-id', 'list-post'])
/** What of them is looked at. */
const LIST_UNITS = 1_000
/** Addresses of a kind that are looked at. */
const MOST = 10
/** So much of To and of Cc is searched for an address as it was written. */
const FIELD_UNITS = 10_000

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
  let cc = ''
  let lists = ''
  for (const { name, value } of message.headers) {
    if (name === 'to') to = `${to} ${value}`.slice(0, FIELD_UNITS)
    else if (isSettled && LIST_HEADERS.has(name) && lists.length < LIST_UNITS) lists += `${value.slice(0, LIST_UNITS)} `
    if (name === 'cc') cc = `${cc},${value}`.slice(0, FIELD_UNITS)
    if (name === 'received') isTop = false
    if (!DELIVERY_HEADERS.has(name)) continue
    const address = value.trim().replace(/^</, '').replace(/>$/, '')
    if (!address.includes('@') || address.length > ADDRESS_UNITS) continue
    if (isTop && !isSettled) known.push(lowerCase(address))
    isTop = false
    if (victims.size < MOST) victims.add(address)
  }
  const recipients = new Set(known)
  for (const { address, local, domain } of message.to.slice(0, MOST)) {
    if (address === '') continue
    victims.add(asWritten(address, to))
    if (!isSettled || isList(lists, lowerCase(local), domain)) recipients.add(lowerCase(address))
  }
  const addressed = [...victims]
  if (cc !== '')
    for (const { address } of parseAddresses(cc, MOST)) if (address !== '') victims.add(asWritten(address, cc))
  return { recipients: [...recipients], delivered: known, addressed, victims: cc === '' ? addressed : [...victims] }
}

/** RFC 2919: `Name <users.lists.example.org>`; RFC 2369: `<mailto:users@lists.example.org>`. */
function isList(fields: string, local: string, domain: string): boolean {
  if (fields === '') return false
  const lower = lowerCase(fields)
  return lower.includes(`<${local}.${domain}>`) || lower.includes(`<mailto:${local}@${domain}>`)
}

/** An address as its field has it: of a mailbox the domain is in lower case, but kits encode the line of their list. */
function asWritten(address: string, field: string): string {
  if (field.includes(address)) return address
  const at = lowerCase(field).indexOf(lowerCase(address))
  return at < 0 ? address : field.slice(at, at + address.length)
}
