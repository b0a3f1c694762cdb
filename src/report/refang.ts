/** How does a link that was made harmless become usable again? The inverse of `defang`. */

/** Bracketed signs as analysts write them; each alternative is a literal, so nothing backtracks. */
const BRACKETED = /\[(?:\.|dot|:|:\/\/|@|at|\/)\]|\((?:\.|dot|at)\)|\{(?:\.|dot|at)\}/gi
const SCHEME = /\bh(?:xx|\*\*|tt)p(s?):(?:\/\/|\\\\)/gi

/**
 * Undoes `defang` and the other usual notations: `hxxp`, `h**p`, `[.]`, `(.)`, `{.}`, `[dot]`, `[:]`, `[@]`, `[at]`.
 * For a machine only: what comes out is live.
 *
 * @param text any text; what is not defanged stays as it is
 * @returns the text with live links
 * @throws TypeError when `text` is no string
 * @example refang('hxxps://www[.]kagoya[.]evil[.]example/jp/') // 'https://www.kagoya.evil.example/jp/'
 */
export function refang(text: string): string {
  if (typeof text !== 'string') throw new TypeError('refang: text must be a string')
  return text
    .replace(BRACKETED, (found) => {
      const sign = found.slice(1, -1).toLowerCase()
      return sign === 'dot' ? '.' : sign === 'at' ? '@' : sign
    })
    .replace(SCHEME, (_, s: string) => `http${s.toLowerCase()}://`)
}
