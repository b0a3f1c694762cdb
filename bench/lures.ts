/** How does the cost grow with the number of lures, from 100 to 100,000? */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createClassifier } from '../src/classify.ts'
import { builtinCorpus } from '../src/corpus/builtin.ts'
import { compileCorpus } from '../src/corpus/compile.ts'
import { encodeFingerprint } from '../src/corpus/fingerprint-format.ts'
import type { Corpus } from '../src/corpus/model.ts'
import { type BenchMail, randomFrom } from './mails.ts'
import { quantile } from './measure.ts'
import type { LureRow } from './results.ts'
import { round } from './speed.ts'

/** Grams of one made-up lure, as many as a real fingerprint holds. */
const GRAMS = 40
const GRAM_SPACE = 1 << 20

/** The package's corpus with so many lures of random grams beside its own, as the JSON that a user would load. */
export function corpusWith(lures: number): string {
  const corpus = builtinCorpus()
  const random = randomFrom(lures)
  const model = corpus.lures[0]!
  while (corpus.lures.length < lures) {
    const grams = new Set<number>()
    while (grams.size < GRAMS) grams.add(Math.floor(random() * GRAM_SPACE))
    const sorted = Int32Array.from(grams).sort()
    const fingerprint = encodeFingerprint({ grams: sorted, weights: new Uint8Array(GRAMS).fill(2) })
    corpus.lures.push({ ...model, id: `bench/lure-${corpus.lures.length}`, phrases: [], fingerprints: [fingerprint] })
  }
  // a copy in one piece, as a file would give it
  return Buffer.from(JSON.stringify(corpus)).toString()
}

interface Loaded {
  corpus: Corpus
  row: Omit<LureRow, 'microseconds' | 'ratio'>
}

/** What is in use after a full collection, in megabytes. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/** Parses and compiles, and measures both. The classifier compiles for itself, so that the compiled corpus can go. */
function load(json: string): Loaded {
  const before = memoryInUse()
  const start = performance.now()
  const corpus = JSON.parse(json) as Corpus
  const parsed = performance.now()
  const compiled = compileCorpus(corpus)
  const compile = performance.now() - parsed
  const megabytes = Math.max(0, memoryInUse() - before)
  const lures = compiled.lures.length
  return {
    corpus,
    row: { lures, parse: round(parsed - start), compile: round(compile), megabytes: round(megabytes) },
  }
}

/**
 * Measures corpora of several sizes, which take turns on each mail: what slows the machine slows all alike.
 *
 * @param counts numbers of lures, ascending
 * @param rounds rounds that count; as many come before them
 */
export function measureLures(counts: number[], mails: BenchMail[], rounds: number): LureRow[] {
  const loaded = counts.map((lures) => load(corpusWith(lures)))
  const judges = loaded.map(({ corpus }) => createClassifier({ corpus }))
  const times: number[][] = counts.map(() => [])
  for (let turn = 0; turn < rounds * 2; turn++) {
    const sums = counts.map(() => 0)
    for (const { bytes } of mails) {
      for (const [j, judge] of judges.entries()) {
        const start = performance.now()
        judge(bytes)
        sums[j]! += performance.now() - start
      }
    }
    if (turn >= rounds) for (const [j, sum] of sums.entries()) times[j]!.push(sum)
  }
  const medians = times.map((all) => quantile(all, 0.5))
  return loaded.map(({ row }, j) => ({
    ...row,
    microseconds: round((medians[j]! / mails.length) * 1000),
    ratio: round(medians[j]! / medians[0]!),
  }))
}
