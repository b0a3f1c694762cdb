/** Which text does the mail hold that its reader never saw? */
import { type HiddenText, type Message, visibleText } from '../../src/index.ts'
import { element, languageOf } from './dom.ts'
import { wholeUntil } from './elide.ts'
import { nameInvisible, partInvisible } from './invisible.ts'
import type { View } from './view.ts'

/** Pieces shown, and UTF-16 code units of each. Salted mail has hundreds. */
const PIECES = 50
const PIECE_UNITS = 1_000

export const hiddenTexts = ({ html }: Message): HiddenText[] => (html === '' ? [] : visibleText(html).hidden)

export function hiddenView({ words }: View, hidden: HiddenText[]): HTMLElement[] {
  const items = hidden.slice(0, PIECES).map(({ text, how }) => {
    const cut = text.length > PIECE_UNITS ? `${text.slice(0, wholeUntil(text, PIECE_UNITS))}…` : text
    const shown = partInvisible(cut).map((part) => (part.isInvisible ? `⟨${nameInvisible(part.text)}⟩` : part.text))
    return element(
      'li',
      {},
      element('span', { class: 'chip' }, words.hidden.how[how]),
      element('span', { class: 'hidden-text', dir: 'auto', lang: languageOf(cut) }, ...shown),
    )
  })
  const made: HTMLElement[] = [
    element('p', { class: 'hint' }, words.hidden.note),
    element('ul', { class: 'hidden-list' }, ...items),
  ]
  if (hidden.length > PIECES) made.push(element('p', {}, words.hidden.more(words.number(hidden.length - PIECES))))
  return made
}
