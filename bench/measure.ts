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

/** Times the yardstick's, by contender: of medians, and of the fastest rounds, which noise can only slow. */
export function ratios(contenders: Contender[], times: Times): Array<{ name: string; median: number; least: number }> {
  const yard = contenders.findIndex(({ name }) => name === YARDSTICK)
  const least = (own: number[][]): number => own.reduce((sum, one) => sum + Math.min(...one), 0)
  return contenders.map(({ name }, c) => ({
    name,
    median: sumOfMedians(times[c]!) / sumOfMedians(times[yard]!),
    least: least(times[c]!) / least(times[yard]!),
  }))
}
