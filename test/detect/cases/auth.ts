/** Mails with Authentication-Results. */
import { type Case, rawMail, word } from '../../support/case.ts'
import { LURE, STORY, TARGET, TO } from '../../support/mails.ts'

const TRUSTED = { trustedAuthserv: 'mx.client.example.com' }
const mail = (results: string, from = 'no-reply@amazon.co.jp'): Uint8Array =>
  rawMail(
    [`From: ${word('Amazon')} <${from}>`, `To: <${TO}>`, `Subject: ${word(LURE.subject)}`, results],
    `${STORY}${TARGET}`,
  )

export const AUTH: Case[] = [
  {
    name: 'DMARC failed at the trusted server',
    mail: mail('Authentication-Results: mx.client.example.com; dmarc=fail header.from=amazon.co.jp'),
    options: TRUSTED,
    has: ['auth-failed'],
    lacks: ['auth-official-sender'],
  },
  {
    name: 'SPF failed at the trusted server',
    mail: mail('Authentication-Results: mx.client.example.com; spf=fail smtp.mailfrom=a@amazon.co.jp'),
    options: TRUSTED,
    has: ['auth-failed'],
  },
  {
    name: 'another domain signed',
    mail: mail('Authentication-Results: mx.client.example.com; dkim=pass header.d=mailer.example.org'),
    options: TRUSTED,
    has: ['auth-other-domain'],
    lacks: ['auth-failed', 'auth-official-sender'],
  },
  {
    name: 'the brand’s own domain signed',
    mail: mail('Authentication-Results: mx.client.example.com; dkim=pass header.d=amazon.co.jp; dmarc=pass'),
    options: TRUSTED,
    has: ['auth-official-sender'],
    lacks: ['auth-failed', 'auth-other-domain'],
  },
  {
    name: 'what stands in a comment is no result',
    mail: mail('Authentication-Results: mx.client.example.com; spf=none (dmarc=pass; dkim=pass header.d=amazon.co.jp)'),
    options: TRUSTED,
    lacks: ['auth-official-sender', 'auth-failed'],
  },
  {
    name: 'another server’s results are not believed',
    mail: mail('Authentication-Results: mx.mailer.example.org; dmarc=pass header.from=amazon.co.jp'),
    options: TRUSTED,
    lacks: ['auth-official-sender', 'auth-other-domain', 'auth-failed'],
  },
  {
    name: 'without a trusted server nothing is believed',
    mail: mail('Authentication-Results: mx.client.example.com; dmarc=fail'),
    lacks: ['auth-failed'],
  },
  {
    name: 'an aligned mail of the caller’s reseller',
    mail: mail('Authentication-Results: mx.client.example.com; dmarc=pass', 'support@reseller.example.org'),
    options: { ...TRUSTED, ownDomains: ['reseller.example.org'] },
    has: ['own-domain-sender'],
  },
  {
    name: 'a mail that only claims to be the caller’s reseller',
    mail: mail('Authentication-Results: mx.client.example.com; dmarc=fail', 'support@reseller.example.org'),
    options: { ...TRUSTED, ownDomains: ['reseller.example.org'] },
    lacks: ['own-domain-sender'],
  },
  {
    name: 'the topmost of two fields with the trusted id',
    mail: mail(
      'Authentication-Results: mx.client.example.com; dmarc=fail\r\nAuthentication-Results: mx.client.example.com; dmarc=pass',
    ),
    options: TRUSTED,
    has: ['auth-failed'],
    lacks: ['auth-official-sender'],
  },
  {
    name: 'a chain found intact, sealed by a trusted forwarder that saw DMARC pass',
    mail: mail(
      'Authentication-Results: mx.client.example.com; dmarc=fail; arc=pass\r\nARC-Authentication-Results: i=1; lists.example.org; dmarc=pass header.from=amazon.co.jp',
    ),
    options: { trustedAuthserv: ['mx.client.example.com', 'lists.example.org'] },
    has: ['auth-official-sender'],
    lacks: ['auth-failed'],
  },
  {
    name: 'a sealed result in a chain that is not intact',
    mail: mail(
      'Authentication-Results: mx.client.example.com; dmarc=fail; arc=fail\r\nARC-Authentication-Results: i=1; lists.example.org; dmarc=pass',
    ),
    options: { trustedAuthserv: ['mx.client.example.com', 'lists.example.org'] },
    has: ['auth-failed'],
    lacks: ['auth-official-sender'],
  },
  {
    name: 'a sealed result without any of our own',
    mail: mail('ARC-Authentication-Results: i=1; mx.client.example.com; dmarc=pass header.from=amazon.co.jp'),
    options: TRUSTED,
    lacks: ['auth-official-sender'],
  },
  {
    name: 'a sealed result of a forwarder nobody trusts',
    mail: mail(
      'Authentication-Results: mx.client.example.com; dmarc=fail; arc=pass\r\nARC-Authentication-Results: i=1; lists.example.net; dmarc=pass',
    ),
    options: TRUSTED,
    has: ['auth-failed'],
  },
  {
    name: 'Received-SPF, when asked for',
    mail: mail('Received-SPF: fail (no such host) receiver=mx.client.example.com; envelope-from="a@amazon.co.jp"'),
    options: { receivedSpf: true },
    has: ['auth-failed'],
  },
  {
    name: 'Received-SPF that passes for the brand’s own domain',
    mail: mail('Received-SPF: pass receiver=mx.client.example.com; envelope-from="a@amazon.co.jp"; helo=x.example'),
    options: { receivedSpf: true },
    has: ['auth-official-sender'],
  },
  {
    name: 'Received-SPF, when not asked for',
    mail: mail('Received-SPF: fail receiver=mx.client.example.com; envelope-from="a@amazon.co.jp"'),
    options: TRUSTED,
    lacks: ['auth-failed'],
  },
]
