import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAutomaton, type Literals, scan } from '../../src/corpus/automaton.ts'
import { mayHold, newPairs, pairOf } from '../../src/corpus/pairs.ts'
import { quietest } from '../support/quietest.ts'

function literalsOf(texts: string[]): Literals {
  const units = new Uint16Array(texts.reduce((n, t) => n + t.length, 0))
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const text of texts) {
    starts.push(at)
    for (let i = 0; i < text.length; i++) units[at++] = text.charCodeAt(i)
    ends.push(at)
  }
  return { units, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from(text, (_, i) => text.charCodeAt(i))
}

function find(texts: string[], text: string, cap = 1000): Array<[literal: number, start: number]> {
  const automaton = buildAutomaton(literalsOf(texts))
  const counts = new Uint16Array(texts.length)
  const { literals, starts } = scan(automaton, unitsOf(text), text.length, counts, cap, newPairs())
  expect(counts.every((n) => n === 0)).toBe(true)
  return literals.flatMap((first, i) => {
    const found: Array<[literal: number, start: number]> = []
    for (let literal = first; literal >= 0; literal = automaton.same[literal]!) found.push([literal, starts[i]!])
    return found
  })
}

/** What `scan` must find, the plain way. */
function findNaively(texts: string[], text: string): string[] {
  const found: string[] = []
  texts.forEach((literal, i) => {
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) found.push(`${i}@${at}`)
  })
  return found.sort()
}

describe('the matcher of many literals', () => {
  it('finds every literal at every place, the longest first', () => {
    expect(find(['カゴヤ', 'カゴヤ・ジャパン', 'ヤ・'], 'カゴヤ・ジャパン')).toEqual([
      [1, 0],
      [0, 0],
      [2, 2],
    ])
  })

  it('finds literals that overlap themselves', () => {
    expect(find(['ああ'], 'ああああ')).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ])
  })

  it('finds two terms of the same literal', () => {
    expect(
      find(['メール', 'メール'], 'メール')
        .map(([literal]) => literal)
        .sort(),
    ).toEqual([0, 1])
  })

  it('finds nothing in an empty text, in a text of one unit, and without literals', () => {
    expect(find(['ab'], '')).toEqual([])
    expect(find(['ab'], 'a')).toEqual([])
    expect(find([], 'abc')).toEqual([])
  })

  it('gives at most so many places of one literal', () => {
    expect(find(['ab', 'b'], 'abababab', 3)).toHaveLength(3)
  })

  it('agrees with a plain search on random texts', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'カ', '一'), minLength: 2, maxLength: 6 })
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'カ', '一'), maxLength: 60 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), text, (words, where) => {
        const found = find(words, where).map(([literal, start]) => `${literal}@${start}`)
        expect(found.sort()).toEqual(findNaively(words, where))
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with a plain search when the table grows', () => {
    const words = Array.from({ length: 3000 }, (_, i) => `w${(i * 7919) % 10_007}x${i}`)
    const text = words.filter((_, i) => i % 17 === 0).join(' ')
    const found = find(words, text).map(([literal, start]) => `${literal}@${start}`)
    expect(found.sort()).toEqual(findNaively(words, text))
  })

  it('tells which pairs of units stand in the text it looked at last', () => {
    const pairs = newPairs()
    const look = (text: string) =>
      scan(buildAutomaton(literalsOf(['凍結'])), unitsOf(text), text.length, new Uint16Array(1), 9, pairs)
    const pairOfText = (text: string) => pairOf(text.charCodeAt(0), text.charCodeAt(1))
    look('アカウントを凍結')
    expect(mayHold(pairs, ['アカ', 'ント', '凍結'].map(pairOfText))).toBe(true)
    expect(mayHold(pairs, ['凍結', '停止'].map(pairOfText))).toBe(false)
    look('停止')
    expect(mayHold(pairs, ['停止'].map(pairOfText))).toBe(true)
    expect(mayHold(pairs, ['凍結'].map(pairOfText))).toBe(false)
    look('')
    expect(mayHold(pairs, ['停止'].map(pairOfText))).toBe(false)
    expect(mayHold(pairs, [])).toBe(true)
  })

  it('takes a time linear in a text made to be slow', () => {
    const words = Array.from({ length: 60 }, (_, i) => 'あ'.repeat(i + 2))
    const automaton = buildAutomaton(literalsOf(words))
    const counts = new Uint16Array(words.length)
    const text = unitsOf('あ'.repeat(500_000))
    expect(quietest(2000, () => scan(automaton, text, text.length, counts, 256, newPairs()))).toBeLessThan(2000)
  })
})
