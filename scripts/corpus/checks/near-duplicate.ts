/** Is a lure more than another lure once again? Then its mail belongs to that lure. */
import { gramsOf, similarLures } from '../../../src/corpus/fingerprint.ts'
import { decodeFingerprint } from '../../../src/corpus/fingerprint-format.ts'
import { fold } from '../../../src/text/fold.ts'
import type { Check } from './check.ts'
import { type CorpusInput, chosenLures } from './corpus-input.ts'

/** Share of a fingerprint that another text holds, above which the two are one lure. */
const SAME = 0.9

export const nearDuplicate: Check<CorpusInput> = {
  id: 'near-duplicate',
  title: { ja: 'ほぼ同じ文面が既にあります', en: 'almost the same lure is there already' },
  run(input) {
    const { compiled } = input
    return chosenLures(input).flatMap(({ source, data, index }) => {
      const prints = compiled.lures[index]!.fingerprints.flatMap((text) => decodeFingerprint(text) ?? [])
      const texts = [
        ...prints.map(({ grams }) => grams),
        ...(data.samples ?? []).map(({ text }) => gramsOf(fold(text))),
      ]
      for (const grams of texts) {
        // the index finds what has a good part in common; which of the two holds the other is asked both ways
        for (const { lure, similarity } of similarLures(compiled, grams)) {
          const other = compiled.lures[lure]!
          if (lure === index) continue
          const held = Math.max(similarity, ...prints.map((own) => shareIn(own, other.fingerprints)))
          if (held <= SAME) continue
          return [
            {
              source,
              path: ['id'],
              expected: {
                ja: `${other.id} に見本か指紋、件名、日付を足す`,
                en: `a further sample or fingerprint, subject and date in ${other.id}`,
              },
              found: `${other.id} (${held.toFixed(2)})`,
            },
          ]
        }
      }
      return []
    })
  },
}

/** The largest weighted share of a fingerprint that one of others holds. */
function shareIn({ grams, weights }: { grams: Int32Array; weights: Uint8Array }, others: string[]): number {
  let best = 0
  for (const text of others) {
    const other = new Set(decodeFingerprint(text)?.grams)
    let held = 0
    let all = 0
    grams.forEach((gram, i) => {
      all += weights[i]!
      if (other.has(gram)) held += weights[i]!
    })
    best = Math.max(best, held / all)
  }
  return best
}
