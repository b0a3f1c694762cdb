/** Which mails do files hold, and how is each given to the library? */
import { cutMbox, isMbox } from '../../src/cli/separator.ts'
import { hasHeaderBlock, isHtml, whyNoMail } from '../../src/cli/sniff.ts'
import { decodeBytes, LIMITS, type MessageInput } from '../../src/index.ts'

export type FileProblem = 'empty-file' | 'outlook-msg' | 'archive' | 'binary' | 'unreadable'

/** A mail with the name it is told apart by, or why there is none. */
export type NamedMail = { name: string; input: MessageInput } | { name: string; problem: FileProblem }

/** One byte more than the library reads, so that it sees that there was more and says so. */
const READ_BYTES = LIMITS.messageBytes + 1
/** Mails of one drop: so many stand in a list that somebody reads. For more there is the command. */
export const MOST_MAILS = 500

/** Reads files that were dropped or chosen; of an mbox each message is a mail, as `archive.mbox#1`. */
export async function readFiles(files: readonly File[]): Promise<NamedMail[]> {
  const mails: NamedMail[] = []
  for (const file of files) {
    if (mails.length >= MOST_MAILS) break
    mails.push(...(await mailsIn(file)))
  }
  return mails.slice(0, MOST_MAILS)
}

async function mailsIn(file: File): Promise<NamedMail[]> {
  const { name } = file
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.slice(0, READ_BYTES).arrayBuffer())
  } catch {
    // A folder, or a file that was moved away since.
    return [{ name, problem: 'unreadable' }]
  }
  if (!isMbox(bytes)) return [mailOf(name, bytes)]
  const messages = cutMbox(bytes, MOST_MAILS)
  return messages.length > 1 ? messages.map((one, i) => mailOf(`${name}#${i + 1}`, one)) : [mailOf(name, bytes)]
}

function mailOf(name: string, bytes: Uint8Array): NamedMail {
  const problem = whyNoMail(bytes)
  return problem ? { name, problem } : { name, input: inputOf(bytes) }
}

/** A file without a header block holds what somebody copied out of a mail: text in whatever charset, or HTML. */
export function inputOf(bytes: Uint8Array): MessageInput {
  if (hasHeaderBlock(bytes)) return bytes
  const { text } = decodeBytes(bytes)
  return isHtml(text) ? { html: text } : text
}
