/** Which part of a failing input makes it fail? */

/** Tries that one failing input is worth. */
const TRIES = 400

/**
 * Leaves out pieces as long as the input still fails: halves first, then ever smaller pieces.
 *
 * @param fails whether an input still shows the same failure
 */
export function shrink(input: Uint8Array, fails: (input: Uint8Array) => boolean): Uint8Array {
  let best = input
  let tries = TRIES
  for (let size = best.length >> 1; size >= 1 && tries > 0; size >>= 1) {
    for (let at = 0; at < best.length && tries > 0; ) {
      const shorter = new Uint8Array(Buffer.concat([best.subarray(0, at), best.subarray(at + size)]))
      tries--
      if (shorter.length < best.length && fails(shorter)) best = shorter
      else at += size
    }
  }
  return best
}
