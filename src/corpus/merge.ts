/** How do two corpora become one? */
import type { Corpus } from './model.ts'
import { assertCorpus } from './validate.ts'

/** A corpus to merge into another: lists without entries may be left out. */
export type OwnCorpus = Pick<Corpus, 'schema' | 'version' | 'digest'> & Partial<Corpus>

/**
 * Merges an own corpus into another one. An entry of the second replaces the entry of the same id in the first, so own
 * facts win; everything else is kept.
 *
 * @param base usually the package's own, `builtinCorpus()`
 * @param own entries to add or to replace; parsed JSON will do, as its shape is checked here
 * @returns a new corpus; version and digest name both
 * @throws CorpusError when either is no corpus of schema 1
 * @example
 * const classifyMine = createClassifier({ corpus: mergeCorpora(builtinCorpus(), mine) })
 */
export function mergeCorpora(base: Corpus, own: OwnCorpus): Corpus {
  assertCorpus(base)
  const whole: unknown = isObject(own) ? { brands: [], pretexts: [], phrases: [], lures: [], hosts: [], ...own } : own
  assertCorpus(whole)
  return {
    schema: 1,
    version: `${base.version}+${whole.version}`,
    digest: `${base.digest}+${whole.digest}`,
    brands: mergeById(base.brands, whole.brands),
    pretexts: mergeById(base.pretexts, whole.pretexts),
    phrases: mergeById(base.phrases, whole.phrases),
    lures: mergeById(base.lures, whole.lures),
    hosts: mergeById(base.hosts, whole.hosts),
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

function mergeById<T extends { id: string }>(base: T[], own: T[]): T[] {
  const replacing = new Map(own.map((entry) => [entry.id, entry]))
  const kept = base.map((entry) => {
    const other = replacing.get(entry.id)
    replacing.delete(entry.id)
    return other ?? entry
  })
  return [...kept, ...replacing.values()]
}
