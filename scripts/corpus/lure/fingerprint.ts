/** How is a mail's text made a fingerprint that holds none of what could say who received it? */
import { type CompiledCorpus, matchTerms } from '../../../src/corpus/compile.ts'
import { encodeFingerprint } from '../../../src/corpus/fingerprint-format.ts'
import { type Mask, makeFingerprint, type Rarity } from '../../../src/corpus/fingerprint-make.ts'
import { type Folded, fold } from '../../../src/text/fold.ts'
import type { Span } from '../personal/spans.ts'
import { runsOf, type Vocabulary } from './vocabulary.ts'

/**
 * Makes it.
 *
 * @param text what a reader sees of the mail
 * @param personal stretches of the text to leave out
 * @param vocabulary words of other alphabets than Japanese are left out of a Japanese mail when they are not known: names,
 *   and the random words with which lures are salted
 * @returns undefined when too little is left
 */
export function fingerprintOf(
  text: string,
  personal: readonly Span[],
  vocabulary: Vocabulary,
  corpus: CompiledCorpus,
  rarity: Rarity,
): string | undefined {
  const folded = fold(text)
  const hidden = new Uint8Array(text.length)
  for (const { start, end } of personal) hidden.fill(1, start, end)
  const runs = runsOf(text)
  const length = (script: 'han' | 'latin' | 'katakana'): number =>
    runs.reduce((sum, run) => sum + (run.script === script ? run.end - run.start : 0), 0)
  if (length('han') + length('katakana') > length('latin') / 4) {
    for (const { start, end, script } of runs)
      if (script === 'latin' && !vocabulary.has(text.slice(start, end))) hidden.fill(1, start, end)
  }
  const names = matchTerms(corpus, folded).filter(({ term }) => corpus.terms[term]!.kind === 'brand')
  const made = makeFingerprint(folded, [...names, ...masksOf(folded, hidden)], rarity)
  return made && encodeFingerprint(made)
}

/** Hidden stretches of the text as stretches of the folded text. */
function masksOf({ map, length }: Folded, hidden: Uint8Array): Mask[] {
  const masks: Mask[] = []
  for (let i = 0; i < length; i++) {
    if (hidden[map[i]!] !== 1) continue
    const last = masks.at(-1)
    if (last?.end === i) last.end = i + 1
    else masks.push({ start: i, end: i + 1 })
  }
  return masks
}
