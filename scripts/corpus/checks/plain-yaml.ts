/** Is a corpus file YAML without its traps: directives, anchors, aliases, tags, merge keys, prototype keys, keys that are no words, deep nesting? */
import { type Document, isNode, isScalar, type LineCounter, visit } from 'yaml'
import { shorten, type Text } from '../problem.ts'
import { type Check, fileFinding } from './check.ts'
import { adviceFor } from './yaml-advice.ts'
import { findSlip } from './yaml-slip.ts'

/** A file as YAML, not yet as values: making values of a bomb is what must not happen. */
export interface YamlInput {
  file: string
  text: string
  document: Document
  lines: LineCounter
}

/** Nodes above a node; a corpus file needs about ten. */
const DEPTH = 24

/** Names that mean something to an object of JavaScript before any file sets them. */
const PROTOTYPE_KEYS = [
  ...Object.getOwnPropertyNames(Object.prototype),
  // of functions
  'prototype',
  'caller',
  'arguments',
]

export const plainYaml: Check<YamlInput> = {
  id: 'yaml',
  title: { ja: 'YAML として読めません', en: 'cannot be read as YAML' },
  run({ file, text, document, lines }) {
    const finding = (at: number, more: Omit<Parameters<typeof fileFinding>[1], 'place'>) => {
      const { line, col } = lines.linePos(at)
      return [fileFinding(file, { place: { line, column: col }, ...more })]
    }
    const trap = findDirective(text) ?? findTrap(document)
    const [error] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])
    if (trap && (!error || trap.at < error.pos[0])) {
      return finding(trap.at, {
        message: trap.message,
        expected: trap.expected ?? { ja: 'ふつうのマップ、リスト、文字列', en: 'plain maps, lists and strings' },
        ...(trap.example !== undefined && { example: trap.example }),
      })
    }
    if (!error) {
      const slip = findSlip(document)
      return slip ? finding(slip.at, { message: slip.message, expected: slip.expected, example: slip.example }) : []
    }
    if (error.code === 'DUPLICATE_KEY') {
      return finding(error.pos[0], {
        code: 'duplicate-key',
        message: { ja: '同じキーが二度あります', en: 'a key stands twice' },
        expected: { ja: 'キーは一度だけ', en: 'each key once' },
      })
    }
    const { at, ...advice } = adviceFor(error, document, text)
    return finding(at, advice)
  },
}

interface Trap {
  at: number
  message: Text
  expected?: Text
  example?: string
}

/** A directive may switch to YAML 1.1, where `no` is false; in a map no other line begins so. */
function findDirective(text: string): Trap | undefined {
  const at = text.startsWith('%') ? 0 : text.indexOf('\n%') + 1
  if (at === 0 && !text.startsWith('%')) return undefined
  return { at, message: { ja: '%YAML などの指示は使えません', en: 'directives such as %YAML are not allowed' } }
}

/** The first trap of a document. The walk ends where nesting is too deep, so its own depth is bounded. */
function findTrap(document: Document): Trap | undefined {
  let trap: Trap | undefined
  const found = (at: number | undefined, ja: string, en: string, instead: Partial<Trap> = {}): symbol => {
    trap = { at: at ?? 0, message: { ja, en }, ...instead }
    return visit.BREAK
  }
  // most often a text that begins with the sign
  const quoted = (at: number | undefined, sign: string, ja: string, en: string): symbol =>
    found(at, ja, en, {
      expected: { ja: `${sign} で始まる文字列は引用符で囲む`, en: `text that begins with ${sign} stands in quotes` },
      example: sign === '*' ? "'*@*'" : `'${sign}…'`,
    })
  visit(document, {
    Alias: (_, { range }) =>
      quoted(range?.[0], '*', 'エイリアス(*名前)は使えません', 'aliases (*name) are not allowed'),
    Node: (_, node, above) => {
      const at = node.range?.[0]
      if (above.length > DEPTH) return found(at, '入れ子が深すぎます', 'nested too deeply')
      if ('anchor' in node && node.anchor)
        return quoted(at, '&', 'アンカー(&名前)は使えません', 'anchors (&name) are not allowed')
      if (node.tag === undefined) return undefined
      const tag = shorten(node.tag, 20)
      return quoted(at, '!', `タグ(${tag})は使えません`, `tags (${tag}) are not allowed`)
    },
    Pair: (_, { key }) => {
      const at = isNode(key) ? key.range?.[0] : 0
      if (!isScalar(key) || typeof key.value !== 'string')
        return found(at, 'キーは文字列だけです', 'a key is a plain word')
      if (key.value !== '<<' && !PROTOTYPE_KEYS.includes(key.value)) return undefined
      return found(at, `キー ${key.value} は使えません`, `the key ${key.value} is not allowed`)
    },
  })
  return trap
}
