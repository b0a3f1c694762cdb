/** How is the table of public suffixes made? Run `npm run suffix:table` after an update of tldts; it writes src/link/suffix.data.ts. */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** tldts' own trie: nodes whose edges are labels, all labels in one text. */
interface Trie {
  nodeFlags: Uint8Array
  edgeStart: ArrayLike<number>
  edgeChild: ArrayLike<number>
  edgeLength: ArrayLike<number>
  labelText: string
  rulesRoot: number
  exceptionsRoot: number
}

/** A label, what it ends, and the labels before it. */
export interface SuffixNode {
  label: string
  /** An index of `MARKS`. */
  kind: number
  children: SuffixNode[]
}

/** No suffix; one of the ICANN section; one of the private section; an exception (`!www.ck`). */
const MARKS = '?/!$'
const EXCEPTION = 3

/** Reads the trie; of labels in other scripts the Punycode twins are left out, as they can be worked out. */
export function readSuffixes(): SuffixNode {
  const trie = createRequire(import.meta.url)('tldts/dist/cjs/src/data/trie.js') as Trie
  const starts = new Uint32Array(trie.edgeLength.length + 1)
  for (let edge = 0; edge < trie.edgeLength.length; edge++) starts[edge + 1] = starts[edge]! + trie.edgeLength[edge]!
  const read = (label: string, node: number, exceptions: boolean): SuffixNode => {
    const children: SuffixNode[] = []
    for (let edge = trie.edgeStart[node]!; edge < trie.edgeStart[node + 1]!; edge++) {
      const name = trie.labelText.slice(starts[edge], starts[edge + 1])
      if (!name.startsWith('xn--')) children.push(read(name, trie.edgeChild[edge]!, exceptions))
    }
    const flag = trie.nodeFlags[node]!
    return { label, kind: flag > 0 && exceptions ? EXCEPTION : flag, children }
  }
  const root = read('', trie.rulesRoot, false)
  merge(root, read('', trie.exceptionsRoot, true))
  return root
}

function merge(into: SuffixNode, from: SuffixNode): void {
  for (const child of from.children) {
    const same = into.children.find(({ label }) => label === child.label)
    if (same) merge(same, child)
    else into.children.push(child)
  }
}

/**
 * Writes all lists of labels, those of the top first, each ended by `)`. A label is a capital letter, which says how many
 * characters it shares with the one before (A none), the rest of it, a mark when its kind is not that of the one before (1
 * before the first), and `(` when it has a list of its own. Labels of one kind stand together, which compresses best.
 */
export function packSuffixes(root: SuffixNode): string {
  let packed = ''
  for (let lists = [root]; lists.length > 0; ) {
    const next: SuffixNode[] = []
    for (const list of lists) {
      let before = ''
      let kind = 1
      for (const child of list.children.sort((a, b) => a.kind - b.kind || (a.label < b.label ? -1 : 1))) {
        const shared = sharedStart(before, child.label)
        packed += String.fromCharCode(0x41 + shared) + child.label.slice(shared)
        if (child.kind !== kind) packed += MARKS[child.kind]
        if (child.children.length > 0) {
          packed += '('
          next.push(child)
        }
        before = child.label
        kind = child.kind
      }
      packed += ')'
    }
    lists = next
  }
  return packed
}

function sharedStart(a: string, b: string): number {
  let n = 0
  while (n < 25 && n < a.length && a[n] === b[n]) n++
  return n
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const packed = packSuffixes(readSuffixes())
  const lines = (packed.match(/.{1,110}/gsu) ?? []).map((line) => `  '${line}'`).join(' +\n')
  writeFileSync(
    new URL('../src/link/suffix.data.ts', import.meta.url),
    `/** Which public suffixes are there? The Public Suffix List as tldts has it (MPL-2.0). Made by scripts/suffix-table.ts; do not edit. */\nexport const SUFFIXES: string =\n${lines}\n`,
  )
  console.log(`${packed.length} characters`)
}
