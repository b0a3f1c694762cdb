/** What does a person read about one verdict? A few lines: label, brand, lures, the three strongest reasons, defanged links. */
import type { Link, Verdict } from '../detect/model.ts'
import { decidingVerdict, type ExplainOptions, explain, type Language } from '../explain/index.ts'
import { defang } from '../link/defang.ts'
import { columns, type Paint, printable, truncate, wrap } from './terminal.ts'
import { WORDS, type Words } from './words.ts'

const REASONS = 3
const LINKS = 5

export interface ReportStyle {
  lang: Language
  paint: Paint
  /** Columns of the terminal. */
  width: number
  /** The message is one of several. */
  many: boolean
  /** Where brands and pretexts have their names. */
  corpus: NonNullable<ExplainOptions['corpus']>
}

/** The lines about one message; among many, a message where nothing was found takes one line. */
export function reportLines(name: string, verdict: Verdict, style: ReportStyle): string[] {
  const { lang, paint } = style
  const words = WORDS[lang]
  const colour = { phishing: 'red', suspicious: 'yellow', quoted: 'green', none: 'dim' } as const
  const head = `${paint(printable(name), 'bold')}: ${paint(words.labels[verdict.label], colour[verdict.label])} (${verdict.score})`
  if (style.many && verdict.label === 'none' && verdict.limits.length === 0) return [head]
  const { title, reasons } = explain(verdict, { lang, audience: 'agent', corpus: style.corpus })
  // of a forward, as the title and the reasons: the lures and links of the mail that it carries
  const source = decidingVerdict(verdict)
  const body = new Body(words, style)

  for (const lure of source.lures.slice(0, verdict.label === 'quoted' ? 8 : 3)) {
    body.add(words.headings.lures, `${lure.id} (${lure.similarity.toFixed(2)})`)
  }
  const quoted = new Set<string | undefined>([undefined])
  reasons.slice(0, REASONS).forEach(({ text, quote }, i) => {
    body.add(i === 0 ? words.headings.reasons : '', `${i + 1}. ${text}`, 'list')
    // Several findings often rest on one link: it is shown once.
    if (!quoted.has(quote)) body.add('', `   › ${quote}`, 'cut')
    quoted.add(quote)
  })
  const links = distinct(source.links)
  links.slice(0, LINKS).forEach((link, i) => {
    body.add(i === 0 ? words.headings.links : '', linkLine(link, words), 'cut')
  })
  if (links.length > LINKS) body.add('', words.more(links.length - LINKS))
  const limits = source === verdict ? verdict.limits : [...verdict.limits, ...source.limits]
  for (const { limit, where, hint } of limits.slice(0, 3)) {
    body.add(words.headings.notes, hint ?? words.limit(limit, where))
  }
  return [head, ...wrap(`  ${title}`, style.width), ...body.lines]
}

/** Indented lines under headings of one width. */
class Body {
  readonly lines: string[] = []
  private last = ''
  private readonly indent: number
  private readonly width: number

  constructor(words: Words, style: ReportStyle) {
    this.indent = 4 + Math.max(...Object.values(words.headings).map(columns))
    this.width = Math.max(20, style.width - this.indent)
  }

  add(heading: string, text: string, long: 'wrap' | 'list' | 'cut' = 'wrap'): void {
    const shown = heading === this.last ? '' : heading
    if (heading !== '') this.last = heading
    const clean = printable(text)
    // The lines below a number hang behind it.
    const hang = long === 'list' ? 3 : 0
    const wrapped = long === 'cut' ? [truncate(clean, this.width)] : wrap(clean, this.width - hang)
    const rows = wrapped.map((row, i) => (i === 0 ? row : ' '.repeat(hang) + row))
    rows.forEach((row, i) => {
      const label = i === 0 ? shown : ''
      this.lines.push(`  ${label}${' '.repeat(this.indent - 2 - columns(label))}${row}`)
    })
  }
}

/** What the link is to the brand stands first, so that a long URL does not push it out of sight. */
function linkLine(link: Link, words: Words): string {
  const place = link.place === 'quoted' ? words.quotedLink : ''
  const remarks = [place, link.relation ? words.relations[link.relation] : ''].filter((remark) => remark !== '')
  return (remarks.length > 0 ? `[${remarks.join(', ')}] ` : '') + defang(link.href)
}

/** Each link once, the mail's own before quoted ones, those that are not official first. */
function distinct(links: Link[]): Link[] {
  const rank = (l: Link): number => (l.place === 'quoted' ? 2 : 0) + (l.relation === 'official' ? 1 : 0)
  const seen = new Set<string>()
  return links.filter((l) => !seen.has(l.href) && seen.add(l.href)).sort((a, b) => rank(a) - rank(b))
}
