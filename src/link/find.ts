/** Which links stand in a running text? Explicit URLs by an own scan, bare domains in the ASCII that is left. */
import { LIMITS, type Limits } from '../limits.ts'
import { findBareDomain } from './bare.ts'
import { isAlnum, isAlpha, isIgnorable, isMaskSign, isWideAscii } from './chars.ts'
import { domainParts } from './domain.ts'
import { authorityAt, bracketedDot } from './extent.ts'
import { type SchemeMark, schemeAt } from './scheme.ts'
import { tailEnd, trimTail, wrappedEnd } from './tail.ts'
import { joinUrl, splitUrl } from './url.ts'

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

/** All links of a text and how many more there were. */
export interface FoundLinks {
  links: FoundLink[]
  /** Links beyond `Limits.links`, by their schemes. */
  skipped: number
}

/**
 * Finds the links in a running text, Japanese or other.
 *
 * @param text any text; linear in its length
 * @param limits `links` and `bareDomainUnits` are used
 * @returns links in the order of the text; never throws
 * @example extractLinks('詳細はhttps://example.jp/aをご覧ください')[0].raw // 'https://example.jp/a'
 */
export function extractLinks(text: string, limits: Partial<Limits> = {}): FoundLink[] {
  return findLinks(text, limits).links
}

/**
 * As `extractLinks`, and counts what lies beyond the cap.
 *
 * @param text any text
 * @param limits `links` and `bareDomainUnits` are used
 */
export function findLinks(text: string, limits: Partial<Limits> = {}): FoundLinks {
  const cap = limits.links ?? LIMITS.links
  const found: FoundLinks = { links: [], skipped: 0 }
  findExplicit(text, cap, found)
  const explicit = found.links.length
  if (explicit < cap) findImplied(text, cap, limits.bareDomainUnits ?? LIMITS.bareDomainUnits, found.links)
  if (explicit > 0 && found.links.length > explicit) found.links.sort((a, b) => a.start - b.start)
  return found
}

function findExplicit(text: string, cap: number, found: FoundLinks): void {
  let from = 0
  let narrow = text.indexOf(':')
  let wide = text.indexOf('：')
  while (narrow >= 0 || wide >= 0) {
    const colon = wide < 0 || (narrow >= 0 && narrow < wide) ? narrow : wide
    const mark = schemeAt(text, colon, from)
    let next = colon + 1
    if (mark) {
      if (found.links.length >= cap) {
        found.skipped++
        next = mark.after
      } else {
        const link = mark.scheme === 'mailto' ? mailtoLink(text, mark) : explicitLink(text, mark)
        if (link) {
          found.links.push(link)
          next = link.end
        }
      }
      from = next
    }
    if (narrow >= 0 && narrow < next) narrow = text.indexOf(':', next)
    if (wide >= 0 && wide < next) wide = text.indexOf('：', next)
  }
}

function explicitLink(text: string, mark: SchemeMark): FoundLink | undefined {
  if (mark.bare && !hasDottedRun(text, mark.after)) return undefined
  const host = authorityAt(text, mark.after, mark.wide)
  if (!host) return undefined
  if (mark.bare && !isKnownHost(text.slice(mark.after, host.end))) return undefined
  const angle = text.charCodeAt(mark.start - 1) === 0x3c || text.startsWith('<URL:', mark.start - 5)
  let end = host.end
  if (host.open) end = tailEnd(text, mark.start, host.end, mark.wide)
  const closing = angle ? wrappedEnd(text, end) : -1
  end =
    closing > end
      ? closing
      : closing === end
        ? end
        : trimTail(text, mark.start, trimFloor(text, mark.after, host.end), end, mark.wide)
  if (end <= mark.after || !hasSubstance(text, mark.after, end)) return undefined
  return linkOf(
    text,
    mark.start,
    end,
    mark.scheme,
    text.slice(mark.after, end),
    mark.wide,
    mark.defanged || host.defanged,
  )
}

/** Without a scheme and slashes only a host under a known suffix is a link. */
function isKnownHost(host: string): boolean {
  const parts = domainParts(host)
  return parts.knownSuffix && parts.registrableDomain !== ''
}

/** `https:evil.example`: without slashes only an ASCII name with a dot is looked at, and `https:https:` costs nothing. */
function hasDottedRun(text: string, from: number): boolean {
  let dot = false
  for (let i = from; i < from + MAX_BARE; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x2e && i > from) dot = true
    else if (!isAlnum(c) && c !== 0x2d) break
  }
  return dot
}

/** Dots and stars at the end of a host are the sentence's too: `https://example.jp.` */
function trimFloor(text: string, from: number, hostEnd: number): number {
  let end = hostEnd
  while (
    end > from &&
    (text.charCodeAt(end - 1) === 0x2e || text.charCodeAt(end - 1) === 0x2d || isIgnorable(text.charCodeAt(end - 1)))
  )
    end--
  let stars = end
  while (stars > from && text.charCodeAt(stars - 1) === 0x2a) stars--
  return stars < end && isAlnum(text.charCodeAt(stars - 1)) ? stars : end
}

/** Something that can be a host stands there: a letter, a digit, a mask. */
function hasSubstance(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const c = text.charCodeAt(i)
    if (isAlnum(c) || c === 0x2a || c >= 0xc0) return true
    if (c === 0x2f || c === 0x3f || c === 0x23) return false
  }
  return false
}

function linkOf(
  text: string,
  start: number,
  end: number,
  scheme: string,
  rest: string,
  wide: boolean,
  defanged: boolean,
): FoundLink {
  const parts = splitUrl(`${scheme}://${cleaned(rest, wide, defanged)}`)
  const url = joinUrl(parts)
  const maskedHost = parts.host.includes('*')
  return {
    raw: text.slice(start, end),
    url,
    start,
    end,
    masked: maskedHost || hasMask(text, start, end),
    maskedHost,
    defanged,
    scheme: 'explicit',
  }
}

/** Masks in path or query; a lone `*` may be a wildcard, two are a mask. */
function hasMask(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x2a ? text.charCodeAt(i + 1) === 0x2a : isMaskSign(c)) return true
  }
  return false
}

/** Full-width to ASCII, masks to `*`, bracketed dots to dots. */
function cleaned(rest: string, wide: boolean, defanged: boolean): string {
  let plain = true
  for (let i = 0; i < rest.length && plain; i++) {
    const c = rest.charCodeAt(i)
    plain = c < 0x80 && !(defanged && (c === 0x5b || c === 0x28 || c === 0x7b))
  }
  if (plain) return rest
  let out = ''
  for (let i = 0; i < rest.length; i++) {
    const c = rest.charCodeAt(i)
    const dot = defanged ? bracketedDot(rest, i) : 0
    if (dot > 0) {
      out += rest.charCodeAt(i + 1) === 0x40 ? '@' : '.'
      i += dot - 1
    } else if (isMaskSign(c)) out += '*'
    else if (wide && isWideAscii(c)) out += String.fromCharCode(c - 0xfee0)
    else out += rest[i]
  }
  return out
}

function mailtoLink(text: string, mark: SchemeMark): FoundLink | undefined {
  let end = mark.after
  let at = -1
  for (; end < text.length; end++) {
    const c = text.charCodeAt(end)
    if (c === 0x40) at = end
    else if (!(isAlnum(c) || (c < 0x80 && ".-_+%=?&*/~'!#$".includes(String.fromCharCode(c))))) break
  }
  end = trimTail(text, mark.start, mark.after, end, false)
  if (at < 0 || at >= end - 1) return undefined
  const masked = hasMask(text, mark.start, end)
  const url = `mailto:${text.slice(mark.after, end)}`
  return {
    raw: text.slice(mark.start, end),
    url,
    start: mark.start,
    end,
    masked,
    maskedHost: masked,
    defanged: mark.defanged,
    scheme: 'explicit',
  }
}

/** Endings of file names that are suffixes too: `invoice.zip` is no link. */
const FILE_SUFFIXES = new Set(['zip', 'mov', 'sh', 'py', 'rs', 'pl', 'md', 'ps', 'so', 'cc'])

/** Longest run that is looked at as a bare domain: a DNS name. */
const MAX_BARE = 253

const isRunUnit = (c: number): boolean =>
  isAlnum(c) || c === 0x2d || c === 0x2e || c === 0x5f || c === 0x40 || c === 0x2b || c === 0x25

function findImplied(text: string, cap: number, budget: number, links: FoundLink[]): void {
  const explicit = links.length
  let left = budget
  let next = 0
  let floor = 0
  for (let dot = text.indexOf('.'); dot >= 0 && links.length < cap && left > 0; dot = text.indexOf('.', floor)) {
    while (next < explicit && (links[next]?.end ?? 0) <= dot) floor = Math.max(floor, links[next++]?.end ?? 0)
    const over = next < explicit ? links[next] : undefined
    if (over && over.start <= dot) {
      floor = over.end
      continue
    }
    let start = dot
    while (start > floor && isRunUnit(text.charCodeAt(start - 1))) start--
    let end = dot + 1
    const wall = over?.start ?? text.length
    let defanged = false
    // `evil[.]example`
    if (bracketedDot(text, dot - 1) === 3) {
      defanged = true
      start = dot - 1
      while (start > floor && isRunUnit(text.charCodeAt(start - 1))) start--
      end = dot + 2
    }
    for (; end < wall; end++) {
      const length = bracketedDot(text, end)
      if (length > 0) {
        defanged = true
        end += length - 1
      } else if (!isRunUnit(text.charCodeAt(end))) break
    }
    floor = Math.max(end, dot + 1)
    const link = impliedLink(text, start, end, defanged, wall)
    if (!link) continue
    left -= end - start
    links.push(link)
    floor = Math.max(floor, link.end)
  }
}

function impliedLink(text: string, start: number, end: number, defanged: boolean, wall: number): FoundLink | undefined {
  if (end - start > MAX_BARE || end - start < 4) return undefined
  const run = cleaned(text.slice(start, end), false, defanged)
  // an address, a version number, a decimal, the end of a sentence
  if (run.includes('@') || run.includes('%')) return undefined
  const host = run.replace(/^[.\-_+]+|[.\-_+]+$/g, '')
  const last = host.slice(host.lastIndexOf('.') + 1)
  if (last.length < 2 || last.length === host.length || !isAlpha(last.charCodeAt(0)) || host.includes('..'))
    return undefined
  const before = text.charCodeAt(start - 1)
  // part of a path, a file name, a template's variable
  if (before === 0x2f || before === 0x5c || before === 0x3d || before === 0x26 || before === 0x24) return undefined
  const www = /^www\./i.test(host)
  if (!isKnownHost(host)) return undefined
  const lead = run.indexOf(host)
  const rawStart = start + lead
  const rawEnd = defanged ? end - (run.length - lead - host.length) : rawStart + host.length
  const path = text.charCodeAt(rawEnd) === 0x2f && rawEnd < wall
  if (!www && !path && FILE_SUFFIXES.has(last.toLowerCase())) return undefined
  const bare = findBareDomain(host)
  if (bare?.start !== 0 || bare.end !== host.length) return undefined
  let stop = rawEnd
  if (path) stop = trimTail(text, rawStart, rawEnd, Math.min(tailEnd(text, rawStart, rawEnd, false), wall), false)
  const rest = defanged ? cleaned(text.slice(rawStart, stop), false, true) : text.slice(rawStart, stop)
  return {
    raw: text.slice(rawStart, stop),
    url: joinUrl(splitUrl(`http://${rest}`)),
    start: rawStart,
    end: stop,
    masked: path && hasMask(text, rawEnd, stop),
    maskedHost: false,
    defanged,
    scheme: 'implied',
  }
}
