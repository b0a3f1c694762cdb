/** What does a report to the council, the brand and the hosts say? Drafts for a person to read over and send; nothing is sent here. */
import { builtin } from '../corpus/builtin.ts'
import type { BrandEntry, PretextEntry } from '../corpus/model.ts'
import { decidingVerdict } from '../detect/deciding.ts'
import type { Verdict } from '../detect/model.ts'
import { explain } from '../explain/index.ts'
import type { Language } from '../explain/model.ts'
import { oneLine } from '../explain/reasons.ts'
import { defang } from '../link/defang.ts'
import { splitUrl } from '../link/url.ts'
import { type Contact, contactOf } from './contacts.ts'
import { type Ioc, iocs } from './ioc.ts'
import { assertVerdict, isoOf, type Moment } from './moment.ts'

/** Options of `reportDrafts`. */
export interface DraftOptions {
  /** When the mail was judged. */
  at: Moment
  /** Default `ja`; drafts to hosts are in English in either case. */
  lang?: Language
  /** Default: the built-in corpus. */
  corpus?: { brands: readonly BrandEntry[]; pretexts: readonly PretextEntry[] }
  /** Subject of the mail, to quote. */
  subject?: string
}

/** One report, not sent. */
export interface ReportDraft {
  to: 'council' | 'brand' | 'host'
  /** Where it would go; absent when no address could be sourced: then `hint` says how to find it. */
  contact?: Contact
  /** The host that a draft to its abuse desk is about. */
  host?: string
  subject: string
  /** Plain text; links are defanged but in the draft to a host, whose desk has to find them: `hxxp` is what such desks read. */
  body: string
  hint: string
}

/**
 * Drafts of reports about one mail: to フィッシング対策協議会, to the brand, and to the abuse desk of each host (at most 10).
 *
 * @param verdict what `classify` returned
 * @param options when the mail was judged, and what the drafts may say
 * @returns council first, then the brand when the corpus has it, then the hosts; no draft for a verdict that accuses nobody
 * (`none`, `quoted`)
 * @throws TypeError for an argument of the wrong type
 * @example reportDrafts(verdict, { at: '2026-11-25T00:00:00Z' }).map((draft) => draft.contact?.address)
 */
export function reportDrafts(verdict: Verdict, options: DraftOptions): ReportDraft[] {
  assertVerdict(verdict, 'reportDrafts')
  const at = isoOf(options.at, 'reportDrafts')
  const { lang = 'ja' } = options
  const corpus = options.corpus ?? builtin()
  if (verdict.label !== 'phishing' && verdict.label !== 'suspicious') return []
  // of a forward, the mail that it carries: the forwarder's own links and words accuse nobody
  const source = decidingVerdict(verdict)
  const entry = corpus.brands.find(({ id }) => id === source.brand?.id)
  // a name that no brand file has was taken out of the mail
  const claimed = source.brand && safe(source.brand.name)
  const name = entry?.names[lang][0] ?? claimed ?? (lang === 'ja' ? '不明な組織' : 'an unknown organisation')
  const found = iocs(source).filter(({ place }) => place === 'own')
  const body = bodyOf(verdict, found, { at, lang, name, corpus, subject: options.subject })
  const words = lang === 'ja' ? JA : EN
  const council = contactOf('council')
  const drafts: ReportDraft[] = [
    { to: 'council', ...(council && { contact: council }), subject: words.subject(name), body, hint: words.attach },
  ]
  if (entry) {
    const contact = contactOf(entry.id)
    const hint = contact ? words.attach : words.noContact(entry.domains.official[0] ?? name)
    drafts.push({ to: 'brand', ...(contact && { contact }), subject: words.subject(name), body, hint })
  }
  const hosts = [...new Set(found.filter(({ type }) => type === 'host' || type === 'ip').map(({ value }) => value))]
  for (const host of hosts.slice(0, 10)) drafts.push(hostDraft(host, found, at, entry?.names.en[0] ?? name))
  return drafts
}

interface BodyParts {
  at: string
  lang: Language
  name: string
  corpus: { brands: readonly BrandEntry[]; pretexts: readonly PretextEntry[] }
  subject: string | undefined
}

function bodyOf(verdict: Verdict, found: Ioc[], { at, lang, name, corpus, subject }: BodyParts): string {
  const words = lang === 'ja' ? JA : EN
  const { reasons } = explain(verdict, { lang, corpus })
  const lures = decidingVerdict(verdict).lures.map(({ id }) => id)
  const lines = [words.opening(name), '', `${words.when}${at}`]
  if (subject) lines.push(`${words.mailSubject}${safe(subject).slice(0, 200)}`)
  if (lures.length > 0) lines.push(`${words.lures}${lures.join(', ')}`)
  lines.push('', words.links, ...found.map(({ type, value }) => `  ${type}: ${safe(value)}`))
  lines.push(
    '',
    words.reasons,
    ...reasons.slice(0, 8).map(({ text, quote }) => `  - ${safe(text)}${quote ? ` › ${safe(quote)}` : ''}`),
  )
  return `${lines.join('\n')}\n`
}

/** Words of a mail on one line, in the order in which they are read, and with nothing in them to click. */
const safe = (text: string): string => defang(oneLine(text))

/** As an indicator of a host has it: an IPv6 address without brackets. */
const hostOf = (url: string): string => splitUrl(url).host.replace(/^\[|\]$/g, '')

function hostDraft(host: string, found: Ioc[], at: string, brand: string): ReportDraft {
  const urls = found.filter(({ type, value }) => type === 'url' && hostOf(value) === host)
  const lines = [
    'Dear abuse team,',
    '',
    `a phishing mail that impersonates ${brand} links to a host in your network or under your registration.`,
    'Please look at it and take the page down, and keep logs for the owner of the site, which may have been hacked.',
    '',
    `Seen (UTC): ${at}`,
    `Host: ${safe(host)}`,
    ...urls.map(({ value }) => `URL: ${safe(value)}`),
    '',
    'The mail with its full headers is attached in ARF (RFC 5965), or can be sent on request.',
  ]
  return {
    to: 'host',
    host,
    subject: `Phishing page on ${safe(host)} (impersonates ${brand})`,
    body: `${lines.join('\n')}\n`,
    hint: `The abuse address of ${safe(host)}: RDAP of the domain and of the IP address, entity with the role "abuse".`,
  }
}

const JA = {
  subject: (name: string) => `【フィッシング報告】${name}をかたるメール`,
  opening: (name: string) => `${name}をかたるフィッシングと思われるメールを受信しましたので、ご報告いたします。`,
  when: '判定日時（UTC）: ',
  mailSubject: '件名: ',
  lures: '既知の手口: ',
  links: '誘導先など（無害化表記）:',
  reasons: '判断の理由:',
  attach: 'メールの原本（.eml、ヘッダーを含む）を添付し、宛先を公式ページで確かめてから送信してください。',
  noContact: (domain: string) => `報告先は確認できていません。公式サイト（${defang(domain)}）の窓口をご確認ください。`,
}

const EN = {
  subject: (name: string) => `Phishing report: mail that impersonates ${name}`,
  opening: (name: string) => `We received a mail that appears to be phishing in the name of ${name}.`,
  when: 'Judged (UTC): ',
  mailSubject: 'Subject: ',
  lures: 'Documented lures: ',
  links: 'Links and senders (defanged):',
  reasons: 'Why:',
  attach: 'Attach the original (.eml with its headers), and check the address on its official page before sending.',
  noContact: (domain: string) =>
    `No address could be sourced: look for the contact on the official site (${defang(domain)}).`,
}
