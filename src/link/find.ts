/** Which links stand in a running text? Explicit URLs by an own scan, bare domains in the ASCII that is left. */
import { LIMITS, type Limits } from '../limits.ts'
import { isIgnorable } from '../text/ignorable.ts'
import { isAlnum } from './chars.ts'
import { authorityAt } from './extent.ts'
import type { FoundLink } from './found-link.ts'
import { findImplied, isKnownHost } from './implied.ts'
import { hasMask, refanged } from './refang.ts'
import { type SchemeMark, schemeAt } from './scheme.ts'
import { tailEnd, trimTail, wrappedEnd } from './tail.ts'
import { joinUrl, splitUrl } from './url.ts'

export type { FoundLink } from './found-link.ts'

/** The first links of a text, up to the cap. */
export interface FoundLinks {
  links: FoundLink[]
  /** Text was left in which no bare domain was looked for: `Limits.bareDomainUnits`. */
  bareCut: boolean
}

/**
 * Finds the links in a running text, Japanese or other.
 *
 * @param text any text; linear in its length
 * @param limits `links` and `bareDomainUnits` are used
 * @returns links in the order of the text
 * @throws TypeError when `text` is no string
 * @example extractLinks('詳細はhttps://example.jp/aをご覧ください')[0].raw // 'https://example.jp/a'
 */
export function extractLinks(text: string, limits: Partial<Limits> = {}): FoundLink[] {
  if (typeof text !== 'string') throw new TypeError('extractLinks: text must be a string')
  return findLinks(text, limits).links
}

/**
 * As `extractLinks`, and tells whether bare domains were looked for everywhere.
 *
 * @param text any text
 * @param limits `links` and `bareDomainUnits` are used
 */
export function findLinks(text: string, limits: Partial<Limits> = {}): FoundLinks {
  const cap = limits.links ?? LIMITS.links
  const found: FoundLinks = { links: [], bareCut: false }
  findExplicit(text, cap, found)
  const explicit = found.links.length
  if (explicit < cap)
    found.bareCut = findImplied(text, cap, limits.bareDomainUnits ?? LIMITS.bareDomainUnits, found.links)
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
      if (found.links.length >= cap) return
      const link = mark.scheme === 'mailto' ? mailtoLink(text, mark) : explicitLink(text, mark)
      if (link) {
        found.links.push(link)
        next = link.end
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

/** A DNS name has at most 253 octets. */
const MAX_NAME = 253

/** `https:evil.example`: without slashes only an ASCII name with a dot is looked at, and `https:https:` costs nothing. */
function hasDottedRun(text: string, from: number): boolean {
  let dot = false
  for (let i = from; i < from + MAX_NAME; i++) {
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
  const parts = splitUrl(`${scheme}://${refanged(rest, wide, defanged)}`)
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
