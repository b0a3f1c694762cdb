import { beforeAll, describe, expect, it } from 'vitest'
import { type CompiledCorpus, compileCorpus, matchTerms } from '../../src/corpus/compile.ts'
import { gramsOf, similarLures } from '../../src/corpus/fingerprint.ts'
import { decodeFingerprint } from '../../src/corpus/fingerprint-format.ts'
import type { Corpus } from '../../src/corpus/model.ts'
import { fold } from '../../src/text/fold.ts'
import { quietest } from '../support/quietest.ts'
import { randomOf, syntheticCorpus } from './synthetic.ts'

const LURES = 100_000
/** A mail of about 5 KB; each sentence once in two numbers, so that its grams are not all alike. */
const MAIL = Array.from(
  { length: 60 },
  (_, i) =>
    `${i}番目のお知らせです。${String.fromCharCode(0x5000 + i * 7, 0x6000 + i * 11, 0x7000 + i * 5)}の件をご確認ください。`,
).join('\n')

/** Milliseconds that the corpus takes for one mail: the best of some rounds, because other programs run too. */
function cost(corpus: CompiledCorpus): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 30; round++) {
    const start = performance.now()
    for (let i = 0; i < 20; i++) {
      const folded = fold(MAIL)
      matchTerms(corpus, folded)
      similarLures(corpus, gramsOf(folded))
    }
    best = Math.min(best, (performance.now() - start) / 20)
  }
  return best
}

describe('a corpus of 100,000 lures', () => {
  const small = compileCorpus(syntheticCorpus(100))
  let corpus: Corpus
  let large: CompiledCorpus
  let milliseconds = 0

  beforeAll(() => {
    corpus = syntheticCorpus(LURES)
    milliseconds = quietest(1000, () => {
      large = compileCorpus(corpus)
    })
  }, 60_000)

  it('loads within a second', () => {
    expect(milliseconds).toBeLessThan(1000)
  })

  it('takes less than 70 MB of tables beside its own data', () => {
    const tables = [
      ...Object.values(large.fingerprints),
      ...Object.values(large.matcher.automaton),
      ...Object.values(large.matcher),
    ]
    const bytes = tables.reduce((sum, table) => sum + (ArrayBuffer.isView(table) ? table.byteLength : 0), 0)
    expect(bytes).toBeLessThan(70_000_000)
  })

  it('costs a mail about as much as one of 100 lures', () => {
    // the other test files share the machine: in turns, and the quietest moment of each counts
    let few = Number.POSITIVE_INFINITY
    let many = Number.POSITIVE_INFINITY
    for (let i = 0; i < 20 && (i < 2 || many / few >= 1.5); i++) {
      few = Math.min(few, cost(small))
      many = Math.min(many, cost(large))
    }
    expect(many / few).toBeLessThan(1.5)
  })

  it('finds a lure of which half is left', () => {
    const random = randomOf(7)
    const mail = gramsOf(fold(MAIL))
    let found = 0
    for (let i = 0; i < 200; i++) {
      const lure = Math.floor(random() * LURES)
      const { grams } = decodeFingerprint(corpus.lures[lure]!.fingerprints[0]!)!
      const all = new Set([...mail, ...grams.filter(() => random() < 0.5)])
      if (similarLures(large, Int32Array.from(all)).some((similar) => similar.lure === lure)) found++
    }
    expect(found).toBeGreaterThanOrEqual(190)
  })
})
