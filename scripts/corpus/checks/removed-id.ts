/** Is every id that was ever published still there? Whoever stored one must be able to look it up. */
import { FOLDERS } from '../folders.ts'
import { type Check, fileFinding } from './check.ts'
import type { CorpusInput } from './corpus-input.ts'

export const removedId: Check<Pick<CorpusInput, 'files' | 'published'>> = {
  id: 'removed-id',
  title: { ja: '公開した ID がなくなりました', en: 'a published id is gone' },
  run({ files, published }) {
    const present = new Set(files.map(({ kind, id }) => `${kind} ${id}`))
    return [...published]
      .filter((entry) => !present.has(entry))
      .sort()
      .map((entry) => {
        const [kind = '', id = ''] = entry.split(' ')
        const folder = FOLDERS.find(([, k]) => k === kind)?.[0] ?? kind
        return fileFinding(`corpus/${folder}/${id}.yaml`, {
          expected: {
            ja: 'ファイルを残す。古くなった文面は status: retired にする',
            en: 'the file stays; a lure that is out of date becomes retired',
          },
          example: 'status: retired',
          found: id,
        })
      })
  },
}
