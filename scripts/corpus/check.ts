/** Do the corpus files fit together? What one file's schema cannot say. */
import { parse } from 'tldts'
import { decodeFingerprint } from '../../src/corpus/fingerprint-format.ts'
import { phraseProblem } from '../../src/corpus/phrase.ts'
import { type Problem, shorten } from './problem.ts'
import type { SourceFile } from './source.ts'
import type { YamlBrand, YamlDomain, YamlLure, YamlPhrase } from './types.ts'

type Report = (
  source: SourceFile,
  path: Array<string | number>,
  problem: Omit<Problem, 'file' | 'line' | 'column'>,
) => void

/** Checks all files against each other. */
export function checkSources(files: SourceFile[]): Problem[] {
  const problems: Problem[] = []
  const report: Report = (source, path, problem) =>
    problems.push({ file: source.file, ...source.placeOf(path), ...problem })
  const ids = (kind: SourceFile['kind']): Set<string> => new Set(files.filter((f) => f.kind === kind).map((f) => f.id))
  const known = { brand: ids('brand'), pretext: ids('pretext'), lure: ids('lure') }
  const owners = new Map<string, { group: string; file: string }>()
  for (const source of files) {
    if (source.kind === 'brand') checkBrand(source, source.data as unknown as YamlBrand, owners, report)
    if (source.kind === 'lure') checkLure(source, source.data as unknown as YamlLure, known, report)
    checkPhrases(source, (source.data.phrases ?? []) as YamlPhrase[], report)
  }
  return problems
}

function checkBrand(
  source: SourceFile,
  brand: YamlBrand,
  owners: Map<string, { group: string; file: string }>,
  report: Report,
): void {
  const names = [...brand.names.ja, ...brand.names.en, ...(brand.names.aliases ?? [])]
  if (names.length === 0) report(source, ['names'], { code: 'missing', message: 'a brand needs a name' })
  brand.ambiguous?.forEach((name, i) => {
    if (names.includes(name)) return
    report(source, ['ambiguous', i], {
      code: 'reference',
      message: 'an ambiguous name must stand in `names` too',
      found: name,
    })
  })
  for (const role of ['official', 'senders', 'customers', 'mixed'] as const) {
    const domains: YamlDomain[] = brand.domains[role] ?? []
    domains.forEach(({ domain }, i) => {
      const place = ['domains', role, i, 'domain']
      const facts = parse(domain, { allowPrivateDomains: true })
      if (!facts.isIcann && !facts.isPrivate) {
        report(source, place, {
          code: 'domain',
          message: 'no public suffix is known for this domain',
          expected: 'a host name such as example.jp',
          found: domain,
        })
      } else if (role === 'official' && facts.domain !== domain) {
        report(source, place, {
          code: 'domain',
          message: 'an official domain is a registrable one',
          expected: facts.domain ?? 'a domain below a public suffix',
          found: domain,
        })
      }
      if (domains.findIndex((other) => other.domain === domain) < i) {
        report(source, place, { code: 'duplicate-id', message: 'the domain stands twice in this list', found: domain })
      }
      if (role !== 'official') return
      const owner = owners.get(domain)
      if (owner && owner.group !== brand.group) {
        report(source, place, {
          code: 'domain',
          message: `the domain is official in another company group (${owner.file})`,
          expected: `group: ${owner.group}`,
          found: domain,
        })
      }
      owners.set(domain, { group: brand.group, file: source.file })
    })
  }
}

function checkLure(
  source: SourceFile,
  lure: YamlLure,
  known: { brand: Set<string>; pretext: Set<string>; lure: Set<string> },
  report: Report,
): void {
  if (lure.id.split('/')[0] !== lure.brand) {
    report(source, ['brand'], {
      code: 'path-is-id',
      message: 'the brand is not the folder',
      expected: lure.id.split('/')[0]!,
      found: lure.brand,
    })
  }
  if (!known.brand.has(lure.brand))
    report(source, ['brand'], { code: 'reference', message: 'no such brand', found: lure.brand })
  if (!known.pretext.has(lure.pretext))
    report(source, ['pretext'], { code: 'reference', message: 'no such pretext', found: lure.pretext })
  if (lure.replacedBy !== undefined && !known.lure.has(lure.replacedBy)) {
    report(source, ['replacedBy'], { code: 'reference', message: 'no such lure', found: lure.replacedBy })
  }
  if (lure.firstSeen > lure.lastSeen && !lure.firstSeen.startsWith(lure.lastSeen)) {
    report(source, ['lastSeen'], {
      code: 'type',
      message: 'last seen before first seen',
      expected: `${lure.firstSeen} or later`,
      found: lure.lastSeen,
    })
  }
  lure.fingerprints?.forEach((text, i) => {
    if (decodeFingerprint(text)) return
    report(source, ['fingerprints', i], {
      code: 'fingerprint',
      message: 'cannot be read',
      expected: 'what npm run lure:new wrote',
      found: shorten(text),
    })
  })
}

/** Signs of a regular expression in what should be a literal. */
const REGEX_SIGNS = [
  '.*',
  '.+',
  '.?',
  '\\d',
  '\\w',
  '\\s',
  '\\b',
  '(?',
  '[^',
  '[a-z',
  '[0-9',
  ']+',
  ']*',
  ')?',
  ')*',
  '{1,',
  '{0,',
]

function checkPhrases(source: SourceFile, phrases: YamlPhrase[], report: Report): void {
  phrases.forEach((phrase, i) => {
    const text = typeof phrase === 'string' ? phrase : 'near' in phrase ? phrase.near : phrase.text
    const place = typeof phrase === 'string' ? ['phrases', i] : ['phrases', i, 'near' in phrase ? 'near' : 'text']
    const sign = REGEX_SIGNS.find((s) => [text].flat().some((literal) => literal.includes(s)))
    if (sign !== undefined) {
      report(source, place, {
        code: 'slot',
        message: 'looks like a regular expression',
        expected: 'text with slots such as {num}, or `near`',
        found: sign,
      })
      return
    }
    const wrong = phraseProblem(text)
    if (wrong) report(source, place, { ...wrong, found: shorten(text) })
  })
}
