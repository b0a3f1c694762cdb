/** What is left of the recall when the corpus does not know the brand? */
import { createClassifier } from '../../src/classify.ts'
import { builtinCorpus } from '../../src/corpus/builtin.ts'
import { fieldsOf, type Letter } from './letter.ts'
import type { Outcome } from './measure.ts'

/** Judges each letter with a corpus from which its brand and that brand's lures were taken; the variant is the brand. */
export function leaveOneBrandOut(letters: Letter[]): Outcome[] {
  const corpus = builtinCorpus()
  const brands = new Set(letters.map((l) => l.brand).filter((b) => b !== ''))
  return [...brands].flatMap((brand) => {
    const judge = createClassifier({
      corpus: {
        ...corpus,
        brands: corpus.brands.filter((b) => b.id !== brand),
        lures: corpus.lures.filter((l) => l.brand !== brand),
      },
    })
    return letters
      .filter((l) => l.brand === brand)
      .map((letter) => {
        const verdict = judge(fieldsOf(letter))
        return { letter, variant: brand, made: letter, verdict, base: verdict }
      })
  })
}
