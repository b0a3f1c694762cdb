/**
 * Where in a text does any of many literals stand? A trie over folded code units in one open-addressing table.
 *
 * A walk starts at each place of the text whose three units begin some literal (bitmaps say so), so most places cost one
 * test. A literal's tail that it shares with no other is not in the table but compared with the literal itself; the trie
 * of 13,000 literals is built in a few milliseconds so. A walk is never longer than the longest literal: linear time.
 */

import { addPair, hashOfPair } from './pairs.ts'

/** All literals, one after the other; `starts[i]` to `ends[i]` is literal `i`. */
export interface Literals {
  units: Uint16Array
  starts: Uint32Array
  ends: Uint32Array
}

/** The compiled trie. */
export interface Automaton extends Literals {
  /** Triples: state, unit, and the next state, or `~literal` when only that literal goes on from here. */
  table: Int32Array
  /** Slots of the table less one. */
  mask: number
  /** First literal that ends in a state, or -1. State 65536 + i is at i; the states below are the first units themselves. */
  ending: Int32Array
  /** The next literal of the same units, or -1. */
  same: Int32Array
  /** Bits of the two units that literals begin with. */
  heads: Uint32Array
  /** Bits of the three units that literals begin with. */
  thirds: Uint32Array
  /** Bits of the literals that have only two. */
  shorts: Uint32Array
  headMask: number
}

/**
 * Hits that `scan` found: literal numbers and where each begins; ordered by place, longest first. Of literals with the same
 * units only one is named; `same` leads to the others.
 */
export interface Scan {
  literals: number[]
  starts: number[]
}

const FIRST = 0x10000

function slotOf(table: Int32Array, mask: number, state: number, unit: number): number {
  let hash = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
  hash ^= hash >>> 15
  let slot = (hash & mask) * 3
  const size = table.length
  // an empty slot has state 0 and next 0; a real entry never leads to state 0
  while (table[slot + 2] !== 0 && (table[slot] !== state || table[slot + 1] !== unit)) {
    slot += 3
    if (slot === size) slot = 0
  }
  return slot
}

function thirdOf(head: number, c: number): number {
  const hash = Math.imul(head, 0x85ebca6b) ^ Math.imul(c, 0x9e3779b1)
  return hash ^ (hash >>> 16)
}

/**
 * Builds the trie.
 *
 * @param literals folded literals; those of fewer than two units are never found
 * @param numbers which of them to put in; all when absent
 */
export function buildAutomaton(literals: Literals, numbers?: ArrayLike<number>): Automaton {
  const { units, starts, ends } = literals
  const chosen = numbers ?? Int32Array.from(starts, (_, i) => i)
  const headBits = Math.min(20, Math.max(12, 35 - Math.clz32(chosen.length)))
  const heads = new Uint32Array((1 << headBits) >>> 5)
  const thirds = new Uint32Array(heads.length)
  const shorts = new Uint32Array(heads.length)
  const headMask = (1 << headBits) - 1
  let table = newTable(chosen.length * 4)
  let used = 0
  let ending: Int32Array = new Int32Array(1024).fill(-1)
  let states = 0
  const same = new Int32Array(starts.length).fill(-1)
  // One loop with everything in it, and room made before each literal: it runs once, mostly before the engine has
  // compiled anything, and is twice as fast so.
  for (let n = 0; n < chosen.length; n++) {
    const literal = chosen[n]!
    const start = starts[literal]!
    const end = ends[literal]!
    if (end - start < 2) continue
    // each unit may bring one entry for this literal and one for the one it is parted from
    const room = (end - start) * 2
    if ((used + room) * 6 > table.length) table = grown(table, used + room)
    if (states + end - start > ending.length) ending = longer(ending, states + end - start)
    const mask = table.length / 3 - 1
    const hash = hashOfPair(units[start]!, units[start + 1]!)
    const head = hash & headMask
    heads[head >>> 5]! |= 1 << (head & 31)
    if (end - start === 2) shorts[head >>> 5]! |= 1 << (head & 31)
    else {
      const third = thirdOf(hash, units[start + 2]!) & headMask
      thirds[third >>> 5]! |= 1 << (third & 31)
    }
    let state = units[start]!
    let at = start + 1
    for (; at < end; at++) {
      const slot = slotOf(table, mask, state, units[at]!)
      const next = table[slot + 2]!
      if (next > 0) {
        state = next
        continue
      }
      if (next === 0) {
        table[slot] = state
        table[slot + 1] = units[at]!
        table[slot + 2] = ~literal
        used++
        break
      }
      // another literal had this way for itself: give both a state and send the other one step on
      const other = ~next
      state = FIRST + states++
      table[slot + 2] = state
      const rest = starts[other]! + (at - start) + 1
      if (rest === ends[other]!) ending[state - FIRST] = other
      else {
        const on = slotOf(table, mask, state, units[rest]!)
        table[on] = state
        table[on + 1] = units[rest]!
        table[on + 2] = ~other
        used++
      }
    }
    if (at === end) {
      same[literal] = ending[state - FIRST]!
      ending[state - FIRST] = literal
    }
  }
  const mask = table.length / 3 - 1
  return { ...literals, table, mask, ending: ending.slice(0, states), same, heads, thirds, shorts, headMask }
}

/** An empty table with room for so many entries. */
function newTable(entries: number): Int32Array {
  let slots = 1024
  while (slots < entries) slots *= 2
  return new Int32Array(slots * 3)
}

/** The same entries in a table that is at most half full with `entries` of them. */
function grown(table: Int32Array, entries: number): Int32Array {
  const larger = newTable(Math.max(entries * 2, (table.length / 3) * 2))
  const mask = larger.length / 3 - 1
  for (let i = 0; i < table.length; i += 3) {
    if (table[i + 2] === 0) continue
    const slot = slotOf(larger, mask, table[i]!, table[i + 1]!)
    larger[slot] = table[i]!
    larger[slot + 1] = table[i + 1]!
    larger[slot + 2] = table[i + 2]!
  }
  return larger
}

function longer(ending: Int32Array, length: number): Int32Array {
  const result = new Int32Array(Math.max(length, ending.length * 2)).fill(-1, ending.length)
  result.set(ending)
  return result
}

/**
 * Finds all literals in a text.
 *
 * @param automaton from `buildAutomaton`
 * @param text folded units
 * @param length how many of them
 * @param counts scratch, one number a literal, all 0; it is 0 again afterwards
 * @param cap most places given of one literal; more say nothing new, and a hostile text could hold 250,000
 * @param pairs from `newPairs`; gets the pairs that stand in the text
 */
export function scan(
  automaton: Automaton,
  text: Uint16Array,
  length: number,
  counts: Uint16Array,
  cap: number,
  pairs: Uint32Array,
): Scan {
  const { heads, thirds, shorts, headMask } = automaton
  const found: Scan = { literals: [], starts: [] }
  pairs.fill(0)
  if (length > 1) {
    let unit = text[0]!
    for (let i = 1; i < length; i++) {
      const next = text[i]!
      const hash = hashOfPair(unit, next)
      unit = next
      addPair(pairs, hash)
      const head = hash & headMask
      const bit = 1 << (head & 31)
      if ((heads[head >>> 5]! & bit) === 0) continue
      if ((shorts[head >>> 5]! & bit) === 0) {
        if (i + 1 === length) continue
        const third = thirdOf(hash, text[i + 1]!) & headMask
        if ((thirds[third >>> 5]! & (1 << (third & 31))) === 0) continue
      }
      walk(automaton, text, length, i - 1, counts, cap, found)
    }
  }
  const { literals } = found
  for (let i = 0; i < literals.length; i++) counts[literals[i]!] = 0
  return found
}

/** Adds the literals that begin at `start`, longest first. */
function walk(
  automaton: Automaton,
  text: Uint16Array,
  length: number,
  start: number,
  counts: Uint16Array,
  cap: number,
  found: Scan,
): void {
  const { table, mask, ending, units, starts, ends } = automaton
  const { literals } = found
  const first = literals.length
  let state = text[start]!
  for (let at = start + 1; at < length; at++) {
    const next = table[slotOf(table, mask, state, text[at]!) + 2]!
    if (next === 0) break
    let literal: number
    if (next > 0) {
      state = next
      literal = ending[state - FIRST]!
      if (literal < 0) continue
    } else {
      literal = ~next
      const end = ends[literal]!
      let own = starts[literal]! + (at - start) + 1
      let i = at + 1
      while (own < end && i < length && units[own] === text[i]) {
        own++
        i++
      }
      if (own < end) break
    }
    if (counts[literal]! < cap) {
      counts[literal]!++
      literals.push(literal)
      found.starts.push(start)
    }
    if (next < 0) break
  }
  // found from short to long; the longest comes first
  for (let a = first, b = literals.length - 1; a < b; a++, b--) {
    const literal = literals[a]!
    literals[a] = literals[b]!
    literals[b] = literal
  }
}
