/** What does the package know out of the box? */
import { BUILTIN_CORPUS, BUILTIN_FOLDS } from './builtin.data.ts'
import { type CompiledCorpus, compileChecked } from './compile.ts'
import type { Corpus } from './model.ts'
import { unpackCorpus } from './pack.ts'

let compiled: CompiledCorpus | undefined

/**
 * Gives the package's own corpus as data, for `mergeCorpora` or to look things up.
 *
 * @returns a new object at each call; changing it changes nothing else
 */
export function builtinCorpus(): Corpus {
  return unpackCorpus(BUILTIN_CORPUS)
}

/** Gives the package's own corpus, compiled at the first call and kept. */
export function builtin(): CompiledCorpus {
  compiled ??= compileChecked(builtinCorpus(), BUILTIN_FOLDS)
  return compiled
}
