/** How does the cost grow: with 100 to 100,000 lures, and with mails of 2 KB to 2 MB? `npm run bench:scale` */
import { classify, createClassifier } from '../src/classify.ts'
import { builtinCorpus } from '../src/corpus/builtin.ts'
import { compileCorpus } from '../src/corpus/compile.ts'
import { encodeFingerprint } from '../src/corpus/fingerprint-format.ts'
import type { Corpus } from '../src/corpus/model.ts'
import { makeMails, randomFrom } from './mails.ts'
import { quantile } from './measure.ts'

/** Grams of one made-up lure, as many as a real fingerprint holds. */
const GRAMS = 40
const GRAM_SPACE = 1 << 20
const ROUNDS = 40

/** The package's corpus with so many lures of random grams beside its own. */
function corpusWith(lures: number): Corpus {
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
  return corpus
}

function medianTime(run: () => unknown): number {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  return quantile(times.slice(ROUNDS / 4), 0.5)
}

const small = makeMails().filter((mail) => mail.size === 'small')
const byLures: Array<Record<string, string | number>> = []
let first = 0
for (const lures of [100, 1_000, 10_000, 100_000]) {
  const corpus = corpusWith(lures)
  const before = process.memoryUsage()
  const start = performance.now()
  const compiled = compileCorpus(corpus)
  const load = performance.now() - start
  const after = process.memoryUsage()
  const judge = createClassifier({ corpus })
  const time = medianTime(() => {
    for (const mail of small) judge(mail.bytes)
  })
  first ||= time
  byLures.push({
    lures: compiled.lures.length,
    'us a mail': Math.round((time / small.length) * 1000),
    'x 100 lures': (time / first).toFixed(2),
    'compile ms': Math.round(load),
    'MB of tables': Math.round((after.arrayBuffers - before.arrayBuffers) / 1e6),
  })
}
console.table(byLures)

const bySize: Array<Record<string, string | number>> = []
const sentence = 'いつもご利用ありがとうございます。詳しくは https://www.shop.example/news をご覧ください。\n'
const page = `<p style="color:#333">${sentence}<a href="https://a.example/x">こちら</a></p>\n`
for (const kilobytes of [2, 20, 200, 2_000]) {
  for (const [kind, piece] of [
    ['plain', sentence],
    ['html', page],
  ] as const) {
    const unit = Buffer.byteLength(piece)
    const body = piece.repeat(Math.ceil((kilobytes * 1000) / unit))
    const raw = new TextEncoder().encode(
      `From: a@b.example\nSubject: x\nContent-Type: text/${kind}; charset=utf-8\n\n${body}`,
    )
    const time = medianTime(() => classify(raw))
    bySize.push({ mail: `${kilobytes} KB ${kind}`, ms: time.toFixed(2), 'MB/s': (raw.length / time / 1000).toFixed(1) })
  }
}
console.table(bySize)
