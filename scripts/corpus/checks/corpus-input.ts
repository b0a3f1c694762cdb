/** What do the checks look at that need a compiled corpus, a clock, or legitimate mail? */
import type { createClassifier } from '../../../src/classify.ts'
import type { CompiledCorpus } from '../../../src/corpus/compile.ts'
import type { Rarity } from '../../../src/corpus/fingerprint-make.ts'
import type { Corpus } from '../../../src/corpus/model.ts'
import type { MessageInput } from '../../../src/message/model.ts'
import type { YamlLure } from '../types.ts'
import { type FilesInput, filesOf } from './check.ts'

/** A mail that no lure may hit. */
export interface LegitimateMail {
  /** Where it stands, for the message. */
  name: string
  message: MessageInput
}

/** Everything the checks of a whole corpus need. */
export interface CorpusInput extends FilesInput {
  corpus: Corpus
  compiled: CompiledCorpus
  classify: ReturnType<typeof createClassifier>
  /** How common pieces of text are in ordinary mail. */
  rarity: Rarity
  /** Texts of ordinary mail, folded. */
  ordinary: readonly string[]
  legitimate: readonly LegitimateMail[]
  /** `lure kagoya/server-failure`: kinds and ids that were published. */
  published: ReadonlySet<string>
  /** YYYY-MM-DD. */
  today: string
}

/** The lures that were asked for and are not retired, each with its index in the compiled corpus. */
export function chosenLures(
  input: CorpusInput,
): Array<ReturnType<typeof filesOf<YamlLure>>[number] & { index: number }> {
  const indexes = new Map(input.compiled.lures.map(({ id }, index) => [id, index]))
  return filesOf<YamlLure>(input.chosen, 'lure').flatMap((lure) => {
    const index = indexes.get(lure.data.id)
    return index === undefined ? [] : [{ ...lure, index }]
  })
}
