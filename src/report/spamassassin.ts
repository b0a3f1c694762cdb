/** What can SpamAssassin use of the corpus? One rule file: a brand's name without its domain, its name in a foreign link, phrases. */
import { builtin } from '../corpus/builtin.ts'
import type { BrandEntry } from '../corpus/model.ts'
import {
  assertRuleCorpus,
  escaped,
  isAscii,
  madeFrom,
  namesOf,
  phrasesOf,
  type RuleCorpus,
  sendersOf,
} from './rule-parts.ts'
import { LUREBOOK_NAMESPACE, uuidv5 } from './sha1.ts'

/** Tokens shorter than this stand in foreign hosts by chance. */
const URI_TOKEN = 5

/**
 * Rules for SpamAssassin 3.4 and 4, without a plugin. Japanese is written as UTF-8 bytes in `\xHH`, and
 * `normalize_charset` is switched on, so that ISO-2022-JP mails match. A coarse first net; `lurebook` itself decides.
 *
 * @param corpus default: the built-in one
 * @returns text of a `.cf` file, ASCII
 * @throws TypeError when `corpus` is none
 */
export function spamassassinRules(corpus: RuleCorpus = builtin()): string {
  assertRuleCorpus(corpus, 'spamassassinRules')
  const lines = [madeFrom(corpus), 'normalize_charset 1', '']
  for (const brand of corpus.brands) lines.push(...brandRules(brand, corpus.brands))
  for (const [lure, phrases] of grouped(phrasesOf(corpus.lures))) {
    const rule = `LB_P_${hash(lure)}`
    lines.push(`body ${rule} /(?:${phrases.map(({ pattern }) => bytes(pattern)).join('|')})/i`)
    lines.push(`describe ${rule} A phrase of the lure ${lure}`.slice(0, 80), `score ${rule} 3.0`, '')
  }
  return `${lines.join('\n')}\n`
}

function grouped<T extends { lure: string }>(items: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const members = groups.get(item.lure)
    if (members) members.push(item)
    else groups.set(item.lure, [item])
  }
  return groups
}

function brandRules(brand: BrandEntry, brands: readonly BrandEntry[]): string[] {
  const names = namesOf(brand)
  const domains = sendersOf(brand, brands).map(escaped).join('|')
  if (names.length === 0 || domains === '') return []
  const id = symbol(brand.id)
  const alternatives = names.map((name) => (isAscii(name) ? `\\b${escaped(name)}\\b` : bytes(escaped(name))))
  const rules = [
    `header __LB_NAME_${id} From:name =~ /(?:${alternatives.join('|')})/i`,
    `header __LB_FROM_${id} From:addr =~ /[@.](?:${domains})$/i`,
    `meta LB_N_${id} (__LB_NAME_${id} && !__LB_FROM_${id})`,
    `describe LB_N_${id} ${`Claims to be ${brand.id}, sent from elsewhere`.slice(0, 50)}`,
    `score LB_N_${id} 2.0`,
  ]
  const tokens = brand.tokens.filter(
    ({ token, rule }) => rule === 'substring' && token.length >= URI_TOKEN && isAscii(token),
  )
  if (tokens.length > 0) {
    const token = tokens.map((t) => escaped(t.token)).join('|')
    rules.push(
      // The brand's name anywhere in a host that does not end in one of its domains.
      `uri LB_U_${id} /^https?:\\/\\/(?!(?:[^\\/?\\x23:@]*\\.)?(?:${domains})(?:[\\/?\\x23:]|$))[^\\/?\\x23:@]*(?:${token})/i`,
      `describe LB_U_${id} ${`Link names ${brand.id}, host is not its own`.slice(0, 50)}`,
      `score LB_U_${id} 2.0`,
    )
  }
  return [...rules, '']
}

/** SpamAssassin warns of rule names above 22 characters: five are the prefix. A long id keeps its beginning and gets a hash. */
function symbol(id: string): string {
  const whole = id.toUpperCase().replace(/[^A-Z0-9]/g, '_')
  return whole.length <= 17 ? whole : `${whole.slice(0, 8)}_${hash(id)}`
}

/** Eight digits that stay the same when other lures are added. */
const hash = (id: string): string => uuidv5(id, LUREBOOK_NAMESPACE).slice(0, 8).toUpperCase()

/** Non-ASCII as UTF-8 bytes: the rule then means the same whatever charset SpamAssassin reads its files in. */
function bytes(pattern: string): string {
  let out = ''
  for (const byte of new TextEncoder().encode(pattern))
    out += byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`
  return out
}
