/** What a reader sees of a message, folded, matched and with its links: the input of every detector. */
import type { CompiledCorpus, Hit, Term } from '../corpus/compile.ts'
import { matchTerms } from '../corpus/compile.ts'
import type { Limits } from '../limits.ts'
import { LIMITS, type LimitHit } from '../limits.ts'
import { isMaskSign } from '../link/chars.ts'
import { findLinks } from '../link/find.ts'
import { type InspectedLink, inNameOf, type Sight, sightOf } from '../link/inspect.ts'
import { findForward } from '../message/forward.ts'
import type { Message } from '../message/model.ts'
import { type Folded, fold, originalSpan } from '../text/fold.ts'
import { type VisibleText, visibleText } from '../text/html.ts'
import { findPassages, isWithin, type Passages } from '../text/passage.ts'
import type { ClassifyOptions, Field } from './model.ts'
import { type Recipients, recipientsOf } from './recipients.ts'

/** A term of the corpus found in a view; offsets in UTF-16 code units of the view's text. */
export interface Found {
  term: Term
  /** Corpus id of the brand, pretext, phrase list or lure the term belongs to. */
  id: string
  start: number
  end: number
  bounded: boolean
}

/** The head of a body, in code units: a greeting stands there. */
export const HEAD_UNITS = 400

/** One field as it is looked at: the sender's part of it, before any forwarded message. */
export interface View {
  field: Field
  text: string
  folded: Folded
  /** In folded offsets; a view whose text folds to the same units shares them. */
  hits: Hit[]
  found: Found[]
  passages: Passages
  /** Where the mail's own words begin when an example in it is read as the mail itself. */
  opens?: number
}

/** A link with its place in the mail. */
export interface SeenLink {
  /** As found: an href, or the URL that a text shows. */
  url: string
  sight: Sight
  /** What is known of it while nobody has asked which brand the mail names. */
  facts: InspectedLink
  /** Text shown for it; empty when the URL itself is printed. */
  text: string
  view: View
  start: number
  end: number
  /** `href`: an element leads there; `printed`: a URL in running text, which mail programs make clickable. */
  kind: 'href' | 'printed' | 'form'
  /** Any part of the URL was blotted out (`uid=***`). */
  masked: boolean
  /** The host was blotted out: it leads nowhere. */
  hostMasked: boolean
  defanged: boolean
  /** Without a scheme in the text: shown, but convicts nobody. */
  implied: boolean
  place: 'own' | 'quoted'
}

/** The mail as every detector sees it. */
export interface Mail extends Recipients {
  message: Message
  corpus: CompiledCorpus
  options: ClassifyOptions
  limits: Limits
  subject: View
  from: View
  text: View
  html: View
  /** The body views that have text. */
  bodies: View[]
  visible?: VisibleText
  links: SeenLink[]
  /** Links are taken up to this; the HTML has a share of its own, so that a text of links cannot crowd out its hyperlinks. */
  linkCap: number
  /** Facts of each different URL. */
  sights: Map<string, Pick<SeenLink, 'sight' | 'facts'>>
  /** A password field stands in the HTML or an HTML attachment. */
  passwordForm: boolean
  /** It stands in an HTML attachment. */
  attachedForm: boolean
  limitHits: LimitHit[]
}

/**
 * Looks at a message: visible text, folded views, term hits, links with their host facts.
 *
 * @param message from `parseMessage`
 * @param corpus compiled corpus
 * @param options options of `classify`
 * @param isInner it came inside another mail
 */
export function seeMail(message: Message, corpus: CompiledCorpus, options: ClassifyOptions, isInner = false): Mail {
  const limits: Limits = options.limits ? { ...LIMITS, ...options.limits } : LIMITS
  const limitHits: LimitHit[] = []
  const visible = message.html === '' ? undefined : visibleText(message.html, limits)
  if (visible) limitHits.push(...visible.limits)
  const views: View[] = []
  let warns = false
  const view = (field: Field, text: string, quotes: Array<{ start: number; end: number }> = []): View => {
    const folded = fold(text, limits.matchUnits)
    if (text.length > limits.matchUnits) limitHits.push({ limit: 'matchUnits', where: field, cap: limits.matchUnits })
    const twin = text === '' ? undefined : views.find((other) => isSameFolded(other.folded, folded))
    const hits = twin?.hits ?? matchTerms(corpus, folded)
    const found = placesOf(corpus, text, folded, hits)
    warns ||= found.some(({ id, term }) => id === 'warnings' && term.strength >= 2)
    const made = { field, text, folded, hits, found, passages: findPassages(text, quotes, warns, field !== 'html') }
    views.push(made)
    return made
  }
  const visibleForward =
    message.forward?.field === 'html'
      ? message.forward.start
      : visible && message.forward
        ? findForward(visible.text, message.subject)?.start
        : undefined
  const subject = view('subject', message.subject)
  const from = view('from', message.fromText)
  const text = view(
    'text',
    message.forward?.field === 'text' ? message.text.slice(0, message.forward.start) : message.text,
  )
  const html = view('html', (visible?.text ?? '').slice(0, visibleForward), visible?.quotes)
  const mail: Mail = {
    message,
    corpus,
    options,
    limits,
    subject,
    from,
    text,
    html,
    bodies: [text, html].filter((v) => v.text !== ''),
    ...(visible && { visible }),
    links: [],
    linkCap: limits.links,
    sights: new Map(),
    ...recipientsOf(message, options, isInner),
    passwordForm: visible?.passwordField ?? false,
    attachedForm: false,
    limitHits,
  }
  addPrintedLinks(mail, text, [])
  const ofText = mail.links.length
  mail.linkCap = ofText + limits.links
  if (visible) {
    addHyperlinks(mail, visible, html)
    addPrintedLinks(mail, html, visible.links)
  }
  for (const attachment of message.attachments) if (attachment.html) addAttachment(mail, attachment.html)
  if (ofText >= limits.links || mail.links.length >= mail.linkCap)
    limitHits.push({ limit: 'links', where: 'body', cap: limits.links })
  if (mail.links.some(({ url }) => url.length > LIMITS.urlUnits))
    limitHits.push({ limit: 'urlUnits', where: 'link', cap: LIMITS.urlUnits })
  return mail
}

/** Whether two texts fold to the same units, as the parts of a multipart/alternative do: one search serves both then. */
function isSameFolded(a: Folded, b: Folded): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a.units[i] !== b.units[i]) return false
  return true
}

function placesOf(corpus: CompiledCorpus, text: string, folded: Folded, hits: Hit[]): Found[] {
  const found: Found[] = []
  for (const hit of hits) {
    const term = corpus.terms[hit.term]
    if (!term) continue
    const { start, end } = originalSpan(folded, text, hit.start, hit.end)
    found.push({ term, id: corpus.termIds[hit.term]!, start, end, bounded: hit.bounded })
  }
  return found
}

function addPrintedLinks(mail: Mail, view: View, hyperlinks: Array<{ start: number; end: number }>): void {
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

function addHyperlinks(mail: Mail, visible: VisibleText, view: View): void {
  for (const link of visible.links) {
    if (mail.links.length >= mail.linkCap) return
    if (link.start > view.text.length || link.href === '' || !leadsToSite(link.href)) continue
    // nobody can click what nobody sees
    if (link.hidden && link.text.trim() === '') continue
    // what stands in the href is where a click leads, whatever the text shows
    const { sight, facts } = lookAt(mail, link.href)
    const hostMasked = isHostMasked(link.href, link.text, facts.registrableDomain)
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

/** A fake login form travels as an HTML attachment: its form is where the mail leads. */
function addAttachment(mail: Mail, html: string): void {
  const seen = visibleText(html, mail.limits)
  if (seen.passwordField) {
    mail.passwordForm = true
    mail.attachedForm = true
  }
  for (const link of seen.links) {
    if (mail.links.length >= mail.linkCap) return
    if (link.kind !== 'form' && link.kind !== 'refresh') continue
    const { sight, facts } = lookAt(mail, link.href)
    mail.links.push({
      url: link.href,
      sight,
      facts,
      text: link.text,
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
}

/** Newsletters repeat a link in picture, headline and button: one look serves all. */
function lookAt(mail: Mail, url: string): Pick<SeenLink, 'sight' | 'facts'> {
  let seen = mail.sights.get(url)
  if (!seen) {
    const sight = sightOf(url, mail.corpus, mail.victims)
    seen = { sight, facts: inNameOf(mail.corpus, sight) }
    mail.sights.set(url, seen)
  }
  return seen
}

/**
 * `https://○○.com/`, `http://****.com/`: a host that was blotted out on purpose leads nowhere. A button to
 * `https://○○.evil.example/` leads to evil.example: below a domain that can be read, only a text that shows the signs too,
 * as of a URL that mail software made clickable, blots anything out.
 */
function isHostMasked(href: string, text: string, registrableDomain: string): boolean {
  const scheme = href.indexOf('://')
  if (scheme < 0) return false
  let masked = false
  for (let i = scheme + 3; i < href.length && i < scheme + HOST_UNITS; i++) {
    const c = href.charCodeAt(i)
    if (c === 0x2f || c === 0x3f || c === 0x23) break
    // what stands before @ is a user's name
    if (c === 0x40) masked = false
    else if (c === 0x2a || isMaskSign(c)) masked = true
  }
  if (!masked) return false
  const isReadable = registrableDomain !== '' && !/\*|xn--/.test(registrableDomain)
  return !isReadable || hasMaskSign(text)
}

/** Longer authorities are no host. */
const HOST_UNITS = 260

function hasMaskSign(text: string): boolean {
  const end = Math.min(text.length, HOST_UNITS)
  for (let i = 0; i < end; i++) if (text.charCodeAt(i) === 0x2a || isMaskSign(text.charCodeAt(i))) return true
  return false
}

/** Index of the first hit that begins at a place or behind it; hits are in the order of their places. */
export function firstFrom(found: Found[], at: number): number {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (found[middle]!.start < at) low = middle + 1
    else high = middle
  }
  return low
}
