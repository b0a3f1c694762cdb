/** Is a host that may only stand in From not under an official domain, where it would be a link target too? */
import type { YamlBrand } from '../types.ts'
import { type Check, type FilesInput, filesOf } from './check.ts'
import { ownersAbove, ownersOf } from './owners.ts'

export const senderHost: Check<FilesInput> = {
  id: 'sender-host',
  title: { ja: '差出人専用のホストが公式ドメインの下にあります', en: 'a sender host lies under an official domain' },
  run({ files, chosen }) {
    const owners = ownersOf(files)
    return filesOf<YamlBrand>(chosen, 'brand').flatMap(({ source, data }) =>
      (data.domains.senders ?? []).flatMap(({ domain }, i) => {
        const above = ownersAbove(owners, domain).find(({ role }) => role === 'official')
        if (!above) return []
        return [
          {
            source,
            path: ['domains', 'senders', i, 'domain'],
            expected:
              above.brand === data.id
                ? {
                    ja: '何も書かない(公式ドメインの下のホストは差出人にもなる)',
                    en: 'nothing: hosts under an official domain may stand in From already',
                  }
                : {
                    ja: `${above.file} の公式ドメインの下にないホスト`,
                    en: `a host that is not under an official domain of ${above.file}`,
                  },
            found: domain,
          },
        ]
      }),
    )
  },
}
