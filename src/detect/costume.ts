/** Does a lure only put on the form of a warning, a reply or a forward? What it quotes is then read as its own words. */
import { isWithin, type Range } from '../text/passage.ts'
import type { Claim } from './brand.ts'
import type { JudgedLink } from './link.ts'
import type { Mail, View } from './mail.ts'
import { isBlotted } from './quoted.ts'

/** What speaks for a costume, from the detectors. */
export interface Wearer {
  claim?: Claim | undefined
  /** Anything in the sender contradicts the claim. */
  contradictions: unknown[]
  links: JudgedLink[]
}

/**
 * Why the quotes of a mail that leads away through them are not to be believed. `name`: the sender takes a brand's name that
 * is not its own; `mask`: the text goes on behind a masked example; `silence`: the own words only ask
 * to do what stands in the quote, and say neither whose it is nor what is thought of it.
 */
export function costumeOf(
  mail: Mail,
  { claim, contradictions, links }: Wearer,
): 'name' | 'mask' | 'silence' | undefined {
  const quoted = links.filter(
    (j) => j.live && j.link.place === 'quoted' && j.relation !== 'official' && !j.ofOtherBrand,
  )
  const away = quoted.filter((j) => !j.ofSender && !j.ofRecipient)
  // a desk that answers or warns bears its own name; below an example that it masks stands its own address
  const masks = mail.links.some((l) => l.place === 'quoted' && isBlotted(l))
  const leads = away.length > 0 || (quoted.length > 0 && !masks)
  if (leads && claim?.kind === 'brand' && claim.inDisplayName && contradictions.length > 0) return 'name'
  if (away.length === 0) return undefined
  if (mail.bodies.some((view) => goesOnBehindMask(mail, view, away))) return 'mask'
  return isPointedAt(mail, links, away) ? 'silence' : undefined
}

/**
 * Who masks the link of an example masks the others of it: a story told behind the mask, with a live link, is no part of
 * the example, which has nothing that says where it ends.
 */
function goesOnBehindMask(mail: Mail, view: View, away: JudgedLink[]): boolean {
  const masks = mail.links.filter((l) => l.view === view && isBlotted(l)).map((l) => l.end)
  if (masks.length === 0) return false
  masks.sort((a, b) => a - b)
  const stories = view.found.filter((f) => f.term.kind === 'pretext').map((f) => f.start)
  const heads = view.passages.heads.map((h) => h.start)
  return away.some(({ link }) => {
    const mask = link.view === view ? lastBefore(masks, link.start) : -1
    return mask >= 0 && lastBefore(heads, link.start) < mask && lastBefore(stories, link.start) >= mask
  })
}

/** The last of the places, which are in order, that lies before another; -1 when none does. */
function lastBefore(places: number[], at: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < at) low = middle + 1
    else high = middle
  }
  return low === 0 ? -1 : places[low - 1]!
}

/**
 * Whether most of the text is a quote that the own words only point at: they ask the reader to act, have no link for it, and
 * say nothing of a mail. A person who passes a lure on or asks about it, and a desk that answers, do say something.
 */
function isPointedAt(mail: Mail, links: JudgedLink[], away: JudgedLink[]): boolean {
  if (links.some((j) => j.live && j.link.place === 'own')) return false
  if ([mail.subject, ...mail.bodies].some(isAboutMail)) return false
  return mail.bodies.some((view) => {
    if (!away.some((j) => j.link.view === view)) return false
    const { quoted } = view.passages
    const units = quoted.reduce((sum, range) => sum + range.end - range.start, 0)
    return units > view.text.length / 2 && REQUEST.test(ownWords(view)) && !isAttributed(view, quoted[0])
  })
}

/** Asks the reader to do something. */
const REQUEST = /ください|下さい|お手続|ご対応|please/i
/** Speaks of a mail as of a thing, or asks: `今朝届いたものです`, `対応が必要ですか？`; `?` stands in URLs too. */
const ABOUT = /メール|届[いき]|受信|来まし|来た|か。|？|\?(?![!-~])|mail|received|got this/i

/** Whether the own words warn of a mail, speak of one or ask. */
function isAboutMail(view: View): boolean {
  const warns = view.found.some(
    (f) => f.id === 'warnings' && f.term.strength >= 2 && !isWithin(view.passages.quoted, f.start),
  )
  return warns || ABOUT.test(ownWords(view))
}

/** More own words than these are more than a line that points at a quote. */
const OWN_UNITS = 4096

function ownWords({ text, passages }: View): string {
  let words = ''
  let at = 0
  for (const { start, end } of passages.quoted) {
    if (start > at && words.length < OWN_UNITS) words += `${text.slice(at, Math.min(start, at + OWN_UNITS))}\n`
    at = Math.max(at, end)
  }
  return words + text.slice(at, at + OWN_UNITS)
}

/** No line that a mail program writes above a quote is longer. */
const ATTRIBUTION_UNITS = 200

/** `2025年6月2日(月) 9:15 User <user@client.example>:`, `yamada さんは書きました:`, `On … wrote:` */
function isAttributed({ text }: View, first: Range | undefined): boolean {
  const before = text.slice(Math.max(0, (first?.start ?? 0) - ATTRIBUTION_UNITS), first?.start ?? 0).trimEnd()
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return /[:：]$/.test(line) && /[\d@]|wrote|writes|書き/.test(line)
}
