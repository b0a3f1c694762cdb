/**
 * Prints how the built-in corpus does on the mails of the repository and, where it is present, on the measurement data:
 * labels by set, recall by campaign for both halves of the families, every miss and false alarm with its evidence, and for each evidence code in how many campaigns and
 * legitimate mails it stands. `npm run evaluate -- [--misses] [--codes] [--only SET,...] [--id ID] [--half even|odd]
 * [--fields] [--rules-only]`. `--rules-only` leaves out every lure but those of the seed notice, as the others were made
 * from these very mails: that is how lures look that nobody has documented yet. `--annotate` writes the counts of the codes
 * beside their weights in src/verdict.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createClassifier } from '../src/classify.ts'
import { builtinCorpus } from '../src/corpus/builtin.ts'
import type { Verdict } from '../src/detect/model.ts'
import type { MessageInput } from '../src/message/model.ts'
import { repositoryMails } from './impact/mails.ts'
import { halfOf, messageOf, readSets, sharedFolder } from './shared-data.ts'

const { values: options } = parseArgs({
  options: {
    misses: { type: 'boolean' },
    codes: { type: 'boolean' },
    only: { type: 'string' },
    id: { type: 'string' },
    half: { type: 'string' },
    fields: { type: 'boolean' },
    'rules-only': { type: 'boolean' },
    annotate: { type: 'boolean' },
  },
})
type Half = 'even' | 'odd' | undefined
interface Row {
  id: string
  from: string
  subject: string
  message: MessageInput
  campaign?: string
  family?: string
  half?: Half
}
const only = options.only?.split(',')
const corpus = builtinCorpus()
if (options['rules-only']) corpus.lures = corpus.lures.filter((l) => l.id.startsWith('kagoya/'))
const classify = createClassifier({ corpus })
const isFlagged = (v: Verdict) => v.label === 'phishing' || v.label === 'suspicious'
const codeCounts = new Map<string, { even: Set<string>; odd: Set<string>; ham: number }>()
const table: Array<Record<string, string | number>> = []

for (const [set, rows] of sets()) {
  if (only && !only.includes(set)) continue
  const labels = { phishing: 0, suspicious: 0, quoted: 0, none: 0 }
  const campaigns = new Map<string, { half: Half; n: number; phishing: number; flagged: number }>()
  for (const row of rows) {
    if (options.id && row.id !== options.id && row.campaign !== options.id) continue
    const verdict = classify(row.message)
    labels[verdict.label]++
    const key = row.campaign ?? row.id
    const campaign = campaigns.get(key) ?? { half: row.half, n: 0, phishing: 0, flagged: 0 }
    campaigns.set(key, campaign)
    campaign.n++
    if (verdict.label === 'phishing') campaign.phishing++
    if (isFlagged(verdict)) campaign.flagged++
    countCodes(set, row, verdict)
    const wrong = set.startsWith('phish')
      ? verdict.label !== 'phishing'
      : set.startsWith('ham') && isFlagged(verdict) && verdict.decidedBy === 'own'
    if (options.id || (options.misses && wrong && (!options.half || row.half === options.half))) show(set, row, verdict)
  }
  const share = (what: 'phishing' | 'flagged', half?: string) => {
    const chosen = [...campaigns.values()].filter((c) => !half || c.half === half)
    return `${((100 * chosen.reduce((a, c) => a + c[what] / c.n, 0)) / Math.max(1, chosen.length)).toFixed(1)} %`
  }
  const phish = set.startsWith('phish')
  table.push({
    set,
    mails: rows.length,
    ...labels,
    ...(phish && {
      'by campaign': `${share('phishing')} / ${share('flagged')}`,
      ...(rows.some((row) => row.half) && {
        even: `${share('phishing', 'even')} / ${share('flagged', 'even')}`,
        odd: `${share('phishing', 'odd')} / ${share('flagged', 'odd')}`,
      }),
    }),
  })
}
console.table(table)
if (options.annotate) annotate()
if (options.codes) {
  const rows = [...codeCounts].map(([code, c]) => ({
    code,
    'campaigns even': c.even.size,
    'campaigns odd': c.odd.size,
    'legitimate mails': c.ham,
  }))
  console.table(rows.sort((a, b) => b['campaigns even'] - a['campaigns even']))
}

/** `'link-kit-path': { … }, // 3 + 1 campaigns (even + odd half), 0 legitimate mails`: the first line says what is counted. */
function annotate(): void {
  const file = join(import.meta.dirname, '../src/verdict.ts')
  const lines = readFileSync(file, 'utf8').split('\n')
  const counted = lines.map((line) => {
    const code = /^ {2}'?([a-z-]+)'?: \{ group: .* \},/.exec(line)
    if (!code) return line
    const { even, odd, ham } = codeCounts.get(code[1] ?? '') ?? { even: new Set(), odd: new Set(), ham: 0 }
    return `${code[0]} // ${even.size} + ${odd.size}, ${ham}`
  })
  writeFileSync(file, counted.join('\n'))
}

/** The sets of the repository, then those of the measurement data. */
function sets(): Map<string, Row[]> {
  const all = repositorySets()
  const folder = sharedFolder()
  if (folder === undefined) {
    console.log(
      'evaluate: no measurement data here (set LUREBOOK_SHARED to its folder); only the mails of the repository',
    )
    return all
  }
  for (const [set, rows] of readSets(folder))
    all.set(
      set,
      rows.map((row) => ({
        id: row.id,
        from: row.from,
        subject: row.subject,
        message: messageOf(folder, row, options.fields),
        half: halfOf(row),
        ...(row.campaign && { campaign: row.campaign }),
        ...(row.family && { family: row.family }),
      })),
    )
  return all
}

/** The mails of the repository: lures and legitimate ones apart, those of test/mails by file, without authentication. */
function repositorySets(): Map<string, Row[]> {
  const all = new Map<string, Row[]>()
  for (const { id, source, kind, base64, fields, trustedAuthserv } of repositoryMails(
    join(import.meta.dirname, '..'),
  )) {
    if (trustedAuthserv !== undefined) continue
    const [file = ''] = id.split(' ')
    const set = `${kind === 'lure' ? 'phish' : 'ham'}: ${source === 'test/mails' ? file : source}`
    const message = base64 === undefined ? (fields ?? {}) : new Uint8Array(Buffer.from(base64, 'base64'))
    const row = { id, from: String(fields?.from ?? ''), subject: fields?.subject ?? '', message }
    all.set(set, [...(all.get(set) ?? []), row])
  }
  return all
}

function countCodes(set: string, row: Row, verdict: Verdict): void {
  if (row.half === undefined) return
  for (const code of new Set([...verdict.evidence.map((e) => e.code), ...verdict.links.flatMap((l) => l.deceptions)])) {
    const counts = codeCounts.get(code) ?? { even: new Set(), odd: new Set(), ham: 0 }
    codeCounts.set(code, counts)
    if (set.startsWith('phish')) counts[row.half].add(row.campaign ?? row.id)
    else if (set.startsWith('ham')) counts.ham++
  }
}

function show(set: string, row: Row, verdict: Verdict): void {
  console.log(
    `${set} ${row.id} ${row.campaign ?? ''} ${row.family ?? ''} ${verdict.label} ${verdict.score} brand=${verdict.brand?.id ?? '-'} | ${row.from} | ${row.subject}`,
  )
  for (const e of verdict.evidence)
    console.log(`    ${e.weight} ${e.code} ${e.pretext ?? e.brand ?? ''} «${e.found.slice(0, 70)}»`)
  for (const l of verdict.links.slice(0, 8))
    console.log(`    -> ${l.host} ${l.relation ?? ''} ${l.place} ${l.deceptions.join(',')}`)
}
