/** How is chance made that comes out the same from the same seed? */

/** Numbers from one seed. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number
  /** True in one of `n` cases. */
  oneIn(n: number): boolean
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to shake mails with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    int: (below) => Math.floor(next() * below),
    oneIn: (n) => next() * n < 1,
    pick: (list) => list[Math.floor(next() * list.length)]!,
  }
}
