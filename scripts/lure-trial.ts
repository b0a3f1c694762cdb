/**
 * Does `npm run lure:new` do what it promises on mails that no lure of the corpus tells yet? For one mail of each such
 * campaign of the measurement data: is a lure made, does it pass the checks, and is it then found in its own mail, in the
 * other mails of its campaign and in a copy under another brand? Nothing is written.
 *
 * Usage: npx tsx scripts/lure-trial.ts [--show] [--all] [--personas]
 *
 * `--personas` plants a made-up recipient in each mail, in one place after the other, and looks for them in what was made.
 * `--show` prints each lure, to be read for what it says of recipients. `--all` takes every campaign, those that have a lure
 * too: how a lure would have looked.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createClassifier } from '../src/classify.ts'
import { STRONG } from '../src/detect/lure.ts'
import type { MessageInput } from '../src/message/model.ts'
import { fieldsOf, letterOf } from '../test/counterfactual/letter.ts'
import { othersOf, rebranded } from '../test/counterfactual/rebrand.ts'
import { measuredLetters } from '../test/counterfactual/sources.ts'
import { leaksOf, PLANTS } from '../test/scripts/corpus/lure/personas.ts'
import { corpusInput } from './corpus/context.ts'
import {
  covering,
  finishLure,
  freeSlug,
  guesses,
  openWorkshop,
  readMail,
  type Workshop,
} from './corpus/lure/workshop.ts'
import { formatProblem } from './corpus/problem.ts'
import { readSource } from './corpus/source.ts'
import { compileSources } from './corpus-build.ts'
import { messageOf, type Row, readSets, sharedFolder } from './shared-data.ts'

/** What came of one mail. */
export interface Trial {
  id: string
  campaign: string
  /** `made`, or why not. */
  outcome: string
  own: number
  /** Similarity in the other mails of the campaign. */
  others: number[]
  /** In copies under other brands; none when no brand is named. */
  rebranded: number[]
  phrases: number
  yaml: string
  leftOut: string[]
  milliseconds: number
}

/** Copies under other brands that are tried. */
const BRANDS = 3

/** Tries one mail of each campaign. */
export function tryCampaigns(workshop: Workshop, folder: string, all: boolean): Trial[] {
  const rows = (readSets(folder).get('phish_ja') ?? []).filter(({ raw_path }) => raw_path !== undefined)
  const letters = new Map(measuredLetters().map((letter) => [letter.id, letter]))
  const campaigns = new Map<string, Row[]>()
  for (const row of rows) {
    const campaign = row.campaign ?? row.id
    campaigns.set(campaign, [...(campaigns.get(campaign) ?? []), row])
  }
  const isTold = (row: Row): boolean =>
    (covering(workshop, readMail(workshop, messageOf(folder, row)))[0]?.similarity ?? 0) >= STRONG
  return [...campaigns].flatMap(([campaign, mails]): Trial[] => {
    if (!all && mails.some(isTold)) return []
    const [first, ...others] = mails as [Row, ...Row[]]
    return [
      tryMail(
        workshop,
        campaign,
        first,
        others.map((row) => messageOf(folder, row)),
        messageOf(folder, first),
      ),
    ]
  })

  function tryMail(
    workshop: Workshop,
    campaign: string,
    row: Row,
    others: MessageInput[],
    message: MessageInput,
  ): Trial {
    const started = performance.now()
    const shown = readMail(workshop, message)
    const guess = guesses(workshop, shown)
    const brand = letters.get(row.id)?.brand || guess.brand || 'kagoya'
    const pretext = guess.pretext ?? 'account-stop'
    const finished = finishLure(workshop, shown, {
      brand,
      pretext,
      slug: freeSlug(workshop, brand, 'trial'),
      publisher: 'public mailing list archive',
    })
    const none = { id: row.id, campaign, own: 0, others: [], rebranded: [], phrases: 0, yaml: '', leftOut: [] }
    const milliseconds = Math.round(performance.now() - started)
    if (finished === 'too-short') return { ...none, outcome: finished, milliseconds }
    if (Array.isArray(finished)) {
      const codes = [...new Set(finished.map(({ code }) => code))].join(' ')
      return { ...none, outcome: codes, yaml: finished.map((p) => formatProblem(p)).join('\n'), milliseconds }
    }
    const classify = createClassifier({ corpus: finished.corpus })
    const similarity = (input: MessageInput): number =>
      classify(input).lures.find(({ id }) => id === finished.lure.id)?.similarity ?? 0
    const letter = letterOf(message, { id: row.id, campaign, half: 'odd', brand })
    return {
      ...none,
      outcome: 'made',
      own: similarity(message),
      others: others.map(similarity),
      rebranded: othersOf(letter, BRANDS).map((other) => similarity(fieldsOf(rebranded(letter, other)))),
      phrases: finished.lure.phrases?.length ?? 0,
      yaml: finished.outputs[0]!.content,
      leftOut: finished.leftOut,
      milliseconds,
    }
  }
}

/** How many legitimate mails of the repository and the measurement data are taken for any of the lures that were made. */
function legitimateHits(workshop: Workshop, made: Trial[]): number {
  const { files, root, rarity, today } = workshop
  const sources = made.flatMap(({ yaml, id }) => {
    const content = yaml.replace(/^id: '([a-z0-9-]+)\/.*'$/m, `id: '$1/${id.replaceAll('_', '-')}'`)
    const lure = /^id: '(.*)'$/m.exec(content)![1]!
    const source = readSource(`corpus/lures/${lure}.yaml`, 'lure', lure, new TextEncoder().encode(content))
    if (Array.isArray(source)) throw new Error(source.map((p) => formatProblem(p)).join('\n'))
    return [source]
  })
  const all = [...files, ...sources]
  const built = compileSources(all, '0.0.0', rarity)
  if (!built.corpus) throw new Error(built.problems.map((p) => formatProblem(p)).join('\n'))
  const input = corpusInput(all, sources, built.corpus, { root, rarity, published: new Set(), today, measured: true })
  const ids = new Set(sources.map(({ id }) => id))
  return input.legitimate.filter(({ name, message }) => {
    const { label, lures, evidence } = input.classify(message)
    if (label === 'quoted') return false
    const hits = [...lures.map(({ id }) => id), ...evidence.flatMap(({ lure }) => lure ?? [])].filter((id) =>
      ids.has(id),
    )
    if (hits.length > 0) console.log(`legitimate: ${name} ${label} ${hits.join(' ')}`)
    return hits.length > 0
  }).length
}

/** What of a made-up recipient stands in a lure, by mail and place. */
function leaks(workshop: Workshop): { tried: number; made: number; found: string[] } {
  const firsts = measuredLetters().filter(
    (letter, i, all) => letter.brand !== '' && all.findIndex((l) => l.campaign === letter.campaign) === i,
  )
  let tried = 0
  let made = 0
  const found: string[] = []
  for (const { id, brand, from, subject, text, html } of firsts) {
    for (const [place, plant] of PLANTS) {
      tried++
      const shown = readMail(workshop, plant({ from, subject, text, html }))
      const slug = freeSlug(workshop, brand, 'trial')
      const finished = finishLure(workshop, shown, { brand, pretext: 'account-stop', slug, publisher: 'trial' })
      if (typeof finished === 'string' || Array.isArray(finished)) {
        const why = typeof finished === 'string' ? finished : finished.map((p) => formatProblem(p)).join(' ')
        console.log(`${id} ${place}: ${why}`)
        continue
      }
      made++
      for (const leak of leaksOf(finished.lure, { from, subject, text, html })) found.push(`${id} ${place}: ${leak}`)
    }
  }
  return { tried, made, found }
}

function main(): void {
  const { values } = parseArgs({
    options: { show: { type: 'boolean' }, all: { type: 'boolean' }, personas: { type: 'boolean' } },
  })
  const folder = sharedFolder()
  if (folder === undefined) {
    console.log('skipped: the measurement data is not here')
    return
  }
  const workshop = openWorkshop(fileURLToPath(new URL('..', import.meta.url)), new Date().toISOString().slice(0, 10))
  if (Array.isArray(workshop)) throw new Error('the corpus has problems: npm run corpus:check')
  if (values.personas) {
    const { tried, made, found } = leaks(workshop)
    for (const leak of found) console.log(leak)
    console.table({ 'mails with a planted recipient': tried, 'lures made': made, leaks: found.length })
    return
  }
  const trials = tryCampaigns(workshop, folder, values.all ?? false)
  for (const t of trials) {
    const numbers = (list: number[]): string => list.map((n) => n.toFixed(2)).join(' ')
    console.log(
      `${t.id} ${t.campaign} ${t.outcome} own ${t.own.toFixed(2)} others [${numbers(t.others)}] rebranded [${numbers(t.rebranded)}] phrases ${t.phrases} ${t.milliseconds} ms`,
    )
    if (values.show || t.outcome !== 'made') console.log(`${t.yaml}  left out: ${t.leftOut.join(', ')}\n`)
  }
  const made = trials.filter(({ outcome }) => outcome === 'made')
  const strong = (list: number[]): number => list.filter((n) => n >= STRONG).length
  const copies = made.flatMap((t) => t.rebranded)
  const siblings = made.flatMap((t) => t.others)
  console.table({
    campaigns: trials.length,
    'a lure was made and its checks are green': made.length,
    'caught in its own mail': strong(made.map(({ own }) => own)),
    'caught in every re-branded copy': made.filter(
      (t) => t.rebranded.length > 0 && strong(t.rebranded) === t.rebranded.length,
    ).length,
    'mails with a re-branded copy': made.filter((t) => t.rebranded.length > 0).length,
    'copies caught': `${strong(copies)} of ${copies.length}`,
    'other mails of the campaigns caught': `${strong(siblings)} of ${siblings.length}`,
    'with a phrase': made.filter(({ phrases }) => phrases > 0).length,
    'legitimate mails that any of them hits': legitimateHits(workshop, made),
    'slowest (ms)': Math.max(0, ...trials.map(({ milliseconds }) => milliseconds)),
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
