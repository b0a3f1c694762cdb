/** Is each fingerprint one that `npm run lure:new` wrote? */

import { decodeFingerprint } from '../../../src/corpus/fingerprint-format.ts'
import { FEWEST_GRAMS } from '../../../src/corpus/fingerprint-make.ts'
import { shorten } from '../problem.ts'
import type { YamlLure } from '../types.ts'
import { type Check, type FilesInput, type Finding, filesOf } from './check.ts'

export const readableFingerprint: Check<FilesInput> = {
  id: 'fingerprint',
  title: { ja: '指紋として読めません', en: 'the fingerprint cannot be read' },
  run: ({ chosen }) =>
    filesOf<YamlLure>(chosen, 'lure').flatMap(({ source, data }) =>
      (data.fingerprints ?? []).flatMap((text, i): Finding[] => {
        const grams = decodeFingerprint(text)?.grams.length ?? 0
        if (grams >= FEWEST_GRAMS) return []
        return [
          {
            source,
            path: ['fingerprints', i],
            ...(grams > 0 && {
              message: {
                ja: '指紋が短すぎ、偶然に当たります',
                en: 'the fingerprint is so short that chance would hit it',
              },
            }),
            expected: {
              ja: `npm run lure:new が書いたもの(${FEWEST_GRAMS} 個以上)`,
              en: `what npm run lure:new wrote, of ${FEWEST_GRAMS} pieces or more`,
            },
            found: grams > 0 ? `${grams}` : shorten(text),
          },
        ]
      }),
    ),
}
