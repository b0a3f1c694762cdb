/** Has each entry an id of its own? Evidence and the command name entries by id alone, whatever their kind. */
import type { Check, FilesInput } from './check.ts'

export const uniqueId: Check<FilesInput> = {
  id: 'unique-id',
  title: { ja: '同じ ID がほかのファイルにあります', en: 'another file has the same id' },
  run({ files, chosen }) {
    const first = new Map<string, string>()
    for (const { id, file } of files) if (!first.has(id)) first.set(id, file)
    return chosen
      .filter(({ id, file }) => first.get(id) !== file)
      .map((source) => ({
        source,
        path: ['id'],
        expected: {
          ja: `${first.get(source.id)} と違う ID(ファイル名も)`,
          en: `an id, and a file name, other than that of ${first.get(source.id)}`,
        },
        example: `${source.id}-2`,
        found: source.id,
      }))
  },
}
