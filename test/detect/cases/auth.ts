/** Mails with Authentication-Results. */
import { type Case, rawMail, word } from '../../support/case.ts'
import { LURE, STORY, TARGET, TO } from '../../support/mails.ts'

const TRUSTED = { trustedAuthserv: 'mx.client.example.com' }
const mail = (results: string, from = 'no-reply@amazon.co.jp'): Uint8Array =>
  rawMail(
    [`From: ${word('Amazon')} <${from}>`, `To: <${TO}>`, `Subject: ${word(LURE.subject)}`, results],
    `${STORY}${TARGET}`,
  )

const WHO: Case[] = [
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

/** A field of the trusted server and the brand's own address in From, unless another is given. */
const found = (results: string, from?: string): Uint8Array =>
  mail(`Authentication-Results: mx.client.example.com; ${results}`, from)

/** The lure by way of a list that replaced From by its own address: the author stands in Reply-To. */
const listed = (results: string[], replyTo = 'no-reply@amazon.co.jp'): Uint8Array =>
  rawMail(
    [
      ...results,
      `From: ${word('Amazon via sales')} <sales@client.example.com>`,
      `Reply-To: ${word('Amazon')} <${replyTo}>`,
      'List-Post: <mailto:sales@client.example.com>',
      'To: <sales@client.example.com>',
      `Subject: ${word(LURE.subject)}`,
    ],
    `${STORY}${TARGET}`,
  )

const HEADS: Case[] = [
  {
    name: 'the server’s id in quotes, with a version',
    mail: mail('Authentication-Results: "mx.client.example.com" 1; dmarc=pass header.from=amazon.co.jp'),
    options: TRUSTED,
    has: ['auth-official-sender'],
  },
  {
    name: 'an empty id trusts no server',
    mail: mail('Authentication-Results: ; dmarc=pass header.from=amazon.co.jp'),
    options: { trustedAuthserv: '' },
    lacks: ['auth-official-sender'],
  },
  {
    name: 'a server that names the organisation of a From host',
    mail: found('dmarc=pass header.from=amazon.co.jp', 'no-reply@mail.amazon.co.jp'),
    options: TRUSTED,
    has: ['auth-official-sender'],
  },
  {
    name: 'DMARC passed for a neighbour of the From host',
    mail: found('dmarc=pass header.from=tenant.amazon.co.jp', 'no-reply@mail.amazon.co.jp'),
    options: TRUSTED,
    lacks: ['auth-official-sender'],
  },
  {
    name: 'DMARC passed for another domain than the one shown',
    mail: found('dmarc=pass header.from=evil.example'),
    options: TRUSTED,
    has: ['auth-other-domain'],
  },
  {
    name: 'DMARC without a domain, and two From fields',
    mail: mail('From: <a@evil.example>\r\nAuthentication-Results: mx.client.example.com; dmarc=pass'),
    options: TRUSTED,
    lacks: ['auth-official-sender'],
  },
  {
    name: 'a sealed DMARC result for another From',
    mail: mail(
      'Authentication-Results: mx.client.example.com; dmarc=fail; arc=pass\r\nARC-Authentication-Results: i=1; lists.example.org; dmarc=pass header.from=evil.example',
    ),
    options: { trustedAuthserv: ['mx.client.example.com', 'lists.example.org'] },
    has: ['auth-failed'],
    lacks: ['auth-official-sender'],
  },
  {
    name: 'Received-SPF that passes for the name a server gave itself',
    mail: mail('Received-SPF: pass identity=helo; helo=evil.example; envelope-from="a@amazon.co.jp"'),
    options: { receivedSpf: true },
    lacks: ['auth-official-sender'],
  },
  {
    name: 'Received-SPF with another address in the envelope sender’s quotes',
    mail: mail(
      'Received-SPF: pass envelope-from="\\"x; envelope-from=a@amazon.co.jp \\"@evil.example"; helo=x.example',
    ),
    options: { receivedSpf: true },
    lacks: ['auth-official-sender'],
  },
]

/** A list's results are about the list's address. */
const LISTS: Case[] = [
  ...['dkim=pass header.d=client.example.com', 'dmarc=pass', 'dmarc=pass header.from=client.example.com'].flatMap(
    (results): Case[] => [
      {
        name: `an answer address at the brand, and a list that passed (${results})`,
        mail: listed([`Authentication-Results: mx.client.example.com; ${results}`]),
        options: TRUSTED,
        lacks: ['auth-official-sender', 'auth-failed'],
      },
      {
        name: `an answer address at the caller’s own domain, and a list that passed (${results})`,
        mail: listed([`Authentication-Results: mx.client.example.com; ${results}`], 'a@reseller.example.org'),
        options: { ...TRUSTED, ownDomains: ['reseller.example.org'] },
        lacks: ['own-domain-sender'],
      },
    ],
  ),
  {
    name: 'a list’s mail whose sealed results name the author’s domain',
    mail: listed([
      'Authentication-Results: mx.client.example.com; arc=pass; dmarc=pass header.from=client.example.com',
      'ARC-Authentication-Results: i=1; mx.client.example.com; dmarc=pass header.from=amazon.co.jp',
    ]),
    options: TRUSTED,
    has: ['auth-official-sender'],
  },
  ...['dmarc=pass', 'dmarc=pass header.from=evil.example', 'dkim=pass header.d=client.example.com'].map(
    (sealed): Case => ({
      name: `a list’s mail whose sealed results do not name the author’s domain (${sealed})`,
      mail: listed([
        'Authentication-Results: mx.client.example.com; arc=pass; dmarc=pass header.from=client.example.com',
        `ARC-Authentication-Results: i=1; mx.client.example.com; ${sealed}`,
      ]),
      options: TRUSTED,
      lacks: ['auth-official-sender'],
    }),
  ),
]

export const AUTH: Case[] = [...WHO, ...HEADS, ...LISTS]
