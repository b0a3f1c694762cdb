/** Does a corpus file open with the line that gives editors its schema? */
import { shorten } from '../problem.ts'
import type { SourceFile } from '../source.ts'
import type { Kind } from '../types.ts'
import type { Check } from './check.ts'

/** The first line of each file of a kind. */
export const editorLine = (kind: Kind): string =>
  `# yaml-language-server: $schema=${kind === 'lure' ? '../../' : '../'}schema/${kind}.schema.json`

export const opensForEditors: Check<SourceFile> = {
  id: 'editor-line',
  title: { ja: '1行目にエディター用のスキーマ指定がありません', en: 'the first line names no schema for editors' },
  run(source) {
    const first = source.text.split('\n', 1)[0]!.trimEnd()
    if (first === editorLine(source.kind)) return []
    return [
      {
        source,
        path: [],
        place: { line: 1, column: 1 },
        expected: { ja: '1行目に次の行', en: 'this line at the top' },
        example: editorLine(source.kind),
        found: shorten(first),
      },
    ]
  },
}
