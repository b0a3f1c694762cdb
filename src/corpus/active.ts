/** Which lures are still looked for? */
import type { LureEntry } from './model.ts'

/** All but the retired ones, which keep their ids taken and nothing else. */
export function activeLures(lures: readonly LureEntry[]): LureEntry[] {
  return lures.filter(({ status }) => status !== 'retired')
}
