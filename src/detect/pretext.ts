/** Which story does the mail tell, and what does it ask the reader to do? */
import { isWithin } from '../text/passage.ts'
import { type Finding, findingAt } from './finding.ts'
import type { Found, Mail, View } from './mail.ts'

/** What the words of the mail add up to. */
export interface Pretexts {
  /** Pretext ids, best first, with their summed strength (a phrase counts once). */
  told: Array<{ id: string; strength: number }>
  /** Summed strength of calls to act outside quotes. */
  calls: number
  urgency: number
  /** The password of the mailbox is asked for. */
  credentials: boolean
  /** What nobody asks for by mail is asked for: a PIN, the three digits, a recovery phrase. */
  secrets: boolean
  /** The reader is led by a picture: a QR code. */
  unseen: boolean
  /** A code is to be entered. */
  code: boolean
  /** Fields to fill in and send back: `パスワード：`. */
  replyForm: boolean
  findings: Finding[]
}

/** At most this many places are shown for one pretext or list. */
const SHOWN = 2
/** This many empty fields, one of them for a secret, make a form. */
const FORM_FIELDS = 2

/** A phrase of the reply forms this strong asks for the secret by itself. */
const ASKS = 3

/** Stories about a mailbox or a domain: beside the recipient's domain they speak in its name. */
export const MAIL_PRETEXTS: ReadonlySet<string> = new Set([
  'mailbox-full',
  'held-mail',
  'storage-low',
  'password-expiry',
  'domain-renewal',
  'token-expiry',
  'upgrade',
  'account-stop',
])

/** Lists of phrases that call the reader to act. */
const CALLS = new Set(['calls-to-act', 'mail-credentials', 'secrets', 'unseen-targets'])

/** What the phrases of one pretext or list add up to. */
interface Sum {
  strength: number
  phrases: number
}

/** Adds a phrase and says how many there are now. */
function add(sums: Map<string, Sum>, id: string, strength: number): number {
  const sum = sums.get(id)
  if (sum === undefined) {
    sums.set(id, { strength, phrases: 1 })
    return 1
  }
  sum.strength += strength
  return ++sum.phrases
}

/** Finds pretexts, calls to act, urgency and reply forms in the sender's own words. */
export function findPretexts(mail: Mail): Pretexts {
  const told = new Map<string, Sum>()
  const lists = new Map<string, Sum>()
  const counted = new Set<unknown>()
  const findings: Finding[] = []
  for (const view of [mail.subject, ...mail.bodies]) {
    for (const found of view.found) {
      const { kind, strength } = found.term
      if ((kind !== 'pretext' && kind !== 'list') || counted.has(found.term) || isQuoted(view, found)) continue
      counted.add(found.term)
      const shown = add(kind === 'pretext' ? told : lists, found.id, strength)
      if (shown > SHOWN) continue
      if (kind === 'pretext') findings.push(findingAt('pretext', view, found, { pretext: found.id }))
      else if (found.id === 'urgency') findings.push(findingAt('urgency', view, found))
      else if (CALLS.has(found.id)) findings.push(findingAt('call-to-act', view, found))
    }
  }
  const form = findReplyForm(mail)
  if (form) findings.push(findingAt('asks-for-password-by-reply', form.view, form.found))
  return {
    told: [...told]
      .map(([id, { strength }]) => ({ id, strength }))
      .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1)),
    calls: lists.get('calls-to-act')?.strength ?? 0,
    urgency: lists.get('urgency')?.strength ?? 0,
    credentials: lists.has('mail-credentials'),
    secrets: lists.has('secrets'),
    unseen: lists.has('unseen-targets'),
    code: lists.has('device-codes'),
    replyForm: form !== undefined,
    findings,
  }
}

/** Empty fields to fill in and send back. Registration mail has the same fields with values behind them. */
function findReplyForm(mail: Mail): { view: View; found: Found } | undefined {
  for (const view of mail.bodies) {
    const terms = view.found.filter((f) => f.id === 'reply-forms' && !isQuoted(view, f))
    if (terms.length === 0) continue
    const asked = terms.find((f) => f.term.strength >= ASKS)
    if (asked) return { view, found: asked }
    const fields = terms.filter((f) => f.term.text.endsWith(':') && isEmptyField(view.text, f.end))
    const secret = fields.find((f) => /パスワード|password|暗証|pass/i.test(f.term.text))
    if (secret && new Set(fields.map((f) => f.start)).size >= FORM_FIELDS) return { view, found: secret }
  }
  return undefined
}

/** Nothing behind the colon but blanks, rules and brackets. */
function isEmptyField(text: string, at: number): boolean {
  for (let i = at; i < text.length && i < at + 80; i++) {
    const c = text.charAt(i)
    if (c === '\n') return true
    if (!' \t\r\u3000_＿.…・-―（）()[]【】'.includes(c)) return false
  }
  return true
}

function isQuoted(view: View, found: Found): boolean {
  return isWithin(view.passages.quoted, found.start)
}
