/** Are a lure's near misses left alone? */
import type { Check, Finding } from './check.ts'
import { type CorpusInput, chosenLures } from './corpus-input.ts'

export const nearMiss: Check<CorpusInput> = {
  id: 'near-miss',
  title: { ja: '正当な見本が当たります', en: 'a legitimate near miss is hit' },
  run: (input) =>
    chosenLures(input).flatMap(({ source, data }) =>
      (data.legitimate ?? []).flatMap(({ subject = '', text }, i): Finding[] => {
        const { label } = input.classify({ subject, text })
        if (label !== 'phishing' && label !== 'suspicious') return []
        return [
          {
            source,
            path: ['legitimate', i, 'text'],
            expected: { ja: 'none か quoted', en: 'none or quoted' },
            found: label,
          },
        ]
      }),
    ),
}
