/** Can somebody register a brand's domains? Public suffixes, private ones too (`github.io`), belong to nobody. */
import { parse } from 'tldts'
import type { YamlBrand, YamlDomain } from '../types.ts'
import { type Check, type FilesInput, type Finding, filesOf, type Path } from './check.ts'
import { ROLES } from './owners.ts'

export const registrableDomain: Check<FilesInput> = {
  id: 'domain',
  title: { ja: '登録できるドメインではありません', en: 'an official domain is a registrable one' },
  run: ({ chosen }) =>
    filesOf<YamlBrand>(chosen, 'brand').flatMap(({ source, data }) =>
      ROLES.flatMap((role) => {
        const domains: YamlDomain[] = data.domains[role] ?? []
        return domains.flatMap(({ domain }, i): Finding[] => {
          const path: Path = ['domains', role, i, 'domain']
          const { isIcann, isPrivate, domain: registrable } = parse(domain, { allowPrivateDomains: true })
          if (!isIcann && !isPrivate) {
            return [
              {
                source,
                path,
                message: { ja: '公開サフィックスが知られていません', en: 'no public suffix is known for this domain' },
                expected: { ja: 'ホスト名', en: 'a host name' },
                example: 'kagoya.jp',
                found: domain,
              },
            ]
          }
          if (role === 'official' && registrable !== domain) {
            return [
              {
                source,
                path,
                expected: {
                  ja: '公開サフィックスの一つ下のドメイン。その下のホストは書かなくてよい',
                  en: 'the domain directly below a public suffix; hosts below it are included',
                },
                ...(registrable !== null && { example: registrable }),
                found: domain,
              },
            ]
          }
          if (domains.findIndex((other) => other.domain === domain) === i) return []
          return [
            {
              source,
              path,
              message: { ja: '同じドメインが二度あります', en: 'the domain stands twice in this list' },
              expected: { ja: 'ドメインは一度だけ', en: 'each domain once' },
              found: domain,
            },
          ]
        })
      }),
    ),
}
