/** Which domains stand in a text without a scheme? */
import { findBareDomain } from './bare.ts'
import { remember } from './cache.ts'
import { isAlnum, isAlpha } from './chars.ts'
import { domainParts } from './domain.ts'
import { bracketedDot } from './extent.ts'
import type { FoundLink } from './found-link.ts'
import { hasMask, refanged } from './refang.ts'
import { tailEnd, trimTail } from './tail.ts'
import { joinUrl, splitUrl } from './url.ts'

/**
 * Without a scheme and slashes only a host under a known suffix is a link.
 *
 * @param host as written
 */
export function isKnownHost(host: string): boolean {
  const parts = domainParts(host)
  return parts.knownSuffix && parts.registrableDomain !== ''
}

/** Endings of file names that are suffixes too: `invoice.zip` is no link. */
const FILE_SUFFIXES = new Set(['zip', 'mov', 'sh', 'py', 'rs', 'pl', 'md', 'ps', 'so', 'cc'])

/** Whether linkifyjs takes a host as a whole for a domain; a mailbox sees the same ones again and again. */
const linkified = remember((host: string) => {
  const bare = findBareDomain(host)
  return { whole: bare?.start === 0 && bare.end === host.length }
}, 512)

/** Longest run that is looked at as a bare domain: a DNS name. */
const MAX_BARE = 253

const isRunUnit = (c: number): boolean =>
  isAlnum(c) || c === 0x2d || c === 0x2e || c === 0x5f || c === 0x40 || c === 0x2b || c === 0x25

/**
 * Adds the bare domains of a text to its explicit links.
 *
 * @param text the text
 * @param cap links in all
 * @param budget UTF-16 code units of runs with a dot that are looked at
 * @param links explicit links in the order of the text; bare ones are appended
 * @returns whether the budget was spent before the end of the text
 */
export function findImplied(text: string, cap: number, budget: number, links: FoundLink[]): boolean {
  const explicit = links.length
  let left = budget
  let next = 0
  let floor = 0
  for (let dot = text.indexOf('.'); dot >= 0 && links.length < cap; dot = text.indexOf('.', floor)) {
    if (left <= 0) return true
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
    if (end - start > MAX_BARE) continue
    left -= end - start
    const link = impliedLink(text, start, end, defanged, wall)
    if (!link) continue
    links.push(link)
    floor = Math.max(floor, link.end)
  }
  return false
}

function impliedLink(text: string, start: number, end: number, defanged: boolean, wall: number): FoundLink | undefined {
  if (end - start < 4) return undefined
  const run = refanged(text.slice(start, end), false, defanged)
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
  if (!linkified(host).whole) return undefined
  let stop = rawEnd
  if (path) stop = trimTail(text, rawStart, rawEnd, Math.min(tailEnd(text, rawStart, rawEnd, false), wall), false)
  const rest = defanged ? refanged(text.slice(rawStart, stop), false, true) : text.slice(rawStart, stop)
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
