/** Which brand does a Latin word of the display name stand for when it is not the name letter by letter: `Arnazon`, `amaz0n`, `AmazonJP`? */
import { isCommonWord, isLogInWord } from '../link/affix.ts'
import { linkKnowledge } from '../link/host-facts.ts'
import { findImitated, imitated } from '../link/imitated.ts'
import { namesAt, type TokenIndex, type TokenRef } from '../link/tokens.ts'
import { lowerCase } from '../text/lower.ts'
import type { Found, Mail } from './mail.ts'

/** Shorter words lie near too many others. */
const MIN_COPY = 5
/** Shorter names stand in other words by chance. */
const MIN_JOINED = 6
/** Of a longer display name only so much is searched. */
const NAME_UNITS = 128

/** A brand that a word stands for. */
export interface Worded {
  found: Found
  /** The word is drawn like the name, or misspells it. */
  isCopy: boolean
}

/**
 * Finds the first word that stands for a brand.
 *
 * @param nameEnd where the display name ends in the sender's text, UTF-16 code units
 * @returns undefined when there is none; a product on its users' domains speaks for nobody
 */
export function brandInWords(mail: Mail, nameEnd: number): Worded | undefined {
  const { index } = linkKnowledge(mail.corpus)
  const name = lowerCase(mail.from.text.slice(0, Math.min(nameEnd, NAME_UNITS)))
  for (const { 0: word, index: start } of name.matchAll(/[a-z0-9]+/g)) {
    // the name itself was looked at: `docomo代理店` is somebody else
    if (word.length < MIN_COPY || isName(mail, start, start + word.length)) continue
    const copied = knownCopy(index, word) ?? imitated(index, word)
    const ref = copied ?? joined(index, word)
    const brand = ref?.brands[0]
    if (ref === undefined || brand === undefined || mail.corpus.brands[brand]?.theme) continue
    const term = { kind: 'brand', ref: brand, strength: 2, text: ref.text, ambiguous: false } as const
    const id = mail.corpus.brands[brand]?.id ?? ''
    return {
      found: { term, id, start, end: start + word.length, bounded: true },
      isCopy: copied !== undefined,
    }
  }
  return undefined
}

/** Whether a brand's name stands there, letter by letter. */
function isName({ from }: Mail, start: number, end: number): boolean {
  return from.found.some((f) => f.term.kind === 'brand' && f.start === start && f.end === end)
}

/** A copy that lures are known for is a token of its own: `amaz0n`, `amazn`. Other tokens with the rule label are words. */
function knownCopy(index: TokenIndex, word: string): TokenRef | undefined {
  const ref = index.exact.get(word)
  if (ref === undefined || ref.rule === 'substring') return ref
  const isOfSameBrand = (other: TokenRef): boolean =>
    other !== ref && other.rule === 'substring' && other.brands.includes(ref.brands[0] ?? -1)
  return ref.rule === 'label' && findImitated(index, word, isOfSameBrand, () => true) ? ref : undefined
}

/** A name with a word of the trade run on: `AmazonJP`, `MyAmazon`, `AmazonSecurity`. */
function joined(index: TokenIndex, word: string): TokenRef | undefined {
  for (let at = 0; at + MIN_JOINED <= word.length; at++) {
    for (const ref of namesAt(index, word, at) ?? []) {
      const { length } = ref.text
      if (ref.rule !== 'substring' || length < MIN_JOINED || !word.startsWith(ref.text, at)) continue
      if (isJoinable(word.slice(0, at)) && isJoinable(word.slice(at + length))) return ref
    }
  }
  return undefined
}

function isJoinable(rest: string): boolean {
  return rest === '' || isLogInWord(rest) || isCommonWord(rest)
}
