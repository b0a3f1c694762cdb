/** Which of six kinds is a finding, so that a reader can tell them apart at a glance? */
import type { Evidence } from '../../src/index.ts'

export type EvidenceKind = 'claim' | 'ask' | 'deceit' | 'lure' | 'quoted' | 'for'

export const KINDS: readonly EvidenceKind[] = ['deceit', 'claim', 'ask', 'lure', 'quoted', 'for']

const OF_GROUP: Record<Evidence['group'], EvidenceKind> = {
  B: 'claim',
  S: 'deceit',
  P: 'ask',
  C: 'ask',
  L: 'deceit',
  T: 'lure',
  W: 'deceit',
  A: 'deceit',
  Q: 'quoted',
  N: 'for',
}

export const kindOf = ({ group }: Pick<Evidence, 'group'>): EvidenceKind => OF_GROUP[group]
