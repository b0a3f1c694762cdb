/** How is a verdict said to a person, in Japanese or English, to a support desk or to the one who got the mail? */
import { builtin } from '../corpus/builtin.ts'
import type { BrandEntry, PretextEntry } from '../corpus/model.ts'
import { decidingVerdict } from '../detect/deciding.ts'
import type { Evidence, Verdict } from '../detect/model.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import type { Audience, Explanation, Language, LanguageTable, Reason } from './model.ts'
import { fill, oneLine, reasonOf, reasonsOf } from './reasons.ts'

export { decidingVerdict } from '../detect/deciding.ts'
export { type HighlightedField, highlight, type Segment } from './highlight.ts'
export type { Audience, Explanation, Language, Reason } from './model.ts'

const TABLES: Record<Language, LanguageTable> = { ja, en }

/** Options of `explain`. */
export interface ExplainOptions {
  /** Default `ja`. */
  lang?: Language
  /** Default `agent`. */
  audience?: Audience
  /** Where brand names, notice pages and pretext titles come from; default the built-in corpus. */
  corpus?: { brands: readonly BrandEntry[]; pretexts: readonly PretextEntry[] }
}

/**
 * Says a verdict in words: a title, the reasons (the strongest of each group first, each with the quoted words or the defanged
 * link it rests on) and advice.
 *
 * @param verdict what `classify` returned
 * @param options language (default `ja`), audience (default `agent`), corpus (default the built-in one)
 * @returns plain text, nothing escaped: escape it where it goes into HTML
 * @throws TypeError when the verdict or an option is of the wrong type
 * @example explain(classify(bytes), { lang: 'ja', audience: 'customer' }).advice.join('\n')
 */
export function explain(verdict: Verdict, options: ExplainOptions = {}): Explanation {
  const { lang = 'ja', audience = 'agent', corpus = builtin() } = options
  checkArguments(verdict, lang, audience)
  const table = TABLES[lang]
  const source = decidingVerdict(verdict)
  const { name, brand, slotsOf } = slotsFor(source, table, lang, corpus)
  const sentences = table.labels[audience][verdict.label]
  const title = fill(name ? sentences.title : sentences.titleWithoutBrand, { brand })

  return {
    title: source === verdict ? title : fill(table.inner, { title }),
    reasons: reasonsOf(source, table, audience, slotsOf),
    advice: withNotice(
      sentences.advice.map((line) => fill(line, { brand })),
      noticeOf(verdict, corpus.brands.find((b) => b.id === source.brand?.id)?.noticeUrl),
    ),
  }

  function noticeOf(judged: Verdict, url: string | undefined): string {
    const accused = judged.label === 'phishing' || judged.label === 'suspicious'
    return accused && url ? fill(table.notice, { brand, url }) : ''
  }

  function withNotice(advice: string[], notice: string): string[] {
    if (notice === '') return advice
    if (audience === 'agent') return [...advice, notice]
    // Three lines for a customer: the brand's own notice goes into the last one.
    return advice.map((line, i) => (i === advice.length - 1 ? `${line}${lang === 'ja' ? '' : ' '}(${notice})` : line))
  }
}

/**
 * Says one finding in words, whatever the label: what an interface shows where `highlight` marks it.
 *
 * @param verdict the verdict that holds the finding; for a forwarded message `verdict.inner[i]`
 * @param evidence one entry of its `evidence`
 * @param options as for `explain`
 * @returns one sentence, and the words or the defanged link it rests on
 * @throws TypeError when the verdict or an option is of the wrong type
 * @example verdict.evidence.map((e) => explainFinding(verdict, e, { lang: 'en' }).text)
 */
export function explainFinding(verdict: Verdict, evidence: Evidence, options: ExplainOptions = {}): Reason {
  const { lang = 'ja', audience = 'agent', corpus = builtin() } = options
  checkArguments(verdict, lang, audience)
  const table = TABLES[lang]
  return reasonOf(evidence, verdict.links, table, audience, slotsFor(verdict, table, lang, corpus).slotsOf)
}

type Names = NonNullable<ExplainOptions['corpus']>

/** What stands for the slots of sentences about one message; `name` is empty when no brand is claimed. */
function slotsFor({ brand: claimed }: Verdict, table: LanguageTable, lang: Language, corpus: Names) {
  const nameOf = (id: string): string => {
    const names = corpus.brands.find((b) => b.id === id)?.names
    return names?.[lang][0] ?? names?.en[0] ?? names?.ja[0] ?? id
  }
  // An organisation that no brand file knows has a name from the mail and no id.
  const name = claimed?.id ? nameOf(claimed.id) : oneLine(claimed?.name ?? '')
  const brand = name || table.someBrand
  const slotsOf = (evidence: Evidence) => ({
    brand: evidence.brand ? nameOf(evidence.brand) : nameWorn(evidence) || brand,
    pretext: corpus.pretexts.find((p) => p.id === evidence.pretext)?.title[lang] ?? table.somePretext,
    lure: evidence.lure ?? '',
  })
  return { name, brand, slotsOf }
}

/** A host that wears a domain of no brand wears the reader's own. */
function nameWorn({ code, expected }: Evidence): string {
  return code === 'link-brand-in-subdomain' && expected !== undefined ? oneLine(expected) : ''
}

function checkArguments(verdict: Verdict, lang: string, audience: string): void {
  if (!verdict || !Array.isArray(verdict.evidence)) throw new TypeError('explain: expected a verdict of classify()')
  if (lang !== 'ja' && lang !== 'en') throw new TypeError(`explain: lang is 'ja' or 'en', received ${lang}`)
  if (audience !== 'agent' && audience !== 'customer') {
    throw new TypeError(`explain: audience is 'agent' or 'customer', received ${audience}`)
  }
}
