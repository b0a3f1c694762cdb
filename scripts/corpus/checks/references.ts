/** Do the ids and names that a file refers to exist? */
import type { Text } from '../problem.ts'
import type { Kind, YamlBrand, YamlLure } from '../types.ts'
import { type Check, type FilesInput, type Finding, filesOf, type Path } from './check.ts'

export const references: Check<FilesInput> = {
  id: 'reference',
  title: { ja: '指しているものがありません', en: 'refers to nothing' },
  run({ files, chosen }) {
    const ids = (kind: Kind): string[] => files.filter((f) => f.kind === kind).map((f) => f.id)
    const known = { brand: ids('brand'), pretext: ids('pretext'), lure: ids('lure') }
    const findings: Finding[] = []
    const lures = filesOf<YamlLure>(chosen, 'lure')
    for (const { source, data } of lures) {
      const refer = (path: Path, kind: keyof typeof known, id: string | undefined): void => {
        if (id === undefined || known[kind].includes(id)) return
        const near = nearest(id, known[kind])
        findings.push({
          source,
          path,
          message: MISSING[kind],
          expected: {
            ja: `corpus/${kind}s/ にある ID(なければ先に作る)`,
            en: `the id of a file in corpus/${kind}s/; make that file first`,
          },
          ...(near !== undefined && { example: near }),
          found: id,
        })
      }
      refer(['brand'], 'brand', data.brand)
      refer(['pretext'], 'pretext', data.pretext)
      refer(['replacedBy'], 'lure', data.replacedBy)
    }
    for (const { source, data } of filesOf<YamlBrand>(chosen, 'brand')) {
      const names = [...data.names.ja, ...data.names.en, ...(data.names.aliases ?? [])]
      if (names.length === 0) {
        findings.push({
          source,
          path: ['names'],
          message: { ja: 'ブランドに名前がありません', en: 'a brand needs a name' },
          expected: { ja: '名前を一つ以上', en: 'one name or more' },
          example: 'ja: [カゴヤ・ジャパン]',
        })
      }
      data.ambiguous?.forEach((name, i) => {
        if (names.includes(name)) return
        findings.push({
          source,
          path: ['ambiguous', i],
          message: { ja: '`names` にない名前です', en: 'an ambiguous name must stand in `names` too' },
          expected: { ja: '`names` のどれか', en: 'one of `names`' },
          ...(names[0] !== undefined && { example: names[0] }),
          found: name,
        })
      })
    }
    return findings
  },
}

const MISSING: Record<'brand' | 'pretext' | 'lure', Text> = {
  brand: { ja: 'そのブランドはありません', en: 'no such brand' },
  pretext: { ja: 'その口実はありません', en: 'no such pretext' },
  lure: { ja: 'その文面はありません', en: 'no such lure' },
}

/** The known id with the longest beginning in common: what was meant, when the end was misspelled. */
export function nearest(id: string, known: readonly string[]): string | undefined {
  const common = (other: string): number => {
    let length = 0
    while (length < id.length && id[length] === other[length]) length++
    return length
  }
  return [...known].sort((a, b) => common(b) - common(a))[0]
}
