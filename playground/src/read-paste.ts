/** What mail does a pasted text hold? Out of a mail program it comes with HTML, which alone knows where the links lead. */
import { isHtml } from '../../src/cli/sniff.ts'
import { type MessageFields, type MessageInput, parseMessage, visibleText } from '../../src/index.ts'

/**
 * The input for `classify`.
 *
 * @param text what the clipboard held as plain text, or what was typed
 * @param html what it held as HTML, if anything; it is read, and rendered by nothing
 */
export function pastedInput(text: string, html = ''): MessageInput {
  if (isHtml(text)) return { html: text }
  if (html === '') return text
  const asText = parseMessage(text)
  // The source of a mail, copied out of a viewer that coloured it.
  if (asText.source !== 'pasted' || visibleText(html).links.length === 0) return text
  const fields: MessageFields = { html }
  if (asText.subject !== '') fields.subject = asText.subject
  if (asText.fromText !== '') fields.from = asText.fromText
  return fields
}
