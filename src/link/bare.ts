/** Does a run of ASCII hold a domain without a scheme, as `www.kagoya.jp` or `kagoya-login.example/auth`? The only linkifyjs import. */
import { tokenize } from 'linkifyjs'

/** A domain found in an island; offsets into it. */
export interface BareDomain {
  start: number
  /** End of the host: where linkifyjs' path begins, or the end of its match. */
  end: number
}

/**
 * Finds the first domain of an island of ASCII that is no mail address.
 *
 * @param island ASCII without blanks, at most a few hundred characters: linkifyjs reads about 10 MB/s
 * @returns undefined when linkifyjs sees none, or sees an address
 * @example findBareDomain('www.kagoya.jp') // { start: 0, end: 13 }
 */
export function findBareDomain(island: string): BareDomain | undefined {
  let at = 0
  for (const token of tokenize(island)) {
    const length = token.v.length
    if (token.isLink && token.t === 'url') {
      const path = token.v.search(/[/?#:]/)
      return { start: at, end: at + (path < 0 ? length : path) }
    }
    at += length
  }
  return undefined
}
