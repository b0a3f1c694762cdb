/** Which story the mail tells, and what it asks the reader to do. */
import { type Finding, findingAt } from './finding.ts'
import type { Found, Mail, View } from './mail.ts'

/** What the words of the mail add up to. */
export interface Pretexts {
  /** Pretext ids, best first, with their summed strength (a phrase counts once). */
  told: Array<{ id: string; strength: number }>
  /** Summed strength of calls to act outside quotes. */
  calls: number
  urgency: number
  /** Fields to fill in and send back: `パスワード：`. */
  replyForm: boolean
  findings: Finding[]
}

/** At most this many places are shown for one pretext or list. */
const SHOWN = 2
/** This many different empty fields make a form. */
const FORM_FIELDS = 2

/** Finds pretexts, calls to act, urgency and reply forms in the sender's own words. */
export function findPretexts(mail: Mail): Pretexts {
  const told = new Map<string, { strength: number; terms: Set<unknown> }>()
  const lists = new Map<string, { strength: number; terms: Set<unknown> }>()
  const findings: Finding[] = []
  for (const view of [mail.subject, ...mail.bodies]) {
    for (const found of view.found) {
      const { kind } = found.term
      if (kind !== 'pretext' && kind !== 'list') continue
      if (isQuoted(view, found)) continue
      const sums = kind === 'pretext' ? told : lists
      const sum = sums.get(found.id) ?? { strength: 0, terms: new Set() }
      sums.set(found.id, sum)
      if (sum.terms.has(found.term)) continue
      sum.terms.add(found.term)
      sum.strength += found.term.strength
      if (sum.terms.size > SHOWN) continue
      if (kind === 'pretext') findings.push(findingAt('pretext', view, found, { pretext: found.id }))
      else if (found.id === 'calls-to-act') findings.push(findingAt('call-to-act', view, found))
      else if (found.id === 'urgency') findings.push(findingAt('urgency', view, found))
    }
  }
  const forms = lists.get('reply-forms')
  const replyForm = (forms?.terms.size ?? 0) >= FORM_FIELDS && (forms?.strength ?? 0) >= 4
  if (replyForm) {
    const view = mail.bodies.find((v) => v.found.some((f) => f.id === 'reply-forms'))
    const found = view?.found.find((f) => f.id === 'reply-forms')
    if (view && found) findings.push(findingAt('asks-for-password-by-reply', view, found))
  }
  return {
    told: [...told]
      .map(([id, { strength }]) => ({ id, strength }))
      .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1)),
    calls: lists.get('calls-to-act')?.strength ?? 0,
    urgency: lists.get('urgency')?.strength ?? 0,
    replyForm,
    findings,
  }
}

function isQuoted(view: View, found: Found): boolean {
  for (const range of view.passages.quoted) if (found.start >= range.start && found.start < range.end) return true
  return false
}
