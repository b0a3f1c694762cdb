/** Who received the mail? Their names, and the parts of their addresses, as words that must not be published. */
import { parseAddresses } from '../../../src/message/address.ts'
import type { Message } from '../../../src/message/model.ts'
import { partsOfName } from '../personal/spans.ts'

/** Header fields that name a recipient. */
const FIELDS = [
  ...['to', 'cc', 'bcc', 'resent-to', 'resent-cc', 'apparently-to', 'delivered-to', 'x-delivered-to', 'envelope-to'],
  ...[
    'x-envelope-to',
    'x-original-to',
    'x-rcpt-to',
    'x-forwarded-to',
    'x-forwarded-for',
    'x-recipient',
    'list-id',
    'list-post',
  ],
  ...['x-beenthere', 'x-mailman-original-to', 'disposition-notification-to'],
]
const RECIPIENTS = 50

/** Local parts that stand for a role. */
const ROLES = new Set(['info', 'support', 'admin', 'mail', 'contact', 'sales', 'office', 'webmaster', 'postmaster'])
/** Labels of a domain that name nobody. */
const LABELS = new Set('co ne or ac go ed lg gr com net org edu gov jp www mail lists list example'.split(' '))

/**
 * Collects them from the header fields that name recipients, and from what mail servers wrote into Received.
 *
 * @param message from `parseMessage`
 * @param brandNames names and labels of the brand: a mail to its own address must not hide its name
 * @returns words, each once
 */
export function recipientWords(message: Message, brandNames: ReadonlySet<string>): string[] {
  const words = new Set<string>()
  const addAddress = (address: string): void => {
    const [local = '', domain = ''] = address.toLowerCase().split('@')
    if (domain === '') return
    words.add(address.toLowerCase())
    words.add(domain)
    if (!ROLES.has(local)) for (const part of [local, ...local.split(/[._+-]/)]) if (part.length >= 3) words.add(part)
    for (const label of domain.split('.')) if (label.length >= 4 && !LABELS.has(label)) words.add(label)
  }
  const add = (name: string, address: string): void => {
    for (const part of partsOfName(name.replace(/["'“”]/g, ' '))) words.add(part)
    addAddress(address)
  }
  for (const { name, address } of message.to) add(name, address)
  for (const { name, value } of message.headers) {
    if (FIELDS.includes(name)) for (const box of parseAddresses(value, RECIPIENTS)) add(box.name, box.address)
    // Received: ... for <taro@customer.example>; RFC 5321 4.4
    if (name === 'received') {
      const at = value.indexOf(' for ')
      const found = at < 0 ? undefined : /[^\s<>;]{1,64}@[^\s<>;]{1,253}/.exec(value.slice(at, at + 330))
      if (found) addAddress(found[0])
    }
  }
  return [...words].filter((word) => !brandNames.has(word))
}
