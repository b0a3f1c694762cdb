/** Which of several mails is shown? A list of all, each with its label. */
import type { Label } from '../../src/index.ts'
import { element, languageOf } from './dom.ts'
import type { FileProblem } from './read-file.ts'
import type { Words } from './words/words.ts'

/** A row of the list. */
export type ListedMail =
  | { name: string; label: Label; subject: string; from: string }
  | { name: string; problem: FileProblem }

/** UTF-16 code units of a subject or sender in the list. */
const SHOWN = 120

/**
 * The list.
 *
 * @param chosen number of the mail that is shown
 * @param choose called with the number of the mail that is to be shown
 */
export function mailList(
  mails: readonly ListedMail[],
  chosen: number,
  { list, verdict, input, number }: Words,
  choose: (mail: number) => void,
): HTMLElement {
  const rows = mails.map((mail, i) => {
    if ('problem' in mail)
      return element(
        'li',
        { class: 'no-mail' },
        element('span', { class: 'mail-name' }, mail.name),
        element('span', {}, input.problems[mail.problem]),
      )
    const subject = mail.subject.slice(0, SHOWN) || list.untitled
    const press = element(
      'button',
      { type: 'button', 'aria-pressed': String(i === chosen), title: mail.name },
      element('span', { class: 'chip', 'data-label': mail.label }, verdict.labels[mail.label]),
      element('span', { class: 'mail-subject', lang: languageOf(subject), dir: 'auto' }, subject),
      element('span', { class: 'mail-from', dir: 'auto' }, mail.from.slice(0, SHOWN) || list.unsigned),
    )
    press.addEventListener('click', () => choose(i))
    return element('li', {}, press)
  })
  return element(
    'section',
    { class: 'panel mails', 'aria-labelledby': 'mails-heading' },
    element('h2', { id: 'mails-heading' }, list.heading(number(mails.length))),
    element('ol', {}, ...rows),
  )
}
