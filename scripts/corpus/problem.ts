/** What is wrong with a corpus file, said in Japanese and English so that a contributor can mend it. */

/** Languages of the messages. */
export type Lang = 'ja' | 'en'

/** The same words in both. */
export type Text = Record<Lang, string>

/** One thing that is wrong, or that somebody should look at. */
export interface Problem {
  /** Path of the file from the repository's root. */
  file: string
  /** From 1. */
  line: number
  column: number
  /** Name of the check, or what kind of mistake it is. */
  code: string
  /** Said, but not an error. */
  isWarning?: true
  message: Text
  /** What would be right. */
  expected?: Text
  /** Something right, as it would stand in the file. */
  example?: string
  /** What stands there instead, shortened. */
  found?: string
}

/** Languages side by side, each label as wide as the others of its language. */
const LABELS = {
  en: { warning: 'warning: ', expected: 'expected: ', example: 'example:  ', found: 'found:    ' },
  ja: { warning: '警告: ', expected: '期待: ', example: '例:   ', found: '実際: ' },
} as const

/** `file:line:column code message`, then what was expected, an example, and what was found. */
export function formatProblem(problem: Problem, lang: Lang = 'en'): string {
  const { file, line, column, code, isWarning, message } = problem
  const words = LABELS[lang]
  return [`${file}:${line}:${column} ${code} ${isWarning ? words.warning : ''}${message[lang]}`]
    .concat(detailsOf(problem, lang).map((detail) => `  ${detail}`))
    .join('\n')
}

/** The same as a workflow command of GitHub Actions, which shows it beside the line of the pull request. */
export function annotation(problem: Problem, lang: Lang = 'en'): string {
  const { file, line, column, code, isWarning, message } = problem
  const text = [message[lang], ...detailsOf(problem, lang)].join('\n')
  const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`
  return `::${isWarning ? 'warning' : 'error'} ${place}::${data(text)}`
}

function detailsOf({ expected, example, found }: Problem, lang: Lang): string[] {
  const words = LABELS[lang]
  const details: string[] = []
  if (expected !== undefined) details.push(words.expected + expected[lang])
  if (example !== undefined) details.push(words.example + example)
  if (found !== undefined) details.push(words.found + found)
  return details
}

/** Escapes of workflow commands: without them a line of a file could give the runner commands. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A value as a message may show it: one line, shortened, nothing that moves a terminal's cursor. */
export function shorten(value: unknown, most = 60): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const cut = text.length > most ? `${text.slice(0, most)}...` : text
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (c) => `U+${hex(c.codePointAt(0)!)}`)
}

/** A code point as it is usually written: at least four hex digits. */
export const hex = (point: number): string => point.toString(16).toUpperCase().padStart(4, '0')
