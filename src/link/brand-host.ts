/** Does a foreign host carry a brand's name, whole, altered or joined, and does that accuse it? */
import { isAllDigits, isCommonWord, isLogInWord, withoutDigits } from './affix.ts'
import { latinLook } from './confusable.ts'
import { findImitated } from './imitated.ts'
import { shapeKey, shapeOf } from './lookalike.ts'
import { findDomains } from './sequence.ts'
import { type DomainRef, namesAt, type TokenIndex, type TokenRef } from './tokens.ts'

/** How a name stands in a host. */
export interface BrandMark {
  code: 'link-brand-in-subdomain' | 'link-brand-in-domain' | 'link-lookalike-domain' | 'link-homograph'
  brands: number[]
  /** Holds only where the mail names one of these brands. */
  needsContext: boolean
}

/** What else is known of the host. */
export interface HostSetting {
  /** Labels left of the registrable domain (or of the customers' domain). */
  subdomain: string
  /** The registrable domain without its suffix; empty when it is a brand's customers' domain. */
  label: string
  unicodeHost: string
  /** A suffix that phishing prefers, a free host, or a public suffix among the labels. */
  suspect: boolean
  /** The top-level domain is no country's. */
  generic: boolean
  /** Under .jp, which only people and companies in Japan can register: another company's name is likelier than a copy. */
  japanese: boolean
  /** Left of a service's domain the name of its customer stands by design. */
  tenant: boolean
}

/** Labels and parts of a label that are looked at; real hosts stay below. */
const MAX_LABELS = 12
const MAX_PARTS = 10
/** Parts joined to one name: `eki-net`, `www-etc-meisai`. */
const MAX_JOINED = 3
/** Letters that may be joined to a name without being a word, on a suspect host: `amazonesa`. */
const MAX_NOISE = 6
/** The same for names of five letters: `scvpass`. */
const SHORT_NOISE = 3
/** Shorter names are met by chance at a hyphen, or beside a common word. */
const MIN_CUT = 6
/** Longer parts are not searched for a name inside. */
const MAX_AFFIXED = 32

/**
 * Finds brands' names in a host that none of them owns. Names are compared by whole parts between dots and hyphens; inside
 * a part only with a word of logging in, or on a suspect host with a few letters more.
 *
 * @param index token index of the corpus
 * @param host what is known of the host
 */
export function brandMarks(index: TokenIndex, host: HostSetting): BrandMark[] {
  const marks: BrandMark[] = []
  const labels = host.subdomain === '' ? [] : host.subdomain.split('.').slice(-MAX_LABELS)
  domainMarks(index, labels, host, marks)
  if (!host.tenant) {
    for (const label of labels) labelMarks(index, label, host, true, marks)
  }
  if (host.label !== '') labelMarks(index, host.label, host, false, marks)
  if (host.unicodeHost !== '') homographMarks(index, host.unicodeHost, marks)
  return marks
}

/** `www.amazon.co.jp.x.example`, `my-jcb-co-jp.x.example`, `aws-xserver-ne-jp.example`: the domain itself, dots or hyphens. */
function domainMarks(index: TokenIndex, labels: string[], host: HostSetting, marks: BrandMark[]): void {
  const own = labels.join('.').split(/[.-]/).length
  const text = host.label === '' ? labels.join('.') : [...labels, host.label].join('.')
  for (const { ref, end } of findDomains(index, text)) {
    const inLabel = host.label !== '' && (labels.length === 0 || end > own)
    // a suffix of one part at the end of a registrable label (`amazon-com`) is a word as well
    if (inLabel && ref.suffixParts === 1) continue
    marks.push(markOf(inLabel ? 'link-brand-in-domain' : 'link-brand-in-subdomain', ref))
  }
}

function markOf(code: BrandMark['code'], ref: TokenRef | DomainRef): BrandMark {
  return { code, brands: ref.brands, needsContext: 'rule' in ref && ref.rule === 'label+context' }
}

/** The parts of one label. */
interface Words {
  parts: string[]
  /** Without digits at their ends. */
  bare: string[]
}

function labelMarks(index: TokenIndex, label: string, host: HostSetting, left: boolean, marks: BrandMark[]): void {
  if (label.startsWith('xn--')) return
  const parts =
    label.includes('-') || label.includes('_') ? label.split(/[-_]+/, MAX_PARTS).filter((p) => p !== '') : [label]
  const words: Words = { parts, bare: parts.map(withoutDigits) }
  for (let at = 0; at < parts.length; at++) {
    let name = ''
    let bare = ''
    for (let n = 1; n <= MAX_JOINED && at + n <= parts.length; n++) {
      name += parts[at + n - 1] ?? ''
      bare += words.bare[at + n - 1] ?? ''
      const mark = nameMark(index, name, bare, words, at, n, host, left)
      if (!mark) continue
      marks.push(mark)
      at += n - 1
      break
    }
  }
}

function nameMark(
  index: TokenIndex,
  name: string,
  bare: string,
  words: Words,
  at: number,
  joined: number,
  host: HostSetting,
  left: boolean,
): BrandMark | undefined {
  if (name.length < 3) return undefined
  const plain = bare.length > 2 ? bare : name
  const ref = index.exact.get(name) ?? (plain === name ? undefined : index.exact.get(plain))
  // parts count as one name only where the corpus writes the hyphen too
  if (ref && (joined === 1 || ref.written.includes('-'))) return exactMark(ref, words, at, joined, host, left)
  if (ref && joined === 1) return undefined
  // `docu-sign`: cut in two where the brand has no hyphen; the parts may be words of an honest name too
  if (ref && isSpoken(ref)) {
    const told = othersOf(words, at, joined).some(isLogInWord)
    const mark = markOf('link-lookalike-domain', ref)
    return told || host.suspect ? mark : { ...mark, needsContext: true }
  }
  return lookalike(index, plain, joined, host) ?? (joined === 1 ? affixed(index, plain, host) : undefined)
}

/** The parts that are not of the name. */
function othersOf({ bare }: Words, at: number, joined: number): string[] {
  return bare.filter((_, i) => i < at || i >= at + joined)
}

/** The name as a whole part. */
function exactMark(
  ref: TokenRef,
  words: Words,
  at: number,
  joined: number,
  host: HostSetting,
  left: boolean,
): BrandMark | undefined {
  const others = othersOf(words, at, joined)
  const told = others.some(isLogInWord)
  if (left) {
    const mark = markOf('link-brand-in-subdomain', ref)
    // names that are common words or other companies' too need a suspect host
    return ref.rule === 'substring' || host.suspect || told ? mark : { ...mark, needsContext: true }
  }
  const mark = markOf('link-brand-in-domain', ref)
  // a brand has its name under many suffixes (yahoo.cloud, amazon.cn), and words are other companies' names
  if (others.length === 0) return host.suspect && host.generic && ref.rule === 'substring' ? mark : undefined
  const noise = host.suspect && others.every((w) => isCommonWord(w) || w.length <= MAX_NOISE)
  if (told || noise) return mark
  return !host.japanese && isSpoken(ref) && others.every(isCommonWord) ? { ...mark, needsContext: true } : undefined
}

/** A name that is met by chance in no other: where the mail names the brand, `kagoya-mail.com` is meant to be its own. */
function isSpoken(ref: TokenRef): boolean {
  return ref.rule === 'substring' && ref.text.length >= MIN_CUT
}

/** One letter off, or drawn alike. */
function lookalike(index: TokenIndex, name: string, joined: number, host: HostSetting): BrandMark | undefined {
  if (name.length < 4 || name.length > 24) return undefined
  const found = findImitated(
    index,
    name,
    (ref) => isImitable(ref, joined),
    (like) => like === 'shape' || !host.japanese,
  )
  if (!found) return undefined
  const mark = markOf('link-lookalike-domain', found.ref)
  return found.like === 'shape' || host.suspect ? mark : { ...mark, needsContext: true }
}

/** Tokens with the rule label or label+context are words; near a word lie other words. */
function isImitable(ref: TokenRef, joined: number): boolean {
  return ref.rule === 'substring' && (joined === 1 || ref.written.includes('-') || ref.text.length >= 8)
}

/** A name with something joined to it: `smbcmember`, `amazonesa`, `ssobiglobenejp`. */
function affixed(index: TokenIndex, name: string, host: HostSetting): BrandMark | undefined {
  if (name.length > MAX_AFFIXED) return undefined
  for (let at = 0; at + 4 <= name.length; at++) {
    const refs = namesAt(index, name, at)
    if (!refs) continue
    for (const ref of refs) {
      const { length } = ref.text
      if (length < 4 || length === name.length || !name.startsWith(ref.text, at)) continue
      const before = name.slice(0, at)
      const after = name.slice(at + length)
      const joined =
        before === ''
          ? isJoined(ref, after, host)
          : after === ''
            ? isJoined(ref, before, host)
            : isEnclosed(ref, before, after, host)
      if (joined) return markOf('link-lookalike-domain', ref)
      const rest = before === '' ? after : after === '' ? before : ''
      if (!host.japanese && isSpoken(ref) && isCommonWord(rest))
        return { ...markOf('link-lookalike-domain', ref), needsContext: true }
    }
  }
  return undefined
}

function isEnclosed(ref: TokenRef, before: string, after: string, host: HostSetting): boolean {
  if (ref.rule !== 'substring') return false
  const told = isLogInWord(before) || isLogInWord(after)
  return (
    (told || host.suspect) &&
    (isLogInWord(before) || isCommonWord(before)) &&
    (isLogInWord(after) || isCommonWord(after) || isAllDigits(after))
  )
}

function isJoined(ref: TokenRef, rest: string, host: HostSetting): boolean {
  const { length } = ref.text
  if (ref.rule !== 'substring') return length >= 4 && ref.rule === 'label' && isLogInWord(rest) && host.suspect
  if (isAllDigits(rest)) return host.suspect
  if (isLogInWord(rest)) return true
  if (!host.suspect) return false
  if (isCommonWord(rest)) return length >= 4
  return length >= 6 ? rest.length <= MAX_NOISE : length === 5 && rest.length <= SHORT_NOISE
}

/** A label of other letters that reads as a brand's name or official label. */
function homographMarks(index: TokenIndex, unicodeHost: string, marks: BrandMark[]): void {
  for (const label of unicodeHost.split('.').slice(0, MAX_LABELS)) {
    const look = latinLook(label)
    if (look === label) continue
    for (const part of [look.replaceAll('-', ''), ...look.split('-')]) {
      const ref =
        index.exact.get(part) ?? index.shapes.get(shapeKey(part))?.find((r) => shapeOf(r.text) === shapeOf(part))
      if (ref && ref.text.length >= 3) marks.push(markOf('link-homograph', ref))
    }
  }
}
