/** Is a domain official in one company group only? A link across groups is a contradiction; inside one it is none. */
import type { YamlBrand } from '../types.ts'
import { type Check, type FilesInput, filesOf } from './check.ts'
import { ownersOf } from './owners.ts'

export const oneGroup: Check<FilesInput> = {
  id: 'one-group',
  title: { ja: '別の企業グループの公式ドメインです', en: 'the domain is official in another company group' },
  run({ files, chosen }) {
    const owners = ownersOf(files)
    return filesOf<YamlBrand>(chosen, 'brand').flatMap(({ source, data }) =>
      data.domains.official.flatMap(({ domain }, i) => {
        const other = owners.get(domain)?.find((o) => o.role === 'official' && o.group !== data.group)
        if (!other) return []
        return [
          {
            source,
            path: ['domains', 'official', i, 'domain'],
            expected: {
              ja: `${other.file} と同じグループ、またはほかのドメイン`,
              en: `the group of ${other.file}, or another domain`,
            },
            example: `group: ${other.group}`,
            found: `${domain} (${data.group})`,
          },
        ]
      }),
    )
  },
}
