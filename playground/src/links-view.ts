/** Where does each link lead? Never one to click: hosts are defanged, and nothing here is an anchor. */
import { explainFinding } from '../../src/explain/index.ts'
import type { EvidenceCode, Link } from '../../src/index.ts'
import { defang } from '../../src/report/index.ts'
import { defangedLink } from './defanged.ts'
import { element, languageOf } from './dom.ts'
import type { View } from './view.ts'

/** A verdict lists 100. */
const SHOWN = 30

export function linksView(view: View): HTMLElement[] {
  const { links } = view.verdict
  const { words } = view
  if (links.length === 0) return [element('p', { class: 'quiet' }, words.links.none)]
  const list = element('ul', { class: 'links' }, ...links.slice(0, SHOWN).map((link) => item(view, link)))
  const made: HTMLElement[] = [element('p', { class: 'hint' }, words.links.note), list]
  if (links.length > SHOWN) {
    const summary = element('summary', {}, words.links.more(words.number(links.length - SHOWN)))
    const rest = links.slice(SHOWN).map((link) => item(view, link))
    made.push(element('details', {}, summary, element('ul', { class: 'links' }, ...rest)))
  }
  return made
}

function item(view: View, link: Link): HTMLElement {
  const { words } = view
  const { before, domain, unicode, url } = defangedLink(link)
  const chips = element('p', { class: 'chips' })
  const { relation } = link
  if (relation) chips.append(element('span', { class: 'chip', 'data-kind': relation }, words.links.relations[relation]))
  if (link.place === 'quoted') chips.append(element('span', { class: 'chip' }, words.links.quoted))
  const host = element('p', { class: 'host' })
  if (domain === '') host.append(words.links.noHost)
  else host.append(element('span', {}, before), element('strong', {}, domain))
  if (unicode !== undefined) host.append(element('span', { class: 'unicode' }, ` ${unicode}`))
  const made = element('li', { class: 'link' }, chips, host, element('p', { class: 'url' }, url))
  if (link.text) {
    const shown = element('span', { lang: languageOf(link.text), dir: 'auto' }, defang(link.text))
    made.append(element('p', { class: 'shown' }, `${words.links.shown}: `, shown))
  }
  const said = [...new Set(link.deceptions)].map((code) => element('li', {}, sentence(view, code)))
  if (said.length > 0) made.append(element('ul', { class: 'deceptions' }, ...said))
  return made
}

function sentence({ verdict, lang }: View, code: EvidenceCode): string {
  return explainFinding(verdict, { code, group: 'L', weight: 0, found: '' }, { lang }).text
}
