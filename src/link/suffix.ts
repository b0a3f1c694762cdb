/** Which end of a host is a public suffix? */
import { encodeLabel } from './punycode.ts'
import { SUFFIXES } from './suffix.data.ts'

/** What a label ends, in the order of their marks in the table (scripts/suffix-table.ts): nothing, a suffix of one of the two sections, a name that a rule of its parent does not mean. */
const MARKS = '?/!$'
const NONE = 0
const PRIVATE = 2
const EXCEPTION = 3

/** The longest suffix of a host. */
export interface Suffix {
  /** Where it starts, in UTF-16 code units; the length of the host when the list has none. */
  start: number
  /** Whether a company lets anybody register below it (`github.io`). */
  isPrivate: boolean
}

/** A label, what it ends, and the number of the list of labels before it, or -1. */
interface Entry {
  kind: number
  list: number
}

/** One label of a list: characters shared with the one before, the rest, a mark, and whether it has a list of its own. */
const LABEL = /([A-Z])([^A-Z?/!$(]*)([?/!$]?)(\(?)/g
const ASCII = /^[-*a-z0-9]*$/

/** The lists of labels, each unpacked when a host first asks for it. */
class Suffixes {
  private readonly packed = SUFFIXES.split(')')
  /** The number of the first list that a list opens. */
  private readonly opened: number[] = []
  private readonly lists: Array<Map<string, Entry> | undefined> = []

  constructor() {
    let opened = 1
    for (const list of this.packed) {
      this.opened.push(opened)
      for (let at = list.indexOf('('); at >= 0; at = list.indexOf('(', at + 1)) opened++
    }
  }

  list(number: number): Map<string, Entry> {
    let list = this.lists[number]
    if (!list) {
      list = this.unpack(number)
      this.lists[number] = list
    }
    return list
  }

  private unpack(number: number): Map<string, Entry> {
    const list = new Map<string, Entry>()
    let kind = 1
    let next = this.opened[number]!
    let label = ''
    for (const [, shared, rest, mark, opens] of this.packed[number]!.matchAll(LABEL)) {
      label = label.slice(0, shared!.charCodeAt(0) - 0x41) + rest
      if (mark !== '') kind = MARKS.indexOf(mark!)
      list.set(ASCII.test(label) ? label : encodeLabel(label), { kind, list: opens === '' ? -1 : next++ })
    }
    return list
  }
}

let suffixes: Suffixes | undefined

/**
 * Finds the longest public suffix of a host (the algorithm of publicsuffix.org), private section included.
 *
 * @param host lower-case ASCII
 */
export function findSuffix(host: string): Suffix {
  suffixes ??= new Suffixes()
  const found: Suffix = { start: host.length, isPrivate: false }
  let number = 0
  for (let end = host.length; end >= 0 && number >= 0; ) {
    const start = host.lastIndexOf('.', end - 1) + 1
    const list = suffixes.list(number)
    const entry = list.get(host.slice(start, end)) ?? (start < end ? list.get('*') : undefined)
    if (!entry) break
    if (entry.kind === EXCEPTION) return { start: end + 1, isPrivate: false }
    if (entry.kind !== NONE) {
      found.start = start
      found.isPrivate = entry.kind === PRIVATE
    }
    number = entry.list
    end = start - 1
  }
  return found
}
