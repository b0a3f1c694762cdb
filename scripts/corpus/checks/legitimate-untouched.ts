/** Does a lure leave all legitimate mail alone: the near misses of others, the fixtures, and more where it is present? */
import type { Check, Finding } from './check.ts'
import { type CorpusInput, chosenLures } from './corpus-input.ts'

export const legitimateUntouched: Check<CorpusInput> = {
  id: 'legitimate',
  title: { ja: '正当なメールがこの文面に当たります', en: 'legitimate mail is taken for this lure' },
  run(input) {
    const hits = new Map<string, string>()
    for (const { name, message } of input.legitimate) {
      const { label, lures, evidence } = input.classify(message)
      // a warning shows lures
      if (label === 'quoted') continue
      for (const { id, similarity } of lures) if (!hits.has(id)) hits.set(id, `${name}: ${similarity.toFixed(2)}`)
      for (const { lure, code } of evidence)
        if (lure !== undefined && !hits.has(lure)) hits.set(lure, `${name}: ${code}`)
    }
    return chosenLures(input).flatMap(({ source, data }): Finding[] => {
      const found = hits.get(data.id)
      if (found === undefined) return []
      return [
        {
          source,
          path: [data.fingerprints ? 'fingerprints' : 'samples'],
          expected: {
            ja: '正当なメールと共通の文を見本や句から除く',
            en: 'samples and phrases without the sentences that legitimate mail has too',
          },
          found,
        },
      ]
    })
  },
}
