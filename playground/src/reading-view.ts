/** How was the mail read: which characters sets, which checks were left out, which caps were reached? */
import type { DecodeNote, LimitHit } from '../../src/index.ts'
import { element } from './dom.ts'
import type { View } from './view.ts'

/** Rows of each kind; a mail may have a thousand parts. */
const ROWS = 30

export function readingView(view: View, took: number | undefined): HTMLElement[] {
  const { verdict, message, words } = view
  const { reading, number } = words
  const made = [element('h4', {}, reading.decoded), decodings(view)]
  const part = (heading: string, lines: string[]) => {
    if (lines.length === 0) return
    const items = lines.slice(0, ROWS).map((line) => element('li', {}, line))
    if (lines.length > ROWS) items.push(element('li', {}, words.links.more(number(lines.length - ROWS))))
    made.push(element('h4', {}, heading), element('ul', {}, ...items))
  }
  part(
    reading.limits,
    verdict.limits.map((hit) => limitLine(view, hit)),
  )
  part(
    reading.skipped,
    verdict.skipped.map(({ why }) => reading.whys[why]),
  )
  part(
    reading.attachments,
    message.attachments.map(
      ({ filename, type, size }) => `${filename || type} (${type}, ${reading.bytes(number(size))})`,
    ),
  )
  const { version, digest } = verdict.corpus
  const about = [`${reading.corpus} ${version} (${digest})`]
  if (took !== undefined) about.unshift(reading.took(took.toFixed(took < 10 ? 1 : 0)))
  made.push(element('p', { class: 'quiet' }, about.join(' · ')))
  return made
}

function decodings(view: View): HTMLElement {
  const { verdict, words } = view
  const { columns, nothingDecoded } = words.reading
  if (verdict.decoding.length === 0) return element('p', { class: 'quiet' }, nothingDecoded)
  const heads = [columns.where, columns.declared, columns.used, columns.why]
  return element(
    'div',
    { class: 'scroll', role: 'group', tabindex: '0', 'aria-label': words.reading.decoded },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', {}, head)))),
      element('tbody', {}, ...verdict.decoding.slice(0, ROWS).map((note) => decodingRow(view, note))),
    ),
  )
}

function decodingRow(view: View, { where, declared, used, why, replaced }: DecodeNote): HTMLElement {
  const { reading, number } = view.words
  const lost = replaced > 0 ? ` – ${reading.replaced(number(replaced))}` : ''
  const cells = [placeOf(view, where), declared ?? reading.undeclared, used, reading.reasons[why] + lost]
  return element('tr', {}, ...cells.map((cell) => element('td', {}, cell)))
}

function limitLine(view: View, { limit, where, cap, hint }: LimitHit): string {
  const { reading, number } = view.words
  if (limit === 'unreadable') return reading.hints[hint ?? ''] ?? hint ?? ''
  return reading.atCap(reading.caps[limit], placeOf(view, where), cap === undefined ? '' : number(cap))
}

/** `part 1.2` and the fixed places, in the reader's language. */
function placeOf({ words }: View, where: string): string {
  return where.startsWith('part ') ? words.reading.part(where.slice(5)) : (words.reading.where[where] ?? where)
}
