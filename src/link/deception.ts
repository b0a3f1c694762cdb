/** What is one deception of a link? */
import type { EvidenceCode } from '../detect/model.ts'

/** A fact about a link that misleads its reader, or that lures have in common. */
export interface Deception {
  /** One of the `link-*` codes. */
  code: EvidenceCode
  /** What was found: the host, or the part of path or query. */
  found: string
  /** The domain a genuine link would have. */
  expected?: string
  /** Index into the corpus' brands. */
  brand?: number
}
