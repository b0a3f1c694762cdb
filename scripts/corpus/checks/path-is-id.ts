/** Is a file's id its path, and a lure's brand its folder? */
import { shorten } from '../problem.ts'
import type { SourceFile } from '../source.ts'
import type { Check } from './check.ts'

export const pathIsId: Check<SourceFile> = {
  id: 'path-is-id',
  title: { ja: 'ID がパスと違います', en: 'the id is not the path' },
  run(source) {
    const { id, kind, data } = source
    if (data.id !== id) {
      return [
        {
          source,
          path: ['id'],
          expected: { ja: `ファイル名のとおり ${id}`, en: `${id}, as the file is named` },
          example: `id: ${id}`,
          found: shorten(data.id),
        },
      ]
    }
    const folder = id.split('/')[0]!
    if (kind !== 'lure' || data.brand === folder) return []
    return [
      {
        source,
        path: ['brand'],
        message: { ja: 'ブランドがフォルダーと違います', en: 'the brand is not the folder' },
        expected: { ja: `フォルダー名のとおり ${folder}`, en: `${folder}, as the folder is named` },
        example: `brand: ${folder}`,
        found: shorten(data.brand),
      },
    ]
  },
}
