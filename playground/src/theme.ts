/** Light or dark? As the system says, until the button says otherwise; nothing is kept for the next visit. */
import { byId } from './dom.ts'
import type { Words } from './words/words.ts'

const system = window.matchMedia('(prefers-color-scheme: dark)')

const isDark = (): boolean => {
  const chosen = document.documentElement.dataset.theme
  return chosen ? chosen === 'dark' : system.matches
}

/** `words` gives those of the language of the moment. */
export function themeButton(words: () => Words): { rename: () => void } {
  const button = byId('theme', HTMLButtonElement)
  const rename = () => {
    const { toLight, toDark } = words().themes
    const label = isDark() ? toLight : toDark
    button.setAttribute('aria-label', label)
    button.title = label
  }
  button.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark'
    rename()
  })
  system.addEventListener('change', rename)
  return { rename }
}
