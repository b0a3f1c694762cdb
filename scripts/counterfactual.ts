/**
 * Prints how the verdicts change when a lure is made honest, quoted, re-branded, re-encoded, salted or re-ordered, and
 * what is left of the recall when the corpus lacks a brand: by campaign, for the repository's lures and, where present,
 * for both halves of the measurement mails. `npm run counterfactual -- [--misses] [--only ID,...] [--half even|odd]`
 */
import { parseArgs } from 'node:util'
import { leaveOneBrandOut } from '../test/counterfactual/leave-out.ts'
import { byCampaign, encodings, isFlagged, type Outcome, run, summary } from '../test/counterfactual/measure.ts'
import { fixtureLetters, measuredLetters } from '../test/counterfactual/sources.ts'
import { TRANSFORMATIONS } from '../test/counterfactual/transforms.ts'

const { values: options } = parseArgs({
  options: { misses: { type: 'boolean' }, only: { type: 'string' }, half: { type: 'string' } },
})
const only = options.only?.split(',')
const wants = (id: string): boolean => !only || only.includes(id)
const letters = [...fixtureLetters(), ...measuredLetters()].filter((l) => !options.half || l.half === options.half)
const HALVES = ['fixture', 'even', 'odd'] as const
const percent = (n: number): string => n.toFixed(1)

const table: Array<Record<string, string | number>> = []
for (const transformation of TRANSFORMATIONS.filter((t) => wants(t.id))) {
  const groups = HALVES.map((half) => letters.filter((l) => l.half === half)).filter((g) => g.length > 0)
  const outcomes = groups.flatMap((group) => run(transformation, group))
  const row: Record<string, string | number> = { id: transformation.id, mails: outcomes.length }
  for (const half of [...HALVES, 'dev'] as const) {
    const chosen = outcomes.filter((o) => (half === 'dev' ? o.letter.half !== 'fixture' : o.letter.half === half))
    if (chosen.length === 0) continue
    const is = (label: string) => percent(byCampaign(chosen, (o) => o.verdict.label === label))
    row[half] =
      transformation.expect === 'innocent'
        ? `${is('phishing')} + ${is('suspicious')}`
        : `${percent(byCampaign(chosen, (o) => isFlagged(o.base)))} -> ${percent(byCampaign(chosen, (o) => isFlagged(o.verdict)))} (p ${is('phishing')})`
  }
  table.push(row)
  if (options.misses) for (const o of outcomes) if (isWrong(o, transformation.expect)) show(transformation.id, o)
}
console.table(table)

if (wants('re-encoded')) {
  let tried = 0
  const bad = letters.flatMap((letter) => {
    const result = encodings(letter)
    tried += result.tried
    return result.deviations
  })
  console.log(`re-encoded: ${tried} mails, ${bad.length} whose verdict is not that of their text`)
  if (options.misses)
    for (const d of bad) console.log(`  ${d.letter.id} ${d.encoding}\n    ${d.expected}\n    ${d.received}`)
}
if (wants('leave-one-brand-out')) printLeftOut()

function isWrong(o: Outcome, expected: 'innocent' | 'lure'): boolean {
  return expected === 'innocent' ? isFlagged(o.verdict) : isFlagged(o.base) && !isFlagged(o.verdict)
}

function show(id: string, o: Outcome): void {
  console.log(
    `${id} ${o.variant} ${o.letter.id} ${o.letter.campaign} ${o.letter.half} | ${o.made.from.name} <${o.made.from.address}> | ${o.made.subject}`,
  )
  console.log(`    ${summary(o.base)}\n    ${summary(o.verdict)}`)
}

function printLeftOut(): void {
  const outcomes = leaveOneBrandOut(letters)
  const rows = [...HALVES, 'dev' as const].map((half) => {
    const chosen = outcomes.filter((o) => (half === 'dev' ? o.letter.half !== 'fixture' : o.letter.half === half))
    return {
      half,
      campaigns: new Set(chosen.map((o) => o.letter.campaign)).size,
      flagged: percent(byCampaign(chosen, (o) => isFlagged(o.verdict))),
      phishing: percent(byCampaign(chosen, (o) => o.verdict.label === 'phishing')),
    }
  })
  console.log('leave-one-brand-out: % of campaigns still flagged')
  console.table(rows)
  const perBrand = [...new Set(outcomes.map((o) => o.variant))].map((brand) => {
    const chosen = outcomes.filter((o) => o.variant === brand)
    return {
      brand,
      campaigns: new Set(chosen.map((o) => o.letter.campaign)).size,
      flagged: percent(byCampaign(chosen, (o) => isFlagged(o.verdict))),
    }
  })
  console.table(perBrand)
  if (options.misses)
    for (const o of outcomes)
      if (!isFlagged(o.verdict))
        console.log(`${o.variant} ${o.letter.id} ${o.letter.half} | ${o.letter.subject}\n    ${summary(o.verdict)}`)
}
