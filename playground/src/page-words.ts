/** What stands on the page around the result, in the language of the moment? */
import { byId, element } from './dom.ts'
import type { Language } from './language.ts'
import { wordsOf } from './language.ts'
import { SAMPLE_NAMES } from './samples.ts'
import type { Words } from './words/words.ts'

export function sayPage(lang: Language): void {
  const words = wordsOf(lang)
  const { input } = words
  document.documentElement.lang = lang
  document.title = words.title
  const texts: Record<string, string> = {
    tagline: words.tagline,
    skip: words.skip,
    privacy: words.privacy,
    'input-heading': input.heading,
    'source-label': input.label,
    hint: input.hint,
    judge: input.judge,
    choose: input.choose,
    clear: input.clear,
    'samples-heading': input.samples,
  }
  for (const [id, text] of Object.entries(texts)) byId(id, HTMLElement).textContent = text
  byId('source', HTMLTextAreaElement).placeholder = input.placeholder
  byId('languages', HTMLElement).setAttribute('aria-label', words.language)
  for (const each of ['ja', 'en']) byId(`to-${each}`, HTMLElement).setAttribute('aria-pressed', String(each === lang))
  SAMPLE_NAMES.forEach((name) => {
    byId(`sample-${name}`, HTMLElement).textContent = input.sample[name]
  })
  byId('footer', HTMLElement).replaceChildren(...words.footer.map((line) => element('p', {}, line)))
}

/** Before the first mail. */
export function welcome({ welcome: { heading, points } }: Words): HTMLElement {
  return element(
    'section',
    { class: 'welcome', 'aria-labelledby': 'welcome-heading' },
    element('h2', { id: 'welcome-heading' }, heading),
    element(
      'ul',
      {},
      ...points.map(({ title, text }) => element('li', {}, element('h3', {}, title), element('p', {}, text))),
    ),
  )
}
