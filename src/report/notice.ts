/** What does a support desk write to its customers about mails in a brand's name? A warning like KAGOYA's of 2020, from the corpus. */
import { activeLures } from '../corpus/active.ts'
import { builtin } from '../corpus/builtin.ts'
import type { BrandEntry, LureEntry } from '../corpus/model.ts'
import type { Language } from '../explain/model.ts'
import { defang } from '../link/defang.ts'
import { NOTICE } from './notice-words.ts'

/** Options of `customerNotice`. */
export interface NoticeOptions {
  /** Default `ja`. */
  lang?: Language
  /** Default: the built-in corpus. */
  corpus?: { brands: readonly BrandEntry[]; lures: readonly LureEntry[] }
  /** Who writes, such as `株式会社セルクル サポート窓口`; default a blank to fill in. */
  desk?: string
  /** Whom it concerns, such as `弊社提供のメールサーバーをご利用のお客様`; default the brand's users. */
  affected?: string
  /** Examples at most (default 8), the newest lures first. */
  examples?: number
}

/** A warning to send out, in its parts and as one text. */
export interface CustomerNotice {
  subject: string
  greeting: string
  affected: string
  situation: string
  advice: string[]
  examples: NoticeExample[]
  /** The brand's own warning, when the corpus has one. */
  source?: string
  /** The parts as one plain text, lines end in \n. */
  text: string
}

/** One documented lure, harmless to show: hosts and addresses masked. */
export interface NoticeExample {
  lure: string
  subject?: string
  sender?: string
  phrases: string[]
  link?: string
}

/**
 * Writes a warning about mails in a brand's name: subject, greeting, who is affected, what to do, examples.
 *
 * @param brandId id of the corpus, such as `kagoya`
 * @returns a draft for a person to read over; a brand without a documented lure gives one without examples
 * @throws TypeError for an argument of the wrong type; RangeError for a brand that the corpus does not have
 * @example customerNotice('kagoya', { desk: 'サポート窓口' }).subject // '【注意喚起】カゴヤ・ジャパンをかたるフィッシングメールについて'
 */
export function customerNotice(brandId: string, options: NoticeOptions = {}): CustomerNotice {
  const { lang = 'ja', examples: most = 8 } = options
  if (typeof brandId !== 'string')
    throw new TypeError(`customerNotice: expected a brand's id, received ${typeof brandId}`)
  if (lang !== 'ja' && lang !== 'en')
    throw new TypeError(`customerNotice: lang is 'ja' or 'en', received ${String(lang)}`)
  const { brands, lures } = options.corpus ?? builtin()
  const brand = brands.find(({ id }) => id === brandId)
  if (!brand) throw new RangeError(`customerNotice: the corpus has no brand ${brandId}`)
  const words = NOTICE[lang]
  const name = brand.names[lang][0] ?? brand.names.en[0] ?? brand.names.ja[0] ?? brand.id
  const slots: Record<string, string> = { '{brand}': name, '{desk}': options.desk ?? words.desk }
  const put = (text: string): string => text.replace(/\{(?:brand|desk)\}/g, (slot) => slots[slot]!)
  const examples = activeLures(lures)
    .filter((lure) => lure.brand === brandId)
    .sort((a, b) => (a.lastSeen === b.lastSeen ? (a.id < b.id ? -1 : 1) : a.lastSeen < b.lastSeen ? 1 : -1))
    .slice(0, most)
    .map((lure) => exampleOf(lure, brand, name))
  const notice = {
    subject: put(words.subject),
    greeting: put(words.greeting),
    affected: put(options.affected ?? words.affected),
    situation: put(words.situation),
    advice: words.advice.map(put),
    examples,
    ...(brand.noticeUrl !== undefined && { source: brand.noticeUrl }),
  }
  return { ...notice, text: textOf(notice, lang) }
}

const RULER = '————————————————————————'

function textOf(notice: Omit<CustomerNotice, 'text'>, lang: Language): string {
  const words = NOTICE[lang]
  const lines = [notice.greeting, '', words.affectedHead, notice.affected, '', notice.situation, '', ...notice.advice]
  if (notice.source !== undefined) lines.push('', `${words.sourceHead}${notice.source}`)
  if (notice.examples.length > 0) lines.push('', words.examplesHead, RULER)
  for (const { subject, sender, phrases, link } of notice.examples) {
    if (subject !== undefined) lines.push(`${words.subjectHead}${subject}`)
    if (sender !== undefined) lines.push(`${words.senderHead}${sender}`)
    lines.push('', ...phrases.map((phrase) => words.quote.replace('{text}', () => phrase)))
    if (link !== undefined) lines.push('', link)
    lines.push(RULER)
  }
  return `${lines.join('\n')}\n`
}

function exampleOf(lure: LureEntry, brand: BrandEntry, name: string): NoticeExample {
  const fill = (text: string): string => withoutSlots(text, brand, name)
  const [subject] = lure.subjects
  const [sender] = lure.senders
  const [link] = lure.links
  const phrases = lure.phrases
    .filter(({ text }) => typeof text === 'string')
    .sort((a, b) => b.strength - a.strength)
    .slice(0, 3)
    .map(({ text }) => defang(fill(text as string)))
  return {
    lure: lure.id,
    ...(subject !== undefined && { subject: defang(fill(subject)) }),
    ...(sender !== undefined && { sender: fill(sender).replaceAll('*', '○○') }),
    phrases,
    ...(link !== undefined && { link: defang(fill(link.replace(/\(([^)]*)\)\?/, '$1'))) }),
  }
}

/** What stands for the slots of shapes and phrases: the masks that Japanese warnings use. */
function withoutSlots(text: string, brand: BrandEntry, name: string): string {
  const slots: Record<string, string> = {
    host: '○○○.○○○',
    victim: '○○○',
    num: '○',
    date: '○年○月○日',
    brand: name,
    'brand-name': name,
    'provider-domain': brand.domains.official[0] ?? '○○○.○○○',
  }
  return text.replace(/\{([a-z-]{1,32})\}/g, (_, slot: string) => slots[slot] ?? '○○○')
}
