import { describe, expect, it } from 'vitest'
import { EXACT, INVALID, keyOf, NEVER, parseSelector, UNSURE } from '../../src/text/selector.ts'

const SELECTORS: ReadonlyArray<readonly [text: string, kind: number, key: string, ancestors: number]> = [
  ['P', EXACT, 'p', 0],
  ['*', EXACT, '*', 0],
  ['p.a.b', EXACT, '.a', 0],
  ['.a#i', EXACT, '#i', 0],
  ['div  .a p', EXACT, 'p', 2],
  ['html body p', EXACT, 'p', 0],
  ['div > p', EXACT, 'p', 1],
  ['table > td', UNSURE, 'td', 1],
  ['div > .a p', UNSURE, 'p', 2],
  ['a + p', UNSURE, 'p', 1],
  ['[title="] p"]', UNSURE, '*', 0],
  ['p:not(.a,.b)', UNSURE, 'p', 0],
  ['a:hover', NEVER, 'a', 0],
  ['p::before', NEVER, 'p', 0],
  ['p:foo', INVALID, 'p', 0],
  ['}p', INVALID, '*', 0],
  ['p!', INVALID, 'p', 0],
  ['.', INVALID, '*', 0],
  ['> p', INVALID, '*', 1],
  ['p >', INVALID, '*', 1],
  ['*p', INVALID, 'p', 0],
  ['p*', INVALID, 'p', 0],
  ['.1a', INVALID, '*', 0],
  ['* > p', EXACT, 'p', 1],
  ['', INVALID, '*', 0],
]

describe('parseSelector', () => {
  it.each(SELECTORS)('reads %j', (text, kind, key, ancestors) => {
    const selector = parseSelector(text)
    expect([selector.kind, keyOf(selector.last), selector.ancestors.length]).toEqual([kind, key, ancestors])
  })
})
