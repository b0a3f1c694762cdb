/** Which of the two languages does the page speak? */
import { en } from './words/en.ts'
import { ja } from './words/ja.ts'
import type { Words } from './words/words.ts'

export type Language = 'ja' | 'en'

const WORDS: Record<Language, Words> = { ja, en }

export const wordsOf = (lang: Language): Words => WORDS[lang]

/** Japanese for readers who have it anywhere among their languages: the mails are. */
export function preferredLanguage(languages: readonly string[]): Language {
  const known = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'ja' || tag === 'en')
  return known === 'ja' ? 'ja' : 'en'
}
