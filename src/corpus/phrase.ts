/** What does a phrase say to look for? Splits its text into literals and slots. */
import type { CorpusErrorCode } from './errors.ts'

/** What a slot stands for. */
export type Slot = 'num' | 'date' | 'brand' | 'host'

/** One piece of a phrase: text to be found, or a slot. */
export type Piece = { literal: string } | { slot: Slot }

const SLOTS: readonly string[] = ['num', 'date', 'brand', 'host']
/** Code units of one literal: a longer one would never be found twice, and every place of a mail may cost this many steps. */
const LITERAL = 120

interface Wrong {
  code: CorpusErrorCode
  message: string
}

/**
 * Splits a phrase at its slots.
 *
 * @param text a phrase as the corpus has it
 * @returns its pieces in order; literals are trimmed and never empty
 * @example
 * splitPhrase('{num}通のメール') // [{ slot: 'num' }, { literal: '通のメール' }]
 */
export function splitPhrase(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{', at)
    const close = open < 0 ? -1 : text.indexOf('}', open)
    const literal = text.slice(at, close < 0 ? text.length : open).trim()
    if (literal !== '') pieces.push({ literal })
    if (close < 0) break
    pieces.push({ slot: text.slice(open + 1, close) as Slot })
    at = close + 1
  }
  return pieces
}

/**
 * Says what is wrong with a phrase.
 *
 * @param text a literal with slots, or the pieces of a `near` phrase
 * @returns undefined when the phrase can be compiled
 */
export function phraseProblem(text: string | string[]): Wrong | undefined {
  if (typeof text !== 'string') {
    if (text.length < 2) return { code: 'length', message: '`near` needs two to four literals' }
    for (const literal of text) {
      if (literal.includes('{') || literal.includes('}')) return { code: 'slot', message: 'no slots inside `near`' }
      if (literal.trim().length < 2) return tooShort(literal)
      if (literal.length > LITERAL) return tooLong(literal)
    }
    return undefined
  }
  const pieces = splitPhrase(text)
  let longest = 0
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    if ('literal' in piece) {
      if (/[{}]/.test(piece.literal)) return { code: 'slot', message: 'a brace without its pair' }
      longest = Math.max(longest, piece.literal.length)
      continue
    }
    if (!SLOTS.includes(piece.slot)) {
      return { code: 'slot', message: `expected one of {${SLOTS.join('}, {')}}, found {${piece.slot.slice(0, 20)}}` }
    }
    const next = pieces[i + 1]
    if (next && 'slot' in next) return { code: 'slot', message: 'two slots side by side; put a literal between them' }
  }
  return longest < 2 ? tooShort(text) : longest > LITERAL ? tooLong(text) : undefined
}

const tooShort = (text: string): Wrong => ({
  code: 'length',
  message: `expected a literal of at least 2 characters, found ${text.length}`,
})

const tooLong = (text: string): Wrong => ({
  code: 'length',
  message: `expected a literal of at most ${LITERAL} characters, found ${text.length}`,
})
