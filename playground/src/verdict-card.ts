/** What is the verdict, and what shall the reader do now? The part that must be understood at once. */
import { type BrandEntry, builtinCorpus } from '../../src/corpus/index.ts'
import { decidingVerdict, explain } from '../../src/explain/index.ts'
import type { Verdict } from '../../src/index.ts'
import { element } from './dom.ts'
import type { Language } from './language.ts'
import type { View } from './view.ts'

/** Lures named in the card; a notice quotes several. */
const LURES = 3

export function verdictCard(view: View): HTMLElement {
  const { verdict, lang, words, id } = view
  const said = explain(verdict, { lang, audience: 'customer' })
  const { label } = verdict
  const card = element(
    'section',
    { class: 'verdict', 'data-label': label, 'aria-labelledby': `${id}-title` },
    element('span', { class: 'stamp', 'aria-hidden': 'true' }, words.verdict.stamps[label]),
    element(
      'div',
      { class: 'verdict-head' },
      element('p', { class: 'verdict-label' }, words.verdict.labels[label]),
      element('h2', { id: `${id}-title`, tabindex: '-1' }, said.title),
    ),
    facts(view),
  )
  for (const warning of warnings(view)) card.append(element('p', { class: 'caution' }, warning))
  card.append(
    element(
      'div',
      { class: 'verdict-body' },
      list('advice', words.verdict.advice, said.advice, 'ol'),
      list(
        'reasons',
        words.verdict.reasons,
        said.reasons.map(({ text }) => text),
        'ul',
      ),
    ),
  )
  return card
}

/** Who is impersonated, by which lure. */
function facts({ verdict: whole, words, lang }: View): HTMLElement {
  const verdict = decidingVerdict(whole)
  const made = element('dl', { class: 'facts' })
  const add = (name: string, ...values: Array<string | HTMLElement>) => {
    made.append(element('div', {}, element('dt', {}, name), element('dd', {}, ...values)))
  }
  if (verdict.brand) add(words.verdict.brand, brandName(verdict.brand, lang))
  const lures = verdict.lures.slice(0, LURES).map(({ id, similarity }) => words.verdict.lure(id, similarity.toFixed(2)))
  if (verdict.lures.length > LURES) lures.push('…')
  if (lures.length > 0) add(words.verdict.lures, ...lures.map((lure) => element('span', { class: 'lure' }, lure)))
  add(
    words.verdict.score,
    element('strong', {}, String(whole.score)),
    element('small', {}, ` ${words.verdict.scoreNote}`),
  )
  return made
}

let brands: BrandEntry[] | undefined

/** In the reader's language, where the corpus has it. */
function brandName({ id, name }: NonNullable<Verdict['brand']>, lang: Language): string {
  // Unpacked once: it takes some milliseconds.
  brands ??= builtinCorpus().brands
  return brands.find((brand) => brand.id === id)?.names[lang][0] ?? name
}

function warnings({ verdict, words }: View): string[] {
  const said: string[] = []
  if (verdict.skipped.some(({ check }) => check === 'text')) said.push(words.verdict.noText)
  if (verdict.limits.length > 0) said.push(words.verdict.atLimits)
  return said
}

function list(className: string, heading: string, lines: string[], tag: 'ol' | 'ul'): HTMLElement | undefined {
  if (lines.length === 0) return undefined
  return element(
    'div',
    { class: className },
    element('h3', {}, heading),
    element(tag, {}, ...lines.map((line) => element('li', {}, line))),
  )
}
