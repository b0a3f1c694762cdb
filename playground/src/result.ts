/** In which order is a verdict shown? First what anybody must know, then the grounds, then what a desk needs. */
import { element } from './dom.ts'
import { findingsView } from './findings-view.ts'
import { hiddenTexts, hiddenView } from './hidden-view.ts'
import { jsonView } from './json-view.ts'
import type { Judged } from './judge.ts'
import type { Language } from './language.ts'
import { wordsOf } from './language.ts'
import { linksView } from './links-view.ts'
import { legend, mailView } from './mail-view.ts'
import type { Note } from './note.ts'
import { readingView } from './reading-view.ts'
import { repliesView } from './replies-view.ts'
import { verdictCard } from './verdict-card.ts'
import { markId, regionOf, type View } from './view.ts'

export function resultOf({ verdict, message, took }: Judged, lang: Language, note: Note): HTMLElement[] {
  const view: View = { verdict, message, lang, words: wordsOf(lang), id: 'm' }
  const { words } = view
  const grounds = groundsOf(view, note)
  const inner = innerOf(view, note)
  // What decided comes first.
  const parts = [
    verdictCard(view),
    ...(verdict.decidedBy === 'inner' ? [...inner, ...grounds] : [...grounds, ...inner]),
  ]
  parts.push(section(view, 'replies', words.replies.heading, [repliesView(view)]))
  const reading = element('details', { class: 'panel' }, element('summary', {}, words.reading.heading))
  reading.append(...readingView(view, took))
  reading.open = verdict.limits.length > 0
  parts.push(reading, jsonView(view))
  return parts
}

/** The mail with its findings, the links, and what is hidden: of the mail itself and of each inside it. */
function groundsOf(view: View, note: Note): HTMLElement[] {
  const { verdict, message, words } = view
  const toMark = (index: number): void => {
    const place = document.getElementById(markId(view, index))
    const target = place?.parentElement?.querySelector<HTMLElement>('.mark')
    const closed = target?.closest('details')
    if (closed) closed.open = true
    target?.focus()
  }
  const mail = element('div', { class: 'mail-side' }, mailView(view))
  const sides = element('div', { class: 'sides' }, mail, findingsView(view, toMark))
  note.listen(sides, view)
  const parts = [
    section(view, 'mail', words.mail.heading, [
      ...(verdict.evidence.length > 0 ? [element('p', { class: 'hint' }, words.mail.how), legend(view)] : []),
      sides,
    ]),
    section(view, 'links', words.links.heading, linksView(view)),
  ]
  const hidden = hiddenTexts(message)
  if (hidden.length > 0) parts.push(section(view, 'hidden', words.hidden.heading, hiddenView(view, hidden)))
  return parts
}

function innerOf(view: View, note: Note): HTMLElement[] {
  const { verdict, message, words } = view
  if (verdict.inner.length === 0) return []
  const mails = verdict.inner.flatMap((inner, i) => {
    const read = message.inner[i]
    if (!read) return []
    const within: View = { ...view, verdict: inner, message: read, id: `${view.id}-${i + 1}` }
    const made = element(
      'details',
      { class: 'inner' },
      element(
        'summary',
        {},
        element('span', { class: 'chip', 'data-label': inner.label }, words.verdict.labels[inner.label]),
        ` ${words.inner.title(i + 1)}: ${read.subject.slice(0, 120) || words.inner.untitled}`,
      ),
      ...groundsOf(within, note),
      ...innerOf(within, note),
    )
    made.open = verdict.decidedBy === 'inner' && inner.label === verdict.label
    return [made]
  })
  return [section(view, 'inner', words.inner.heading, mails)]
}

function section(view: View, name: string, heading: string, children: HTMLElement[]): HTMLElement {
  const headingId = `${view.id}-${name}-heading`
  const region = regionOf(view)
  return element(
    region,
    { class: `panel ${name}-panel`, 'aria-labelledby': region === 'section' ? headingId : undefined },
    element('h3', { id: headingId }, heading),
    ...children,
  )
}
