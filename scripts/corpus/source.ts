/** How is one corpus file read? YAML without its traps, checked against its JSON Schema, with places for messages. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { findForbidden } from './characters.ts'
import { type Problem, shorten } from './problem.ts'
import { type Kind, schemaProblems } from './schema.ts'

/** Bytes of one file; the longest real one has about 20 KB. */
const FILE_BYTES = 262_144

/** A corpus file that could be read. */
export interface SourceFile {
  /** Path from the repository's root, with `/`. */
  file: string
  kind: Kind
  /** The id that the path gives. */
  id: string
  // biome's and our rule: data of an unknown shape until the schema has seen it
  data: Record<string, unknown>
  /** The place of a value, by keys and indexes; of the nearest one above it when it is not there. */
  placeOf(path: ReadonlyArray<string | number>): { line: number; column: number }
  /** The place of a key. */
  keyPlaceOf(path: ReadonlyArray<string | number>): { line: number; column: number }
}

/**
 * Reads one file.
 *
 * @param file path from the repository's root
 * @param kind what the folder says it is
 * @param id what the path says its id is
 * @param text content
 * @returns the file, or what is wrong with it
 */
export function readSource(file: string, kind: Kind, id: string, text: string): SourceFile | Problem[] {
  const wrong = (
    code: Problem['code'],
    message: string,
    line = 1,
    column = 1,
    more: Partial<Problem> = {},
  ): Problem[] => [{ file, line, column, code, message, ...more }]
  if (text.length > FILE_BYTES) return wrong('length', `the file is larger than ${FILE_BYTES} characters`)
  const forbidden = findForbidden(text)
  if (forbidden) {
    const { line, column, what } = forbidden
    return wrong('invisible', 'a character that cannot be seen', line, column, {
      expected: 'only visible characters, blanks and line ends',
      found: what,
    })
  }
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    strict: true,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  })
  const error = document.errors[0] ?? document.warnings[0]
  if (error) {
    const { line, col } = lines.linePos(error.pos[0])
    if (error.code === 'DUPLICATE_KEY') return wrong('duplicate-key', 'a key stands twice', line, col)
    return wrong('yaml', error.message.split('\n')[0]!, line, col, {
      expected: "YAML; text with braces, colons or a leading mark stands in quotes: '{num}通のメール'",
    })
  }
  const trap = findTrap(document)
  if (trap) {
    const { line, col } = lines.linePos(trap.at)
    return wrong('yaml', trap.message, line, col, { expected: 'plain maps, lists and strings' })
  }
  const data: unknown = document.toJS({ maxAliasCount: 0 })
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return wrong('type', 'the file is no map', 1, 1, { expected: 'keys such as `id: ...`' })
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
  const source: SourceFile = { file, kind, id, data: data as Record<string, unknown>, placeOf, keyPlaceOf }
  const problems = schemaProblems(source)
  if (problems.length > 0) return problems
  if (source.data.id !== id) {
    const place = placeOf(['id'])
    return wrong('path-is-id', 'the id is not the path', place.line, place.column, {
      expected: `id: ${id}`,
      found: shorten(source.data.id),
    })
  }
  return source
}

/** Anchors, aliases, tags, merge keys and prototype keys: what a corpus file never needs and an attacker likes. */
function findTrap(document: Document): { at: number; message: string } | undefined {
  let trap: { at: number; message: string } | undefined
  const found = (at: number | undefined, message: string): symbol => {
    trap = { at: at ?? 0, message }
    return visit.BREAK
  }
  visit(document, {
    Alias: (_, node) => found(node.range?.[0], 'aliases (*name) are not allowed'),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) return found(node.range?.[0], 'anchors (&name) are not allowed')
      if (node.tag !== undefined) return found(node.range?.[0], `tags (${shorten(node.tag, 20)}) are not allowed`)
      return undefined
    },
    Pair: (_, pair) => {
      const key = String(isNode(pair.key) ? pair.key.toJSON() : pair.key)
      if (!['__proto__', 'constructor', 'prototype', '<<'].includes(key)) return undefined
      return found(isNode(pair.key) ? pair.key.range?.[0] : 0, `the key ${key} is not allowed`)
    },
  })
  return trap
}
