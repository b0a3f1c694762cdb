/** Which documented lure does the mail follow? */
import { lurePassages, luresIn } from '../corpus/fingerprint.ts'
import type { LureEntry } from '../corpus/model.ts'
import { originalSpan } from '../text/fold.ts'
import type { Claim } from './brand.ts'
import { type Finding, findingAt, quoteWords } from './finding.ts'
import { type Found, HEAD_UNITS, type Mail, type View } from './mail.ts'
import type { Span } from './model.ts'

/** A documented lure found in the mail. */
export interface FoundLure {
  id: string
  brand: string
  pretext: string
  /** Containment of the lure's fingerprint in the mail, 0 to 1. */
  similarity: number
  passages: Span[]
}

/** Containment from which a lure is recognised alone; DESIGN's figure, kept by the seed's re-branded copies. */
export const STRONG = 0.55
/** Containment from which a lure supports other evidence. */
export const SUPPORTING = 0.35
/** Summed strength of a lure's phrases from which they point at it. */
const PHRASES = 5
/** Lures told of one mail, most similar first; a notice that shows lures shows about ten. */
const LURES = 16
/** Code units a passage may grow to either side. */
const MARGIN = 12
const STOPS = '\n\r。、！？!? \u3000「」【】'
/** Passages shown for one lure. */
const PASSAGES = 6

/**
 * Compares the mail with the documented lures by fingerprint.
 *
 * @returns lures from `SUPPORTING` up, most similar first; several only where their texts stand in the mail too
 */
export function findLures(mail: Mail): FoundLure[] {
  const best = new Map<number, { view: View; sample: number; similarity: number }>()
  const [first] = mail.bodies
  for (const view of mail.bodies) {
    // the other part of a multipart/alternative says the same again
    if (view !== first && view.hits === first?.hits) continue
    for (const { lure, sample, similarity } of luresIn(mail.corpus, view.folded)) {
      if (similarity >= SUPPORTING && similarity > (best.get(lure)?.similarity ?? 0))
        best.set(lure, { view, sample, similarity })
    }
  }
  const lures: FoundLure[] = []
  if (best.size === 0) return lures
  const chosen = [...best]
    .map(([lure, found]) => ({ lure, ...found }))
    .sort((a, b) => b.similarity - a.similarity || a.lure - b.lure)
    .slice(0, LURES)
  for (const view of mail.bodies) {
    const here = chosen.filter((found) => found.view === view)
    if (here.length === 0) continue
    // one pass over the text for all of its lures
    const ranges = lurePassages(mail.corpus, view.folded, here)
    here.forEach(({ lure, similarity }, i) => {
      const entry = mail.corpus.lures[lure]
      if (!entry || mail.options.disable?.includes(entry.id)) return
      const places = view.attached ? [] : ranges[i]!.slice(0, PASSAGES)
      const passages = places.map((range) => {
        const span = originalSpan(view.folded, view.text, range.start, range.end)
        const { start, end } = toWords(view.text, span)
        return { field: view.field, start, end }
      })
      lures.push({
        id: entry.id,
        brand: entry.brand,
        pretext: entry.pretext,
        similarity: Math.round(similarity * 1000) / 1000,
        passages,
      })
    })
  }
  return lures.sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
}

/** A passage begins and ends with a shared 3-gram, in mid-word; a reader wants it from the last stop or line end on. */
function toWords(text: string, span: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = span
  while (start > 0 && span.start - start < MARGIN && !STOPS.includes(text.charAt(start - 1))) start--
  while (end < text.length && end - span.end < MARGIN && !STOPS.includes(text.charAt(end))) end++
  return { start, end }
}

/** The evidence for the lures found. */
export function lureFindings(mail: Mail, lures: FoundLure[], claim: Claim | undefined): Finding[] {
  const findings: Finding[] = []
  for (const lure of lures) {
    const code = lure.similarity >= STRONG ? 'lure-fingerprint' : 'lure-resembles'
    const span = lure.passages[0]
    const view = mail.bodies.find((v) => v.field === span?.field)
    const found = span && view ? quoteWords(view.text.slice(span.start, span.end)) : lure.id
    findings.push({
      code,
      ...(span && { field: span.field, span }),
      found,
      expected: lure.id,
      lure: lure.id,
      brand: lure.brand,
    })
  }
  for (const { lure, view, found } of lurePhrases(mail)) {
    if (lures.some((l) => l.id === lure.id)) continue
    findings.push(findingAt('lure-phrases', view, found, { lure: lure.id, brand: lure.brand }))
  }
  const top = lures[0]
  if (top && top.similarity >= STRONG) {
    const view = mail.bodies[0]
    if (claim?.kind === 'brand' && claim.id !== top.brand && view) {
      findings.push({ code: 'lure-rebranded', found: claim.name, expected: top.brand, lure: top.id, brand: claim.id })
    } else {
      const other = otherName(mail, top.brand)
      if (other) findings.push(findingAt('lure-rebranded', other.view, other, { expected: top.brand, lure: top.id }))
    }
  }
  return findings
}

/** Lures of which two characteristic phrases stand in the mail, though its text as a whole is another. */
function lurePhrases(mail: Mail): Array<{ lure: LureEntry; view: View; found: Found }> {
  const seen = new Map<number, { view: View; found: Found; phrases: number; strength: number }>()
  const counted = new Set<unknown>()
  for (const view of mail.bodies) {
    for (const found of view.found) {
      const { kind, ref, strength } = found.term
      if (kind !== 'lure' || counted.has(found.term)) continue
      counted.add(found.term)
      const entry = seen.get(ref)
      if (entry === undefined) seen.set(ref, { view, found, phrases: 1, strength })
      else {
        entry.phrases++
        entry.strength += strength
      }
    }
  }
  const lures: Array<{ lure: LureEntry; view: View; found: Found }> = []
  for (const [ref, { view, found, phrases, strength }] of seen) {
    const lure = mail.corpus.lures[ref]
    if (lure && phrases >= 2 && strength >= PHRASES) lures.push({ lure, view, found })
  }
  return lures
}

/** `平素はATWインターネットサービスをご利用いただき`: a name in the greeting that is not the lure's brand. */
function otherName(mail: Mail, brand: string): { view: View; start: number; end: number } | undefined {
  for (const view of mail.bodies) {
    const greeting = view.found.find((f) => f.id === 'organisation-heads' && f.start < HEAD_UNITS)
    if (!greeting) continue
    const from = Math.max(0, greeting.start - 30)
    const inner = /[A-Z][A-Za-z0-9]{1,20}/.exec(view.text.slice(from, greeting.end))
    if (!inner) continue
    const at = from + inner.index
    const known = view.found.some(
      (f) => f.term.kind === 'brand' && f.id === brand && f.start < at + inner[0].length && f.end > at,
    )
    if (!known) return { view, start: at, end: at + inner[0].length }
  }
  return undefined
}
