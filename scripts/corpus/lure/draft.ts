/** What of a mail goes into its lure? Subject, sender's shape, short phrases, link shapes, a fingerprint; nothing else. */
import { type CompiledCorpus, findDomain } from '../../../src/corpus/compile.ts'
import type { Rarity } from '../../../src/corpus/fingerprint-make.ts'
import type { BrandEntry } from '../../../src/corpus/model.ts'
import type { Message } from '../../../src/message/model.ts'
import { fold, foldedString } from '../../../src/text/fold.ts'
import { partsOfName, personalSpans } from '../personal/spans.ts'
import type { YamlLure } from '../types.ts'
import { fingerprintOf } from './fingerprint.ts'
import { publishLine } from './line.ts'
import { linkShape } from './links.ts'
import { choosePhrases } from './phrases.ts'
import { recipientWords } from './recipient.ts'
import type { Shown } from './shown.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the contributor says of the mail. */
export interface Answers {
  brand: string
  pretext: string
  /** Last part of the id. */
  slug: string
  /** Who showed the mail. */
  publisher: string
  url?: string
  /** Instead of what was taken from the mail. */
  subject?: string
}

/** What the corpus says. */
export interface Knowledge {
  compiled: CompiledCorpus
  vocabulary: Vocabulary
  rarity: Rarity
  ordinary: readonly string[]
  /** YYYY-MM-DD. */
  today: string
}

/** A lure that is not written yet. */
export interface Draft {
  lure: YamlLure
  /** Words of subject and display name that were left out. */
  leftOut: string[]
  /** How many stretches of the text were kept out of phrases and fingerprint. */
  hidden: number
}

/** Link shapes of one lure. */
const LINKS = 4

/**
 * Drafts a lure.
 *
 * @returns undefined when the mail has too few words of its own for a fingerprint
 */
export function draftLure(shown: Shown, answers: Answers, knowledge: Knowledge): Draft | undefined {
  const { message, mail, carrier, text } = shown
  const { compiled, vocabulary, rarity, ordinary, today } = knowledge
  const brand = compiled.brands.find(({ id }) => id === answers.brand)!
  const own = brandWords(brand)
  const words = [
    ...recipientWords(message, own),
    ...(carrier ? [...recipientWords(carrier, own), ...senderWords(carrier)] : []),
  ]
  const personal = personalSpans(text, words)
  const fingerprint = fingerprintOf(text, personal, vocabulary, compiled, rarity)
  if (fingerprint === undefined) return undefined
  const judge = { vocabulary, words }
  const subject = publishLine(answers.subject ?? message.subject, judge)
  const name = publishLine(withoutList(message.from?.name ?? ''), judge)
  const domains = [...brand.domains.official, ...brand.domains.mixed, ...brand.domains.senders]
  const linkWords = { domains, tokens: brand.tokens.map(({ token }) => token), recipient: words }
  // links of the brand or another one belong to the frame that was copied, the recipient's own to what its server added
  const isFrame = (host: string): boolean =>
    isUnder(host, [...domains, ...words.filter((word) => word.includes('.'))]) ||
    findDomain(compiled, host)[0]?.role === 'official'
  const shapes = mail.links
    .filter(({ facts, kind, hostMasked }) => kind !== 'form' && !hostMasked && !isFrame(facts.host))
    .flatMap(({ url }) => linkShape(url, linkWords) ?? [])
  const phrases = choosePhrases({ text, personal, vocabulary, corpus: compiled, rarity, ordinary })
  const seen = seenOn(message, today)
  return {
    lure: {
      id: `${answers.brand}/${answers.slug}`,
      brand: answers.brand,
      pretext: answers.pretext,
      status: 'experimental',
      firstSeen: seen,
      lastSeen: seen,
      sources: [
        { ...(answers.url !== undefined && { url: answers.url }), publisher: answers.publisher, accessed: today },
      ],
      subjects: subject.text === '' ? [] : [subject.text],
      ...(message.from && { senders: [senderShape(name.text, message.from.domain, domains)] }),
      ...(phrases.length > 0 && { phrases }),
      ...(shapes.length > 0 && { links: [...new Set(shapes)].slice(0, LINKS) }),
      fingerprints: [fingerprint],
    },
    leftOut: [...new Set([...(answers.subject === undefined ? subject.leftOut : []), ...name.leftOut])],
    hidden: personal.length,
  }
}

/** Names, tokens and labels of the brand, in small letters: what a recipient's address may share with it. */
function brandWords({ names, tokens, domains }: BrandEntry): ReadonlySet<string> {
  const hosts = [...domains.official, ...domains.mixed, ...domains.customers]
  const words = [...names.ja, ...names.en, ...names.aliases, ...tokens.map(({ token }) => token), ...hosts]
  return new Set([...words, ...hosts.flatMap((host) => host.split('.'))].map((word) => foldedString(fold(word))))
}

/** Whoever forwards a mail is the one who received it. */
function senderWords({ from }: Message): string[] {
  if (!from) return []
  const local = from.local.toLowerCase()
  return [...partsOfName(from.name), from.address, from.domain, ...[local, ...local.split(/[._+-]/)]].filter(
    (word) => word.length >= 3 || /[^\x20-\x7e]/.test(word),
  )
}

/** `Amazon via list <list@lists.example>`: RFC 7960 §4.1.3.1; the list is the recipient. */
function withoutList(name: string): string {
  const via = name.lastIndexOf(' via ')
  return via < 0 ? name : name.slice(0, via)
}

const isUnder = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`))

/** `name <*@kagoya.jp>` for a forged address of the brand; any other host could be a victim's hacked one. */
function senderShape(name: string, domain: string, domains: readonly string[]): string {
  const host = domains.find((d) => isUnder(domain, [d])) ?? '*'
  return name === '' ? `*@${host}` : `${name} <*@${host}>`
}

/** The day of the Date field; today when it has none, or one that cannot be. */
export function seenOn({ headers }: Message, today: string): string {
  const value = headers.find(({ name }) => name === 'date')?.value ?? ''
  const time = Date.parse(value)
  if (Number.isNaN(time)) return today
  const day = new Date(time).toISOString().slice(0, 10)
  return day >= '2000-01-01' && day <= today ? day : today
}
