/** How do two corpora become one? */
import type { Corpus } from './model.ts'
import { assertCorpus } from './validate.ts'

/**
 * Merges an own corpus into another one. An entry of the second replaces the entry of the same id in the first, so own
 * facts win; everything else is kept.
 *
 * @param base usually the package's own, `builtinCorpus()`
 * @param own entries to add or to replace
 * @returns a new corpus; version and digest name both
 * @throws CorpusError when either is no corpus of schema 1
 * @example
 * const classifyMine = createClassifier({ corpus: mergeCorpora(builtinCorpus(), mine) })
 */
export function mergeCorpora(base: Corpus, own: Corpus): Corpus {
  assertCorpus(base)
  assertCorpus(own)
  return {
    schema: 1,
    version: `${base.version}+${own.version}`,
    digest: `${base.digest}+${own.digest}`,
    brands: mergeById(base.brands, own.brands),
    pretexts: mergeById(base.pretexts, own.pretexts),
    phrases: mergeById(base.phrases, own.phrases),
    lures: mergeById(base.lures, own.lures),
    hosts: mergeById(base.hosts, own.hosts),
  }
}

function mergeById<T extends { id: string }>(base: T[], own: T[]): T[] {
  const replacing = new Map(own.map((entry) => [entry.id, entry]))
  const kept = base.map((entry) => {
    const other = replacing.get(entry.id)
    replacing.delete(entry.id)
    return other ?? entry
  })
  return [...kept, ...replacing.values()]
}
