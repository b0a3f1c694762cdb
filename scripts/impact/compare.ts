/** What does a change do to verdicts? Compares those of two trees, mail by mail. */

/** What a mail is: a lure that should be flagged, a legitimate mail that should not, or one that is neither. */
export type Kind = 'lure' | 'legitimate' | 'other'

/** A mail of the comparison, without its text. */
export interface Mail {
  /** `kagoya/server-failure sample 1`; unique. */
  id: string
  /** Where it comes from: `lure samples`, `near misses` ... */
  source: string
  kind: Kind
  /** The lure that it is a sample of. */
  lure?: string
  /** It stands in the changed tree only. */
  added?: boolean
}

/** What one tree says of a mail. */
export interface Judged {
  label: 'phishing' | 'suspicious' | 'quoted' | 'none' | 'threw'
  /** Ids of the lures it follows. */
  lures: string[]
}

/** The changes that are worth a reviewer's look, in the order of their weight. */
export const CHANGES = [
  'threw',
  'wrong',
  'missed',
  'unnamed',
  'caught',
  'right',
  'weaker',
  'stronger',
  'named',
  'moved',
  'still wrong',
  'still missed',
] as const
export type Change = (typeof CHANGES)[number]

/** Ids by change. */
export type Changes = Record<Change, string[]>

/** Mails of one source, and how many are flagged in each tree. */
export interface SourceRow {
  source: string
  kind: Kind
  mails: number
  before: number
  after: number
}

/** The whole comparison; plain JSON. */
export interface Impact {
  changes: Changes
  sources: SourceRow[]
  /** What limits the comparison. */
  notes: string[]
}

const isFlagged = ({ label }: Judged): boolean => label === 'phishing' || label === 'suspicious'

/**
 * What happened to one mail; undefined when nothing did.
 *
 * @param before what the unchanged tree says
 * @param after what the changed one says
 */
export function changeOf({ kind, lure, added }: Mail, before: Judged, after: Judged): Change | undefined {
  if (after.label === 'threw') return 'threw'
  const [was, is] = [isFlagged(before), isFlagged(after)]
  if (kind === 'legitimate') {
    // From a warning to a rejection is a new accusation too.
    if ((is && !was) || (before.label === 'suspicious' && after.label === 'phishing')) return 'wrong'
    if ((was && !is) || (before.label === 'phishing' && after.label === 'suspicious')) return 'right'
    return is && added ? 'still wrong' : undefined
  }
  if (kind === 'other') return was === is ? undefined : 'moved'
  if (was && !is) return 'missed'
  if (is && !was) return 'caught'
  if (!is) return added ? 'still missed' : undefined
  if (before.label !== after.label) return after.label === 'phishing' ? 'stronger' : 'weaker'
  if (lure === undefined) return undefined
  const [named, names] = [before.lures.includes(lure), after.lures.includes(lure)]
  if (named === names) return undefined
  return names ? 'named' : 'unnamed'
}

/**
 * Compares two trees.
 *
 * @param mails in the order of the report
 * @param before verdicts of the unchanged tree, in the order of the mails
 * @param after verdicts of the changed tree
 */
export function compare(mails: Mail[], before: Judged[], after: Judged[], notes: string[] = []): Impact {
  const changes = Object.fromEntries(CHANGES.map((change) => [change, [] as string[]])) as Changes
  const rows = new Map<string, SourceRow>()
  mails.forEach((mail, i) => {
    const key = `${mail.source}\n${mail.kind}`
    const row = rows.get(key) ?? { source: mail.source, kind: mail.kind, mails: 0, before: 0, after: 0 }
    rows.set(key, row)
    row.mails++
    if (isFlagged(before[i]!)) row.before++
    if (isFlagged(after[i]!)) row.after++
    const change = changeOf(mail, before[i]!, after[i]!)
    if (change) changes[change].push(mail.id)
  })
  return { changes, sources: [...rows.values()], notes }
}
