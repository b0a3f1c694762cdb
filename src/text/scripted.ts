/** Where does a script in a page lead, as far as it says so in so many words? */
import { resolveHref } from './href.ts'

/** Scripts that lead on are short; a page with more such places than this is a program. */
const TARGETS = 20
/** UTF-16 code units of one address that are read. */
const URL_UNITS = 4_096

/**
 * The literal addresses that scripts and handlers of a page go to: `location.href = '...'`, `location.replace('...')`,
 * `window.open('...')`. Nothing is run, and nothing that is put together is found.
 *
 * @param html A page as written.
 * @returns Absolute http(s) addresses in their order, each once.
 * @example
 * scriptedTargets('<script>location.href="https://a.example/"</script>') // ['https://a.example/']
 */
export function scriptedTargets(html: string): string[] {
  const found = new Set<string>()
  for (const [word, ways] of WAYS) {
    for (let at = html.indexOf(word); at >= 0 && found.size < TARGETS; at = html.indexOf(word, at + word.length)) {
      const target = literalBehind(html, at + word.length, ways)
      if (target !== '') found.add(target)
    }
  }
  return [...found]
}

/** What stands between the word and the address, blanks left out. */
const WAYS: ReadonlyArray<[word: string, ways: readonly string[]]> = [
  ['location', ['=', '.href=', '.replace(', '.assign(']],
  ['window.open', ['(']],
]

function literalBehind(html: string, from: number, ways: readonly string[]): string {
  for (const way of ways) {
    let at = from
    for (let i = 0; i < way.length && at >= 0; i++) {
      at = skipBlanks(html, at)
      at = html.charCodeAt(at) === way.charCodeAt(i) ? at + 1 : -1
    }
    if (at < 0) continue
    at = skipBlanks(html, at)
    const quote = html.charAt(at)
    if (quote !== '"' && quote !== "'" && quote !== '`') return ''
    const literal = html.slice(at + 1, at + 1 + URL_UNITS)
    const close = literal.indexOf(quote)
    // `https:\/\/` is how JSON writes it
    const href = close < 0 ? '' : resolveHref(literal.slice(0, close).replaceAll('\\/', '/'), '')
    return href.startsWith('https://') || href.startsWith('http://') ? href : ''
  }
  return ''
}

/** A bounded look: a page of blanks must not be walked from every word in it. */
function skipBlanks(html: string, from: number): number {
  let at = from
  while (at - from < 32 && html.charCodeAt(at) <= 32) at++
  return at
}
