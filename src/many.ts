/** How are the mails of an archive classified one after the other, without holding up everything else? */
import { createClassifier } from './classify.ts'
import type { Corpus } from './corpus/model.ts'
import type { ClassifyOptions, Verdict } from './detect/model.ts'
import type { MessageInput } from './message/model.ts'
import { checkObject } from './options.ts'

/** Options of `classifyMany`. */
export interface ManyOptions extends ClassifyOptions {
  /** Another corpus than the built-in one. */
  corpus?: Corpus
  /** Called after each message with how many are done. */
  onProgress?: (done: number) => void
  /** Stops between two messages: the generator then throws the signal's reason. */
  signal?: AbortSignal
}

/** After so many messages the event loop has its turn: some tens of milliseconds of mail of usual size. */
const TURN = 64

/**
 * Classifies the messages of an archive, one at a time and in their order: memory is that of one message, whatever the
 * archive holds. The source is read no faster than the verdicts are taken, and the event loop has its turn in between.
 *
 * @param messages messages as for `classify`, from an array, a generator or a stream
 * @param options those of `createClassifier`, and `onProgress` and `signal`
 * @returns verdicts in the order of the messages
 * @throws TypeError for a message or an option of a wrong type; CorpusError for a bad corpus; the reason of `signal`
 * @example
 * for await (const verdict of classifyMany(messages)) console.log(verdict.label)
 */
export async function* classifyMany(
  messages: Iterable<MessageInput> | AsyncIterable<MessageInput>,
  options: ManyOptions = {},
): AsyncGenerator<Verdict, void, undefined> {
  checkObject(options)
  const { onProgress, signal, ...rest } = options
  if (onProgress !== undefined && typeof onProgress !== 'function')
    throw new TypeError(`options.onProgress: expected a function, received ${typeof onProgress}`)
  const classify = createClassifier(rest)
  let done = 0
  for await (const message of messages) {
    signal?.throwIfAborted()
    if (done > 0 && done % TURN === 0) {
      await turn()
      signal?.throwIfAborted()
    }
    const verdict = classify(message)
    done++
    onProgress?.(done)
    yield verdict
  }
}

/** `setTimeout` is the one way to the end of the queue that every runtime has. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
