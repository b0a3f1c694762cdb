/** Does what stands before an @ name an office and nobody? `info`, `account-update`, `support-amazon.jp`. */
import { likeness } from '../../../src/link/lookalike.ts'

/** Words of offices and of mail that machines send: RFC 2142, and what senders of genuine and forged mail call themselves. */
const ROLE_WORDS = new Set(
  (
    'abuse accept access account accounts admin admins administrator alert alerts amount announce app apps auth auto automatic bank ' +
    'bill billing bot bounce bounces bulk campaign card cards care center centre cert change check client clients cloud co com confirm ' +
    'confirmation contact contracts corp cs customer customers daemon delivery department desk digital direct dm do donotreply e ec ' +
    'email entry error event events faq feedback form forum ftp guide help helpdesk hosting hostmaster id info information inquiry ' +
    'invoice invoices it japan jimukyoku jp kanri letter list login mag magazine mail mailer mailing mailmag mailmagazine maintenance ' +
    'manage manager marketing master member members membership message messages my mypage ne net new news newsletter no noc nor ' +
    'noreply not notice notices notification notifications notify online order orders otoiawase pass password pay payment payments ' +
    'personal plan point points portal post postmaster press privacy promo promotion public push receipt recruit refund register ' +
    'registration reply report request reservation reset return returns root safety sales secure security send sender server service ' +
    'services shipment shipping shop sign signin site smtp sms staff statement status store support survey sys system team tech ' +
    'ticket toiawase top tracking uketsuke update updates upgrade usenet user users verification verify web webmail webmaster www'
  ).split(' '),
)

/**
 * Says whether an address is an office's.
 *
 * @param local what stands before the @; slots and `*` in it count as nothing
 * @param names words of the brand in small letters: its id, tokens and labels of domains
 * @param enough `every` part must be a known word, or `some` one
 * @returns true too when nothing but slots and `*` stands there
 * @example isRole('no-reply', [], 'every') // true
 */
export function isRole(local: string, names: readonly string[], enough: 'every' | 'some'): boolean {
  const parts = local
    .toLowerCase()
    .replaceAll(/\{[\w-]*\}|\*/g, '.')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '')
  const isKnown = (part: string): boolean =>
    ROLE_WORDS.has(part) || names.some((name) => part === name || likeness(part, name) !== undefined)
  return parts.length === 0 || (enough === 'every' ? parts.every(isKnown) : parts.some(isKnown))
}
