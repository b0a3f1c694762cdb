/** How long does a verdict take, in the time that postal-mime takes to parse the mail? By size of the mails. */
import type { BenchMail } from './mails.ts'
import { type Contender, measure, quantile, ratios, sumOfMedians } from './measure.ts'
import type { Size, SpeedRow } from './results.ts'

export const SIZES: readonly Size[] = ['small', 'medium', 'large']

/**
 * Measures all contenders on all mails, size by size.
 *
 * @param rounds rounds that count
 */
export async function measureSpeed(contenders: Contender[], mails: BenchMail[], rounds: number): Promise<SpeedRow[]> {
  const rows: SpeedRow[] = []
  for (const size of SIZES) {
    const chosen = mails.filter((mail) => mail.size === size)
    const bytes = chosen.reduce((total, mail) => total + mail.bytes.length, 0)
    const times = await measure(contenders, chosen, rounds)
    for (const [c, { name, median, least, p10, p90 }] of ratios(contenders, times).entries()) {
      const sum = sumOfMedians(times[c]!)
      const all = times[c]!.flat()
      rows.push({
        size,
        mails: chosen.length,
        bytes,
        who: name,
        ratio: round(median),
        fastest: round(least),
        p10: round(p10),
        p90: round(p90),
        perSecond: Math.round((chosen.length / sum) * 1000),
        megabytesPerSecond: round(bytes / sum / 1000),
        p50: round(quantile(all, 0.5)),
        p99: round(quantile(all, 0.99)),
      })
    }
  }
  return rows
}

/** Three digits that count: more would be noise in the recorded numbers. */
export function round(value: number): number {
  return Number(value.toPrecision(3))
}

/** Most resident memory of this process so far, in megabytes. */
export const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
