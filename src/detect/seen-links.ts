/** Which links does a mail hold: those printed in its texts, and those of its HTML? */
import { isMaskSign } from '../link/chars.ts'
import { findLinks } from '../link/find.ts'
import { inNameOf, sightOf } from '../link/inspect.ts'
import type { HtmlLink } from '../text/html.ts'
import { isWithin, type Range } from '../text/passage.ts'
import type { Mail, SeenLink, View } from './mail.ts'

/** Adds the URLs that a view prints, but for those that its hyperlinks show. */
export function addPrintedLinks(mail: Mail, view: View, hyperlinks: readonly Range[]): void {
  if (view.text === '') return
  const bounded = view.text.length > mail.limits.matchUnits ? view.text.slice(0, mail.limits.matchUnits) : view.text
  let h = 0
  const found = findLinks(bounded, mail.limits)
  if (found.bareCut)
    mail.limitHits.push({ limit: 'bareDomainUnits', where: view.field, cap: mail.limits.bareDomainUnits })
  for (const link of found.links) {
    if (mail.links.length >= mail.linkCap) return
    // a URL printed inside an <a> is that hyperlink's text
    while (h < hyperlinks.length && (hyperlinks[h]?.end ?? 0) <= link.start) h++
    const over = hyperlinks[h]
    if (over && link.start >= over.start && link.end <= over.end) continue
    if (link.url.startsWith('mailto:')) continue
    const { sight, facts } = lookAt(mail, link.url)
    mail.links.push({
      url: link.url,
      sight,
      facts,
      text: '',
      view,
      start: link.start,
      end: link.end,
      kind: 'printed',
      masked: link.masked,
      hostMasked: link.maskedHost,
      defanged: link.defanged,
      implied: link.scheme === 'implied',
      place: isWithin(view.passages.quoted, link.start) ? 'quoted' : 'own',
    })
  }
}

/** Adds the hyperlinks and forms of a page. */
export function addHyperlinks(mail: Mail, links: HtmlLink[], view: View): void {
  for (const link of links) {
    if (mail.links.length >= mail.linkCap) return
    if (link.start > view.text.length || link.href === '' || !leadsToSite(link.href)) continue
    // nobody can click what nobody sees
    if (link.hidden && link.text.trim() === '') continue
    // what stands in the href is where a click leads, whatever the text shows
    const { sight, facts } = lookAt(mail, link.href)
    const hostMasked = isHostMasked(facts.host, facts.registrableDomain, link.text)
    mail.links.push({
      url: link.href,
      sight,
      facts,
      text: link.text,
      view,
      start: link.start,
      end: link.end,
      kind: link.kind === 'form' ? 'form' : 'href',
      masked: hostMasked,
      hostMasked,
      defanged: false,
      implied: false,
      place: isWithin(view.passages.quoted, link.start) ? 'quoted' : 'own',
    })
  }
}

/** Whether an address leads to a site, not to a place on the page, to a part of the mail or into a mail or telephone program. */
function leadsToSite(href: string): boolean {
  // most addresses are told by their first letter
  const first = href.charCodeAt(0) | 0x20
  return first === 0x68 || !(href.startsWith('#') || /^(mailto|tel|cid):/i.test(href))
}

/** A form of an attached page, or where the page leads on to by itself. */
export function addPageTarget(mail: Mail, href: string): void {
  if (mail.links.length >= mail.linkCap) return
  const { sight, facts } = lookAt(mail, href)
  mail.links.push({
    url: href,
    sight,
    facts,
    text: '',
    view: mail.html,
    start: 0,
    end: 0,
    kind: 'form',
    masked: false,
    hostMasked: false,
    defanged: false,
    implied: false,
    place: 'own',
  })
}

/** Newsletters repeat a link in picture, headline and button: one look serves all. */
function lookAt(mail: Mail, url: string): Pick<SeenLink, 'sight' | 'facts'> {
  let seen = mail.sights.get(url)
  if (!seen) {
    const sight = sightOf(url, mail.corpus, mail.victims, mail.limits.urlUnits)
    seen = { sight, facts: inNameOf(mail.corpus, sight) }
    mail.sights.set(url, seen)
  }
  return seen
}

/**
 * `https://○○.com/`, `http://****.com/`: a host that was blotted out on purpose leads nowhere. A button to
 * `https://○○.evil.example/` leads to evil.example: below a domain that can be read, only a text that shows the signs too,
 * as of a URL that mail software made clickable, blots anything out.
 *
 * @param host with `*` for every sign
 */
function isHostMasked(host: string, registrableDomain: string, text: string): boolean {
  if (!host.includes('*')) return false
  return registrableDomain === '' || registrableDomain.includes('*') || hasMaskSign(text)
}

/** Longer texts show no host. */
const HOST_UNITS = 260

function hasMaskSign(text: string): boolean {
  const end = Math.min(text.length, HOST_UNITS)
  for (let i = 0; i < end; i++) if (text.charCodeAt(i) === 0x2a || isMaskSign(text.charCodeAt(i))) return true
  return false
}
