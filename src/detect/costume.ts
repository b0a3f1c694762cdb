/** Whether a lure only puts on the form of a warning, a reply or a forward: what it quotes is then read as its own words. */
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
 * is not its own; `mask`: the text goes on behind a masked example; `silence`: nobody says whose words are quoted or what is
 * thought of them, which convicts only who speaks for somebody.
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
  return isUncommented(mail, away) ? 'silence' : undefined
}

/**
 * Who masks the link of an example masks the others of it: a story told behind the mask, with a live link, is no part of
 * the example, which has nothing that says where it ends.
 */
function goesOnBehindMask(mail: Mail, view: View, away: JudgedLink[]): boolean {
  const ascending = (a: number, b: number): number => a - b
  const masks = mail.links.filter((l) => l.view === view && isBlotted(l)).map((l) => l.end)
  if (masks.length === 0) return false
  masks.sort(ascending)
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

/** Whether most of the text is a quote about which the own words say nothing, and nothing says whose it is. */
function isUncommented(mail: Mail, targets: JudgedLink[]): boolean {
  if ([mail.subject, ...mail.bodies].some(isAboutMail)) return false
  return mail.bodies.some((view) => {
    const { quoted } = view.passages
    if (!targets.some((j) => j.link.view === view)) return false
    const units = quoted.reduce((sum, range) => sum + range.end - range.start, 0)
    return units > view.text.length / 2 && !isAttributed(view, quoted[0])
  })
}

/** `このようなメールが届きました`, `対応が必要ですか？`: the own words warn of a mail or ask about it. */
function isAboutMail(view: View): boolean {
  const { quoted } = view.passages
  const isOwn = (at: number): boolean => !isWithin(quoted, at)
  if (view.found.some((f) => f.id === 'warnings' && f.term.strength >= 2 && isOwn(f.start))) return true
  for (let i = 0; i < view.text.length; i++) {
    const c = view.text.charAt(i)
    const next = view.text.charAt(i + 1)
    // `?` stands in URLs too
    const asks = c === '？' || (c === '?' && !/[!-~]/.test(next)) || (c === '。' && view.text.charAt(i - 1) === 'か')
    if (asks && isOwn(i)) return true
  }
  return false
}

/** No line that a mail program writes above a quote is longer. */
const ATTRIBUTION_UNITS = 200

/** `2025年6月2日(月) 9:15 User <user@client.example>:`, `yamada さんは書きました:`, `On … wrote:` */
function isAttributed({ text }: View, first: Range | undefined): boolean {
  const before = text.slice(Math.max(0, (first?.start ?? 0) - ATTRIBUTION_UNITS), first?.start ?? 0).trimEnd()
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return /[:：]$/.test(line) && /[\d@]|wrote|writes|書き/.test(line)
}
