/** Is the mail a warning or report that shows lures, rather than a lure? */
import { isWithin } from '../text/passage.ts'
import type { Claim } from './brand.ts'
import { type Finding, findingAt } from './finding.ts'
import type { JudgedLink } from './link.ts'
import { type FoundLure, STRONG } from './lure.ts'
import { HEAD_UNITS, type Mail, type SeenLink } from './mail.ts'

/** What speaks for a warning that quotes lures. */
export interface Quoting {
  /** Distinct signals. */
  signals: number
  /** Signals that lie in the structure, which a sentence put above a lure does not have. */
  structural: number
  warningAtHead: boolean
  /** Different lures shown: documented ones, or embedded mail heads. */
  shown: number
  /** Embedded mail heads. */
  heads: number
  /** What leads away in the mail's own words: lures, and links that are a lure's. */
  own: { links: JudgedLink[]; lures: FoundLure[] }
  /** A lure's own live hyperlink stands in the mail. */
  liveHref: boolean
  findings: Finding[]
}

/** A genuine warning says in several ways that it is one. */
const WARNINGS = 3

const NOTHING_OWN: Quoting['own'] = { links: [], lures: [] }

/** Collects the signals of group Q; verdict.ts decides. */
export function findQuoting(mail: Mail, lures: FoundLure[], links: JudgedLink[], claim: Claim | undefined): Quoting {
  const findings: Finding[] = []
  let warningAtHead = false
  const warnings = new Set<unknown>()
  const lines = new Map<string, Set<number>>()
  for (const view of [mail.subject, ...mail.bodies]) {
    for (const found of view.found) {
      if (found.term.kind !== 'list' || found.id !== 'warnings') continue
      warnings.add(found.term)
      if (view !== mail.subject) {
        const line = view.text.lastIndexOf('\n', found.start)
        lines.set(view.field, (lines.get(view.field) ?? new Set()).add(line))
      }
      // a warning says so in its subject or in its first words
      const atHead = view === mail.subject || found.start < HEAD_UNITS
      if (!warningAtHead && atHead && found.term.strength >= 2) {
        warningAtHead = true
        findings.push(findingAt('warning-at-head', view, found))
      }
    }
  }
  const view = mail.bodies.reduce<Mail['text'] | undefined>(
    (a, b) => (a && a.passages.heads.length >= b.passages.heads.length ? a : b),
    undefined,
  )
  const heads = view?.passages.heads.filter((head) => head.fields >= 2).length ?? 0
  const distinct = countApart(lures.filter((l) => l.similarity >= STRONG))
  // mail software makes a printed URL clickable, never a button: heads alone do not excuse one
  const worded =
    heads > 0 && links.some((j) => isLure(j, claim) && j.link.kind === 'href' && !j.link.text.includes('.'))
  const shown = Math.max(distinct, worded ? Math.min(heads, 1) : heads)
  let structural = 0
  const first = view?.passages.heads[0]
  if (view && first) {
    structural++
    findings.push(findingAt('embedded-mail-heads', view, first))
  }
  // somebody asks or answers about a mail: most of the text is that mail, and so is every link
  if (isCited(mail, links)) structural++
  const masked = mail.links.find((l) => l.masked || l.defanged)
  if (masked) {
    structural++
    findings.push(findingAt('links-masked', masked.view, masked, { found: masked.facts.url }))
  }
  if (distinct >= 2 || (heads >= 2 && distinct >= 1)) {
    structural++
    const span = lures[0]?.passages[0]
    findings.push({
      code: 'several-lures-quoted',
      ...(span && { field: span.field, span }),
      found: lures
        .map((l) => l.id)
        .join(', ')
        .slice(0, 200),
    })
  }
  let signals = structural + (warningAtHead ? 1 : 0)
  // one sentence put above a lure may hold three phrases; a notice has several lines of them
  if (warnings.size >= WARNINGS && [...lines.values()].some((set) => set.size >= 2)) signals++
  const block = mail.bodies
    .flatMap((v) => v.passages.quoted.map((range) => ({ v, range })))
    .find(({ range }) => range.end - range.start >= 40)
  if (block && warningAtHead) {
    signals++
    findings.push(findingAt('quoted-block', block.v, block.range))
  }
  const liveHref = links.some((j) => isLure(j, claim))
  // only a warning is held to speak for itself
  const own = warningAtHead ? findOwn(mail, lures, links) : NOTHING_OWN
  return { signals, structural, warningAtHead, shown, heads, own, liveHref, findings }
}

/**
 * What no example shows. A rule inside an example ends its quote, so behind the first head only a notice whose quotes hold
 * masked links and no live ones is held to speak for itself: it would have masked that of an example.
 */
function findOwn(mail: Mail, lures: FoundLure[], links: JudgedLink[]): Quoting['own'] {
  const away = links.filter((j) => j.live && j.relation !== 'official' && !j.ofOtherBrand && !j.ofRecipient)
  const masks =
    mail.links.some((l) => l.place === 'quoted' && isBlotted(l)) && away.every((j) => j.link.place === 'own')
  const isOwn = (view: Mail['text'] | undefined, start: number): boolean =>
    view !== undefined &&
    !isWithin(view.passages.quoted, start) &&
    (masks || start < (view.passages.heads[0]?.start ?? Number.POSITIVE_INFINITY))
  const told = lures.filter(({ passages }) => {
    const here = passages.filter(({ field, start }) =>
      isOwn(
        mail.bodies.find((v) => v.field === field),
        start,
      ),
    )
    return here.length > passages.length / 2
  })
  // a lure told in own words leads to whatever link there is
  if (told.some((l) => l.similarity >= STRONG)) return { links: away, lures: told }
  return {
    links: away.filter((j) => isOwn(j.link.view, j.link.start)),
    lures: told,
  }
}

/** Whether a click on a link leads nowhere because somebody made its host unreadable. */
export function isBlotted(link: SeenLink): boolean {
  return link.hostMasked || link.defanged
}

/** Whether the mail is about one that it cites line by line (`> `), links included. */
function isCited({ text }: Mail, links: JudgedLink[]): boolean {
  const { cited } = text.passages
  return (
    cited > text.text.length / 2 &&
    links.every((j) => !j.live || j.relation === 'official' || j.link.place === 'quoted')
  )
}

/** A hyperlink or form that a lure has: a click leads neither to a brand nor, outside the quotes, to who writes. */
function isLure(j: JudgedLink, claim: Claim | undefined): boolean {
  const foreign = j.live && j.link.kind !== 'printed' && j.relation !== 'official' && !j.ofOtherBrand
  return foreign && (j.link.place === 'quoted' || !j.ofSender || claim?.inDisplayName === true)
}

/** Lures whose passages do not lie in one another's: two near-copies of one text are one lure. */
function countApart(lures: FoundLure[]): number {
  const taken: Array<{ field: string; start: number; end: number }> = []
  for (const { passages } of lures) {
    const first = passages[0]
    if (!first) continue
    let { start, end } = first
    for (const passage of passages) {
      start = Math.min(start, passage.start)
      end = Math.max(end, passage.end)
    }
    const covers = (t: { field: string; start: number; end: number }): boolean =>
      t.field === first.field &&
      Math.min(end, t.end) - Math.max(start, t.start) > Math.min(end - start, t.end - t.start) / 2
    if (!taken.some(covers)) taken.push({ field: first.field, start, end })
  }
  return taken.length
}
