/**
 * Which deceptions stand in real phishing URLs, by the kind of the brand they were reported for, and do any accuse
 * well-known sites? `npm run evaluate:urls`; it needs the measurement data. URLs are taken apart as text, never opened.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtin } from '../src/corpus/builtin.ts'
import { matchTerms } from '../src/corpus/compile.ts'
import { type InspectedLink, inspectLink } from '../src/link/inspect.ts'
import { fold } from '../src/text/fold.ts'
import { CODES } from '../src/verdict.ts'
import { sharedFolder } from './shared-data.ts'

const folder = sharedFolder()
if (!folder) {
  console.error('evaluate:urls: the measurement data is not here')
  process.exit(2)
}
const corpus = builtin()
const isStrong = (link: InspectedLink) => link.deceptions.some((d) => CODES[d.code].grade === 'strong')
const percent = (n: number, of: number) => `${((100 * n) / of).toFixed(1)} %`
const kinds = new Map<string, Map<string, number>>()

for (const { url, description } of [...rows('jpcert_sample_5000.csv'), ...rows('jpcert_hosting_mail_brands.csv')]) {
  const brands = brandsIn(description)
  const link = inspectLink(url, corpus, { brands })
  for (const kind of ['all', corpus.brands[brands[0] ?? -1]?.kind ?? 'no file']) {
    const counts = kinds.get(kind) ?? new Map<string, number>()
    kinds.set(kind, counts)
    for (const key of ['urls', ...new Set(link.deceptions.map((d) => d.code))]) add(counts, key)
    if (isStrong(link)) add(counts, 'any strong')
    if (link.deceptions.some((d) => d.brand !== undefined && brands.includes(d.brand))) add(counts, 'names the brand')
    if (link.deceptions.length > 0) add(counts, 'any')
    if (link.owner && link.owner.role !== 'customer') add(counts, "a brand's own")
  }
}
const codes = [...(kinds.get('all') ?? new Map<string, number>())].sort((a, b) => b[1] - a[1]).map(([key]) => key)
console.log('phishing URLs: share with each deception, by kind of brand')
const byUrls = [...kinds].sort((a, b) => (b[1].get('urls') ?? 0) - (a[1].get('urls') ?? 0))
console.table(
  codes.map((code) => ({
    code,
    ...Object.fromEntries(
      byUrls.map(([kind, counts]) => {
        const n = counts.get(code) ?? 0
        return [kind, code === 'urls' ? n : percent(n, counts.get('urls') ?? 1)]
      }),
    ),
  })),
)

const sites = rows('benign_tranco_5000.csv').map(({ url }) => inspectLink(url, corpus))
const accused = sites.filter(isStrong)
const grades = new Map<string, number>()
for (const { deceptions } of sites) for (const { code } of deceptions) add(grades, `${CODES[code].grade} ${code}`)
console.log(`well-known sites: ${sites.length}, with a strong deception ${accused.length}`)
console.table([...grades].map(([deception, n]) => ({ deception, sites: n })))
for (const { host, deceptions } of accused) console.log(host, JSON.stringify(deceptions))
if (accused.length > 0) process.exitCode = 1

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The brands a report names, the longest name first: `Resona Card` is the card, not the bank. */
function brandsIn(description: string): number[] {
  const brands = matchTerms(corpus, fold(description))
    .map((hit) => ({ ...hit, term: corpus.terms[hit.term] }))
    .filter(({ term }) => term?.kind === 'brand')
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .map(({ term }) => term?.ref ?? -1)
  return [...new Set(brands)]
}

/** The rows of a list (CSV as RFC 4180 has it, no line breaks inside cells). */
function rows(file: string): Array<{ url: string; description: string }> {
  const [, ...lines] = readFileSync(join(folder ?? '', 'data/urls', file), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const cells = ['']
    let isQuoted = false
    for (const c of line) {
      if (c === '"') isQuoted = !isQuoted
      else if (c === ',' && !isQuoted) cells.push('')
      else cells[cells.length - 1] += c
    }
    return { url: cells[1] ?? '', description: cells[2] ?? '' }
  })
}
