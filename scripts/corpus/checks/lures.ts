/** Is each lure caught, told from its near misses, and told from other lures? One named check an object. */
import type { createClassifier } from '../../../src/classify.ts'
import type { CompiledCorpus } from '../../../src/corpus/compile.ts'
import { gramsOf, similarLures } from '../../../src/corpus/fingerprint.ts'
import { decodeFingerprint } from '../../../src/corpus/fingerprint-format.ts'
import type { Corpus } from '../../../src/corpus/model.ts'
import { fold } from '../../../src/text/fold.ts'
import type { YamlLure } from '../types.ts'

/** What a check sees. */
export interface CheckInput {
  lure: YamlLure
  corpus: Corpus
  compiled: CompiledCorpus
  classify: ReturnType<typeof createClassifier>
}

/** What a check found: where in the file, what was expected, what stands there. */
export interface Finding {
  path: Array<string | number>
  expected: string
  found: string
}

export interface LureCheck {
  code: string
  title: { ja: string; en: string }
  run(input: CheckInput): Finding[]
}

/** Share of the smaller fingerprint that the other holds too. */
const containment = (a: Int32Array, b: Int32Array): number => {
  const other = new Set(b)
  return a.filter((gram) => other.has(gram)).length / Math.max(1, Math.min(a.length, b.length))
}
const gramsOfAll = (texts: string[]): Int32Array[] => texts.flatMap((text) => decodeFingerprint(text)?.grams ?? [])

export const nearDuplicate: LureCheck = {
  code: 'near-duplicate',
  title: { ja: 'ほぼ同じ文面が既にある', en: 'almost the same lure exists' },
  run({ lure, corpus }) {
    const own = gramsOfAll(corpus.lures.find(({ id }) => id === lure.id)?.fingerprints ?? [])
    const twin = corpus.lures.find(
      ({ id, fingerprints }) =>
        id !== lure.id &&
        gramsOfAll(fingerprints).some((other) => own.some((grams) => containment(grams, other) > 0.9)),
    )
    return twin ? [{ path: ['id'], expected: 'a second sample or fingerprint of that lure', found: twin.id }] : []
  },
}

export const ownSampleHit: LureCheck = {
  code: 'own-sample-hit',
  title: { ja: '自分の見本に当たらない', en: 'its own sample is not hit' },
  run: ({ lure, corpus, compiled }) =>
    (lure.samples ?? []).flatMap(({ text }, i) => {
      const hit = similarLures(compiled, gramsOf(fold(text))).find((one) => corpus.lures[one.lure]!.id === lure.id)
      const similarity = hit?.similarity ?? 0
      return similarity >= 0.55
        ? []
        : [{ path: ['samples', i, 'text'], expected: 'similarity >= 0.55', found: similarity.toFixed(2) }]
    }),
}

export const nearMiss: LureCheck = {
  code: 'near-miss',
  title: { ja: '正当なメールが当たる', en: 'a legitimate near miss is hit' },
  run: ({ lure, classify }) =>
    (lure.legitimate ?? []).flatMap(({ subject = '', text }, i) => {
      const { label } = classify({ subject, text })
      return label === 'phishing' || label === 'suspicious'
        ? [{ path: ['legitimate', i, 'text'], expected: 'none or quoted', found: label }]
        : []
    }),
}

export const LURE_CHECKS: LureCheck[] = [nearDuplicate, ownSampleHit, nearMiss]
