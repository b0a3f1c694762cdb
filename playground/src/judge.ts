/** What does the page know of a mail? Its verdict, the mail as it was read, and how long that took. */
import { classify, type Message, type MessageInput, parseMessage, type Verdict } from '../../src/index.ts'

export interface Judged {
  verdict: Verdict
  message: Message
  /** Milliseconds. */
  took: number
}

export function judge(input: MessageInput): Judged {
  const started = performance.now()
  const verdict = classify(input)
  const took = performance.now() - started
  return { verdict, message: parseMessage(input), took }
}
