/** Does a file hold a mail, and if so, how is it given to the library? */
import { hasHeaderBlock, isHtml, whyNoMail } from '../../src/cli/sniff.ts'
import { decodeBytes, LIMITS, type MessageInput } from '../../src/index.ts'

export type FileProblem = 'empty-file' | 'outlook-msg' | 'binary' | 'unreadable'

/** One byte more than the library reads, so that it sees that there was more and says so. */
const READ_BYTES = LIMITS.messageBytes + 1

/** Reads a file that was dropped or chosen. */
export async function readFile(file: File): Promise<MessageInput | { problem: FileProblem }> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.slice(0, READ_BYTES).arrayBuffer())
  } catch {
    // A folder, or a file that was moved away since.
    return { problem: 'unreadable' }
  }
  const problem = whyNoMail(bytes)
  return problem ? { problem } : inputOf(bytes)
}

/** A file without a header block holds what somebody copied out of a mail: text in whatever charset, or HTML. */
export function inputOf(bytes: Uint8Array): MessageInput {
  if (hasHeaderBlock(bytes)) return bytes
  const { text } = decodeBytes(bytes)
  return isHtml(text) ? { html: text } : text
}
