/** Was a lure seen first before it was seen last? */
import type { YamlLure } from '../types.ts'
import { type Check, type FilesInput, filesOf } from './check.ts'

export const seenOrder: Check<FilesInput> = {
  id: 'seen-order',
  title: { ja: '最後に見た日が最初より前です', en: 'last seen before first seen' },
  run: ({ chosen }) =>
    filesOf<YamlLure>(chosen, 'lure')
      // 2024-05 may be later than 2024-05-20
      .filter(({ data }) => data.firstSeen > data.lastSeen && !data.firstSeen.startsWith(data.lastSeen))
      .map(({ source, data }) => ({
        source,
        path: ['lastSeen'],
        expected: { ja: `${data.firstSeen} 以降`, en: `${data.firstSeen} or later` },
        example: `lastSeen: ${data.firstSeen}`,
        found: data.lastSeen,
      })),
}
