/** Does a text of labels hold a brand's domain, written with dots or with hyphens? */
import { withoutDigits } from './affix.ts'
import type { DomainRef, TokenIndex } from './tokens.ts'

/** A domain that was found. */
export interface FoundDomain {
  ref: DomainRef
  /** Index of the part after its last one. */
  end: number
}

/** Parts that are looked at. */
const MAX_PARTS = 60

/**
 * Finds brands' domains in host labels or a path segment: `www.amazon.co.jp`, `my-jcb-co-jp`, `auth.sso.biglobe.ne.jp3`.
 *
 * @param index token index of the corpus
 * @param text lower case; parts are separated by `.`, `-` and `_`
 * @example
 * const of = (host: string) => findDomains(index, host).map(({ ref }) => ref.domain)
 * // without dots, only a suffix of two parts says that it is a domain
 * [of('www.kagoya.jp.login'), of('www-amazon-co-jp.login'), of('www-kagoya-jp.login')] // [['kagoya.jp'], ['amazon.co.jp'], []]
 */
export function findDomains(index: TokenIndex, text: string): FoundDomain[] {
  let found: FoundDomain[] | undefined
  let part = 0
  let from = 0
  for (let i = 0; i <= text.length && part < MAX_PARTS; i++) {
    const c = text.charCodeAt(i)
    if (i < text.length && c !== 0x2e && c !== 0x2d && c !== 0x5f) continue
    const candidates = i > from ? candidatesOf(index, text.slice(from, i)) : undefined
    if (candidates) {
      found ??= []
      checkCandidates(candidates, text, part, found)
    }
    part++
    from = i + 1
  }
  return found ?? NONE
}

const NONE: FoundDomain[] = []

function candidatesOf(index: TokenIndex, piece: string): DomainRef[] | undefined {
  const known = index.sequences.get(piece)
  if (known) return known
  const bare = withoutDigits(piece)
  return bare === piece ? undefined : index.sequences.get(bare)
}

function checkCandidates(candidates: DomainRef[], text: string, at: number, found: FoundDomain[]): void {
  const pieces = text.split(/[._-]/, MAX_PARTS)
  for (const ref of candidates) {
    const end = at + ref.parts.length
    if (end > pieces.length) continue
    let same = true
    for (let i = 1; i < ref.parts.length && same; i++) {
      const piece = pieces[at + i] ?? ''
      same = piece === ref.parts[i] || (i === ref.parts.length - 1 && withoutDigits(piece) === ref.parts[i])
    }
    // a suffix of one part after a hyphen (`line-me`, `amazon-com`) is a word as well
    if (same && (ref.suffixParts > 1 || isDotted(text, pieces, end - 1))) found.push({ ref, end })
  }
}

/** A dot stands before this part. */
function isDotted(text: string, pieces: string[], part: number): boolean {
  let offset = -1
  for (let i = 0; i < part; i++) offset += (pieces[i]?.length ?? 0) + 1
  return text[offset] === '.'
}
