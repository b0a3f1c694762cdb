/** `lurebook/corpus`: the corpus as typed data, and what it takes to use another one. */
export { builtinCorpus } from './builtin.ts'
export { type CompiledCorpus, compileCorpus } from './compile.ts'
export { CorpusError, type CorpusErrorCode } from './errors.ts'
export { mergeCorpora, type OwnCorpus } from './merge.ts'
export type {
  BrandEntry,
  BrandKind,
  Corpus,
  HostListEntry,
  LureEntry,
  Phrase,
  PhraseListEntry,
  PretextEntry,
  TokenRule,
} from './model.ts'
