/** Forms in which servers write results, and in which a sender writes results of its own into them. */
import { type Case, rawMail, word } from '../../support/case.ts'
import { LURE, STORY, TARGET, TO } from '../../support/mails.ts'

const TRUSTED = { trustedAuthserv: 'mx.client.example.com' }
/** The lure with the brand's own address in From, and a field of the trusted server. */
const found = (results: string): Uint8Array =>
  rawMail(
    [
      `Authentication-Results: mx.client.example.com; ${results}`,
      `From: ${word('Amazon')} <no-reply@amazon.co.jp>`,
      `To: <${TO}>`,
      `Subject: ${word(LURE.subject)}`,
    ],
    `${STORY}${TARGET}`,
  )

/** Results that name no domain but the stranger's, however they are written. */
export const STRANGERS: Case[] = [
  ['DMARC passed for the domain of another From field', 'dmarc=pass header.from=evil.example'],
  ['DMARC passed for a host below the From domain', 'dmarc=pass header.from=tenant.amazon.co.jp'],
  ['DMARC passed for a domain that begins like the From domain', 'dmarc=pass header.from=amazon.co.jp.evil.example'],
  ['DMARC passed for a domain that ends like the From domain', 'dmarc=pass header.from=evil-amazon.co.jp'],
  ['DMARC passed for a From nobody can read', 'dmarc=pass header.from="amazon.co.jp evil.example"'],
  ['DMARC passed for a From that is empty', 'dmarc=pass header.from='],
  [
    'a result in the envelope sender’s quotes',
    'spf=pass smtp.mailfrom="a; dkim=pass header.d=amazon.co.jp"@evil.example',
  ],
  ['DMARC in the envelope sender’s quotes', 'spf=pass smtp.mailfrom="a; dmarc=pass"@evil.example'],
  ['a result behind an escaped quote', 'spf=pass smtp.mailfrom="a\\"; dmarc=pass; x=\\""@evil.example'],
  ['a result in the quotes of a comment', 'spf=pass (of "a) ; dmarc=pass ("@evil.example) smtp.mailfrom=evil.example'],
  ['a result behind an escaped parenthesis', 'spf=pass (of a\\) ; dmarc=pass \\() smtp.mailfrom=evil.example'],
  ['a result in a reason', 'spf=none reason="no record; dmarc=pass" smtp.mailfrom=evil.example'],
  ['a result in a quote that never ends', 'spf=none smtp.mailfrom="a; dmarc=pass'],
  ['a result in a comment that never ends', 'spf=none (a; dmarc=pass'],
  ['a result in an encoded-word', 'spf=pass smtp.mailfrom==?utf-8?q?a=3B_dmarc=3Dpass=3B_x=3D?=@evil.example'],
  ['the brand’s address as a quoted local part', 'spf=pass smtp.mailfrom="x@amazon.co.jp"@evil.example'],
  ['the brand’s domain as the beginning of a host', 'spf=pass smtp.mailfrom=a@amazon.co.jp_x.evil.example'],
  ['the brand’s domain before a slash', 'dkim=pass header.d=amazon.co.jp/.evil.example'],
  ['the brand’s domain as the name a server gave itself', 'spf=pass smtp.helo=amazon.co.jp smtp.mailfrom=evil.example'],
  ['another method’s property', 'spf=pass header.from=amazon.co.jp header.d=amazon.co.jp smtp.mailfrom=evil.example'],
  ['a signer named in an SPF result alone', 'spf=pass header.d=amazon.co.jp'],
].map(([name, results]) => ({
  name: `${name} does not clear the mail`,
  mail: found(results ?? ''),
  options: TRUSTED,
  lacks: ['auth-official-sender'],
}))

/** How servers write that the brand sent the mail. */
export const GENUINE: Case[] = [
  ['DMARC without a domain', 'dmarc=pass'],
  ['DMARC with the From domain', 'dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=amazon.co.jp'],
  [
    'DMARC with the From domain in capitals',
    'dmarc=pass action=none header.from=Amazon.CO.JP;compauth=pass reason=100',
  ],
  ['DMARC with other properties first', 'dmarc=pass policy.applied-disposition=none header.from=amazon.co.jp'],
  ['DMARC with a comment glued to it', 'dmarc=pass(p=reject,dis=none) header.from=amazon.co.jp'],
  ['several results', 'spf=pass smtp.mailfrom=bounce.example; dkim=pass header.i=@amazon.co.jp; dmarc=none'],
  ['several signatures', 'dkim=pass header.d=mailer.example; dkim=pass header.d=amazon.co.jp'],
  ['two From domains', 'dmarc=fail header.from=evil.example; dmarc=pass header.from=amazon.co.jp'],
  ['a version number', 'dkim/1=pass header.d=amazon.co.jp'],
  ['blanks and comments everywhere', 'dkim (a) / (b) 1 = (c) pass (d) header . d = (e) amazon.co.jp (f)'],
  ['a reason with semicolons', 'dkim=pass reason="good; 2048 bits; \\"rsa\\"" header.d=amazon.co.jp'],
  ['a result behind a reason', 'spf=none reason="no; record"; dkim=pass header.d=amazon.co.jp'],
  [
    'a result behind a comment in quotes',
    'spf=none ("no record") smtp.helo=x.example; dkim=pass header.d=amazon.co.jp',
  ],
  ['a lone quote in a comment', 'spf=none (5" disk); dkim=pass header.d=amazon.co.jp'],
  ['a quoted domain', 'dkim=pass header.d="amazon.co.jp" header.b="ab=="'],
  ['an address in angle brackets', 'spf=pass smtp.mailfrom=<bounce+user=client.example.com@amazon.co.jp>'],
  ['a domain with its final dot', 'dkim=pass header.d=amazon.co.jp.'],
  ['a host of the same organisation', 'dkim=pass header.d=amazonses.mail.amazon.co.jp'],
].map(([name, results]) => ({
  name: `the brand’s own mail: ${name}`,
  mail: found(results ?? ''),
  options: TRUSTED,
  has: ['auth-official-sender'],
  lacks: ['auth-failed', 'auth-other-domain'],
}))
