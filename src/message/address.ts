/** Which mailboxes does an address field name, however it is broken? */
import { toAsciiHost } from '../link/host.ts'
import { addressTokens } from './address-tokens.ts'
import { kindOf, trimmed, withoutControls } from './bytes.ts'
import type { Mailbox } from './model.ts'
import { decodeWords } from './words.ts'

/** A mailbox while it is read: encoded-words are still in it. */
interface Draft {
  /** What stands before and between the `<...>`, quotes gone; the address too when it has no brackets. */
  text: string
  /** What stands after the last `<...>`. */
  after: string
  /** Content of the last `<...>` that holds an at-sign. */
  angle: string | undefined
  /** An at-sign stands in `text`. */
  at: boolean
  quoted: boolean
  /** Name of the group that it stands in: programs show it where a member has no name of its own. */
  group: string
}

/**
 * Reads an address field.
 *
 * Follows what mail programs show, not the grammar: in `support@kagoya.jp <x@evil.example>` the first part is the display
 * name; of two `<...>` the last is the address; a quote that never closes is dropped; a comma in an unquoted name belongs to
 * the name; `＜` and `＠` do where no ASCII ones are.
 *
 * @param field The field with raw bytes decoded (`decodeRaw`), encoded-words not.
 * @param most Mailboxes after which reading stops.
 * @param hit Called when `most` was reached.
 * @returns The mailboxes; none for an empty field or an empty group. One without an at-sign has an empty address.
 * @example parseAddresses('"名前"<a@b.example>', 10)[0].name // '名前'
 */
export function parseAddresses(field: string, most: number, hit?: () => void): Mailbox[] {
  const drafts: Draft[] = []
  const hasGroups = field.includes(':') && field.includes(';')
  let group = ''
  let draft: Draft = { text: '', after: '', angle: undefined, at: false, quoted: false, group }
  const end = (): void => {
    const last = drafts[drafts.length - 1]
    if (last !== undefined && last.angle === undefined && !last.at && !last.quoted && draft.angle !== undefined) {
      // `KAGOYA JAPAN, Inc. <x@y>`: the name should have been quoted.
      draft.text = `${trimmed(last.text)}, ${trimmed(draft.text)}`
      drafts.pop()
    }
    if (draft.angle !== undefined || trimmed(draft.text) !== '') drafts.push(draft)
    draft = { text: '', after: '', angle: undefined, at: false, quoted: false, group }
  }
  const add = (text: string): void => {
    if (draft.angle === undefined) {
      draft.text += text
      draft.at ||= text.includes('@')
    } else draft.after += text
  }
  for (const token of addressTokens(field)) {
    if (token.kind === 'separator') {
      if (token.text === ';') group = ''
      end()
      if (drafts.length > most) {
        hit?.()
        drafts.length = most
        return drafts.map(finished)
      }
    } else if (token.kind === 'quoted') {
      draft.quoted = true
      add(token.text)
    } else if (token.kind === 'angle') {
      if (!hasAt(token.text)) {
        // `Mail Delivery <MAILER-DAEMON>` has a local address only; `<カゴヤ>` is a name in odd quotes.
        if (kindOf(token.text) !== 'ascii' || (token.text !== '' && trimmed(draft.text) === '')) add(`<${token.text}>`)
      } else {
        if (draft.angle !== undefined) draft.text += ` <${draft.angle}>${draft.after}`
        draft.after = ''
        draft.angle = token.text
      }
    } else if (token.kind === 'colon' && hasGroups && draft.angle === undefined && !draft.at) {
      // The name of a group (RFC 5322 §3.4). Without a `;` to end the group it is a colon in a name.
      group = draft.text
      draft.text = ''
      draft.group = group
    } else add(token.text)
  }
  end()
  if (drafts.length > most) {
    hit?.()
    drafts.length = most
  }
  return drafts.map(finished)
}

function hasAt(text: string): boolean {
  return text.includes('@') || text.includes('＠')
}

function finished(draft: Draft): Mailbox {
  let name = decoded(trimmed(draft.text) === '' ? draft.after : draft.text)
  let address = draft.angle
  if (address === undefined) {
    // Without brackets, or with the whole mailbox inside one encoded-word.
    const open = name.lastIndexOf('<')
    const close = open < 0 ? -1 : name.indexOf('>', open)
    const inner = close < 0 ? '' : name.slice(open + 1, close)
    if (hasAt(inner)) {
      address = inner
      name = name.slice(0, open)
    } else if (hasAt(name)) {
      const parts = name.split(' ')
      const plain = parts.findLastIndex((part) => hasAt(part) && !part.startsWith('('))
      const at = plain < 0 ? parts.findLastIndex(hasAt) : plain
      address = parts[at]
      parts.splice(at, 1)
      name = parts.join(' ')
    }
  } else if (address.includes('=?')) address = decodeWords(address, '', [])
  return { name: cleanName(name) || cleanName(decoded(draft.group)), ...splitAddress(address ?? '') }
}

function decoded(text: string): string {
  const words = text.includes('=?') ? decodeWords(text, '', []) : text
  const plain = withoutControls(words)
  return plain.includes('  ') ? plain.replace(/ +/g, ' ') : plain
}

/** A name without the quotes, brackets or parentheses that hold all of it. */
function cleanName(name: string): string {
  let text = trimmed(name)
  while (text.startsWith('"') || text.startsWith('>')) text = trimmed(text, 1)
  while (text.endsWith('"')) text = trimmed(text, 0, text.length - 1)
  for (const pair of ['()', "''", '<>']) {
    if (text.length > 1 && text[0] === pair[0] && text.indexOf(pair[1]!, 1) === text.length - 1)
      text = trimmed(text, 1, text.length - 1)
  }
  return text
}

/** `local@domain` taken apart at the last at-sign; the domain as DNS has it. */
function splitAddress(text: string): { address: string; local: string; domain: string } {
  let plain = /[\s<>"]/.test(text) ? text.replace(/[\s<>"]+/g, '') : text
  if (!plain.includes('@')) plain = plain.replace('＠', '@')
  if (plain.slice(0, 7).toLowerCase() === 'mailto:') plain = plain.slice(7)
  const at = plain.lastIndexOf('@')
  if (at < 0) return { address: '', local: '', domain: '' }
  // `@a,@b:c@d` is a route (RFC 5322 §4.4): the mailbox stands behind its colon.
  const local = plain.slice(plain.startsWith('@') ? plain.lastIndexOf(':', at) + 1 : 0, at)
  const domain = asciiDomain(plain.slice(at + 1))
  return { address: `${local}@${domain}`, local, domain }
}

function asciiDomain(domain: string): string {
  let end = domain.length
  while (end > 0 && '.,;:'.includes(domain.charAt(end - 1))) end--
  const text = domain.slice(0, end)
  // Not by `new URL`: hosts differ in the domains that they refuse.
  return kindOf(text) === 'ascii' ? text.toLowerCase() : toAsciiHost(text)
}
