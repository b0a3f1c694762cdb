/** Which language does the command speak? `--lang`, else the locale of the environment. */
import type { Language } from '../explain/index.ts'

/**
 * The language of the environment, as POSIX orders the variables: LC_ALL, LC_MESSAGES, LANG. An empty one counts as unset.
 *
 * @returns `ja` for a Japanese locale (`ja`, `ja_JP.UTF-8`), else `en`
 */
export function languageOf(env: Record<string, string | undefined>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^ja(?:$|[_.@-])/i.test(locale) ? 'ja' : 'en'
}
