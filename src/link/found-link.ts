/** What is a link that was found in a text? */

/** A link in a text. */
export interface FoundLink {
  /** As written. */
  raw: string
  /** As a browser would open it: refanged, masks as `*`, host in ASCII. */
  url: string
  /** UTF-16 code units into the text. */
  start: number
  end: number
  /** Masks (`○○`, `****`) stand somewhere in it. A masked query alone leaves it a link that works: see `maskedHost`. */
  masked: boolean
  /** Masks stand in the host, so that it leads nowhere. */
  maskedHost: boolean
  /** Written so that nobody can click it: `hxxp`, `[.]`. */
  defanged: boolean
  /** `implied`: without a scheme in the text. */
  scheme: 'explicit' | 'implied'
}
