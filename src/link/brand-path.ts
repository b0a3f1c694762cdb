/** Does path, query or fragment of a foreign URL carry a brand's domain or name, and is it the layout of a known kit? */
import { isCommonWord, isLogInWord, withoutDigits } from './affix.ts'
import { isDigit } from './chars.ts'
import { domainOfAddress, domainParts } from './domain.ts'
import { percentDecode } from './host.ts'
import { isPageFile } from './path-shape.ts'
import { findDomains } from './sequence.ts'
import { type DomainRef, namesAt, type TokenIndex } from './tokens.ts'
import type { UrlParts } from './url.ts'
import { VICTIM_KEYS } from './victim.ts'

/** What a path says about brands. */
export interface PathMark {
  code: 'link-brand-domain-in-path' | 'link-brand-in-path' | 'link-kit-path'
  found: string
  brands: number[]
  needsContext: boolean
}

/** Parts that are looked at; a hostile URL has thousands. */
const MAX_SEGMENTS = 40
const MAX_PARTS = 12
const MAX_VALUES = 40
const MAX_SEGMENT = 120
/** No name or domain is shorter, decoded or not. */
const SHORTEST = 3
/** Shorter values are numbers and codes. */
const MIN_VALUE = 4

/**
 * Looks at path, query and fragment of a URL whose host no brand owns.
 *
 * @param index token index of the corpus
 * @param url parts of the URL
 * @param own registrable domain of the host: a site may name itself
 * @param recipients the recipients' addresses: their domain stands where a kit names the provider
 */
export function pathMarks(index: TokenIndex, url: UrlParts, own: string, recipients: readonly string[]): PathMark[] {
  const marks: PathMark[] = []
  if (url.path.length > SHORTEST) {
    const segments = url.path.split('/', MAX_SEGMENTS).filter((s) => s !== '')
    for (let i = 0; i < segments.length; i++) segmentMarks(index, segments, i, url, own, recipients, marks)
  }
  if (url.query.length >= SHORTEST) valueMarks(index, url.query, marks)
  if (url.fragment.length >= SHORTEST) valueMarks(index, url.fragment.replace(/^!?\/+/, ''), marks)
  return marks
}

function segmentMarks(
  index: TokenIndex,
  segments: string[],
  at: number,
  url: UrlParts,
  own: string,
  recipients: readonly string[],
  marks: PathMark[],
): void {
  const written = segments[at]!
  if (written.length < SHORTEST) return
  const segment = percentDecode(written).toLowerCase()
  if (segment.length > MAX_SEGMENT || segment.includes('@')) return
  const dotted = segment.includes('.')
  const known = dotted || segment.includes('-') ? domainIn(index, segment) : undefined
  const named = known !== undefined && known.domain !== own
  if ((named || dotted) && isKit(segments, at, url.query, named, own, recipients))
    marks.push({
      code: 'link-kit-path',
      found: kitText(segments, at, url.query),
      brands: named ? known.brands : [],
      needsContext: false,
    })
  if (named)
    marks.push({ code: 'link-brand-domain-in-path', found: segment, brands: known.brands, needsContext: false })
  // a brand's name in a picture's path imitates nothing
  else if (!dotted || !isPageFile(segment)) nameMarks(index, segment, marks)
}

function valueMarks(index: TokenIndex, query: string, marks: PathMark[]): void {
  let from = 0
  for (let values = 0; values < MAX_VALUES && from < query.length; values++) {
    const and = query.indexOf('&', from)
    const end = and < 0 ? query.length : and
    const pair = query.slice(from, end)
    const equals = pair.indexOf('=')
    if (pair.length - equals > SHORTEST && mayBeName(index, pair, equals + 1))
      valueMark(index, pair.slice(0, Math.max(equals, 0)), percentDecode(pair.slice(equals + 1)).toLowerCase(), marks)
    from = end + 1
  }
}

/** Most values are numbers and codes: three letters tell that they begin no name, and without a dot they are no domain. */
function mayBeName(index: TokenIndex, pair: string, at: number): boolean {
  return /[A-Z.%]/.test(pair) || namesAt(index, pair, at) !== undefined
}

/** `?token=myjcb`, `#kagoya.jp`: the value as a whole. */
function valueMark(index: TokenIndex, key: string, value: string, marks: PathMark[]): void {
  if (value.length > MAX_SEGMENT || value.length < MIN_VALUE) return
  if (value.includes('.')) {
    const known = index.domains.get(value.startsWith('www.') ? value.slice(4) : value)
    if (known)
      marks.push({ code: 'link-brand-domain-in-path', found: value, brands: known.brands, needsContext: false })
    return
  }
  const ref = index.exact.get(value)
  if (ref?.rule === 'substring' && !isOrigin(key.toLowerCase()))
    marks.push({ code: 'link-brand-in-path', found: value, brands: ref.brands, needsContext: false })
}

/** Keys that say where a reader comes from: honest mail names partners there (`utm_source=rakuten`). */
const ORIGIN_KEYS = new Set([
  'source',
  'src',
  'ref',
  'from',
  'media',
  'medium',
  'partner',
  'campaign',
  'cid',
  'via',
  'channel',
  'site',
  'shop',
  'aff',
  'brand',
  'provider',
  'carrier',
])
const isOrigin = (key: string): boolean => key.startsWith('utm_') || ORIGIN_KEYS.has(key)

/** A segment that is a brand's domain or a host below it, or holds one between delimiters; also as a file: `wakwak.com.html`. */
function domainIn(index: TokenIndex, segment: string): DomainRef | undefined {
  const whole = index.domains.get(segment.startsWith('www.') ? segment.slice(4) : segment)
  return whole ?? (isPageFile(segment) ? undefined : findDomains(index, segment)[0]?.ref)
}

function pairsOf(query: string): Array<[key: string, value: string]> {
  if (query === '') return []
  return query.split('&', MAX_VALUES).map((pair) => {
    const at = pair.indexOf('=')
    return at < 0
      ? ['', percentDecode(pair).toLowerCase()]
      : [pair.slice(0, at).toLowerCase(), percentDecode(pair.slice(at + 1)).toLowerCase()]
  })
}

/**
 * Kits that harvest mail passwords have one folder for each provider and get the victim's address in the query:
 * `/jp/kagoya.net?uid=`, `/server/jp/kagoya.net/?uid=`, `/wp-includes/1/kagoya.net/?uid=`.
 */
function isKit(
  segments: string[],
  at: number,
  query: string,
  named: boolean,
  own: string,
  recipients: readonly string[],
): boolean {
  // the provider's folder is the last, but for an index file
  if (
    at < segments.length - 2 ||
    (at === segments.length - 2 && !/^(?:index|login|main|home|home1|next)?\.?\w{0,5}$/i.test(segments[at + 1] ?? ''))
  )
    return false
  const victim = pairsOf(query).find(([key]) => VICTIM_KEYS.has(key))
  if (!victim) return false
  const segment = percentDecode(segments[at] ?? '').toLowerCase()
  if (named) return true
  if (!segment.includes('.') || isPageFile(segment)) return false
  const parts = domainParts(segment)
  if (
    parts.registrableDomain === '' ||
    parts.registrableDomain === own ||
    /\.(?:php|html?|aspx?|cgi|jsp|do|py|pl|sh)$/.test(segment)
  )
    return false
  if (recipients.some((r) => domainParts(domainOfAddress(r)).registrableDomain === parts.registrableDomain)) return true
  const before = at === 0 ? '' : (segments[at - 1] ?? '')
  return before === 'jp' && (victim[1].includes('@') || victim[1].includes('*') || victim[1] === '')
}

/** The folders and the key, without the value: the victim's address does not belong into evidence. */
function kitText(segments: string[], at: number, query: string): string {
  const key = query.split('&', MAX_VALUES).find((pair) => VICTIM_KEYS.has((pair.split('=', 1)[0] ?? '').toLowerCase()))
  return `/${segments.slice(Math.max(0, at - 2), at + 1).join('/')}?${key?.split('=', 1)[0] ?? ''}=`.slice(-120)
}

/** A name as a whole part of a segment, or joined to a word of logging in: `smbc-card`, `MyJcb`, `plalawebmail`. */
function nameMarks(index: TokenIndex, segment: string, marks: PathMark[]): void {
  let from = 0
  let parts = 0
  for (let i = 0; i <= segment.length && parts < MAX_PARTS; i++) {
    const c = segment.charCodeAt(i)
    if ((c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39)) continue
    if (i - from >= 3) {
      parts++
      const mark = partMark(index, segment, from, i)
      if (mark) marks.push(mark)
    }
    from = i + 1
  }
}

/** The longest name that begins at `from`: with its hyphen (`smbc-card`), as the whole part, or before or after a known word. */
function partMark(index: TokenIndex, segment: string, from: number, end: number): PathMark | undefined {
  const part = segment.slice(from, end)
  const bare = withoutDigits(part)
  const ref = index.exact.get(part) ?? (bare === part ? undefined : index.exact.get(bare))
  if (ref) {
    const next =
      segment.charCodeAt(end) === 0x2d
        ? namesAt(index, part, 0)?.find((r) => r.written.includes('-') && segment.startsWith(r.written, from))
        : undefined
    const named = next ?? ref
    const short = named.rule !== 'substring' && (named.rule !== 'label' || named.text.length < 4)
    return { code: 'link-brand-in-path', found: segment, brands: named.brands, needsContext: short }
  }
  for (let at = 0; at + 4 <= bare.length; at++) {
    for (const name of namesAt(index, bare, at) ?? []) {
      if (name.rule !== 'substring' || name.text.length < 4 || name.text.length === bare.length) continue
      if (!bare.startsWith(name.text, at)) continue
      const end = at + name.text.length
      const rest = at === 0 ? bare.slice(end) : end === bare.length ? bare.slice(0, at) : ''
      // digits end a name as a hyphen does: `smbc64dcd742`
      if (at === 0 && isDigit(rest.charCodeAt(0)))
        return { code: 'link-brand-in-path', found: segment, brands: name.brands, needsContext: false }
      if (isLogInWord(rest) || isCommonWord(rest))
        return { code: 'link-brand-in-path', found: segment, brands: name.brands, needsContext: false }
    }
  }
  const written = namesAt(index, part, 0)?.find(
    (r) => r.rule === 'substring' && r.written.includes('-') && segment.startsWith(r.written, from),
  )
  return written && { code: 'link-brand-in-path', found: segment, brands: written.brands, needsContext: false }
}
