/** Is each sample of a lure caught as that lure? */
import { gramsOf, similarLures } from '../../../src/corpus/fingerprint.ts'
import { STRONG } from '../../../src/detect/lure.ts'
import { fold } from '../../../src/text/fold.ts'
import type { Check, Finding } from './check.ts'
import { type CorpusInput, chosenLures } from './corpus-input.ts'

export const ownSample: Check<CorpusInput> = {
  id: 'own-sample',
  title: { ja: '自分の見本に当たりません', en: 'its own sample is not hit' },
  run: (input) =>
    chosenLures(input).flatMap(({ source, data, index }) =>
      (data.samples ?? []).flatMap(({ text }, i): Finding[] => {
        const hit = similarLures(input.compiled, gramsOf(fold(text))).find(({ lure }) => lure === index)
        const similarity = hit?.similarity ?? 0
        if (similarity >= STRONG) return []
        return [
          {
            source,
            path: ['samples', i, 'text'],
            expected: { ja: `類似度 ${STRONG} 以上`, en: `similarity >= ${STRONG}` },
            found: similarity.toFixed(2),
          },
        ]
      }),
    ),
}
