/** Are a lure's own phrases long, and in no ordinary mail? */
import { gramsOf } from '../../../src/corpus/fingerprint.ts'
import { fold, foldedString } from '../../../src/text/fold.ts'
import { shorten } from '../problem.ts'
import type { YamlPhrase } from '../types.ts'
import type { Check, Finding, Path } from './check.ts'
import { type CorpusInput, chosenLures } from './corpus-input.ts'
import { textOf } from './phrase-form.ts'

/** Folded characters beside the slots. */
const SHORTEST = 5
/**
 * Mean rarity of a phrase's pieces, from 1 (in every mail) to 5 (in none that was counted). Half of the pieces of ordinary
 * mail have 2.2 and less, a quarter 1.6; the plainest phrase of the first 50 lures has 1.75.
 */
const RARE = 1.7

export const phraseRare: Check<CorpusInput> = {
  id: 'phrase-rare',
  title: { ja: 'ふつうのメールにもある句です', en: 'the phrase stands in ordinary mail too' },
  run: (input) =>
    chosenLures(input).flatMap(({ source, data }) =>
      (data.phrases ?? []).flatMap((phrase: YamlPhrase, i): Finding[] => {
        const text = textOf(phrase)
        const path: Path =
          typeof phrase === 'string' ? ['phrases', i] : ['phrases', i, 'near' in phrase ? 'near' : 'text']
        const literals = [text].flat().flatMap((piece) => piece.split(/\{\w+\}/))
        const folded = literals.map((literal) => foldedString(fold(literal)))
        const length = folded.reduce((sum, literal) => sum + literal.length, 0)
        if (length < SHORTEST) {
          return [
            {
              source,
              path,
              message: { ja: '句が短すぎます', en: 'the phrase is too short' },
              expected: {
                ja: `スロットのほかに ${SHORTEST} 文字以上`,
                en: `${SHORTEST} characters or more beside slots`,
              },
              example: 'メモリ容量がほとんどいっぱい',
              found: shorten(text),
            },
          ]
        }
        const longest = folded.reduce((a, b) => (b.length > a.length ? b : a))
        const stands = typeof text === 'string' && input.ordinary.some((other) => other.includes(longest))
        const grams = folded.flatMap((literal) => [...gramsOf(fold(literal))])
        const rare = grams.reduce((sum, gram) => sum + input.rarity(gram), 0) / Math.max(1, grams.length)
        if (!stands && rare >= RARE) return []
        return [
          {
            source,
            path,
            expected: {
              ja: '正当なメールにない言い回し(corpus/ordinary.txt と見本にもないもの)',
              en: 'words that no legitimate mail has, nor corpus/ordinary.txt and the near misses',
            },
            found: `${shorten(text)}${stands ? '' : ` (${rare.toFixed(1)} < ${RARE})`}`,
          },
        ]
      }),
    ),
}
