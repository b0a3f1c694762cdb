/** What did a run beside rspamd and spamd give? Reads the JSON that the driver of the daemons writes. */
import type { PeerRow } from '../results.ts'

const OTHERS: Record<string, string> = { spamassassin: 'spamd', 'postal-mime': 'postal-mime', mailparser: 'mailparser' }

/**
 * Reads the figures of each reader.
 *
 * @param json an object by reader, with `msgPerS`, `p50ms` and `p99ms`; the library stands under the path of its module
 */
export function readPeers(json: string): PeerRow[] {
  const rows: PeerRow[] = []
  for (const [key, value] of Object.entries(JSON.parse(json) as Record<string, unknown>)) {
    if (typeof value !== 'object' || value === null || !('msgPerS' in value)) continue
    const { msgPerS, p50ms, p99ms } = value as Record<string, number>
    const who = OTHERS[key] ?? (key === 'rspamd' ? key : 'lurebook')
    rows.push({ who, perSecond: Number(msgPerS), p50: Number(p50ms), p99: Number(p99ms) })
  }
  return rows.sort((a, b) => b.perSecond - a.perSecond)
}
