/** What is the verdict as a program gets it? */
import { copyButton } from './copy.ts'
import { element } from './dom.ts'
import { wholeUntil } from './elide.ts'
import type { View } from './view.ts'

/** UTF-16 code units that are shown. */
const SHOWN_UNITS = 40_000

export function jsonView(view: View): HTMLElement {
  const { verdict, words, id } = view
  const json = JSON.stringify(verdict, null, 2)
  const headingId = `${id}-json`
  const made = element(
    'details',
    { class: 'panel' },
    element('summary', { id: headingId }, words.json.heading),
    element('p', { class: 'hint' }, words.json.note),
    copyButton(view, json, headingId),
  )
  if (json.length > SHOWN_UNITS) made.append(element('p', {}, words.json.cut(words.number(SHOWN_UNITS))))
  const shown = json.slice(0, wholeUntil(json, SHOWN_UNITS))
  made.append(
    element('pre', { class: 'json', tabindex: '0', role: 'group', 'aria-labelledby': headingId, lang: 'en' }, shown),
  )
  return made
}
