/** What do attached pages add to a mail, once the reader opens them? */
import type { LimitHit } from '../limits.ts'
import { isPrivateAddress } from '../link/ip.ts'
import { type HtmlLink, visibleText } from '../text/html.ts'
import type { Range } from '../text/passage.ts'
import { scriptedTargets } from '../text/scripted.ts'
import type { Mail, View } from './mail.ts'
import type { Field } from './model.ts'
import { addHyperlinks, addPageTarget, addPrintedLinks } from './seen-links.ts'

/**
 * Looks at the attached pages. A fake login form travels as one: its form, and the address that it leads on to by itself,
 * are where the mail leads. Its words and links are a lure as they would be in the body, once it is opened.
 */
export function seePages(
  mail: Mail,
  view: (field: Field, text: string, quotes: Range[], attached: boolean) => View,
): void {
  const most = mail.limits.matchUnits
  let text = ''
  const links: HtmlLink[] = []
  const quotes: Range[] = []
  for (const { html } of mail.message.attachments) {
    if (!html) continue
    const seen = visibleText(html, mail.limits)
    for (const hit of seen.limits) addHit(mail, { ...hit, where: WHERE })
    if (seen.passwordField) {
      mail.passwordForm = true
      mail.attachedForm = true
    }
    for (const link of seen.links) if (link.kind === 'form' || link.kind === 'refresh') addPageTarget(mail, link.href)
    for (const href of scriptedTargets(html)) addPageTarget(mail, href)
    if (text.length > most) continue
    const at = text === '' ? 0 : text.length + 1
    text += `${text === '' ? '' : '\n'}${seen.text}`
    for (const quote of seen.quotes) quotes.push({ start: quote.start + at, end: quote.end + at })
    for (const link of seen.links)
      if (link.kind !== 'form' && link.kind !== 'refresh')
        links.push({ ...link, start: link.start + at, end: link.end + at })
  }
  const shown = view('html', text, quotes, true)
  // what the pages hold is gathered apart, with a share of its own
  const pages: Mail = { ...mail, links: [], linkCap: mail.limits.links }
  addHyperlinks(pages, links, shown)
  addPrintedLinks(pages, shown, links)
  if (pages.links.length >= pages.linkCap) addHit(mail, { limit: 'links', where: WHERE, cap: pages.linkCap })
  mail.pages = { view: shown, links: pages.links.filter(({ facts }) => !isPrivateAddress(facts.host)) }
}

/** Where a cap was reached. */
const WHERE = 'attached pages'

function addHit(mail: Mail, hit: LimitHit): void {
  if (!mail.limitHits.some(({ limit, where }) => limit === hit.limit && where === hit.where)) mail.limitHits.push(hit)
}

/** The mail of a reader who has opened the attached pages; undefined when there are none. */
export function opened(mail: Mail): Mail | undefined {
  const { pages } = mail
  if (!pages) return undefined
  const bodies = pages.view.text === '' ? mail.bodies : [...mail.bodies, pages.view]
  return { ...mail, bodies, links: [...mail.links, ...pages.links] }
}
