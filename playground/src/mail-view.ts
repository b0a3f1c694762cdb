/** What did the mail say, and where in it does each finding stand? Text nodes only; nothing of it is rendered as HTML. */
import { highlight } from '../../src/explain/index.ts'
import type { Field } from '../../src/index.ts'
import { element, languageOf } from './dom.ts'
import { elide, type Shown } from './elide.ts'
import { nameInvisible, partInvisible } from './invisible.ts'
import { KINDS, kindOf } from './kind.ts'
import { findingId, markId, type View } from './view.ts'

export function mailView(view: View): HTMLElement {
  const { verdict, message, words } = view
  const fields = highlight(verdict, message).map(({ field, segments }) => ({ field, shown: elide(segments) }))
  const made = element('div', { class: 'mail' })
  const seen = new Set<number>()
  const rows = (of: Field[]) => fields.filter(({ field }) => of.includes(field))
  const head = rows(['from', 'subject']).flatMap(({ field, shown }) => [
    element('dt', {}, words.mail.fields[field]),
    element('dd', { dir: 'auto', lang: languageIn(shown) }, ...nodesOf(view, shown, seen)),
  ])
  if (head.length > 0) made.append(element('dl', { class: 'mail-head' }, ...head))

  const bodies = rows(['text', 'html'])
  if (fields.length === 0) made.append(element('p', { class: 'quiet' }, words.mail.empty))
  const marks = bodies.map(({ shown }) => shown.filter((part) => 'evidence' in part && part.evidence.length > 0).length)
  // Of a multipart/alternative the part with more to see is open; they mostly say the same.
  const open = marks.indexOf(Math.max(...marks))
  bodies.forEach(({ field, shown }, i) => {
    const body = element(
      'div',
      {
        class: 'mail-body',
        dir: 'auto',
        lang: languageIn(shown),
        // It scrolls when it is long.
        role: 'group',
        tabindex: '0',
        'aria-label': words.mail.fields[field],
      },
      ...nodesOf(view, shown, seen),
    )
    if (bodies.length === 1) {
      made.append(body)
      return
    }
    const name = `${words.mail.fields[field]} – ${words.mail.marks(marks[i]!)}`
    const part = element('details', { class: 'mail-part' }, element('summary', {}, name), body)
    part.open = i === open
    made.append(part)
  })
  return made
}

/** What the colours of marks stand for, as far as they occur. */
export function legend({ verdict, words }: View): HTMLElement {
  const used = new Set(verdict.evidence.map(kindOf))
  const items = KINDS.filter((kind) => used.has(kind)).map((kind) =>
    element('li', {}, element('span', { class: 'swatch', 'data-kind': kind }, words.mail.kinds[kind])),
  )
  return element('ul', { class: 'legend' }, ...items)
}

function languageIn(shown: Shown[]): string {
  return languageOf(
    shown
      .slice(0, 8)
      .map((part) => ('text' in part ? part.text : ''))
      .join(''),
  )
}

/** `seen` holds the findings that have a mark already: the first one of each carries its number. */
function nodesOf(view: View, shown: Shown[], seen: Set<number>): Node[] {
  return shown.map((part) => {
    if ('omitted' in part) {
      const { mail, number } = view.words
      return element('span', { class: 'omitted', lang: view.lang }, mail.omitted(number(part.omitted)))
    }
    // A line end between two findings is nothing to point at, and a button needs a name.
    if (part.evidence.length === 0 || part.text.trim() === '') {
      const plain = document.createDocumentFragment()
      plain.append(...visible(view, part.text))
      return plain
    }
    return mark(view, part.text, part.evidence, seen)
  })
}

/** A stretch that findings stand on. A button, as it opens a note; described by the sentences in the list of findings. */
function mark(view: View, text: string, evidence: number[], seen: Set<number>): HTMLElement {
  const first = evidence.filter((index) => !seen.has(index))
  for (const index of first) seen.add(index)
  const made = element(
    'span',
    {
      class: 'mark',
      role: 'button',
      tabindex: '0',
      'data-kind': mostSpecific(view, evidence),
      'data-evidence': evidence.join(' '),
      'data-numbers': first.length > 0 ? first.map((index) => index + 1).join('·') : undefined,
      'aria-describedby': evidence.map((index) => findingId(view, index)).join(' '),
    },
    ...visible(view, text),
  )
  if (first.length === 0) return made
  // Several findings may begin here, each with a place to be led to.
  return element('span', {}, ...first.map((index) => element('span', { id: markId(view, index) })), made)
}

/** A documented lure spans whole paragraphs: what stands inside keeps its own colour. */
function mostSpecific({ verdict }: View, evidence: number[]): string {
  const length = (index: number) => {
    const { span } = verdict.evidence[index]!
    return span ? span.end - span.start : 0
  }
  const least = evidence.reduce((best, index) => (length(index) < length(best) ? index : best))
  return kindOf(verdict.evidence[least]!)
}

function visible(view: View, text: string): Array<Node | string> {
  // Lines end as a text node wants them; a segment may begin between the two.
  const lines = text.replace(/\r(?=\n|$)/g, '').replaceAll('\r', '\n')
  return partInvisible(lines).map((stretch) =>
    stretch.isInvisible
      ? element('span', { class: 'invisible', lang: view.lang }, view.words.mail.invisible(nameInvisible(stretch.text)))
      : stretch.text,
  )
}
