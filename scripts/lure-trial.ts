/**
 * Does `npm run lure:new` do what it promises on mails that no lure of the corpus tells yet? For one mail of each such
 * campaign of the measurement data: is a lure made, does it pass the checks, and is it then found in its own mail, in the
 * other mails of its campaign and in a copy under another brand? Nothing is written.
 *
 * Usage: npx tsx scripts/lure-trial.ts [--show] [--all]
 *
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

function main(): void {
  const { values } = parseArgs({ options: { show: { type: 'boolean' }, all: { type: 'boolean' } } })
  const folder = sharedFolder()
  if (folder === undefined) {
    console.log('skipped: the measurement data is not here')
    return
  }
  const workshop = openWorkshop(fileURLToPath(new URL('..', import.meta.url)), new Date().toISOString().slice(0, 10))
  if (Array.isArray(workshop)) throw new Error('the corpus has problems: npm run corpus:check')
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
    'slowest (ms)': Math.max(0, ...trials.map(({ milliseconds }) => milliseconds)),
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
