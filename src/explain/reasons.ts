/** Which findings carry a verdict's label, and how is each said in one sentence with the words it rests on? */
import type { Evidence, EvidenceCode, Group, Link, Verdict } from '../detect/model.ts'
import { defang } from '../link/defang.ts'
import { cutText } from '../text/cut.ts'
import type { Audience, LanguageTable, Reason } from './model.ts'

/** A customer reads three lines of reasons at most; more is not read. */
const CUSTOMER_REASONS = 3
/** Longest quote in UTF-16 code units; longer ones are cut with an ellipsis. */
const QUOTE_UNITS = 120
/** Groups whose `expected` is a domain of the brand, elsewhere it is a corpus id; and codes whose own sentence says it all. */
const OF_BRAND: ReadonlySet<Group> = new Set<Group>(['S', 'L'])
const OF_OTHERS: ReadonlySet<EvidenceCode> = new Set<EvidenceCode>([
  'sender-address-in-name',
  'sender-reply-to-foreign',
  'link-homograph',
  'link-text-mismatch',
])

/**
 * The findings that carry the label: against the mail, for a warning its marks, for `none` what speaks for it. The strongest
 * of each group comes first: a name claimed in three places is one reason, not the three that a reader should see.
 */
function carrying({ label, evidence }: Verdict): Evidence[] {
  const kept = evidence.filter(({ group, weight }) => {
    if (label === 'quoted') return group === 'Q'
    if (label === 'none') return group === 'N'
    return weight > 0 && group !== 'Q' && group !== 'N'
  })
  kept.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  if (label === 'quoted' || label === 'none') return kept
  const isFirst = (e: Evidence): boolean => kept.find(({ group }) => group === e.group) === e
  return [...kept.filter(isFirst), ...kept.filter((e) => !isFirst(e))]
}

/**
 * The reasons of one verdict.
 *
 * @param slotsOf what stands for `{brand}`, `{pretext}` and `{lure}` in the sentence of a finding
 */
export function reasonsOf(
  verdict: Verdict,
  table: LanguageTable,
  audience: Audience,
  slotsOf: (evidence: Evidence) => Record<string, string>,
): Reason[] {
  const reasons: Reason[] = []
  const seen = new Set<string>()
  // The brand's domain is told once, with the strongest reason that knows it.
  const told = new Set<string>()
  for (const evidence of carrying(verdict)) {
    const { code, group, expected } = evidence
    const reason = reasonOf(evidence, verdict.links, table, audience, slotsOf)
    if (audience === 'agent' && expected && OF_BRAND.has(group) && !OF_OTHERS.has(code) && !told.has(expected)) {
      reason.text += fill(table.expected, { expected: oneLine(expected) })
      told.add(expected)
    }
    const { text, quote } = reason
    // The same sentence twice tells a customer nothing; a desk wants each link once.
    const key = audience === 'customer' ? text : `${code} ${quote ?? ''}`
    if (seen.has(key)) continue
    seen.add(key)
    reasons.push(reason)
    if (audience === 'customer' && reasons.length === CUSTOMER_REASONS) break
  }
  return reasons
}

/** One finding in one sentence, with the words or the whole defanged link it rests on. */
export function reasonOf(
  evidence: Evidence,
  links: Link[],
  table: LanguageTable,
  audience: Audience,
  slotsOf: (evidence: Evidence) => Record<string, string>,
): Reason {
  const { code, group, found } = evidence
  const sentence =
    audience === 'customer' ? (table.customerCodes[code] ?? table.customerGroups[group]) : table.codes[code]
  const text = fill(sentence, slotsOf(evidence))
  const quote = quoteOf(group === 'L' ? linkOf(links, evidence) : found)
  return quote === undefined ? { code, text } : { code, text, quote }
}

/** The whole link that a finding about a link rests on; `found` is often only its host or its path. */
function linkOf(links: Link[], { code, found }: Evidence): string {
  // Here the text that was shown matters as much as the link behind it.
  if (code === 'link-text-mismatch') return found
  const having = links.filter((link) => link.deceptions.includes(code) || link.host === found)
  return (having.find((link) => link.href.includes(found)) ?? having[0])?.href ?? found
}

/** One line of at most `QUOTE_UNITS`, links defanged; undefined when nothing is left. */
function quoteOf(found: string): string | undefined {
  const line = defang(oneLine(found))
  if (line === '') return undefined
  return line.length <= QUOTE_UNITS ? line : `${cutText(line, QUOTE_UNITS)}…`
}

/** Control, format and line characters of a mail must not reach a terminal or a ticket's layout. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

/** Puts values into the `{slots}` of a sentence. */
export function fill(sentence: string, slots: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot)
}
