/** What does every part of the result need? The mail it shows, its language, and ids that no other mail on the page has. */
import type { Message, Verdict } from '../../src/index.ts'
import type { Language } from './language.ts'
import type { Words } from './words/words.ts'

export interface View {
  verdict: Verdict
  message: Message
  lang: Language
  words: Words
  /** Opens every id: `m` for the mail itself, `m-1` for the first one inside it. */
  id: string
}

/** A region that screen readers list, for the mail itself; of mails inside it a list would hold the same names again. */
export const regionOf = ({ id }: View): 'section' | 'div' => (id === 'm' ? 'section' : 'div')

/** The id of the sentence that says finding `index`, which the marks in the mail are described by. */
export const findingId = (view: View, index: number): string => `${view.id}-finding-${index}`

/** The id of the first mark of finding `index`. */
export const markId = (view: View, index: number): string => `${view.id}-mark-${index}`
