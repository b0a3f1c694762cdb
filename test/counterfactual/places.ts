/** Where do the words and the links of a mail stand, so that a transformation can change the one and leave the other? */
import { findLinks } from '../../src/link/find.ts'
import { visibleText } from '../../src/text/html.ts'

/** Elements whose content nobody reads. */
const UNREAD = ['style', 'script', 'title']

/** Applies `text` to each stretch of HTML that is read and `tag` to each tag; comments and unread elements stay. */
export function mapHtml(html: string, text: (stretch: string) => string, tag = (t: string): string => t): string {
  const parts: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) return parts.join('') + text(html.slice(at))
    if (open > at) parts.push(text(html.slice(at, open)))
    const comment = html.startsWith('<!--', open)
    let end = comment ? html.indexOf('-->', open) + 3 : html.indexOf('>', open) + 1
    if (end < open + 1) end = html.length
    const name = /^<([a-z]+)/i.exec(html.slice(open, open + 12))?.[1]?.toLowerCase() ?? ''
    if (UNREAD.includes(name)) {
      const close = html.toLowerCase().indexOf(`</${name}`, end)
      if (close > 0) end = close
      parts.push(html.slice(open, end))
    } else parts.push(comment ? html.slice(open, end) : tag(html.slice(open, end)))
    at = end
  }
  return parts.join('')
}

/** Applies `words` to a text between its links and leaves the links (with a scheme) as they are. */
export function mapWords(text: string, words: (stretch: string) => string): string {
  return mapLinks(text, (link) => (link.scheme === 'explicit' ? link.raw : words(link.raw)), words)
}

/** Applies `link` to each link of a text (mail addresses are none) and `words` to what stands between. */
export function mapLinks(
  text: string,
  link: (found: { raw: string; url: string; scheme: 'explicit' | 'implied' }) => string,
  words = (stretch: string): string => stretch,
): string {
  const parts: string[] = []
  let at = 0
  for (const found of findLinks(text).links) {
    if (found.start < at || found.url.startsWith('mailto:')) continue
    parts.push(words(text.slice(at, found.start)), link(found))
    at = found.end
  }
  parts.push(words(text.slice(at)))
  return parts.join('')
}

/** Text as HTML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A text as a mail program shows it: its URLs with a scheme become hyperlinks. */
export function htmlOfText(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) =>
      mapLinks(
        line,
        ({ raw, url, scheme }) =>
          scheme === 'explicit' ? `<a href="${escaped(url)}">${escaped(raw)}</a>` : escaped(raw),
        escaped,
      ),
    )
  return `<html><body>\n${lines.join('<br>\n')}\n</body></html>\n`
}

/** What a program that turns HTML into text writes: the visible text, each hyperlink's target behind its words. */
export function textOfHtml(html: string): string {
  return pieces(html)
    .map(({ words, href }) => (href === '' ? words : words.trim() === href ? href : `${words}\n${href}\n`))
    .join('')
}

/** HTML with the visible text and the hyperlinks of another and nothing else: no hidden text, no fonts, no pictures. */
export function plainHtml(html: string, words: (stretch: string) => string): string {
  const body = pieces(html).map(({ words: w, href }) =>
    href === '' ? escaped(words(w)) : `<a href="${escaped(href)}">${escaped(words(w))}</a>`,
  )
  return `<html><body>\n${body.join('').replaceAll('\n', '<br>\n')}\n</body></html>\n`
}

function pieces(html: string): Array<{ words: string; href: string }> {
  const seen = visibleText(html)
  const out: Array<{ words: string; href: string }> = []
  let at = 0
  for (const link of seen.links) {
    if (link.start < at || link.hidden || !/^https?:/i.test(link.href)) continue
    out.push({ words: seen.text.slice(at, link.start), href: '' })
    out.push({ words: seen.text.slice(link.start, link.end), href: link.href })
    at = link.end
  }
  out.push({ words: seen.text.slice(at), href: '' })
  return out
}
