/** How does a mail look when nothing in it is taken for a quoted example? A lure may put on the form of one. */
import { isWithin } from '../text/passage.ts'
import type { JudgedLink } from './link.ts'
import type { Mail, SeenLink, View } from './mail.ts'

/**
 * Whether a hyperlink of a lure stands at or behind an embedded head (`件名:…`). A notice masks or prints the URLs of its
 * examples; mail software makes printed ones clickable, never a button.
 */
export function hasLiveExample(links: JudgedLink[]): boolean {
  return links.some(
    (j) =>
      j.live &&
      j.link.kind !== 'printed' &&
      !j.ofSender &&
      !j.ofRecipient &&
      !j.ofOtherBrand &&
      j.relation !== 'official' &&
      j.link.start >= (j.link.view.passages.heads[0]?.start ?? Number.POSITIVE_INFINITY),
  )
}

/** The same mail with what it quotes as the sender's own words; what the HTML marks as a quote stays one if wanted. */
export function unquoted(mail: Mail, keepBlockquotes = true): Mail {
  const text = withoutHeads(mail.text, [])
  const html = withoutHeads(mail.html, keepBlockquotes ? (mail.visible?.quotes ?? []) : [])
  const pages = mail.bodies.find((view) => view.attached)
  const opened = pages && withoutHeads(pages, [])
  const viewOf = (view: View): View =>
    view === mail.text ? text : view === mail.html ? html : opened && view === pages ? opened : view
  const placed = (link: SeenLink): SeenLink => {
    const view = viewOf(link.view)
    return { ...link, view, place: isWithin(view.passages.quoted, link.start) ? 'quoted' : 'own' }
  }
  return { ...mail, text, html, bodies: mail.bodies.map(viewOf), links: mail.links.map(placed) }
}

function withoutHeads(view: View, quoted: View['passages']['quoted']): View {
  const head = view.passages.heads[0]
  return { ...view, passages: { ...view.passages, quoted }, ...(head && { opens: head.end }) }
}
