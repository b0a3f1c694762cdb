/** How is a link shown so that nobody opens it by accident? `https://a.example/x` becomes `hxxps://a[.]example/x`. */
import { isAlpha, isDigit } from './chars.ts'

const DOT = 0x2e
const DASH = 0x2d

const isHostUnit = (c: number): boolean => isAlpha(c) || isDigit(c) || c === DOT || c === DASH

/** What ends the authority of a URL; RFC 3986 §3.2, and the backslash that browsers treat as a slash. */
const AUTHORITY_ENDS = '/?#\\ \t\r\n"\'<>)]、。」'
const isUrlEnd = (c: number): boolean => c <= 0x20 || c === 0x22 || c === 0x3c || c === 0x3e || c >= 0x80

/** A bare host's last label is letters (`jp`, `com`), or all four labels are numbers; `No.1`, `Inc.` and `2020.2` are no hosts. */
function isBareHost(run: string): boolean {
  const labels = run.split('.')
  if (labels.length < 2) return false
  const last = labels[labels.length - 1]!
  if (last.length >= 2 && [...last].every((c) => isAlpha(c.charCodeAt(0)))) return labels[labels.length - 2] !== ''
  return (
    labels.length === 4 &&
    labels.every((l) => l.length > 0 && l.length <= 3 && [...l].every((c) => isDigit(c.charCodeAt(0))))
  )
}

/** A dot in brackets is defanged already. */
const dotted = (host: string): string => host.replace(/(?<!\[)\./g, '[.]')

/**
 * Makes the links of a text harmless: `http` becomes `hxxp`, and the dots of hosts become `[.]`. Paths, queries and mail
 * addresses stay as they are. Text that is defanged already stays as it is.
 *
 * @param text any text; typically one URL, one host, or a quoted sentence
 * @returns the text with every http(s) URL and bare host defanged
 * @throws TypeError when `text` is no string
 * @example defang('https://www.kagoya.evil.example/jp/') // 'hxxps://www[.]kagoya[.]evil[.]example/jp/'
 */
export function defang(text: string): string {
  if (typeof text !== 'string') throw new TypeError('defang: text must be a string')
  let out = ''
  let at = 0
  while (at < text.length) {
    if (!isHostUnit(text.charCodeAt(at))) {
      out += text[at++]
      continue
    }
    let end = at
    while (end < text.length && isHostUnit(text.charCodeAt(end))) end++
    const run = text.slice(at, end)
    if (text.startsWith('://', end)) {
      let host = end + 3
      while (host < text.length && !AUTHORITY_ENDS.includes(text[host]!)) host++
      let rest = host
      while (rest < text.length && !isUrlEnd(text.charCodeAt(rest))) rest++
      out += `${run.replace(/http(s?)$/i, (_, s: string) => `hxxp${s.toLowerCase()}`)}://${dotted(text.slice(end + 3, host))}${text.slice(host, rest)}`
      at = rest
      continue
    }
    // `a@b.example` is an address, and `/kagoya.jp/` a path.
    const before = text[at - 1] ?? ''
    const trailing = run.endsWith('.') ? '.' : ''
    const host = trailing ? run.slice(0, -1) : run
    const bare = !'@/=&['.includes(before || ' ') && text[end] !== '@' && isBareHost(host)
    out += bare ? dotted(host) + trailing : run
    at = end
  }
  return out
}
