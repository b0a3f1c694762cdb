/** What does a reader see of a message? Folded, matched and with its links: the input of every detector. */
import { type CompiledCorpus, type Hit, matchTerms, type Term } from '../corpus/compile.ts'
import { LIMITS, type LimitHit, type Limits } from '../limits.ts'
import type { InspectedLink, Sight } from '../link/inspect.ts'
import { findForward } from '../message/forward.ts'
import type { Message } from '../message/model.ts'
import { type Folded, fold, originalSpan } from '../text/fold.ts'
import { type VisibleText, visibleText } from '../text/html.ts'
import { findPassages, type Passages, type Range } from '../text/passage.ts'
import { type Allowance, Share } from './allowance.ts'
import type { ClassifyOptions, Field } from './model.ts'
import { seePages } from './pages.ts'
import { type Recipients, recipientsOf } from './recipients.ts'
import { addHyperlinks, addPrintedLinks } from './seen-links.ts'

/** A term of the corpus found in a view; offsets in UTF-16 code units of the view's text. */
export interface Found {
  term: Term
  /** Corpus id of the brand, pretext, phrase list or lure the term belongs to. */
  id: string
  start: number
  end: number
  bounded: boolean
}

/** The head of a body, in code units: a greeting stands there, and what a warning says first. */
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
  /** It is the text of attached pages, which nobody sees at once: evidence has no place in it. */
  attached: boolean
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
  /** A text calls an address false: `偽サイト例`. */
  labelled: boolean
  /** The text of attached pages and where they lead, which count once the pages are opened. */
  pages?: { view: View; links: SeenLink[] }
  limitHits: LimitHit[]
}

/**
 * Looks at a message: visible text, folded views, term hits, links with their host facts.
 *
 * @param message from `parseMessage`
 * @param corpus compiled corpus
 * @param options options of `classify`
 * @param allowance what is left for it, when another mail carries it
 */
export function seeMail(
  message: Message,
  corpus: CompiledCorpus,
  options: ClassifyOptions,
  allowance?: Allowance,
): Mail {
  const limits: Limits = options.limits ? { ...LIMITS, ...options.limits } : LIMITS
  const limitHits: LimitHit[] = []
  const visible = message.html === '' ? undefined : visibleText(message.html, limits)
  if (visible) limitHits.push(...visible.limits)
  const views: View[] = []
  let warns = false
  let labelled = false
  const share = new Share(allowance, limits, limitHits)
  const view = (field: Field, whole: string, quotes: Range[] = [], attached = false): View => {
    const text = share.textOf(whole)
    const folded = fold(text, limits.matchUnits)
    if (text.length > limits.matchUnits) limitHits.push({ limit: 'matchUnits', where: field, cap: limits.matchUnits })
    const twin = text === '' ? undefined : views.find((other) => isSameFolded(other.folded, folded))
    const hits = twin?.hits ?? matchTerms(corpus, folded)
    const found = placesOf(corpus, text, folded, hits)
    for (const { id, term } of found) {
      if (id === 'warnings') warns ||= term.strength >= 2
      else if (id === 'sample-labels') labelled = true
    }
    const passages = findPassages(text, quotes, warns, field !== 'html')
    const made = { field, text, folded, hits, found, passages, attached }
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
    linkCap: share.linkRoom(),
    sights: new Map(),
    ...recipientsOf(message, options, allowance !== undefined),
    passwordForm: visible?.passwordField ?? false,
    attachedForm: false,
    labelled,
    limitHits,
  }
  addPrintedLinks(mail, text, [])
  const ofText = mail.links.length
  const atText = share.takeLinks(ofText, mail.linkCap)
  const room = share.linkRoom()
  mail.linkCap = ofText + room
  if (visible) {
    addHyperlinks(mail, visible.links, html)
    addPrintedLinks(mail, html, visible.links)
  }
  if (message.attachments.some(({ html }) => html)) seePages(mail, view)
  const atHtml = share.takeLinks(mail.links.length - ofText, room)
  const atLinks = atText ?? atHtml
  if (atLinks) limitHits.push(atLinks)
  if (mail.links.some(({ url }) => url.length > limits.urlUnits))
    limitHits.push({ limit: 'urlUnits', where: 'link', cap: limits.urlUnits })
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
