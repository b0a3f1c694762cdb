/** Is a printed address shown as a sample of a false site: `偽サイト例 https://…`, `https://… これ本物？` */
import { firstFrom, type SeenLink, type View } from './mail.ts'

/** Signs between a label and its address, and between one address of a list and the next. */
const BETWEEN = /^[\s:：・･■▼→⇒「『【】』」（()）-]*$/
/** No more of them, in code units. */
const BETWEEN_UNITS = 8
/** No label is longer, in code units. */
const LABEL_UNITS = 64

/**
 * The addresses that the text calls false or doubts, right before or behind them; the next ones of a list are shown with the
 * first.
 *
 * @param links all links of a mail, those of one view in the order of their places
 */
export function samplesOf(links: SeenLink[]): Set<SeenLink> {
  const samples = new Set<SeenLink>()
  let last: SeenLink | undefined
  for (const link of links) {
    if (link.kind !== 'printed' && link.text.trim() !== link.url) continue
    const follows =
      last !== undefined && samples.has(last) && last.view === link.view && isNext(link.view, last.end, link)
    if (follows || isLabelled(link)) samples.add(link)
    last = link
  }
  return samples
}

/** `は偽物ではありません`. */
function isDenied(text: string, end: number): boolean {
  return /^(?:では|じゃ|とは)/.test(text.slice(end, end + 2))
}

function isNext(view: View, end: number, link: SeenLink): boolean {
  if (link.start < end || link.start - end > BETWEEN_UNITS) return false
  const between = view.text.slice(end, link.start)
  // behind a blank line the text speaks of something else
  return BETWEEN.test(between) && between.indexOf('\n') === between.lastIndexOf('\n')
}

function isLabelled(link: SeenLink): boolean {
  const { view, start, end } = link
  for (let i = firstFrom(view.found, start - LABEL_UNITS); i < view.found.length; i++) {
    const found = view.found[i]!
    if (found.start > end + BETWEEN_UNITS) return false
    if (found.id !== 'sample-labels') continue
    if (found.end <= start && isNext(view, found.end, link)) return true
    const between = found.start >= end ? view.text.slice(end, found.start) : '\n'
    if (!between.includes('\n') && BETWEEN.test(between) && !isDenied(view.text, found.end)) return true
  }
  return false
}
