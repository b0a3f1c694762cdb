/** What was found, why does it matter, and what would a genuine mail have had? */
import { explainFinding } from '../../src/explain/index.ts'
import type { Evidence } from '../../src/index.ts'
import { defang } from '../../src/report/index.ts'
import { element, languageOf } from './dom.ts'
import { kindOf } from './kind.ts'
import { findingId, regionOf, type View } from './view.ts'

export function findingsView(view: View, toMark: (index: number) => void): HTMLElement {
  const { verdict, words, id } = view
  const region = regionOf(view)
  const made = element(
    region,
    { class: 'findings', 'aria-labelledby': region === 'section' ? `${id}-findings` : undefined },
    element('h3', { id: `${id}-findings` }, words.findings.heading),
  )
  if (verdict.evidence.length === 0) made.append(element('p', { class: 'quiet' }, words.findings.none))
  // What weighs nothing was found again elsewhere, or is a remark.
  const main: HTMLElement[] = []
  const minor: HTMLElement[] = []
  const told = new Set<string>()
  verdict.evidence.forEach((evidence, index) => {
    ;(evidence.weight === 0 ? minor : main).push(item(view, evidence, index, toMark, told))
  })
  if (main.length > 0) made.append(element('ul', {}, ...main))
  if (minor.length > 0) {
    const summary = element('summary', {}, words.findings.more(minor.length))
    const more = element('details', {}, summary, element('ul', {}, ...minor))
    more.open = main.length === 0
    made.append(more)
  }
  return made
}

function item(
  view: View,
  evidence: Evidence,
  index: number,
  toMark: (index: number) => void,
  told: Set<string>,
): HTMLElement {
  const { words } = view
  const number = index + 1
  const badge = evidence.span
    ? element('button', { type: 'button', class: 'badge', 'aria-label': words.findings.toMail(number) }, String(number))
    : element('span', { class: 'badge', 'aria-hidden': 'true' }, String(number))
  if (evidence.span) badge.addEventListener('click', () => toMark(index))
  return element(
    'li',
    { class: 'finding', 'data-kind': kindOf(evidence), 'data-evidence': String(index) },
    badge,
    element('div', { id: findingId(view, index) }, ...finding(view, evidence, told)),
    element('code', { class: 'code' }, evidence.code),
  )
}

/**
 * The sentence, what was found, and what was expected: in the list, and in the note beside the mark.
 *
 * @param told what a list has said already: one link has five findings, and is shown with the first of them
 */
export function finding({ verdict, lang, words }: View, evidence: Evidence, told = new Set<string>()): HTMLElement[] {
  const { text, quote } = explainFinding(verdict, evidence, { lang })
  const facts = element('dl', { class: 'finding-facts' })
  const add = (name: string, value: string) => {
    if (told.has(value)) return
    told.add(value)
    facts.append(element('dt', {}, name), element('dd', { dir: 'auto', lang: languageOf(value) }, value))
  }
  if (quote !== undefined) add(words.findings.found, quote)
  if (evidence.expected) {
    const isLure = evidence.group === 'T'
    add(
      isLure ? words.findings.documented : words.findings.expected,
      isLure ? evidence.expected : defang(evidence.expected),
    )
  }
  return [element('p', {}, text), facts]
}
