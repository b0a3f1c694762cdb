/** How is one corpus file read? Bytes, text, YAML, values: each step is checked before the next, and places are kept. */
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { type Check, fileFinding, runChecks } from './checks/check.ts'
import { opensForEditors } from './checks/editor-line.ts'
import { encoding } from './checks/encoding.ts'
import { invisible } from './checks/invisible.ts'
import { pathIsId } from './checks/path-is-id.ts'
import { plainYaml } from './checks/plain-yaml.ts'
import { schema } from './checks/schema.ts'
import { size } from './checks/size.ts'
import type { Problem } from './problem.ts'
import type { Kind } from './types.ts'

/** A corpus file that could be read. */
export interface SourceFile {
  /** Path from the repository's root, with `/`. */
  file: string
  kind: Kind
  /** The id that the path gives. */
  id: string
  text: string
  /** Of an unknown shape until the schema has seen it. */
  data: Record<string, unknown>
  /** The place of a value, by keys and indexes; of the nearest one above it when it is not there. */
  placeOf(path: ReadonlyArray<string | number>): { line: number; column: number }
  /** The place of a key. */
  keyPlaceOf(path: ReadonlyArray<string | number>): { line: number; column: number }
}

/** A file that holds no keys at all has nothing for the schema to say. */
const isMapped: Check<{ file: string; data: unknown }> = {
  id: 'type',
  title: { ja: 'ファイルにキーがありません', en: 'the file is no map' },
  run: ({ file, data }) =>
    typeof data === 'object' && data !== null && !Array.isArray(data)
      ? []
      : [fileFinding(file, { expected: { ja: 'キーと値', en: 'keys and values' }, example: 'id: kagoya' })],
}

/**
 * Reads one file.
 *
 * @param file path from the repository's root
 * @param kind what the folder says it is
 * @param id what the path says its id is
 * @param bytes content
 * @returns the file, or what is wrong with it
 */
export function readSource(file: string, kind: Kind, id: string, bytes: Uint8Array): SourceFile | Problem[] {
  const unread = runChecks([size, encoding], { file, bytes })
  if (unread.length > 0) return unread
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const unseen = runChecks([invisible], { file, text })
  if (unseen.length > 0) return unseen
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    strict: true,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  })
  const traps = runChecks([plainYaml], { file, text, document, lines })
  if (traps.length > 0) return traps
  const data: unknown = document.toJS({ maxAliasCount: 0 })
  const unmapped = runChecks([isMapped], { file, data })
  if (unmapped.length > 0) return unmapped
  const placeOf: SourceFile['placeOf'] = (path) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
      if (!isNode(node) || !node.range) continue
      const { line, col } = lines.linePos(node.range[0])
      return { line, column: col }
    }
    return { line: 1, column: 1 }
  }
  const keyPlaceOf: SourceFile['keyPlaceOf'] = (path) => {
    const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
    if (!pair || !isScalar(pair.key) || !pair.key.range) return placeOf(path)
    const { line, col } = lines.linePos(pair.key.range[0])
    return { line, column: col }
  }
  const source: SourceFile = { file, kind, id, text, data: data as Record<string, unknown>, placeOf, keyPlaceOf }
  const unfit = runChecks([schema], source)
  if (unfit.length > 0) return unfit
  const misnamed = runChecks([pathIsId, opensForEditors], source)
  return misnamed.length > 0 ? misnamed : source
}
