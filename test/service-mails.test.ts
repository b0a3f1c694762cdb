/** Lures and genuine mails, most of the mail-service theme: five sets by authors who had not seen the rules, two by authors who knew them. */
import { describe, expect, it } from 'vitest'
import { classify } from '../src/index.ts'
import { serviceMails } from './support/service-mails.ts'

/** Lures that are still missed, with what hides them. */
const MISSED: Record<string, string> = {
  'iij-secure-mx-digest': 'sender and links share one domain, as those of a reseller’s mail filter do',
  'alumni-mail-termination': 'an invented alumni office whose sender and link share one domain, as a true one has it',
  'own-it-desk-vpn': 'a desk that writes from and leads to one domain, as that of a parent company does',
  'quarantine-digest': 'as iij-secure-mx-digest',
  'regional-isp': 'an invented provider on a domain like its own, as a group’s company has it',
  'cpanel-disk': 'a rented server that writes and leads to itself, as all of them do',
  'voicemail-html-att': 'neither a brand nor a link nor an attachment is there',
  univ: 'an invented university whose sender and link share one domain',
  'voicemail-teams': 'an attached page whose script puts its target together',
  'bank-change-parent': 'a bank account that changed, told by a forged colleague: neither a brand nor a link',
  'supplier-bank-change': 'a bank account that changed, told in a copied thread: neither a brand nor a link',
  'village-gift-voucher': 'an invented office whose sender and link share one domain',
  'society-account-check': 'an invented society whose sender and link share one domain',
  'ssl-expiry': 'an invented office whose sender and link share one domain',
}
/** Genuine mail that is accused unless a trusted server's authentication results are given. */
const ACCUSED: Record<string, string> = {}

const FILES = [
  ['service-lures.yaml', 'service-notices.yaml'],
  ['service-lures-2.yaml', 'service-notices-2.yaml'],
  ['service-lures-3.yaml', 'service-notices-3.yaml'],
  ['service-lures-4.yaml', 'service-notices-4.yaml'],
  ['service-lures-5.yaml', 'service-notices-5.yaml'],
  ['service-lures-6.yaml', 'service-notices-6.yaml'],
  ['service-lures-7.yaml', 'service-notices-7.yaml'],
] as const

describe.each(FILES)('mail of hosts, desks and agencies: %s', (lures, notices) => {
  for (const { id, about, message } of serviceMails(lures)) {
    it(`${id in MISSED ? `misses (${MISSED[id]})` : 'flags'}: ${about}`, () => {
      const { headers: _, ...fields } = message
      expect(['phishing', 'suspicious'].includes(classify(fields).label)).toBe(!(id in MISSED))
    })
  }
  for (const { id, about, message } of serviceMails(notices)) {
    it(`${id in ACCUSED ? `accuses without authentication (${ACCUSED[id]})` : 'leaves alone'}: ${about}`, () => {
      const { headers: _, ...fields } = message
      expect(isAccused(fields)).toBe(id in ACCUSED)
      expect(isAccused(message)).toBe(false)
    })
  }
})

/** A mail that forwards a lure is not accused for what it carries. */
function isAccused(message: Parameters<typeof classify>[0]): boolean {
  const { label, decidedBy } = classify(message, { trustedAuthserv: 'mx.client.example.jp' })
  return decidedBy === 'own' && (label === 'phishing' || label === 'suspicious')
}
