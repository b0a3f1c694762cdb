/** How are several ways to do one thing compared on a machine that others use too? Interleaved, by ratios of medians. */
import type { BenchMail } from './mails.ts'

/** Somebody who reads a mail. */
export interface Contender {
  name: string
  read(bytes: Uint8Array): unknown
}

/** Milliseconds by contender and mail, one for each round. */
export type Times = number[][][]

/** The contender that all ratios are told by. */
export const YARDSTICK = 'postal-mime'

/**
 * Lets all contenders read all mails, one after the other, in one process: what slows the machine slows all alike.
 *
 * @param rounds rounds that count; half as many come before them, so that the engine has compiled what it will
 */
export async function measure(contenders: Contender[], mails: BenchMail[], rounds: number): Promise<Times> {
  const times: Times = contenders.map(() => mails.map(() => []))
  const warmUp = Math.ceil(rounds / 2)
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [m, mail] of mails.entries()) {
      for (const [c, contender] of contenders.entries()) {
        const start = performance.now()
        const result = contender.read(mail.bytes)
        if (result instanceof Promise) await result
        const time = performance.now() - start
        if (round >= warmUp) times[c]![m]!.push(time)
      }
    }
  }
  return times
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The sum over mails of the median times. */
export function sumOfMedians(times: number[][]): number {
  return times.reduce((sum, one) => sum + quantile(one, 0.5), 0)
}

/** What one contender's times are in those of the yardstick. */
export interface Ratio {
  name: string
  /** Of the medians of all mails together. */
  median: number
  /** Of the fastest rounds, which noise can only slow. */
  least: number
  /** Of whole rounds: a tenth of them lie below, a tenth above. */
  p10: number
  p90: number
}

/** Times the yardstick's, by contender. */
export function ratios(contenders: Contender[], times: Times): Ratio[] {
  const yard = times[contenders.findIndex(({ name }) => name === YARDSTICK)]!
  const least = (own: number[][]): number => own.reduce((sum, one) => sum + Math.min(...one), 0)
  const yardRounds = sumsOfRounds(yard)
  return contenders.map(({ name }, c) => {
    const rounds = sumsOfRounds(times[c]!).map((sum, round) => sum / yardRounds[round]!)
    return {
      name,
      median: sumOfMedians(times[c]!) / sumOfMedians(yard),
      least: least(times[c]!) / least(yard),
      p10: quantile(rounds, 0.1),
      p90: quantile(rounds, 0.9),
    }
  })
}

/** The time of all mails together, by round. */
function sumsOfRounds(times: number[][]): number[] {
  return (times[0] ?? []).map((_, round) => times.reduce((sum, one) => sum + one[round]!, 0))
}
